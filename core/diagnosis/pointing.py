"""Which images a finding speaks of, so that a person can look at them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.data import pointed
from core.diagnosis.finding import Finding
from core.evaluation.metrics import tied_rows
from core.phrases import Phrase, listed
from core.records import Dataset, Labels, Predictions, SplitName

MOST = 2_000
"""More are not looked through; they are then taken evenly from all."""


@dataclass(frozen=True, eq=False)
class Pointed:
    """Images of one split, and what they are.

    Parameters
    ----------
    indices : ndarray of int64, shape (n,)
        At most `MOST`.
    title : Phrase
        What is so about them.
    """

    split: SplitName
    indices: Labels
    title: Phrase


def point(finding: Finding, dataset: Dataset, test: Predictions | None = None) -> Pointed:
    """Return the images that a finding speaks of.

    Parameters
    ----------
    test : Predictions, optional
        What the network says of the test images; without it none of them are tied.
    """
    split, indices, title = _found(finding, dataset, test)
    if len(indices) > MOST:
        indices = indices[np.linspace(0, len(indices) - 1, MOST).astype(np.int64)]
    return Pointed(split, indices, title)


def _found(
    finding: Finding, dataset: Dataset, test: Predictions | None
) -> tuple[SplitName, Labels, Phrase]:
    train = dataset.train_images
    match finding.shows:
        case "tied":
            tied = np.zeros(0, bool) if test is None else tied_rows(test.outputs)
            return "test", np.flatnonzero(tied), Phrase("outputs that tie")
        case "lost":
            digits = _digits(finding, dataset.classes)
            of_them = np.flatnonzero(np.isin(dataset.test_labels, digits))
            names = listed(dataset.classes[digit] for digit in digits)
            return "test", of_them, Phrase("images of {digits}", digits=names)
        case "doubtful":
            return "train", pointed.doubtful(dataset), Phrase("labels in doubt")
        case "leaked":
            return "test", pointed.leaked(dataset), Phrase("test images that are learnt from")
        case "repeated":
            twice = finding.code == "contradicting-images"
            found = pointed.repeated(train, dataset.train_labels, contradicting=twice)
            return "train", found, Phrase("repeated images")
        case "test":
            return _of_test(finding, dataset)
        case _:
            return _of_part(finding, dataset)


def _of_test(finding: Finding, dataset: Dataset) -> tuple[SplitName, Labels, Phrase]:
    if finding.code == "test-labels-doubtful":
        return "test", pointed.doubtful(dataset, "test"), Phrase("labels in doubt")
    return "test", np.arange(len(dataset.test_labels)), Phrase("test images")


def _of_part(finding: Finding, dataset: Dataset) -> tuple[SplitName, Labels, Phrase]:
    """Return the blank or the inverted images of the part that a finding names."""
    split: SplitName = "test" if finding.values.get("part") == "test" else "train"
    if finding.shows == "blank":
        return split, pointed.blank(dataset.images(split)), Phrase("blank images")
    found = pointed.on_light_paper(dataset.images(split))
    return split, found, Phrase("dark on light paper")


def _digits(finding: Finding, classes: tuple[str, ...]) -> list[int]:
    """Return the digits, or other classes, that a finding names."""
    said = str(finding.values.get("digits", finding.values.get("digit", "")))
    named = set(said.split(", "))
    return [label for label, name in enumerate(classes) if name in named]
