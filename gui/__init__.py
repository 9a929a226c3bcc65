"""The window: Qt over the core. No maths, no TensorFlow."""

import core  # noqa: F401 - sets how many threads NumPy takes, before NumPy is imported
