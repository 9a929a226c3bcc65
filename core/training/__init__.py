"""Training networks and scoring many images. Whatever loads TensorFlow lives here."""
