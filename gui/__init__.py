"""The window: Qt over the core. No maths, no TensorFlow."""
