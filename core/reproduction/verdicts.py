"""Whether a measured figure agrees with a published one, given how much such figures vary.

A training is a draw: another seed gives other figures. So a verdict needs a tolerance, each
comes with its reason in words, and each tolerance has a ceiling: where a figure lies inside a
tolerance that is wider, the verdict is "too scattered to tell". That is no agreement, since
figures of other recipes would lie inside it too. Where a figure lies outside even of such a
tolerance, it differs.

The rules, why they are so, and how often each accepts a right training and rejects a wrong
one: ``docs/verdicts.md``. Here is what they share; `curves` and `scores` are of trainings,
`families` and `claims` of what single texts say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.phrases import Phrase

Verdict: TypeAlias = Literal[
    "agrees", "differs", "too scattered to tell", "not reproducible as printed"
]

SIGMAS = 3.0
"""How many standard deviations a figure may be off that is one of many."""

SINGLE_SIGMAS = 1.96
"""The same of a figure that stands alone: one right training in twenty is rejected."""

HALF_A_DIGIT = 5e-5
"""What rounding to four digits after the point may change."""


@dataclass(frozen=True)
class JudgedValue:
    """One published figure beside the measured one.

    Parameters
    ----------
    experiment : str
        The recipe (or the network from scratch).
    what : str
        "loss", "val_accuracy", "test accuracy", or a statement in words.
    epoch : int or None
        Of a figure of one epoch, as the text counts it.
    published, measured : float or str or None
        Words where the text prints no number; None where it prints nothing, or where the
        training ended before.
    tolerance : float or None
        How far they may be apart; None for words.
    verdict : str or None
        None where nothing was published to agree with, or nothing measured yet.
    why : str
        How the tolerance comes about, or why the figure cannot be reproduced.
    """

    experiment: str
    what: str
    published: float | str | None
    measured: float | str | None
    verdict: Verdict | None
    why: str
    epoch: int | None = None
    tolerance: float | None = None


def within(apart: float, tolerance: float, *, scattered: bool = False) -> Verdict:
    """Say whether a distance is inside its tolerance; nan never is.

    `scattered` is whether the tolerance is above its ceiling: then being inside says nothing.
    """
    if not apart <= tolerance:
        return "differs"
    return "too scattered to tell" if scattered else "agrees"


def ended_after(epochs: int) -> Phrase:
    """Say that a training is shorter than the printed one."""
    return Phrase("the training ended after {epochs} epochs", epochs=epochs)


def exact(
    experiment: str, what: str, printed: float, measured: float, *, unit: float = 1.0
) -> JudgedValue:
    """Compare a figure without chance, printed to `unit`."""
    # A hair more than half, for floats that lie on the border.
    tolerance = 0.5 * unit * (1 + 1e-6)
    return JudgedValue(
        experiment,
        what,
        printed,
        measured,
        within(abs(printed - measured), tolerance),
        Phrase("half a unit of the last printed digit"),
        tolerance=tolerance,
    )


def student(z: float, degrees: int) -> float:
    """Return the quantile of Student's t that leaves the same tail as `z` of the normal.

    0 degrees stand for a deviation that is known, not estimated: `z` itself.

    References
    ----------
    Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7.5: within 2 % for
    z = 3 from 5 degrees on.
    """
    if degrees == 0:
        return z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + sum((term / degrees**power for power, term in enumerate(terms, start=1)), 0.0)
