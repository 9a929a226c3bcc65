"""The recipes of the published texts and our own, and the figures they printed."""
