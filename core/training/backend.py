"""TensorFlow and Keras, loaded our way: the [K] modules take them from here.

Importing this module loads both (seconds), with the threads and the environment that
`core.training.tensorflow_loading` sets, whoever comes first.
"""

from core.training import tensorflow_loading

tensorflow_loading.load()

import keras  # noqa: E402
import tensorflow as tf  # noqa: E402

__all__ = ["keras", "tf"]
