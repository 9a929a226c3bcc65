"""Faults of every kind, met by the real program: counted, and told in one table.

``python -m tests.reliability`` runs them all; `test_storing` holds a selection of its own
with the same code in the suite.

====================  ===================================================================
`corpus`              hostile and broken files, made by a script
`doors`               the two ways in which a file is opened: command line and window
`storing`             a system call or a step of SQL that fails, or in which the process dies
`monkey`              random events on the whole window
`cycles`              trainings started and stopped: what grows
`together`            two windows and a command line on one home
====================  ===================================================================
"""
