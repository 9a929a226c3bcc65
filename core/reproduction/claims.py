"""What the published texts claim beside their figures, and where their own code contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

import numpy as np

from core.data.mnist import images_of
from core.evaluation.metrics import standard_error
from core.layers import Dropout, NetworkSpec, parameter_count, summary
from core.phrases import Phrase
from core.recipes.published import SCRATCH_NAME, PublishedRun, published
from core.records import EpochReport
from core.reproduction.curves import curve
from core.reproduction.verdicts import SIGMAS, JudgedValue, Verdict, exact, within

TIES = Phrase(
    "the printed code ends in ten sigmoids: on raw pixels several outputs of nearly every "
    "image are exactly 1.0 and the lowest digit wins; the losses come from the logits and "
    "agree, the printed accuracies need a softmax"
)


FALLS = Phrase("falls")
PRINTED_ONSET, ONSET_OFF = 30, 5
"""From which epoch on the question sees both accuracies fall, and how far that may be off.

It is read off a picture of fifty epochs whose axis is marked in tens: half a mark.
"""

SEEDS_APART = 11
"""So many epochs lie between the earliest and the latest onset of twenty seeds of one recipe.

Measured for text 000's on a sixth of the images, on the test images (9 in training); three
whole seeds lie 9 and 4 apart.
"""

VISIBLE_FALL = 0.005
"""How far an accuracy must be below its peak to be seen in such a picture: half a point."""

POSTED_ACCURACIES = (0.15, 0.45)
"""Between which the accuracies of the code with ten sigmoids on raw pixels lie."""

MOSTLY_TIED = 0.5
"""Share of images with several largest outputs from which on ties decide the accuracy."""

LOGITS_APART = 0.06
"""How far a training accuracy may be from the test accuracy by logits after the epoch.

The printed tables themselves have up to .054 between the two, in the first epoch.
"""

_UNITS = {"training_error": 0.001, "test_error": 0.001}


def posted(
    item: JudgedValue, printed: PublishedRun, runs: Sequence[Sequence[EpochReport]]
) -> JudgedValue:
    """Say of an accuracy printed beside code that cannot give it that this is why.

    Only where this is what was measured: most images tie, the accuracy is what the posted
    code gives, and the logits give what is printed. Any other accuracy is wrong and stays so.
    """
    if item.verdict in (None, "agrees") or not item.what.endswith("accuracy"):
        return item
    if item.epoch is None or not isinstance(item.measured, float):
        return item
    low, high = POSTED_ACCURACIES
    scores = [run[item.epoch - 1].val_score for run in runs]
    known = [one for one in scores if one is not None]
    tied = bool(known) and min(one.tied for one in known) >= MOSTLY_TIED
    if tied and low <= item.measured <= high and _by_logits(item, printed, runs):
        return replace(item, verdict="not reproducible as printed", why=TIES)
    return item


def _by_logits(
    item: JudgedValue, printed: PublishedRun, runs: Sequence[Sequence[EpochReport]]
) -> bool:
    """Return whether the printed accuracy is that of the largest logit on the test images.

    The running mean over the training images has no such figure; at these settings it lies
    within `LOGITS_APART` of it.
    """
    assert item.epoch is not None
    scores = [[one for epoch in run if (one := epoch.val_score) is not None] for run in runs]
    columns = [[one.logit_accuracy for one in run] for run in scores]
    if item.what == "val_accuracy":
        values, images = printed.curves[item.what], images_of(item.what)
        judged = curve(item.experiment, item.what, values, columns, images=images)
        return judged[item.epoch - 1].verdict != "differs"
    mean = float(np.mean([column[item.epoch - 1] for column in columns]))
    return isinstance(item.published, float) and abs(item.published - mean) <= LOGITS_APART


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


def layers(name: str, printed: PublishedRun, network: NetworkSpec) -> Iterator[JudgedValue]:
    """Judge the printed table of layers: each count, the dropout rows, and the total."""
    rows = summary(network) if printed.layers else ()
    kinds = network.layers if printed.layers else ()
    for (called, count), row, layer in zip(printed.layers, rows, kinds, strict=True):
        what = Phrase("parameters of {layer}", layer=called)
        if called.startswith("dropout") != isinstance(layer, Dropout):
            why = Phrase("the layer here is a {kind}", kind=row.kind)
            yield JudgedValue(name, what, count, row.parameters, "differs", why)
        else:
            yield exact(name, what, count, row.parameters)
    if printed.parameters is not None:
        total = parameter_count(network)
        yield exact(name, Phrase("parameters"), printed.parameters, total)


def fall(
    name: str, what: str, accuracies: Sequence[float], images: int
) -> tuple[JudgedValue, JudgedValue]:
    """Say whether an accuracy falls after its peak, and from where.

    It does where it ends lower by more than chance, and by as much as one sees in a picture:
    near an accuracy of 1 chance alone is less than three images in 10,000.
    """
    peak = int(np.argmax(accuracies))
    tolerance = max(SIGMAS * standard_error(accuracies[peak], images), VISIBLE_FALL)
    fell = accuracies[peak] - accuracies[-1] > tolerance
    course = Phrase(
        "{highest:.4f} at epoch {peak}, {last:.4f} at epoch {epochs}",
        highest=accuracies[peak],
        peak=peak + 1,
        last=accuracies[-1],
        epochs=len(accuracies),
    )
    why = Phrase(
        "falls by more than {tolerance:.4f}: 3 binomial standard deviations, and as far as one "
        "sees; the text has pictures only",
        tolerance=tolerance,
    )
    falls, begins = statements(what)
    onset = falls_from(accuracies) if fell else None
    return (
        JudgedValue(name, falls, FALLS, course, "agrees" if fell else "differs", why),
        JudgedValue(
            name,
            begins,
            PRINTED_ONSET,
            onset,
            onset_verdict(PRINTED_ONSET, onset),
            Phrase(
                "the first epoch from which on it stays {fall:.3f} or more below its peak, as "
                "far as one sees in a picture; the text reads 30 off its own, and seeds lie up "
                "to {apart} epochs apart",
                fall=VISIBLE_FALL,
                apart=SEEDS_APART,
            ),
            tolerance=ONSET_OFF,
        ),
    )


def onset_verdict(printed: int, measured: int | None) -> Verdict:
    """Judge from where an accuracy falls: another seed's onset proves little.

    Within half a mark of the picture's axis it agrees; farther off by what seeds lie apart it
    cannot be told; farther, or where nothing falls, it differs.
    """
    apart = inf if measured is None else abs(measured - printed)
    if apart <= ONSET_OFF:
        return "agrees"
    return within(apart, ONSET_OFF + SEEDS_APART, scattered=True)


def falls_from(accuracies: Sequence[float]) -> int | None:
    """Return the first epoch from which on an accuracy stays visibly below its peak."""
    low = np.array(accuracies) < max(accuracies) - VISIBLE_FALL
    if not low[-1]:
        return None
    high = np.flatnonzero(~low)
    return int(high[-1]) + 2


def statements(what: str) -> tuple[Phrase, Phrase]:
    """Return what is judged of an accuracy that falls: that it does, and from where."""
    return (
        Phrase("{what} after its peak", what=what),
        Phrase("epoch from which on {what} is falling", what=what),
    )


def judged_row(epoch: int, measured: Sequence[float]) -> Iterator[JudgedValue]:
    """Judge the four numbers that the tutorial prints after an epoch, which counts from 0."""
    whole = published(SCRATCH_NAME)
    assert whole is not None
    for (what, values), value in zip(whole.curves.items(), measured, strict=True):
        unit = _UNITS.get(what, 0.0001)
        yield replace(exact(SCRATCH_NAME, what, values[epoch], value, unit=unit), epoch=epoch)
