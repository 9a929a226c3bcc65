"""The one sentence over the images: what a choice shows, and what is confused most."""

from __future__ import annotations

from collections.abc import Sequence

from core.evaluation.mistakes import MistakesReport
from core.evaluation.per_class import Confusion, confusions
from core.evaluation.selection import Selection
from core.phrases import Phrase


def sentence(report: MistakesReport, selection: Selection, names: Sequence[str]) -> Phrase:
    """Say in numbers what was confused with what.

    Parameters
    ----------
    names : sequence of str
        What each class is called.
    """
    found = confusions(report.counts)
    largest = found[0] if found else None
    about = _about(report, selection, names)
    if largest is None:
        return about or Phrase("Every image was read right.")
    if about is None:
        return _largest(largest, names)
    if (largest.true, largest.predicted) == (selection.true, selection.predicted):
        return Phrase("{about}: no confusion is larger.", about=about)
    return Phrase(
        "{about}; the largest confusion is {true} as {predicted} ({n:,}).",
        about=about,
        true=names[largest.true],
        predicted=names[largest.predicted],
        n=largest.count,
    )


def _about(report: MistakesReport, selection: Selection, names: Sequence[str]) -> Phrase | None:
    """Say what is true of the class, or of the two, that were chosen."""
    true, predicted, counts = selection.true, selection.predicted, report.counts
    if true is not None and predicted is not None:
        words = (
            "{n:,} of {total:,} images of {true} are read right"
            if true == predicted
            else "{n:,} of {total:,} images of {true} are read as {predicted}"
        )
        return Phrase(
            words,
            n=int(counts[true, predicted]),
            total=int(counts[true].sum()),
            true=names[true],
            predicted=names[predicted],
        )
    if true is not None:
        return Phrase(
            "{n:,} of {total:,} images of {true} are misread",
            n=int(counts[true].sum() - counts[true, true]),
            total=int(counts[true].sum()),
            true=names[true],
        )
    if predicted is not None:
        return Phrase(
            "{n:,} of {total:,} images that are read as {predicted} are something else",
            n=int(counts[:, predicted].sum() - counts[predicted, predicted]),
            total=int(counts[:, predicted].sum()),
            predicted=names[predicted],
        )
    return None


def _largest(largest: Confusion, names: Sequence[str]) -> Phrase:
    return Phrase(
        "The largest confusion is {true} as {predicted}: {n:,} of {total:,} images.",
        true=names[largest.true],
        predicted=names[largest.predicted],
        n=largest.count,
        total=largest.support,
    )
