"""What the doctor says on the Train page, what can be done about it, and why it is so."""
