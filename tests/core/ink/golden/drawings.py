"""Ten digits as pens write them, and the pictures that preprocessing made of them once.

``python -m tests.core.ink.golden.drawings`` draws the pictures anew, for when MNIST's recipe is
meant to be followed in another way: look at them before they are kept.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from core.ink.preprocess import prepare
from core.records import Ink

PICTURES = Path(__file__).with_name("digits.png")
"""Ten images of 28x28 in a row, 0 to 9."""

SHEET = (100.0, 100.0)


def _stroke(text: str) -> np.ndarray:
    return np.array([pair.split(",") for pair in text.split()], np.float32)


DIGITS: tuple[tuple[np.ndarray, ...], ...] = (
    # 0, and a slash through it.
    (
        _stroke("52,18 34,28 28,52 36,76 54,82 70,68 74,46 66,24 52,18"),
        _stroke("76,14 24,88"),
    ),
    # 1, with a flag and a base.
    (_stroke("38,34 52,16 52,84"), _stroke("36,84 68,84")),
    (_stroke("28,34 40,18 62,20 66,38 48,60 26,82 74,80"),),
    (_stroke("28,24 50,14 66,28 44,48 68,66 52,86 26,80"),),
    # 4, open at the top, in two strokes.
    (_stroke("36,16 28,54 72,54"), _stroke("64,18 62,86")),
    (_stroke("34,20 32,48 56,44 68,62 54,84 28,80"), _stroke("34,20 70,18")),
    (_stroke("60,14 36,40 28,66 44,86 66,74 60,54 34,60"),),
    # 7, with a bar.
    (_stroke("28,20 72,20 54,52 42,86"), _stroke("36,52 64,50")),
    (_stroke("64,28 48,16 34,30 50,46 68,66 50,86 32,68 48,48 64,28"),),
    (_stroke("66,34 48,18 34,34 46,50 66,36 66,86"),),
)
"""Strokes of each digit, on a sheet of 100 by 100."""


def drawn(digit: int) -> Ink:
    """Return the ink of a digit."""
    return Ink(DIGITS[digit], sheet=SHEET)


def main() -> None:
    """Write the pictures."""
    images = [prepare(drawn(digit)).centred for digit in range(10)]
    Image.fromarray(np.concatenate(images, axis=1)).save(PICTURES)


if __name__ == "__main__":
    main()
