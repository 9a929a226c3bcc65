"""A network in other formats: each written, run on images and compared before it is kept."""
