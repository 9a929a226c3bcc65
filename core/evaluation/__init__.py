"""Labels against outputs: metrics, which images were misread, the human quiz."""
