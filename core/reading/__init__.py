"""Reads what was written: one digit or many, on the pad or in a picture."""
