"""An experiment: a recipe, what varies in it, and how often each setting is trained.

All are values: what is trained, and under which number, follows from them alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import exp, inf, log, prod
from typing import Any, TypeAlias

from core.errors import InklingError, RecipeError
from core.experiments.fields import RECIPE, annotation_of, short_name, with_value
from core.phrases import Phrase
from core.recipes.checks import check
from core.records import Recipe

MOST_TRAININGS = 10_000
"""In one experiment."""

_DRAWS_A_SETTING = 20
"""So often a setting is drawn anew that was drawn before."""


@dataclass(frozen=True)
class Span:
    """A range that values are drawn from.

    Parameters
    ----------
    low, high : float
        The ends, both included.
    logarithmic : bool
        Whether each power of ten is as likely as the next.
    """

    low: float
    high: float
    logarithmic: bool = False

    def draw(self, rng: random.Random, *, whole: bool) -> float | int:
        """Return a value; a whole number where the field holds such."""
        if self.logarithmic:
            value = exp(rng.uniform(log(self.low), log(self.high)))
        else:
            value = rng.uniform(self.low, self.high)
        value = min(max(value, self.low), self.high)
        # Three digits are as exact as a range is meant, and can be read.
        return round(value) if whole else float(f"{value:.3g}")


Values: TypeAlias = tuple[Any, ...] | Span


@dataclass(frozen=True)
class Varied:
    """A field and its values.

    Parameters
    ----------
    field : str
        Its path in the recipe, as `core.experiments.fields` has it.
    values : tuple or Span
        What it takes, one after the other; or from where it is drawn.
    """

    field: str
    values: Values


@dataclass(frozen=True)
class Experiment:
    """A question that is answered by many trainings.

    Parameters
    ----------
    name : str
        What the person calls it.
    recipe : Recipe
        What all trainings have in common.
    varied : tuple of Varied
        What they do not; every combination is a setting (a grid).
    seeds : tuple of int
        Each setting is trained with each of them: so settings can be compared in pairs.
    draws : int or None
        Train so many settings, drawn at random, in place of the whole grid.
    draw_seed : int
        Fixes what is drawn.
    epochs : int or None
        Of every training, whatever its recipe says; None for the recipe's own.
    """

    name: str
    recipe: Recipe
    varied: tuple[Varied, ...] = ()
    seeds: tuple[int, ...] = (0,)
    draws: int | None = None
    draw_seed: int = 0
    epochs: int | None = None


@dataclass(frozen=True)
class Setting:
    """One combination of values.

    Parameters
    ----------
    number : int
        From 1, in the order of the experiment.
    values : tuple of (str, value)
        Of each varied field; a recipe is given as its name.
    recipe : Recipe
        With these values, and the experiment's first seed.
    """

    number: int
    values: tuple[tuple[str, Any], ...]
    recipe: Recipe

    @property
    def label(self) -> str:
        """The values in a few words: "learning_rate 0.01, pixels raw"."""
        if not self.values:
            return self.recipe.name
        return ", ".join(
            str(value) if field == RECIPE else f"{short_name(field)} {value_words(value)}"
            for field, value in self.values
        )


@dataclass(frozen=True)
class Training:
    """One training of an experiment: a setting with one seed; `number` counts from 1."""

    number: int
    setting: Setting
    seed: int

    @property
    def recipe(self) -> Recipe:
        """The recipe that is trained."""
        return replace(self.setting.recipe, seed=self.seed)


def value_words(value: Any) -> str:
    """Return a value as it stands in a table: the shortest that says it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def settings(experiment: Experiment, *, known: bool = False) -> tuple[Setting, ...]:
    """Return the settings of an experiment in order, each once.

    Parameters
    ----------
    known : bool
        Whether it was looked through before: then it is not asked whether each can be trained.

    Raises
    ------
    RecipeError
        If one of them cannot be trained, or there are too many.
    """
    found: dict[Recipe, Setting] = {}
    most = MOST_TRAININGS // max(1, len(experiment.seeds))
    # Before each is looked at: that takes seconds for thousands.
    if not known and most < min(_possible(experiment), experiment.draws or inf) < inf:
        raise _too_many()
    for values in _combinations(experiment):
        recipe = _applied(experiment, values)
        if not known:
            _check(recipe, values)
        key = replace(recipe, name="", title="", about="")
        told = tuple((field, _told(value)) for field, value in values)
        found.setdefault(key, Setting(len(found) + 1, told, recipe))
        if len(found) > most:
            raise _too_many()
    return tuple(found.values())


def trainings(experiment: Experiment, *, known: bool = False) -> tuple[Training, ...]:
    """Return all trainings in the order in which they run, numbered from 1.

    All settings with the first seed come first: so they can be compared early. `known`, and
    what it raises, is as in `settings`.
    """
    if not experiment.seeds:
        raise RecipeError("The experiment has no seeds.", "Say one, or how many.")
    pairs = product(dict.fromkeys(experiment.seeds), settings(experiment, known=known))
    return tuple(
        Training(number, setting, seed) for number, (seed, setting) in enumerate(pairs, start=1)
    )


def _possible(experiment: Experiment) -> float:
    """Return how many settings there can be; endless where values are drawn from a range."""
    counts = (
        inf if isinstance(varied.values, Span) else len(set(varied.values))
        for varied in experiment.varied
    )
    return prod(counts)


def _too_many() -> RecipeError:
    return RecipeError(
        "This experiment has more than {most} trainings.",
        "Vary less, or draw a number of settings at random.",
        most=MOST_TRAININGS,
    )


def _told(value: Any) -> Any:
    return value.name if isinstance(value, Recipe) else value


def _combinations(experiment: Experiment) -> Iterator[tuple[tuple[str, Any], ...]]:
    """Give the values of each setting, in order; one that comes twice may be given twice."""
    names = [varied.field for varied in experiment.varied]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise RecipeError("{field} is varied twice.", "Say it once.", field=twice)
    if experiment.draws is not None:
        yield from _drawn(experiment, experiment.draws)
        return
    lists = []
    for varied in experiment.varied:
        if isinstance(varied.values, Span):
            raise RecipeError(
                "{field} is a range without a number of values.",
                "Say its step, its factor or its count, or draw settings at random.",
                field=varied.field,
            )
        lists.append(varied.values)
    for values in product(*lists):
        yield tuple(zip(names, values, strict=True))


def _drawn(experiment: Experiment, draws: int) -> Iterator[tuple[tuple[str, Any], ...]]:
    """Give settings at random, none twice; fewer where there are not so many."""
    rng = random.Random(experiment.draw_seed)
    draws = int(min(draws, _possible(experiment)))
    seen: set[tuple[tuple[str, Any], ...]] = set()
    for _ in range(draws * _DRAWS_A_SETTING):
        values = tuple((v.field, _draw(experiment, v, rng)) for v in experiment.varied)
        if values not in seen:
            seen.add(values)
            yield values
        if len(seen) >= draws:
            return


def _draw(experiment: Experiment, varied: Varied, rng: random.Random) -> Any:
    if not isinstance(varied.values, Span):
        return rng.choice(varied.values)
    whole = annotation_of(experiment.recipe, varied.field) is int
    return varied.values.draw(rng, whole=whole)


def _applied(experiment: Experiment, values: tuple[tuple[str, Any], ...]) -> Recipe:
    recipe = replace(experiment.recipe, seed=experiment.seeds[0] if experiment.seeds else 0)
    chosen = dict(values)
    # A whole recipe first: what else varies is varied in it.
    if RECIPE in chosen:
        recipe = with_value(recipe, RECIPE, chosen.pop(RECIPE))
    if experiment.epochs is not None:
        recipe = replace(recipe, epochs=experiment.epochs)
    for field, value in chosen.items():
        recipe = with_value(recipe, field, value)
    return recipe


def _check(recipe: Recipe, values: tuple[tuple[str, Any], ...]) -> None:
    try:
        check(recipe)
    except InklingError as error:
        words = ", ".join(f"{short_name(f)} {value_words(_told(v))}" for f, v in values)
        raise RecipeError(
            "The setting {setting} cannot be trained: {reason}",
            error.cure,
            **{**error.values, "setting": words},
            reason=Phrase(error.problem, **error.values),
        ) from error
