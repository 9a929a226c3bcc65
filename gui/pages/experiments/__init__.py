"""Many trainings at once, and what they answer."""
