"""A closer look at one image or all: what is like it, where the network looks, what holds."""
