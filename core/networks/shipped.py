"""The network that comes with Inkling: it reads the first stroke, before anything is trained.

How it was trained and what it reaches is in the card beside it (``pen.md``).
"""

from __future__ import annotations

import importlib.resources
from dataclasses import replace
from functools import cache

from core.networks.keras_format import keras_file
from core.records import DIGITS, Network


@cache
def shipped_network() -> Network:
    """Return the shipped network; the same one each time.

    Raises
    ------
    NetworkError
        If its file is missing or damaged: then Inkling is not installed completely.
    """
    stored = importlib.resources.files("resources") / "networks" / "pen.keras"
    with importlib.resources.as_file(stored) as file:
        return replace(keras_file.load(file).network, classes=DIGITS)
