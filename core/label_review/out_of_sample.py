"""What networks say of images that they have not learnt from.

Test images are judged by networks that learnt from the training images, training images fold
by fold by networks that learnt from the other folds. A network that the doctor finds ill does
not judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.control import Control
from core.diagnosis.findings import findings
from core.errors import Cancelled, DataError, TrainingError
from core.label_review.judges import Judge, Panel, recipe
from core.label_review.kept import Said, load_said, save_said
from core.networks.forward import probabilities
from core.records import Dataset, Floats, Labels, Progress, Recipe, Report, RunResult

Indices = NDArray[np.int64]

FEWEST_OF_A_CLASS = 2
"""Fewer images of a class, and a fold may hold none that it could be known by."""


@dataclass(frozen=True)
class JudgingProgress:
    """How far the networks are.

    Parameters
    ----------
    training, trainings : int
        Which network is trained, from 1; how many there are in all.
    fraction : float
        How much of all is done, 0 to 1.
    seconds_left : float
        Of this network's training.
    """

    training: int
    trainings: int
    fraction: float
    seconds_left: float


@dataclass(frozen=True, eq=False)
class Answers:
    """What the healthy networks of a panel say of a split.

    Parameters
    ----------
    probabilities : ndarray of float32, shape (networks, n, classes)
        Of training images: one for each member, put together from its folds.
    ill : tuple of str
        What the doctor found in those that do not judge, a finding's code each.
    """

    probabilities: Floats
    ill: tuple[str, ...] = ()


def ask_panel(
    dataset: Dataset,
    panel: Panel,
    folder: Path,
    *,
    report: Callable[[JudgingProgress], None],
    control: Control,
) -> Answers:
    """Return what the panel's networks say of its split; train those that were not asked yet.

    Parameters
    ----------
    folder : Path
        Where it is kept what each of them said, as soon as it has.

    Raises
    ------
    Cancelled
        When `control` was told to stop; those that have judged are not asked again.
    DataError
        If there is nothing to judge, or too little to learn from.
    TrainingError
        If every network is ill.
    """
    _check(dataset, panel)
    teller = _Teller(report, panel)

    def ask(judge: Judge, part: Dataset) -> Said:
        known = load_said(folder, dataset, judge, len(part.test_labels))
        if known is None:
            known = _judge(judge, part, teller, control)
            save_said(folder, dataset, judge, known)
        teller.next()
        return known

    return _together(dataset, panel, ask)


def known_answers(dataset: Dataset, panel: Panel, folder: Path) -> Answers | None:
    """Return what the panel said if all of its networks were asked before; train none."""

    def look_up(judge: Judge, part: Dataset) -> Said:
        known = load_said(folder, dataset, judge, len(part.test_labels))
        if known is None:
            raise LookupError(judge.name)
        return known

    try:
        _check(dataset, panel)
        return _together(dataset, panel, look_up)
    except (LookupError, DataError, TrainingError):
        return None


def _together(dataset: Dataset, panel: Panel, ask: Callable[[Judge, Dataset], Said]) -> Answers:
    """Put what all judges say together; the folds of a member make one network's answers."""
    images, classes = len(dataset.labels(panel.split)), len(dataset.classes)
    healthy, ill = [], []
    for kind, seed in panel.members:
        told, found = np.zeros((images, classes), np.float32), ""
        for judge, (part, judged) in zip(
            panel.judges(kind, seed), _parts(dataset, panel, seed), strict=True
        ):
            said = ask(judge, part)
            told[judged], found = said.probabilities, found or said.ill
        if found:
            ill.append(found)
        else:
            healthy.append(told)
    if not healthy:
        raise TrainingError(
            "None of the {count} networks learnt enough to judge labels: {finding}.",
            "Look at the data first: the doctor's findings on the Train page say more.",
            count=len(panel.members),
            finding=ill[0],
        )
    return Answers(np.stack(healthy), tuple(ill))


def folds_of(labels: Labels, count: int, seed: int) -> tuple[Indices, ...]:
    """Part the images into folds that have the same share of each class.

    Parameters
    ----------
    labels : ndarray of int64, shape (n,)
    """
    rng = np.random.default_rng(seed)
    place = np.empty(len(labels), np.int64)
    first = 0
    for label in np.unique(labels):
        own = rng.permutation(np.flatnonzero(labels == label))
        # Each class begins where the one before it ended, so that the folds are of one size.
        place[own] = (first + np.arange(len(own))) % count
        first += len(own)
    return tuple(np.flatnonzero(place == fold) for fold in range(count))


class _Teller:
    """Turns the progress of one training into that of the whole panel."""

    def __init__(self, report: Callable[[JudgingProgress], None], panel: Panel) -> None:
        self._report, self._total, self._done = report, panel.trainings, 0

    def tell(self, told: Report) -> None:
        """Report where a training stands."""
        if isinstance(told, Progress):
            fraction = (self._done + told.fraction) / self._total
            progress = JudgingProgress(self._done + 1, self._total, fraction, told.seconds_left)
            self._report(progress)

    def next(self) -> None:
        """Count a training that is over."""
        self._done += 1


def _judge(judge: Judge, part: Dataset, teller: _Teller, control: Control) -> Said:
    """Train a judge, and return what it says of the test images of its part."""
    classes, images = len(part.classes), len(part.train_labels)
    chosen = recipe(judge.kind, classes, images, judge.seed)
    result = _trained(chosen, part, teller, control)
    ill = _ailment(chosen, result)
    if ill or result.test_predictions is None:
        blank = np.zeros((len(part.test_labels), len(part.classes)), np.float32)
        return Said(blank, ill or "untested")
    return Said(probabilities(result.network, result.test_predictions))


def _parts(dataset: Dataset, panel: Panel, seed: int) -> Iterator[tuple[Dataset, Indices]]:
    """Return data sets whose test images are to be judged, and which of the split they are."""
    if panel.split == "test":
        yield dataset, np.arange(len(dataset.test_labels))
        return
    images, labels = dataset.train_images, dataset.train_labels
    for fold in folds_of(labels, panel.folds, seed):
        others = np.ones(len(labels), bool)
        others[fold] = False
        part = replace(
            dataset,
            train_images=images[others],
            train_labels=labels[others],
            test_images=images[fold],
            test_labels=labels[fold],
        )
        yield part, fold


def _trained(chosen: Recipe, part: Dataset, teller: _Teller, control: Control) -> RunResult:
    from core.training.train import train

    control.check()
    result = train(chosen, part, report=teller.tell, control=control)
    if result.ended == "stopped":
        raise Cancelled
    return result


def _ailment(chosen: Recipe, result: RunResult) -> str:
    """Return the code of what spoils a network, empty where it is well.

    The data are not looked at: what is odd about them is what is being looked for.
    """
    if result.ended == "diverged":
        return "diverged"
    found = findings(chosen, result.epochs, result)
    return next((each.code for each in found if each.severity == "bad"), "")


def _check(dataset: Dataset, panel: Panel) -> None:
    if not len(dataset.labels(panel.split)):
        raise DataError(
            "{name} has no images whose labels could be judged.",
            "Choose the other split, or another data set.",
            name=dataset.name,
        )
    counts = np.bincount(dataset.train_labels[dataset.train_labels >= 0], minlength=1)
    met = counts[counts > 0]
    if len(met) < 2 or met.min() < max(FEWEST_OF_A_CLASS, panel.folds):
        raise DataError(
            "{name} has too few training images of a class to judge labels by.",
            "At least {fewest} images of each class are needed.",
            name=dataset.name,
            fewest=max(FEWEST_OF_A_CLASS, panel.folds),
        )
