"""What the fast training loop is made of."""
