"""Networks as people bring them: made after real ones, opened or refused as they should be.

`keras_models` are what Keras 3 and Keras 2 save, in both formats, and what Windows and Keras
2.13 make of the names in it; `strangers` are the other files that people take for networks.
``python -m tests.core.networks.corpus`` prints the table.
"""
