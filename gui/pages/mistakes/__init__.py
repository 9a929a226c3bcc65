"""The images that a network misreads."""
