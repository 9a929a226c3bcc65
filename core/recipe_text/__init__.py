"""A recipe as text: JSON values, a Keras script, a layer a line."""
