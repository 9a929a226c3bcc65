"""The doctor's findings, and the rules that find."""
