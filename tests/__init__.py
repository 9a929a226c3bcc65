"""Tests mirror the packages; `benchmarks` are run by hand."""

import core  # noqa: F401 - sets how many threads NumPy takes, before NumPy is imported
