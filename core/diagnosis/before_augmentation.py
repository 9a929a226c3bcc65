"""Before the start: whether augmentation leaves images what they are called."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.data.facts import DataFacts
from core.diagnosis.cure import Cure
from core.diagnosis.finding import Finding
from core.records import Augmentation, Recipe

MOST_ROTATION = 60.0
"""Degrees. On 3,200 digits 30 costs nothing, 45 two to four points, 60 four to nine."""

MOST_SHIFT = 6.0
"""Pixels of 28. On 3,200 digits 4 costs one to four points, 6 seven to ten."""

MOST_SHEAR = 1.5
"""Pixels a row. On 3,200 digits .8 costs nothing, 1.2 one to two points, 2 three to five."""

MOST_BENT = 5.0
"""Root mean square in pixels. On 3,200 digits 2 costs nothing, 4 one to five points, 6 five to
nine; small convolutions suffer more."""

MOST_NON_DIGITS = 0.85
"""Share of the images. On 3,200 digits .8 costs two points, .9 four to nine."""

MOST_TOGETHER = 1.0
"""Sum of the squares of turn, shift, slant and bend, each beside its own most: 1 is one of them
at its most. In eight epochs on 1,600 digits the usual ones (.23) cost nothing, .6 to .9 eight
to ten points, 1.1 seventeen, 1.4 thirty."""


@dataclass(frozen=True)
class _Wild:
    """A field of `Augmentation`: from where on it does harm, what is usual, what is said."""

    field: str
    most: float
    usual: float
    finding: Finding


def wild_augmentation(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See changes to images after which they are other digits, or none.

    A scale is none of them: at the most that a recipe may have, half to twice the size, it
    costs two points.
    """
    changes = recipe.augmentation
    if changes is None:
        return None
    wild = next((one for one in _WILD if getattr(changes, one.field) >= one.most), None)
    if wild is None:
        return _wild_together(changes)
    value = getattr(changes, wild.field)
    return replace(
        wild.finding,
        values={"value": value, "percent": 100 * value},
        remedy=_tamed(changes),
    )


def _wild_together(changes: Augmentation) -> Finding | None:
    """See changes that may each be borne, and together may not."""
    moved = [one for one in _WILD if one.field != "non_digits"]
    if sum((getattr(changes, one.field) / one.most) ** 2 for one in moved) < MOST_TOGETHER:
        return None
    return Finding(
        "wild-augmentation",
        "warn",
        "Training images are turned by up to {rotation:.0f} degrees, shifted by up to "
        "{shift:.2g} pixels, slanted by up to {shear:.2g} pixels a row and bent by "
        "{elastic:.2g} pixels in the mean, all at once.",
        "Each of these alone may leave a digit what it is. Together they leave so many shapes "
        "that the network learns far fewer of them, and some that look like another digit.",
        "Change the images less.",
        {one.field: getattr(changes, one.field) for one in moved},
        remedy=_tamed(changes),
    )


def _tamed(changes: Augmentation) -> Cure:
    usual = {one.field: min(getattr(changes, one.field), one.usual) for one in _WILD}
    return Cure((("augmentation", replace(changes, **usual)),))


_WILD = (
    _Wild(
        "rotation",
        MOST_ROTATION,
        15.0,
        Finding(
            "wild-augmentation",
            "warn",
            "Training images are turned by up to {value:.0f} degrees.",
            "Turned so far, one sign looks like another, as a 6 looks like a 9: the labels of "
            "turned images are then wrong.",
            "Turn by at most 15 degrees.",
            {},
        ),
    ),
    _Wild(
        "shift",
        MOST_SHIFT,
        2.0,
        Finding(
            "wild-augmentation",
            "warn",
            "Training images are shifted by up to {value:.0f} pixels.",
            "Digits fill 20 of the 28 pixels: shifted by more than 4 they lose their ends, and "
            "look like others or like nothing.",
            "Shift by at most 2 pixels.",
            {},
        ),
    ),
    _Wild(
        "shear",
        MOST_SHEAR,
        0.2,
        Finding(
            "wild-augmentation",
            "warn",
            "Training images are slanted by up to {value:.2g} pixels a row.",
            "Slanted so far, a digit is drawn out beyond the picture, and looks like no "
            "writing.",
            "Slant by at most .2.",
            {},
        ),
    ),
    _Wild(
        "elastic",
        MOST_BENT,
        1.0,
        Finding(
            "wild-augmentation",
            "warn",
            "Training images are bent by {value:.2g} pixels in the mean.",
            "A stroke is about 3 pixels wide: bent by more than that, lines cross and tear, "
            "and what comes out is another digit or none.",
            "Bend by 1 pixel.",
            {},
        ),
    ),
    _Wild(
        "non_digits",
        MOST_NON_DIGITS,
        0.2,
        Finding(
            "wild-augmentation",
            "warn",
            "{percent:.0f} % of the training images are replaced by what is no digit.",
            "Few digits are left to learn from: the network learns mostly to be unsure.",
            "Replace a fifth at most.",
            {},
        ),
    ),
)

AUGMENTATION_RULES = (wild_augmentation,)
"""Each looks at a recipe; its data does not matter here."""
