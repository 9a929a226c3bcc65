"""A training as it goes: progress, curves, tables, findings."""
