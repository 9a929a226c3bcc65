"""Every kind of drawing that is no digit, as often as it is wanted among the others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.augmentation import scribbles, shapes
from core.augmentation.doodles import doodle
from core.augmentation.hands import Drawing, dense, unit
from core.augmentation.letter_parts import letter_like
from core.augmentation.signs import sign, word

DrawKind = Callable[[np.random.Generator], Drawing]

_SPACING = 0.06
"""Of the points along straight lines, as a share of the drawing: a pen leaves many."""


def drawn_kind(number: int, rng: np.random.Generator) -> Drawing:
    """Draw one of the kinds, in turn by `number`; its longer side is 1."""
    return [dense(path, _SPACING) for path in unit(KINDS[number % len(KINDS)](rng))]


_SCRIBBLES: tuple[DrawKind, ...] = (
    *(scribbles.scribble, scribbles.wander, scribbles.wander, scribbles.zigzag),
    *(scribbles.spiral, scribbles.spiral, scribbles.loops, scribbles.crossed_out),
    *(scribbles.roaming,) * 6,
    *(scribbles.joined, scribbles.joined, scribbles.angular, scribbles.angular),
    *(scribbles.waves, scribbles.strokes, scribbles.hatching, scribbles.blot),
)
_LETTERS: tuple[DrawKind, ...] = (*(letter_like,) * 7, *(sign,) * 10, word, word, word)
_SHAPES: tuple[DrawKind, ...] = (
    *(shapes.lattice, shapes.lattice, shapes.stem_and_bows, shapes.corner, shapes.corner),
    *(shapes.arc, shapes.ring, *(shapes.dashes,) * 3, shapes.dots, shapes.polygon),
    *(shapes.polygon, shapes.cross, *(doodle,) * 6),
)
KINDS: tuple[DrawKind, ...] = (*_SCRIBBLES, *_LETTERS, *_SHAPES)
"""All of them: a third scribbles, a third letters, signs and words, a third shapes."""
