"""Several trainings, one after another: seeds of a recipe, or a recipe and its cure."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from core.records import Recipe


class SeedQueue:
    """The trainings that wait while the first of them runs; made for one training only."""

    def __init__(self) -> None:
        self._waiting: deque[Recipe] = deque()
        self._count = 1

    @property
    def turn(self) -> tuple[int, int]:
        """Which of how many is being trained: (2, 5) is the second of five."""
        return self._count - len(self._waiting), self._count

    def begin(self, recipe: Recipe, count: int = 1) -> Recipe:
        """Return the recipe, and let `count` - 1 wait that differ from it in the seed only.

        Their seeds are the numbers after the recipe's own; what waited before is dropped.
        """
        self._count = count
        self._waiting = deque(replace(recipe, seed=recipe.seed + n) for n in range(1, count))
        return recipe

    def begin_all(self, first: Recipe, *others: Recipe) -> Recipe:
        """Return the first recipe, and let the others wait; what waited before is dropped."""
        self._count = 1 + len(others)
        self._waiting = deque(others)
        return first

    def take(self) -> Recipe | None:
        """Return the next one, None where none waits."""
        return self._waiting.popleft() if self._waiting else None

    def drop(self) -> None:
        """Let none wait any more."""
        self._waiting.clear()
