"""What numbers mean as pixels: bytes, fractions from 0 to 1, standardised; by their range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError
from core.phrases import Phrase
from core.records import Images

_MNIST_MEAN, _MNIST_DEVIATION = 0.1307, 0.3081
_ROUNDED = 0.004
_DEEPER = (1_023, 4_095, 65_535)
"""The brightest of pixels of 10, 12 and 16 bits."""


class Seen:
    """The range of the numbers that were seen so far."""

    def __init__(self) -> None:
        self.low, self.high, self.whole = np.inf, -np.inf, True

    def add(self, block: NDArray[Any], name: str, path: Path, before: int) -> None:
        """Look at a block; `before` counts the images of those before it."""
        if not block.size:
            return
        if block.dtype.kind == "f":
            finite = np.isfinite(block)
            if not finite.all():
                number = before + int(np.flatnonzero(~finite.reshape(len(block), -1).all(1))[0])
                raise DataError(
                    "{file}: image number {number} of {name} holds a value that is no number.",
                    "Repair or leave out that image.",
                    file=str(path),
                    name=name,
                    number=number + 1,
                )
            self.whole = self.whole and bool((block == np.floor(block)).all())
        self.low = min(self.low, float(block.min()))
        self.high = max(self.high, float(block.max()))


@dataclass(frozen=True)
class Scale:
    """How numbers become pixels: ``255 * (number * gain + offset)``, cut at 0 and 255."""

    gain: float
    offset: float = 0.0
    meaning: str = ""
    cut: bool = False

    def to_bytes(self, block: NDArray[Any]) -> Images:
        """Return the numbers of a block as pixels."""
        if self == BYTES:
            return np.rint(block).astype(np.uint8) if block.dtype.kind == "f" else _whole(block)
        shares = block.astype(np.float32) * np.float32(self.gain) + np.float32(self.offset)
        pixels: Images = np.rint(255 * np.clip(shares, 0, 1)).astype(np.uint8)
        return pixels

    def notes(self, name: str, *, whole: bool) -> Iterator[Phrase]:
        """Say what was assumed; `whole` tells whether all numbers were whole."""
        if self == BYTES and not whole:
            yield Phrase(
                "Pixels of {name} are fractions between 0 and 255: they were rounded.",
                name=name,
            )
        if self.meaning:
            yield Phrase(
                "The pixels of {name} are {meaning}: they were brought to 0 to 255.",
                name=name,
                meaning=self.meaning,
            )
        if self.cut:
            yield Phrase(
                "Pixels of {name} outside 0 to 1, as resampling leaves them, were cut off.",
                name=name,
            )


BYTES = Scale(1 / 255)


def _whole(block: NDArray[Any]) -> Images:
    pixels: Images = block.astype(np.uint8, copy=False)
    return pixels


def scale_of(seen: Seen, name: str, longest_side: int, path: Path) -> Scale:
    """Return what the numbers that were seen mean.

    Raises
    ------
    DataError
        When they cannot be pixels.
    """
    low, high, whole = seen.low, seen.high, seen.whole
    if low >= 0 and whole and high in ((16,) if longest_side == 8 else _DEEPER):
        return Scale(1 / high, meaning=Phrase("whole numbers from 0 to {high}", high=int(high)))
    if low >= 0 and high <= 255 and (whole or high > 1.25):
        return BYTES
    if low >= 0 and high <= 1:
        return Scale(1, meaning=Phrase("fractions from 0 to 1"))
    if low >= -0.25 and high <= 1.25 and not whole:
        return Scale(1, meaning=Phrase("fractions from 0 to 1"), cut=True)
    if low >= -0.5 and high <= 0.5 and not whole:
        return Scale(1, 0.5, meaning=Phrase("fractions from -0.5 to 0.5"))
    if low >= -1 and high <= 1:
        return Scale(0.5, 0.5, meaning=Phrase("numbers from -1 to 1"))
    darkest = -_MNIST_MEAN / _MNIST_DEVIATION
    lightest = (1 - _MNIST_MEAN) / _MNIST_DEVIATION
    if abs(low - darkest) < _ROUNDED and high < lightest + _ROUNDED:
        return Scale(
            _MNIST_DEVIATION,
            _MNIST_MEAN,
            meaning=Phrase("standardised by the mean 0.1307 and the deviation 0.3081"),
        )
    raise DataError(
        "{file}: {name} holds values from {low} to {high}; pixels are 0 to 255, or fractions "
        "from 0 to 1.",
        "Store the pixels as bytes.",
        file=str(path),
        name=name,
        low=f"{low:g}",
        high=f"{high:g}",
    )
