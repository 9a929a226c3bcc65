"""One image on its way through every layer."""
