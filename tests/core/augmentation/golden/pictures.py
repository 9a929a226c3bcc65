"""Two of each way to draw what training learns from, and their pictures, looked at once.

``python -m tests.core.augmentation.golden.pictures`` draws them anew, for when they are meant
to be other ones: look at them before they are kept.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from core.augmentation.digit_styles import styled
from core.augmentation.drawn_digits import drawn_digits
from core.augmentation.hands import by_another_hand, inked
from core.augmentation.non_digit_kinds import KINDS, drawn_kind

PICTURES = Path(__file__).with_name("pictures.png")
"""Images of 28x28, `COLUMNS` in a row: digits, ways to write digits, what is no digit."""

COLUMNS = 30


def drawn() -> np.ndarray:
    """Return the images, uint8 (n, 28, 28)."""
    digits, labels = drawn_digits(60, np.random.default_rng(1))
    digits = digits[np.argsort(labels, kind="stable")]
    ways = [_inked(styled(np.random.default_rng(seed))[0], seed) for seed in range(60)]
    order = np.argsort([styled(np.random.default_rng(s))[1] for s in range(60)], kind="stable")
    kinds = [KINDS.index(kind) for kind in dict.fromkeys(KINDS)]
    others = [
        _inked(drawn_kind(kind, np.random.default_rng([kind, again])), kind)
        for kind in kinds
        for again in range(2)
    ]
    return np.concatenate([digits, np.stack(ways)[order], np.stack(others)])


def _inked(drawing: list[np.ndarray], seed: int) -> np.ndarray:
    rng = np.random.default_rng([9, seed])
    return inked(by_another_hand(drawing, rng), rng)


def sheet() -> np.ndarray:
    """Return them side by side on paper, as a picture, 0 = black."""
    images = drawn()
    rows = -(-len(images) // COLUMNS)
    page = np.zeros((rows * COLUMNS, 28, 28), np.uint8)
    page[: len(images)] = images
    lines = page.reshape(rows, COLUMNS, 28, 28).swapaxes(1, 2)
    return 255 - lines.reshape(rows * 28, COLUMNS * 28)


def main() -> None:
    """Write the pictures."""
    Image.fromarray(sheet()).save(PICTURES)


if __name__ == "__main__":
    main()
