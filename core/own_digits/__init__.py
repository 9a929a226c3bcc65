"""A person's own handwriting: keeping it, and teaching it to a network."""
