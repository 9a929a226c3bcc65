"""Which versions a run was made with, without importing any of the libraries."""

from __future__ import annotations

import platform
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = ("keras", "numpy", "tensorflow")


@cache
def inkling_version() -> str:
    """Return Inkling's own version, installed or run from its folder."""
    project = Path(__file__).resolve().parents[1] / "pyproject.toml"
    if project.is_file():
        # A checkout knows better than a stale installation beside it.
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    return version("inkling")


@cache
def versions() -> dict[str, str]:
    """Return the versions of Inkling, Python, Keras, NumPy and TensorFlow."""
    found = {"inkling": inkling_version(), "python": platform.python_version()}
    for library in _LIBRARIES:
        found[library] = _installed(library) or _installed(f"{library}-cpu") or "not installed"
    return found


def _installed(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
