"""Hostile and broken files: honest ones damaged in every usual way, and made to lie."""

from __future__ import annotations

from tests.reliability.corpus.damage import damaged_cases
from tests.reliability.corpus.hostile import Hostile
from tests.reliability.corpus.lying_data import data_lies
from tests.reliability.corpus.lying_drawings import drawing_lies
from tests.reliability.corpus.lying_networks import network_lies
from tests.reliability.corpus.lying_pictures import picture_lies
from tests.reliability.corpus.lying_recipes import recipe_lies

__all__ = ["Hostile", "hostile_cases"]


def hostile_cases() -> tuple[Hostile, ...]:
    """Return all, always in the same order."""
    return (
        *damaged_cases(),
        *data_lies(),
        *drawing_lies(),
        *network_lies(),
        *picture_lies(),
        *recipe_lies(),
    )
