"""Networks without TensorFlow: run in NumPy, looked into, read from and written to files."""
