"""What the published texts claim beside their figures, and where their own code contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from core.evaluation.metrics import standard_error
from core.phrases import Phrase
from core.recipes.published import SCRATCH_NAME, PublishedRun, published
from core.reproduction.verdicts import SIGMAS, JudgedValue, Verdict, exact

TIES = Phrase(
    "the printed code ends in ten sigmoids: on raw pixels several outputs of nearly every "
    "image are exactly 1.0 and the lowest digit wins; the losses come from the logits and "
    "agree, the printed accuracies need a softmax"
)


_UNITS = {"training_error": 0.001, "test_error": 0.001}


def posted(item: JudgedValue) -> JudgedValue:
    """Say of an accuracy printed beside code that cannot give it that this is why."""
    if item.what.endswith("accuracy") and item.verdict == "differs":
        return replace(item, verdict="not reproducible as printed", why=TIES)
    return item


def remarks(name: str, printed: PublishedRun) -> Iterator[JudgedValue]:
    """Say where a text calls a network by a name that its own code does not have."""
    if printed.printed_as == "model5":
        yield JudgedValue(
            name,
            Phrase("name beside the printed table and accuracies"),
            "model5",
            "model4",
            "not reproducible as printed",
            Phrase(
                "the text has no model 5: the printed table (64 units in L2, dropout_2, "
                "dropout_3) is that of the code of model 4, from an earlier version of it"
            ),
        )


def fall(name: str, what: str, accuracies: Sequence[float], images: int) -> JudgedValue:
    """Say whether an accuracy falls after its peak by more than chance."""
    peak = int(np.argmax(accuracies))
    tolerance = SIGMAS * standard_error(accuracies[peak], images)
    fell: Verdict = "agrees" if accuracies[peak] - accuracies[-1] > tolerance else "differs"
    return JudgedValue(
        name,
        *statement(what),
        Phrase(
            "{highest:.4f} at epoch {peak}, {last:.4f} at epoch {epochs}",
            highest=accuracies[peak],
            peak=peak + 1,
            last=accuracies[-1],
            epochs=len(accuracies),
        ),
        fell,
        Phrase(
            "falls by more than 3 binomial standard deviations, {tolerance:.4f}; the text has "
            "pictures only",
            tolerance=tolerance,
        ),
    )


def statement(what: str) -> tuple[Phrase, Phrase]:
    """Return which accuracy falls, and that it does, as the question says it."""
    return Phrase("{what} after its peak", what=what), Phrase("falls after epoch 30")


def judged_row(epoch: int, measured: Sequence[float]) -> Iterator[JudgedValue]:
    """Judge the four numbers that the tutorial prints after an epoch, which counts from 0."""
    whole = published(SCRATCH_NAME)
    assert whole is not None
    for (what, values), value in zip(whole.curves.items(), measured, strict=True):
        unit = _UNITS.get(what, 0.0001)
        yield replace(exact(SCRATCH_NAME, what, values[epoch], value, unit=unit), epoch=epoch)
