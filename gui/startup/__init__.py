"""From the start of the process to the loaded TensorFlow: order, language, crash log."""
