"""One file a page: layout and wiring. Pages do not know each other."""
