"""An experiment for the data that it is trained on: each of its recipes fitted to them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.experiments.experiment import Experiment, Varied
from core.experiments.fields import RECIPE
from core.phrases import Phrase
from core.recipes import for_classes
from core.records import Dataset, Recipe


@dataclass(frozen=True)
class FittedExperiment:
    """An experiment that can be trained on some data, and what was changed for them."""

    experiment: Experiment
    notes: tuple[Phrase, ...] = ()


def for_data(experiment: Experiment, dataset: Dataset) -> FittedExperiment:
    """Fit the recipe of an experiment, and those that it compares, to a data set.

    Raises
    ------
    RecipeError
        As `core.recipes.for_classes.for_data`.
    """
    notes: dict[str, Phrase] = {}

    def fitted(recipe: Recipe) -> Recipe:
        found = for_classes.for_data(recipe, dataset.classes, len(dataset.train_labels))
        notes.update((str(note), note) for note in found.notes)
        return found.recipe

    varied = tuple(
        Varied(RECIPE, tuple(map(fitted, one.values)))
        if one.field == RECIPE and isinstance(one.values, tuple)
        else one
        for one in experiment.varied
    )
    own = replace(experiment, recipe=fitted(experiment.recipe), varied=varied)
    return FittedExperiment(own, tuple(notes.values()))
