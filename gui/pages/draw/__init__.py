"""The pad, and what the network reads on it."""
