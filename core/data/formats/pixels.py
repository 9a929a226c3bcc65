"""Pixels in all the ways that arrays hold them -> uint8, 28x28, 0 = paper.

Blocks of a few megabytes at a time, so that numbers of eight bytes cost no more memory
than bytes. What the numbers mean shows only when all were seen: it is assumed from the
first block, and the reading begins again where a later block speaks against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.fitting import fit, on_light_paper
from core.data.formats.scale import BYTES, Seen, scale_of
from core.data.formats.splits import SIDE, check_count
from core.data.formats.unpack import Tell, tell_nobody
from core.errors import DataError
from core.phrases import Phrase
from core.records import Images

SMALLEST_SIDE, LARGEST_SIDE = 7, 1024
UNKNOWN = -1
"""How many images a source has, where only reading it to its end shows."""

_MORE_ROOM = 8
_FITTED_AT_ONCE = 50
"""Images between two looks at whether somebody cancelled: a tenth of a second."""


@dataclass(frozen=True, eq=False)
class ArraySource:
    """An array of images in a file, read block by block, as often as needed.

    `blocks` gives arrays whose first axis is the images, in order; `tell` hears how far a
    slow fitting is.
    """

    name: str
    shape: tuple[int, ...]
    blocks: Callable[[], Iterator[NDArray[Any]]]
    tell: Tell = tell_nobody


@dataclass(frozen=True)
class Frame:
    """How the pixels of one image lie in an array: rows, columns, channels."""

    rows: int
    columns: int
    channels: int = 1
    channels_first: bool = False

    def grey(self, block: Images) -> Images:
        """Return a block of images as uint8 (n, rows, columns)."""
        if self.channels == 1:
            return block.reshape(-1, self.rows, self.columns)
        if self.channels_first:
            block = np.moveaxis(block.reshape(-1, self.channels, self.rows, self.columns), 1, 3)
        return _grey(block.reshape(-1, self.rows, self.columns, self.channels))


def frame_of(shape: tuple[int, ...]) -> Frame | None:
    """Return how the pixels lie in one image of this shape; None where it is no image."""
    frame = None
    shape = tuple(size for size in shape if size != 1)
    if len(shape) == 1:
        frame = _flat(shape[0])
    elif len(shape) == 2 or (len(shape) == 3 and shape[2] in (1, 3, 4)):
        frame = Frame(*shape)
    elif len(shape) == 3 and shape[0] in (1, 3, 4):
        frame = Frame(shape[1], shape[2], shape[0], channels_first=True)
    if frame is None:
        return None
    sides = (frame.rows, frame.columns)
    return frame if min(sides) >= SMALLEST_SIDE and max(sides) <= LARGEST_SIDE else None


def _flat(pixels: int) -> Frame | None:
    for channels in (1, 3):
        side = isqrt(pixels // channels)
        if channels * side * side == pixels:
            return Frame(side, side, channels)
    return None


def read_pixels(
    source: ArraySource, path: Path, *, light_paper: bool | None = None
) -> tuple[Images, list[Phrase]]:
    """Return all images of an array, and what was assumed.

    `light_paper` decides for images that have to be fitted; None looks at their borders.

    Raises
    ------
    DataError
        When the array holds no images, or numbers that cannot be pixels.
    """
    frame = frame_of(source.shape[1:])
    if frame is None:
        raise misshapen(source, path)
    if source.shape[0] != UNKNOWN:
        check_count(source.shape[0], path)
    seen = Seen()
    while True:
        reading = _Reading(source, frame, seen, path, light_paper)
        if reading.read():
            images = reading.images()
            check_count(len(images), path)
            return images, [
                *reading.scale.notes(source.name, whole=seen.whole),
                *reading.notes(),
            ]


def misshapen(source: ArraySource, path: Path) -> DataError:
    """Return the error for an array that cannot be images."""
    return DataError(
        "{file}: {name} has the shape {shape}, which is no shape of images.",
        "Store images as (n, 28, 28), (n, 784) or (n, 28, 28, 1).",
        file=str(path),
        name=source.name,
        shape=str(source.shape),
    )


class _Reading:
    """One pass over an array."""

    def __init__(
        self,
        source: ArraySource,
        frame: Frame,
        seen: Seen,
        path: Path,
        light_paper: bool | None,
    ) -> None:
        self._source, self._frame, self._seen, self._path = source, frame, seen, path
        self._light_paper = light_paper
        self._longest_side = max(frame.rows, frame.columns)
        self._fits = (frame.rows, frame.columns) == (SIDE, SIDE)
        self.scale = BYTES
        self._whole = np.empty((0, SIDE, SIDE), np.uint8)
        self._done = 0

    def images(self) -> Images:
        """Return all images that were read."""
        self._whole.resize((self._done, SIDE, SIDE), refcheck=False)
        return self._whole

    def _keep(self, images: Images) -> None:
        if not self._done:
            # Not before there is anything: a header may promise what is not there.
            room = max(self._source.shape[0], len(images))
            self._whole = np.empty((room, SIDE, SIDE), np.uint8)
        end = self._done + len(images)
        if end > len(self._whole):
            # In place where the system can: twice the images never lie in memory.
            self._whole.resize((end + end // _MORE_ROOM, SIDE, SIDE), refcheck=False)
        self._whole[self._done : end] = images
        self._done = end

    def read(self) -> bool:
        """Read all blocks; give False where the numbers turned out to mean something else."""
        for block in self._source.blocks():
            self._seen.add(block, self._source.name, self._path, self._done)
            if not len(block):
                continue
            scale = scale_of(self._seen, self._source.name, self._longest_side, self._path)
            if self._done and scale != self.scale:
                return False
            self.scale = scale
            grey = self._frame.grey(scale.to_bytes(block))
            self._keep(grey if self._fits else self._fit(grey))
        return True

    def _fit(self, grey: Images) -> Images:
        if self._light_paper is None:
            self._light_paper = bool(on_light_paper(grey).mean() > 0.5)
        parts = []
        for start in range(0, len(grey), _FITTED_AT_ONCE):
            # Where nobody knows how many there are, it can still be cancelled.
            self._source.tell(max(0.0, (self._done + start) / self._source.shape[0]))
            part = grey[start : start + _FITTED_AT_ONCE]
            parts.append(fit(part, light_paper=self._light_paper))
        return np.concatenate(parts)

    def notes(self) -> Iterator[Phrase]:
        frame = self._frame
        if frame.channels > 1:
            yield Phrase("The colours of {name} were turned into grey.", name=self._source.name)
        if not self._fits:
            yield fitted_note(f"{frame.columns} x {frame.rows}")


def fitted_note(size: str) -> Phrase:
    """Return the sentence that says that images were brought to 28x28."""
    return Phrase(
        "The images are of {size} pixels: each was fitted into 28 x 28 as the pad and "
        '"predict" do it (ink to 20 x 20, centre of mass to the middle).',
        size=size,
    )


def _grey(colours: Images) -> Images:
    """Return colours, uint8 (n, rows, columns, 3 or 4), as grey; transparent parts white."""
    levels = colours.astype(np.uint32)
    red, green, blue = levels[..., 0], levels[..., 1], levels[..., 2]
    # The weights of ITU-R 601-2, rounded as Pillow rounds them.
    grey = (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16
    if colours.shape[-1] == 4:
        alpha = levels[..., 3]
        grey = (grey * alpha + 255 * (255 - alpha) + 127) // 255
    pixels: Images = grey.astype(np.uint8)
    return pixels
