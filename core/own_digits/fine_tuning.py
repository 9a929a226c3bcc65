"""Teach a network one person's hand without letting it forget everyone else's.

The person's digits are mixed with images of the data set, four of those for each of theirs,
and all are changed at random: a network that sees only a few new digits soon forgets the
rest (McCloskey and Cohen 1989, "Catastrophic interference"). Half of the person's digits,
where there are enough, are kept out of the training: what it says of them is honest.

In order: both tallies before, the training, both tallies after. Whoever stops it gets nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from core.control import Control, StopToken
from core.errors import Cancelled, DataError, TrainingError
from core.records import (
    DIGITS,
    Augmentation,
    Dataset,
    Images,
    Labels,
    Network,
    Optimizer,
    Phase,
    Recipe,
    Report,
    TrainingState,
)

OTHERS = 4
"""Images of the data set for each of the person's."""

MOST_OTHERS = 8_000
"""More images of the data set take longer and change nothing."""

NON_DIGITS = 0.12
"""Share of images replaced by non-digits, lest it forgets how to doubt. The network that ships,
taught fifty digits of one writer, rejected 95.4 % of non-digits afterwards, 97.4 % before
(`tests.benchmarks.fine_tuning`)."""

HOLD_OUT_FROM = 20
"""With fewer digits than this, all are learnt from, and their score says so."""


@dataclass(frozen=True)
class Tally:
    """How many of so many images were read right."""

    right: int
    images: int

    @property
    def accuracy(self) -> float:
        """The fraction of them; nan without images."""
        return self.right / self.images if self.images else float("nan")


@dataclass(frozen=True, eq=False)
class FineTuned:
    """What fine-tuning gave.

    Parameters
    ----------
    network : Network
        The changed network; temperature and rejection stay those of the one before.
    own_before, own_after : Tally
        On the person's digits: those held out, if `held_out`, else all of them.
    test_before, test_after : Tally
        On the test images of the data set.
    held_out : bool
        Whether the person's digits were scored on ones that were not learnt from.
    """

    network: Network
    own_before: Tally
    own_after: Tally
    test_before: Tally
    test_after: Tally
    held_out: bool


def fine_tune(
    network: Network,
    own_images: Images,
    own_labels: Labels,
    dataset: Dataset,
    *,
    report: Callable[[Report], None],
    control: Control,
    seed: int = 0,
) -> FineTuned:
    """Train `network` on the person's digits mixed with images of the data set.

    Parameters
    ----------
    own_images, own_labels : ndarray
        uint8 (n, 28, 28) as preprocessing gave them, and their right digits.

    report : callable
        Is handed what `train` reports, and `Phase("testing")` before and after it.

    Raises
    ------
    DataError
        If there is nothing to learn from, or network or data have other classes than the
        ten digits.
    Cancelled
        If `control` asks to stop: half of it is none.
    TrainingError
        If the loss became no number.
    """
    if not len(own_labels) or not len(dataset.train_labels):
        raise DataError(
            "There is nothing to learn from: {own} own digits, {others} of the data set.",
            "Draw a few digits and save them with their right labels.",
            own=len(own_labels),
            others=len(dataset.train_labels),
        )
    if not network.fits(DIGITS) or dataset.classes != DIGITS:
        raise DataError(
            "Your hand is kept as the ten digits; the network, or the data set, has other "
            "classes.",
            "Use a network and a data set of the digits.",
        )
    learnt, scored = _divide(own_labels)
    own = own_images[scored], own_labels[scored]
    test = dataset.test_images, dataset.test_labels
    report(Phase("testing"))
    own_before, test_before = (_tally(network, *part, control) for part in (own, test))
    rng = np.random.default_rng(seed)
    mixed = _mix(own_images[learnt], own_labels[learnt], dataset, rng)
    tuned = _train(network, mixed, report, control, seed)
    report(Phase("testing"))
    own_after, test_after = (_tally(tuned, *part, control) for part in (own, test))
    return FineTuned(
        network=tuned,
        own_before=own_before,
        own_after=own_after,
        test_before=test_before,
        test_after=test_after,
        held_out=len(learnt) < len(own_labels),
    )


def _train(
    network: Network,
    mixed: Dataset,
    report: Callable[[Report], None],
    control: Control,
    seed: int,
) -> Network:
    from core.training.train import train

    start = TrainingState(network, (), 0)
    result = train(_recipe(network, seed), mixed, report=report, control=control, start=start)
    if result.ended == "stopped":
        raise Cancelled
    if result.ended == "diverged":
        raise TrainingError(
            "The network cannot be taught: its loss became no number.",
            "Choose another network.",
        )
    return replace(network, weights=result.network.weights, classes=DIGITS)


def _recipe(network: Network, seed: int) -> Recipe:
    """Return small steps and mild changes: the network is nearly right already.

    One that can say "not a digit" goes on seeing some: without them it forgets how.
    """
    changes = Augmentation(rotation=8, scale=0.1, shear=0.1, shift=1, elastic=0.5)
    if network.reject_below > 0:
        changes = replace(changes, non_digits=NON_DIGITS)
    return Recipe(
        name="my-hand",
        network=network.spec,
        optimizer=Optimizer("adam", 0.0003),
        batch_size=64,
        epochs=4,
        validation=None,
        seed=seed,
        schedule="cosine",
        augmentation=changes,
    )


def _divide(labels: Labels) -> tuple[Labels, Labels]:
    """Return the places of the digits to learn from, and of those to score on.

    Of each digit every other one, in the order in which they were kept: one that is held
    out now is held out of later trainings too, when more were drawn.
    """
    places = np.arange(len(labels))
    if len(labels) < HOLD_OUT_FROM:
        return places, places
    # Which one of its digit each is: 0 for the first 3, 1 for the second 3 ...
    turn = np.array([int((labels[:place] == labels[place]).sum()) for place in places])
    return places[turn % 2 == 0], places[turn % 2 == 1]


def _mix(images: Images, labels: Labels, dataset: Dataset, rng: np.random.Generator) -> Dataset:
    """Repeat the person's digits so that they are one in five of what is learnt from."""
    others = min(len(dataset.train_labels), MOST_OTHERS)
    repeats = max(1, others // (OTHERS * len(labels)))
    others = min(others, OTHERS * repeats * len(labels))
    chosen = rng.permutation(len(dataset.train_labels))[:others]
    return replace(
        dataset,
        train_images=np.concatenate(
            [np.tile(images, (repeats, 1, 1)), dataset.train_images[chosen]]
        ),
        train_labels=np.concatenate([np.tile(labels, repeats), dataset.train_labels[chosen]]),
        test_images=dataset.test_images[:0],
        test_labels=dataset.test_labels[:0],
    )


def _tally(network: Network, images: Images, labels: Labels, stop: StopToken) -> Tally:
    from core.training.scoring import predict

    given = predict(network, images, stop=stop)
    return Tally(int((given.digits == labels).sum()), len(labels))
