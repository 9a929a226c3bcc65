"""A recipe to write, and its training to watch."""
