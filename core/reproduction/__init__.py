"""The published experiments, one by one, and how a figure is judged."""
