"""A network in NumPy alone, step by step, and the check that finds a wrong gradient."""
