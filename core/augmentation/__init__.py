"""Random changes of training images, digits that are drawn, and what is no digit."""
