"""An array in a file, of whatever format, before anything but its shape was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.labels import as_labels
from core.data.formats.pixels import ArraySource, frame_of
from core.data.formats.splits import check_count
from core.data.formats.unpack import MOST_BYTES, Tell, tell_nobody
from core.errors import DataError
from core.phrases import Phrase

_MOST_DIMENSIONS = 5
_LARGEST_LABEL_BYTES = 64 << 20
BLOCK_BYTES = 1 << 22
"""Read at a time: some hundred images of eight-byte numbers."""


@dataclass(frozen=True, eq=False)
class StoredArray:
    """An array by its name, shape and type.

    Parameters
    ----------
    whole : callable
        Reads it at once; only for what is small.
    blocks : callable
        Reads it in blocks along its first axis, as often as it is called.
    """

    name: str
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    whole: Callable[[], NDArray[Any]]
    blocks: Callable[[], Iterator[NDArray[Any]]]

    @property
    def looks_like_images(self) -> bool:
        """Whether its numbers and its shape could be images, the first axis counting them."""
        numbers = self.dtype.kind in "biuf" and 2 <= len(self.shape) <= _MOST_DIMENSIONS
        return numbers and frame_of(self.shape[1:]) is not None

    @property
    def looks_like_labels(self) -> bool:
        """Whether its shape could be labels."""
        flat = len(self.shape) == 1 or (len(self.shape) == 2 and 1 in self.shape)
        deep = len(self.shape) == 3 and self.shape[-1] == 1
        one_hot = (len(self.shape) == 2 or deep) and not self.looks_like_images
        return self.dtype.kind in "biufSU" and (flat or one_hot)

    def labels(self, path: Path) -> tuple[NDArray[Any], list[Phrase]]:
        """Read it as labels."""
        size = int(np.prod(self.shape, dtype=object)) * self.dtype.itemsize
        if size > _LARGEST_LABEL_BYTES:
            check_count(self.shape[0] if self.shape else 0, path)
            raise DataError(
                "{file}: {name} has the shape {shape}, which is too large for labels.",
                "Store one label an image.",
                file=str(path),
                name=self.name,
                shape=str(self.shape),
            )
        return as_labels(self.whole(), self.name, path)

    def source(self, tell: Tell = tell_nobody) -> ArraySource:
        """Return it as images."""
        return ArraySource(self.name, self.shape, self.blocks, tell)

    def turned(self) -> StoredArray:
        """Return it with its last axis first, as MATLAB counts images; read at once."""

        def whole() -> NDArray[Any]:
            return np.moveaxis(self.whole(), -1, 0)

        shape = (self.shape[-1], *self.shape[:-1])
        return StoredArray(self.name, shape, self.dtype, whole, lambda: in_blocks(whole()))


def in_blocks(array: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """Return an array that is in memory in blocks along its first axis."""
    row_bytes = max(1, array[:1].nbytes)
    step = max(1, BLOCK_BYTES // row_bytes)
    for start in range(0, len(array), step):
        yield array[start : start + step]


def check_bearable(shape: tuple[int, ...], dtype: np.dtype[Any], name: str, path: Path) -> None:
    """Refuse an array that has to be read at once and does not fit in memory."""
    size = int(np.prod(shape, dtype=object)) * dtype.itemsize
    if size > MOST_BYTES:
        raise DataError(
            "{file}: {name} has the shape {shape}, more than fits in memory as it is stored.",
            "Store it as bytes (uint8), the images along the first axis.",
            file=str(path),
            name=name,
            shape=str(shape),
        )
