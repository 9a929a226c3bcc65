"""Two families of seeds: those that lose a digit to the end, and those that get it back.

A blog's notes tell of trainings of one program that end near .98, and of others that end at .89
with one digit never predicted. A mean over seeds describes neither, so each seed's fate is told
and the printed log is set beside the seeds that were freed as it was. The rules and their
measured chances: ``docs/verdicts.md``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evaluation.metrics import LOST_RECALL, lost_digits
from core.phrases import Phrase
from core.recipes.published import PublishedRun
from core.records import EpochReport
from core.reproduction.verdicts import JudgedValue, Verdict, within

TOLD_TRAININGS, TOLD_LOST = 7, 5
"""How many trainings the notes tell of, and in how many a digit is lost.

Lost: all 0s; all 1s; all 9s and 3s; the one that stays at .77; the printed log for 15 epochs.
Not lost: the one that reaches .97 and .98 after it, and the one that begins at .95.
"""

UNLIKELY = 0.05
"""Below this probability two shares of seeds are not of the same program."""

FEWEST_SEEDS = 5
"""With fewer seeds even none against five in seven could be chance (p = .06 of four)."""

FREED_FACTOR, FREED_CEILING = 2.0, 4.0
"""How many times earlier or later than all seeds the log may be, and the most they may span."""

APART_FACTOR = 1.5
"""How much farther the log may lie from the freed seeds than they lie from each other."""

APART_CEILING = {"loss": 0.25, "accuracy": 0.025}
"""How far freed seeds may lie from each other (of a loss relative to it) for that to tell."""

_CALLED = {
    "loss": Phrase("training loss"),
    "accuracy": Phrase("training accuracy"),
    "val_loss": Phrase("test loss"),
    "val_accuracy": Phrase("test accuracy"),
}

FEWEST_FREED, FEWEST_AFTER = 3, 5
"""Seeds that were freed, and their epochs after it, to compare curves by."""

Doubles = NDArray[np.float64]
Run = Sequence[EpochReport]


@dataclass(frozen=True)
class Fate:
    """What became of the digits of one seed.

    Parameters
    ----------
    lost : dict of int to tuple of int
        The digits that were lost for a while or to the end, each with the epochs after which.
    freed : int or None
        The first epoch from which on none is lost; None where none ever was, or one is to
        the end.
    """

    lost: dict[int, tuple[int, ...]]
    freed: int | None
    epochs: int

    @property
    def to_the_end(self) -> tuple[int, ...]:
        """The digits that are lost after the last epoch."""
        return tuple(digit for digit, where in self.lost.items() if where[-1] == self.epochs)


def fate(run: Run) -> Fate:
    """Return the fate of a seed whose epochs were scored on images of all digits."""
    lost: dict[int, tuple[int, ...]] = {}
    for place, epoch in enumerate(run, start=1):
        for digit in lost_digits(epoch.val_score) if epoch.val_score else ():
            lost[digit] = (*lost.get(digit, ()), place)
    last = max((where[-1] for where in lost.values()), default=0)
    return Fate(lost, last + 1 if 0 < last < len(run) else None, len(run))


def losses_of_digits(name: str, runs: Sequence[tuple[str, Run]], *, told: bool) -> JudgedValue:
    """Say which seeds lose a digit, and whether so many do as in the text.

    Parameters
    ----------
    runs : sequence of (str, epochs)
        Each with what it is called: "seed 3".
    told : bool
        Whether the text tells of this training; else there is nothing to agree with.
    """
    fates = [(seed, fate(run)) for seed, run in runs]
    lost = [(seed, one) for seed, one in fates if one.lost]
    stories = joined(
        [Phrase("{seed}: {story}", seed=seed, story=_story(one)) for seed, one in lost]
    )
    summary = Phrase("{lost} of {seeds} seeds", lost=len(lost), seeds=len(fates))
    if stories:
        summary = Phrase("{summary} ({stories})", summary=summary, stories=stories)
    what, limit = Phrase("seeds that lose a digit"), 100 * LOST_RECALL
    if not told:
        why = Phrase(
            "the text does not try it; a digit is lost when its recall on the test images is "
            "below {limit:g} % after an epoch",
            limit=limit,
        )
        return JudgedValue(name, what, None, summary, None, why)
    chance = _fisher(len(lost), len(fates), TOLD_LOST, TOLD_TRAININGS)
    few = len(fates) < FEWEST_SEEDS
    verdict = within(UNLIKELY, chance, scattered=few)
    why = Phrase(
        "Fisher's exact test: such shares differ by chance with probability {chance:.2f}, and "
        "below {least} they differ; a digit is lost when its recall on the test images is "
        "below {limit:g} %",
        chance=chance,
        least=UNLIKELY,
        limit=limit,
    )
    if verdict == "too scattered to tell":
        why = Phrase("fewer than {n} seeds cannot tell two shares apart", n=FEWEST_SEEDS)
    words = Phrase("{lost} of {all} trainings told of", lost=TOLD_LOST, all=TOLD_TRAININGS)
    return JudgedValue(name, what, words, summary, verdict, why)


def freeing(name: str, printed: PublishedRun, runs: Sequence[Run]) -> Iterator[JudgedValue]:
    """Say when the lost digits come back, and how far the freed seeds lie from the log."""
    assert printed.freed is not None
    freed = [(run, one.freed) for run in runs if (one := fate(run)).freed is not None]
    epochs = sorted(epoch for _, epoch in freed if epoch is not None)
    yield _when(name, printed.freed, epochs)
    for what, values in printed.curves.items():
        after = [
            np.array([getattr(epoch, what) for epoch in run[at:]], np.float64)
            for run, at in freed
            if at is not None and len(run) - at >= FEWEST_AFTER
        ]
        yield _apart(name, what, np.array(values[printed.freed :], np.float64), after)


def nearest(printed: PublishedRun, runs: Sequence[Run]) -> Run:
    """Return the seed whose losses lie nearest to the printed ones."""

    def far(run: Run) -> float:
        mine = np.array([epoch.loss for epoch in run[: len(printed.curves["loss"])]])
        return _distance("loss", np.array(printed.curves["loss"][: len(mine)]), mine)

    return min(runs, key=far)


def _when(name: str, printed: int, epochs: Sequence[int]) -> JudgedValue:
    what = Phrase("epoch from which on no digit is lost")
    if not epochs:
        why = Phrase("no seed lost a digit and got it back")
        return JudgedValue(name, what, printed, None, None, why)
    low, high = epochs[0] / FREED_FACTOR, epochs[-1] * FREED_FACTOR
    inside = 0.0 if low <= printed <= high else 1.0
    verdict = within(
        inside,
        0.5,
        scattered=len(epochs) < FEWEST_FREED or epochs[-1] > FREED_CEILING * epochs[0],
    )
    why = Phrase(
        "between half the earliest and twice the latest of the seeds that lost a digit and got "
        "it back; too scattered where these are fewer than {few} or span a factor above "
        "{ceiling:g}",
        few=FEWEST_FREED,
        ceiling=FREED_CEILING,
    )
    return JudgedValue(name, what, printed, ", ".join(map(str, epochs)), verdict, why)


def _apart(name: str, curve: str, printed: Doubles, after: Sequence[Doubles]) -> JudgedValue:
    """Set the log's distance from the freed seeds beside theirs from each other."""
    what = Phrase("after it, distance of {curve} from the log", curve=_CALLED[curve])
    words = Phrase("the printed log")
    if not after:
        why = Phrase("no seed lost a digit and got it back")
        return JudgedValue(name, what, words, None, None, why)
    far = float(np.mean([_distance(curve, printed, one) for one in after]))
    own = [
        float(np.mean([_distance(curve, one, other) for other in after if other is not one]))
        for one in after
        if len(after) > 1
    ]
    widest = max(own, default=math.inf)
    ceiling = APART_CEILING["loss" if curve.endswith("loss") else "accuracy"]
    scattered = len(after) < FEWEST_FREED or widest > ceiling
    verdict: Verdict = within(far, APART_FACTOR * widest, scattered=scattered)
    why = Phrase(
        "epochs counted from the freeing, root mean square; the freed seeds lie {widest:.3f} "
        "from each other, and {factor:g} times that is allowed; too scattered where they are "
        "fewer than {few} or lie farther apart than {ceiling:g}",
        widest=widest,
        factor=APART_FACTOR,
        few=FEWEST_FREED,
        ceiling=ceiling,
    )
    return JudgedValue(name, what, words, f"{far:.3f}", verdict, why)


def _distance(curve: str, a: Doubles, b: Doubles) -> float:
    """Return the root mean square of what two curves differ by, as far as both go."""
    epochs = min(len(a), len(b))
    a, b = a[:epochs], b[:epochs]
    with np.errstate(divide="ignore", invalid="ignore"):
        off = np.log(a / b) if curve.endswith("loss") else a - b
    return float(np.sqrt(np.mean(off**2)))


def _story(one: Fate) -> Phrase | str:
    """Tell the lost digits and after which epochs."""
    return joined(
        [
            Phrase("digit {digit} after epoch {spans}", digit=digit, spans=spans(where))
            for digit, where in one.lost.items()
        ]
    )


def joined(parts: Sequence[Phrase]) -> Phrase | str:
    """Put phrases behind each other so that each can still be translated; empty of none."""
    if not parts:
        return ""
    whole = parts[0]
    for part in parts[1:]:
        whole = Phrase("{before}; {after}", before=whole, after=part)
    return whole


def spans(numbers: Sequence[int]) -> str:
    """Write ascending numbers with their runs put together: "1-3 7"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return " ".join(f"{low}" if low == high else f"{low}-{high}" for low, high in found)


def _fisher(k: int, n: int, of_k: int, of_n: int) -> float:
    """Return Fisher's exact two-sided probability that two shares differ as much by chance.

    References
    ----------
    Fisher, "On the interpretation of chi-square from contingency tables, and the calculation
    of P", Journal of the Royal Statistical Society 85, 1922.
    """
    hits = k + of_k

    def ways(first: int) -> int:
        return math.comb(n, first) * math.comb(of_n, hits - first)

    possible = range(max(0, hits - of_n), min(n, hits) + 1)
    every = [ways(first) for first in possible]
    return sum(one for one in every if one <= ways(k)) / sum(every)
