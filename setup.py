"""Names the packages of the wheel: every package of the checkout, below the one `inkling`.

The rest of the build is in pyproject.toml, which cannot say "found, and under another name".
"""

from setuptools import find_packages, setup

BEGINNING = "gui.launch"
"""The package "inkling" itself (its folder is said in pyproject.toml)."""

found = find_packages(include=["core*", "gui*", "resources*"], exclude=[BEGINNING])

setup(packages=["inkling", *(f"inkling.{name}" for name in found)])
