"""A picture of writing: what in it is paper, what is ink, and what is neither."""
