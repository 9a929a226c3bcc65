"""``.keras`` files, written and read without Keras: archive, configuration, weights."""
