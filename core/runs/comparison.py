"""What sets runs apart: their recipes, their accuracy, and whether that is chance."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.errors import InklingError
from core.evaluation.metrics import McNemar, mcnemar
from core.recipes.differences import fields_of
from core.records import Recipe
from core.runs.run import Run
from core.runs.store import RunStore


@dataclass(frozen=True)
class Difference:
    """One thing in which recipes differ.

    Parameters
    ----------
    what : str
        Its name in the recipe: "batch_size", "optimizer.learning_rate".
    values : tuple
        Its value in each recipe, in the order of the recipes.
    """

    what: str
    values: tuple[object, ...]


@dataclass(frozen=True)
class SeedGroup:
    """Runs that differ in nothing but their seed.

    `mean` and `deviation` are of the test accuracy; the deviation is the sample standard
    deviation, None for a single run.
    """

    runs: tuple[Run, ...]
    mean: float
    deviation: float | None


def differences(recipes: Sequence[Recipe]) -> tuple[Difference, ...]:
    """Return every field in which the recipes are not all the same, seeds included."""
    columns = [fields_of(recipe) for recipe in recipes]
    keys = dict.fromkeys(key for column in columns for key in column)
    found = (Difference(key, tuple(column.get(key) for column in columns)) for key in keys)
    return tuple(d for d in found if any(value != d.values[0] for value in d.values))


def compare_predictions(store: RunStore, first: int, second: int) -> McNemar:
    """Test whether two runs' networks differ on the same test images, or only by chance.

    Raises
    ------
    InklingError
        If they were not scored on the same test images.
    """
    a, b = store.run(first), store.run(second)
    right_a, right_b = store.answers_right(first), store.answers_right(second)
    same = a.data_fingerprint == b.data_fingerprint
    if right_a is None or right_b is None or not same or len(right_a) != len(right_b):
        raise InklingError(
            "{first} and {second} were not scored on the same test images.",
            "Compare two finished runs on the same data.",
            first=a.name,
            second=b.name,
        )
    return mcnemar(right_a, right_b)


def seed_groups(runs: Iterable[Run]) -> tuple[SeedGroup, ...]:
    """Group tested runs of the same recipe on the same data, whatever their seeds.

    Runs that continued another stand apart from those that began anew.
    """
    groups: dict[object, list[Run]] = defaultdict(list)
    for run in runs:
        if run.test is not None:
            plain = replace(run.recipe, seed=0, name="", title="", about="")
            groups[plain, run.data_fingerprint, run.continued_from is None].append(run)
    return tuple(_seed_group(group) for group in groups.values())


def _seed_group(runs: list[Run]) -> SeedGroup:
    accuracies = [run.test.accuracy for run in runs if run.test is not None]
    deviation = statistics.stdev(accuracies) if len(accuracies) > 1 else None
    return SeedGroup(tuple(runs), statistics.fmean(accuracies), deviation)
