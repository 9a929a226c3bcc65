"""A hundred digits for a person to read."""
