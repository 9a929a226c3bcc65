"""Data sets: which files make one, the download, what is in it, which images are alike."""
