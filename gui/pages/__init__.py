"""A folder a page, with the widgets that are its own. Pages do not know each other."""
