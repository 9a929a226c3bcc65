"""What is wrong with a training, and what would cure it: findings and the rules behind them."""
