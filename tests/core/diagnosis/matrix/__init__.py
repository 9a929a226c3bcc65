"""Trainings that go wrong in known ways, and healthy ones: what does the doctor say of each?

``python -m tests.core.diagnosis.matrix`` trains them all and prints the table.
"""
