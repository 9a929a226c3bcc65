"""What the tutorial in NumPy prints of the data itself: a label, pixels, one-hot rows.

There is no chance in any of it: each agrees to its last printed digit, or differs.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.from_scratch.network import prepare
from core.phrases import Phrase
from core.recipes.published import SCRATCH_NAME
from core.records import Dataset
from core.reproduction.verdicts import JudgedValue, exact, within

LAST_IMAGE, LAST_LABEL = 59_999, 8
"""The 60,000th training image, whose label the tutorial prints."""

_PIXELS_FROM, _SCALED_FROM = 182, 150
"""Where its two excerpts lie in the flattened images: found by looking for them."""

_PIXELS = (
    (0, 0, 38, 48, 48, 22, 0, 0, 0, 0, 0, 0, 0),
    (0,) * 13,
    (0, 62, 97, 198, 243, 254, 254, 212, 27, 0, 0, 0, 0),
)
_SCALED = (
    (0.0, 0.0, 0.01176471, 0.07058824, 0.07058824),
    (0.07058824, 0.49411765, 0.53333333, 0.68627451, 0.10196078),
    (0.65098039, 1.0, 0.96862745, 0.49803922, 0.0),
)
_ONE_HOT = (5, 0, 4)

FIVE_SEED, FIVE = 147197952744, 5
"""What the tutorial draws five training images with, of which it shows a picture."""


def five_images() -> tuple[int, ...]:
    """Return the indices of the five training images that the tutorial's seed draws."""
    # As the text draws the images themselves: the generator draws their numbers.
    drawn = np.random.default_rng(FIVE_SEED).choice(LAST_IMAGE + 1, size=FIVE, replace=False)
    return tuple(map(int, drawn))


def printed_data(dataset: Dataset) -> Iterator[JudgedValue]:
    """Judge all that the tutorial prints of MNIST itself; the data set is MNIST's whole."""
    label = int(dataset.train_labels[LAST_IMAGE])
    yield exact(SCRATCH_NAME, Phrase("label of training image 59999"), LAST_LABEL, label)
    pixels = dataset.train_images[LAST_IMAGE].ravel()[_PIXELS_FROM:]
    yield from _rows(Phrase("pixels of training image 59999"), _PIXELS, pixels, 0.0)
    inputs, targets = prepare(dataset.train_images[:3], dataset.train_labels[:3])
    yield from _rows(
        Phrase("scaled pixels of training image 0"), _SCALED, inputs[0][_SCALED_FROM:], 0.5e-8
    )
    for row, digit in enumerate(_ONE_HOT):
        printed = tuple(float(column == digit) for column in range(10))
        what = Phrase("one-hot row of training image {row}", row=row)
        yield from _rows(what, (printed,), targets[row], 0.0)
    yield _five(dataset)


def _rows(
    what: Phrase,
    printed: tuple[tuple[float, ...], ...],
    measured: np.ndarray,
    half_a_unit: float,
) -> Iterator[JudgedValue]:
    """Compare printed lines of numbers with what follows each other in an array."""
    begin = 0
    for line in printed:
        here = [float(value) for value in measured[begin : begin + len(line)]]
        apart = max(abs(a - b) for a, b in zip(line, here, strict=True))
        yield JudgedValue(
            SCRATCH_NAME,
            what,
            _written(line),
            _written(here),
            within(apart, half_a_unit * (1 + 1e-6)),
            Phrase("half a unit of the last printed digit"),
        )
        begin += len(line)


def _written(values: tuple[float, ...] | list[float]) -> str:
    return " ".join(f"{value:.8g}" for value in values)


def _five(dataset: Dataset) -> JudgedValue:
    chosen = five_images()
    labels = ", ".join(str(dataset.train_labels[index]) for index in chosen)
    return JudgedValue(
        SCRATCH_NAME,
        Phrase("five training images drawn with seed {seed}", seed=FIVE_SEED),
        Phrase("a picture"),
        Phrase(
            "images {images}: digits {labels}",
            images=", ".join(map(str, chosen)),
            labels=labels,
        ),
        None,
        Phrase("the picture is not in the text, so nothing can agree with it"),
    )
