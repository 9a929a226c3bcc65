"""A part of the training images set aside for testing, where a data set has no test images."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.data.oddities import oddities
from core.errors import DataError
from core.phrases import Phrase
from core.records import Dataset

SHARE = 0.2
"""What is held out unless somebody says otherwise."""

_SEED = 0


def hold_out(dataset: Dataset, share: float = SHARE, seed: int = _SEED) -> Dataset:
    """Return the data set with a share of its training images as test images.

    The same share of each class, chosen at random by `seed`; what stays keeps its order.

    Raises
    ------
    DataError
        When there are test images already, or too few images to part.
    """
    if len(dataset.test_labels):
        raise DataError(
            "{name} has {count} test images already.",
            "Hold out only where there are none.",
            name=dataset.name,
            count=len(dataset.test_labels),
        )
    chosen = np.zeros(len(dataset.train_labels), bool)
    rng = np.random.default_rng(seed)
    for label in range(len(dataset.classes)):
        own = rng.permutation(np.flatnonzero(dataset.train_labels == label))
        chosen[own[: round(share * len(own))]] = True
    if not chosen.any() or chosen.all():
        raise DataError(
            "{name} has too few images to hold out {percent} % of each class.",
            "Hold out another share, or take more images.",
            name=dataset.name,
            percent=f"{100 * share:g}",
        )
    parted = replace(
        dataset,
        train_images=dataset.train_images[~chosen],
        train_labels=dataset.train_labels[~chosen],
        test_images=dataset.train_images[chosen],
        test_labels=dataset.train_labels[chosen],
    )
    note = Phrase(
        "{count} of {all} training images ({percent} % of each class, seed {seed}) are held "
        "out for testing.",
        count=int(chosen.sum()),
        all=len(chosen),
        percent=f"{100 * share:g}",
        seed=seed,
    )
    odd = set(oddities(dataset))
    kept = [said for said in dataset.notes if said not in odd]
    return replace(parted, notes=(*kept, note, *oddities(parted)))
