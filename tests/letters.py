"""A data set of the letters A to Z, drawn with Pillow's own font."""

from __future__ import annotations

import string
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from core.records import Dataset

NAMES = tuple(string.ascii_uppercase)


def picture(letter: str, *, side=28, size=20, shift=(0, 0)) -> np.ndarray:
    """Return a letter as light ink on dark, uint8 (side, side)."""
    image = Image.new("L", (side, side))
    place = (side / 2 + shift[0], side / 2 + shift[1])
    font = ImageFont.load_default(size)
    ImageDraw.Draw(image).text(place, letter, fill=255, font=font, anchor="mm")
    return np.asarray(image, np.uint8)


@cache
def letters(each=20, tested=10, names=NAMES) -> Dataset:
    """Return `each` training and `tested` test images of each class, in a mixed order."""
    rng = np.random.default_rng(26)
    parts = []
    for count in (each, tested):
        labels = rng.permutation(np.repeat(np.arange(len(names)), count))
        images = [
            picture(names[label], size=rng.integers(17, 23), shift=rng.integers(-2, 3, 2))
            for label in labels
        ]
        parts += [np.array(images), labels.astype(np.int64)]
    return Dataset("letters", "drawn", *parts, classes=names)
