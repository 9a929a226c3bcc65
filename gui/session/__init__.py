"""The one shared state of the window: a handful of desks, each with one subject."""
