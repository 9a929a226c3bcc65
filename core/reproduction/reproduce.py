"""The published experiments, trained here: published against measured, figure by figure.

``reproduce(["003"], trained)`` gives one `verdicts.JudgedValue` after the
other, each as soon as its training is done. The texts:

====  ==============================================================================
000   a forum question: accuracy falls after epoch 30
001   a blog's notes: a digit is never predicted
002   a forum question: the loss is proportional to the learning rate
003   a tutorial in Keras: model 1 to model 8
004   a tutorial in NumPy: the network from scratch
====  ==============================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import TypeAlias

from core.data.mnist import is_mnist
from core.errors import DataError, RecipeError
from core.recipes.catalogue import CATALOGUE
from core.recipes.published import SCRATCH_NAME
from core.records import Dataset
from core.reproduction.questions import falling_accuracy, loss_scale, lost_digit
from core.reproduction.trained_runs import TrainedRuns
from core.reproduction.tutorials import MODELS, from_scratch, tutorial_model
from core.reproduction.verdicts import JudgedValue

Reproduction: TypeAlias = Callable[[TrainedRuns, int | None], Iterator[JudgedValue]]

_QUESTIONS: dict[str, Reproduction] = {
    "000": falling_accuracy,
    "001": lost_digit,
    "002": loss_scale,
}


def reproduce(
    names: Sequence[str], trained: TrainedRuns, *, seeds: int | None = None
) -> Iterator[JudgedValue]:
    """Train the named experiments and set their figures against the published ones.

    Parameters
    ----------
    names : sequence of str
        "000" to "004", or recipes ("t003-model1"; a recipe of a question stands for the
        whole question, which compares several). None at all means all texts.
    seeds : int, optional
        How many seeds to train of each recipe; else as many as the figures need.

    Raises
    ------
    RecipeError
        If a name is unknown.
    DataError
        If the data are not the whole MNIST.
    """
    experiments = chosen(names)
    _check(trained.dataset)
    return (item for experiment in experiments for item in experiment(trained, seeds))


def chosen(names: Sequence[str]) -> tuple[Reproduction, ...]:
    """Return the experiments that the names stand for, each once, in the order of the texts."""
    known = _known()
    for name in names:
        if name.lower() not in known:
            near = get_close_matches(name.lower(), known, n=3, cutoff=0.5)
            raise RecipeError(
                "There is no published experiment named {name}.",
                "Did you mean {near}?" if near else "Choose from 000, 001, 002, 003 and 004.",
                name=repr(name),
                near=", ".join(near),
            )
    wanted = {experiment for name in names for experiment in known[name.lower()]}
    every = dict.fromkeys(experiment for group in known.values() for experiment in group)
    return tuple(e for e in every if not names or e in wanted)


def _known() -> dict[str, tuple[Reproduction, ...]]:
    """Return every name with the experiments that it stands for, texts first."""
    models = {name: tutorial_model(name) for name in MODELS}
    known: dict[str, tuple[Reproduction, ...]] = {
        text: (experiment,) for text, experiment in _QUESTIONS.items()
    }
    known["003"] = tuple(models.values())
    known["004"] = known[SCRATCH_NAME] = (from_scratch,)
    known |= {name: (experiment,) for name, experiment in models.items()}
    for recipe in CATALOGUE:
        if recipe.name.startswith("q"):
            known[recipe.name] = (_QUESTIONS[recipe.name[1:4]],)
    return known


def _check(dataset: Dataset) -> None:
    if not is_mnist(dataset):
        raise DataError(
            "The published figures are of the whole MNIST; {name}, {train:,} + {test:,} "
            "images, is another data set.",
            "Name the folder of MNIST with --data, or download it in the window.",
            name=dataset.name,
            train=len(dataset.train_labels),
            test=len(dataset.test_labels),
        )
