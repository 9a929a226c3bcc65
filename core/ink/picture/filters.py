"""Small filters over pictures: other sizes, the brightest and the mean of what is around."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.records import Floats, Images

Pixel = TypeVar("Pixel", bound=np.generic)
Mask: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.intp]

_FEW = 5
"""So few are added one by one sooner than by running sums."""

_AT_LARGE = 5
"""A wide window is taken from so many pixels, each the mean of some."""


def at_most(grey: Images | Floats, longest_px: int) -> Images | Floats:
    """Reduce a picture, each new pixel the mean of what it covers; small ones stay."""
    share = longest_px / max(grey.shape)
    if share >= 1:
        return grey
    rows, columns = (max(1, round(side * share)) for side in grey.shape)
    return resized(grey, rows, columns, "BOX")


def resized(grey: Images | Floats, rows: int, columns: int, by: str) -> Floats:
    """Bring a picture to another size, with a filter of Pillow's, float32."""
    # Imported late: the window opens before it needs to read pictures.
    from PIL import Image

    picture = Image.fromarray(grey).resize((columns, rows), Image.Resampling[by])
    return np.asarray(picture, np.float32)


def any_of(mask: Mask, times: int) -> Mask:
    """Reduce a mask: True where any of a square of `times` x `times` pixels is."""
    rows, columns = (-(-side // times) for side in mask.shape)
    padded = np.zeros((rows * times, columns * times), np.bool_)
    padded[: mask.shape[0], : mask.shape[1]] = mask
    squares = padded.reshape(rows, times, columns, times)
    reduced: Mask = np.logical_or.reduce(np.logical_or.reduce(squares, axis=3), axis=1)
    return reduced


def repeated(mask: Mask, times: int, shape: tuple[int, int]) -> Mask:
    """Enlarge a mask: each pixel becomes a square of `times` x `times`, cut to `shape`."""
    wide = mask.repeat(times, axis=0).repeat(times, axis=1)
    return wide[: shape[0], : shape[1]]


def highest(image: NDArray[Pixel], window: int) -> NDArray[Pixel]:
    """Return the maximum over a square window (odd) around each pixel."""
    return _highest_down(_highest_down(image, window).T, window).T


def lowest(image: Floats, window: int) -> Floats:
    """Return the minimum over a square window (odd) around each pixel."""
    return -highest(-image, window)


def widened(mask: Mask, reach: int) -> Mask:
    """Add all pixels within `reach`, in both directions, of a mask."""
    if reach < 1:
        return mask
    wide = _highest_down(_highest_down(mask, 2 * reach + 1).T, 2 * reach + 1).T
    return wide.astype(np.bool_, copy=False)


def _highest_down(image: NDArray[Pixel], window: int) -> NDArray[Pixel]:
    """Return the maximum over a window down each column, by doubling what is looked at."""
    padded = np.pad(image, ((window // 2, window // 2), (0, 0)), mode="edge")
    covered = 1
    while covered < window:
        step = min(covered, window - covered)
        padded = np.maximum(padded[:-step], padded[step:])
        covered += step
    return padded


def mean(image: Floats, window: int) -> Floats:
    """Return the mean over a square window (odd) around each pixel."""
    return _mean_down(_mean_down(image, window).T, window).T


def mean_at_large(image: Floats, window: int) -> Floats:
    """Return about the same sooner where the window is wide: from a reduced picture."""
    times = window // _AT_LARGE
    if times < 2:
        return mean(image, window)
    rows, columns = image.shape
    small = resized(image, -(-rows // times), -(-columns // times), "BOX")
    return resized(mean(small, window // times | 1), rows, columns, "BILINEAR")


def _mean_down(image: Floats, window: int) -> Floats:
    half = window // 2
    if window <= _FEW:
        padded = np.pad(image, ((half, half), (0, 0)), mode="edge")
        total = padded[: len(image)].copy()
        for step in range(1, window):
            total += padded[step : step + len(image)]
        total /= np.float32(window)
        return total
    padded = np.pad(image, ((half + 1, half), (0, 0)), mode="edge")
    sums = padded.cumsum(axis=0, dtype=np.float64)
    means: Floats = ((sums[window:] - sums[:-window]) / window).astype(np.float32)
    return means


def run_lengths(mask: Mask) -> NDArray[np.intp]:
    """Return for each pixel of the mask the length of its run from top to bottom."""
    padded = np.zeros((mask.shape[0] + 2, mask.shape[1]), np.int8)
    padded[1:-1] = mask
    steps = np.diff(padded, axis=0).T
    starts, ends = np.nonzero(steps == 1)[1], np.nonzero(steps == -1)[1]
    lengths = np.zeros(mask.shape, np.intp)
    rows, places = np.nonzero(mask.T)[::-1]
    order = np.repeat(np.arange(len(starts)), ends - starts)
    lengths[rows, places] = (ends - starts)[order]
    return lengths
