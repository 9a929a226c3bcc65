"""The single changes that `core.augment` makes to images."""
