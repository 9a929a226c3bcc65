"""From ink to the 28x28 that a network sees: MNIST's own recipe, the only such code.

1. Find the bounding box of the ink, pen width included, and make it square.
2. Bring it to 20x20 pixels. Strokes are not resized but *redrawn*, with a round pen of
   MNIST's width, many times finer than needed, and area-reduced: small writing does not
   get fat, nor big writing thin.
3. Scale the ink so that its darkest pixel is 255.
4. Put the 20x20 into 28x28, in whole pixels, so that the centre of mass lands on pixel
   (14, 14), where it is in MNIST.

Measured on the 10,000 test images: the longer side is 20 px in 99.97 %; the centre of
mass lies between 13.5 and 14.5 on both axes, 14.0 on average; the darkest pixel is at
least 254. A pen of 2.4 px gives MNIST's mean ink.

References
----------
.. [1] Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to
   document recognition", Proc. IEEE 86(11), 1998: the 20x20 box and the centre of mass.
.. [2] C. Yadav, L. Bottou, "Cold case: the lost MNIST digits", NeurIPS 2019: how the
   original program resampled, and that it pasted at whole pixels.
"""

from __future__ import annotations

import numpy as np

from core.ink.drawing import SHEET_PEN
from core.ink.picture.filters import highest
from core.ink.picture.photo import find_ink
from core.ink.strokes import Points, extent, reduced, smooth, stamp
from core.layers import SIDE_PX
from core.records import Floats, Images, Ink, Stages, Strokes

BOX_PX = 20
"""The longer side of the ink, in pixels of the 28 (LeCun et al. 1998)."""

PEN_PX = 2.4
"""Width of the pen that redraws strokes, in pixels of the 28; see the module's top."""

FINER = 8
"""Sub-pixels along each side of a pixel while strokes are drawn: the line is at most half
of one of them too wide or too thin."""

THINNEST_PX = 1.6
"""Thinner lines of an image are thickened to this, in pixels of the 28."""

_CENTRE = 15.0
"""Where the centre of mass is aimed at, before rounding down to whole pixels."""


def prepare(ink: Ink) -> Stages | None:
    """Turn ink into what a network sees, keeping every step; None if there is none."""
    return _from_strokes(ink) if ink.image is None else _from_image(ink.image)


def naive(ink: Ink) -> Images:
    """Return the whole sheet simply resized to 28x28: what preprocessing spares a person."""
    sheet = sheet_of(ink, smooth(ink.strokes)) if ink.image is None else 255 - ink.image
    height, width = sheet.shape
    return _resized(sheet, SIDE_PX, (0, 0, width, height))


def redrawn(strokes: Strokes, *, pen_px: float = PEN_PX) -> Images:
    """Return what a network sees of strokes drawn with a pen of this width: (28, 28).

    With the usual pen it is `prepare`'s last stage, in less time; without strokes it is empty.
    """
    lines = smooth(strokes)
    if not lines:
        return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
    return centred(darkened(reduced(_boxed(lines, pen_px), FINER)))


def of_lines(lines: tuple[Points, ...]) -> tuple[Images, Images]:
    """Return the box around smooth lines, 160x160, and what is left of it at 20x20."""
    boxed = _boxed(lines, PEN_PX)
    return boxed, darkened(reduced(boxed, FINER))


def of_grey(grey: Images) -> tuple[Images, Images]:
    """Return the same of ink that was found in a picture: uint8, 0 = paper; there is some."""
    rows, columns = np.flatnonzero(grey.any(axis=1)), np.flatnonzero(grey.any(axis=0))
    low = np.array((columns[0], rows[0]), np.float64)
    high = np.array((columns[-1] + 1, rows[-1] + 1), np.float64)
    boxed = _square(grey, (low + high) / 2, float((high - low).max()))
    return boxed, darkened(reduced(_pen_at_least(boxed), FINER))


def whole(grey: Images) -> Images:
    """Return a whole picture of ink as the strip shows it: 160x160, square."""
    height, width = grey.shape
    return _square(grey, np.array((width, height)) / 2, float(max(height, width)))


def _from_strokes(ink: Ink) -> Stages | None:
    lines = smooth(ink.strokes)
    if not lines:
        return None
    boxed, small = of_lines(lines)
    return Stages(ink=sheet_of(ink, lines), boxed=boxed, small=small, centred=centred(small))


def _from_image(image: Images) -> Stages | None:
    found = find_ink(image)
    grey = None if found is None else darkened(found)
    if grey is None or not grey.any():
        return None
    boxed, small = of_grey(grey)
    return Stages(ink=whole(grey), boxed=boxed, small=small, centred=centred(small))


def _square(image: Images, middle: Points, side: float) -> Images:
    """Cut a square out, paper where it leaves the image, and bring it to 160x160."""
    # Whole pixels: a small image that is 20x20 already must not be blurred by half a pixel.
    left, top = (int(place) for place in np.floor(middle - side / 2))
    reach = int(np.ceil(side))
    inside = image[max(top, 0) : top + reach, max(left, 0) : left + reach]
    above, before = max(-top, 0), max(-left, 0)
    square = np.zeros((reach, reach), np.uint8)
    square[above : above + inside.shape[0], before : before + inside.shape[1]] = inside
    return _resized(square, BOX_PX * FINER, (0, 0, side, side))


def _pen_at_least(boxed: Images) -> Images:
    """Thicken lines that are so thin that reducing them to 20x20 would leave a shadow."""
    dark = boxed > 127
    edges = (dark[1:] != dark[:-1]).sum() + (dark[:, 1:] != dark[:, :-1]).sum()
    # The two sides of a line are its edge; pi / 4 undoes the steps of slanted edges.
    width_px = 2 * dark.sum() / max(edges * np.pi / 4, 1.0) / FINER
    if width_px >= THINNEST_PX:
        return boxed
    reach = round((THINNEST_PX - width_px) * FINER / 2)
    return highest(boxed, 2 * reach + 1)


def _boxed(lines: tuple[Points, ...], pen_px: float) -> Images:
    """Draw lines, scaled and moved so that their ink fills the middle of the box: 160x160."""
    low, high = extent(lines)
    longest = float((high - low).max())
    scale = (BOX_PX - pen_px) / longest if longest > 0 else 1.0
    middle = (low + high) / 2
    placed = tuple((line - middle) * scale + BOX_PX / 2 for line in lines)
    return stamp(placed, side_px=BOX_PX, pen_px=pen_px, finer=FINER)


def darkened(ink: Floats) -> Images:
    """Scale ink so that its darkest pixel is 255; no ink stays none."""
    most = float(ink.max(initial=0.0))
    scaled: Images = np.rint(ink * (255.0 / most if most > 0 else 0.0)).astype(np.uint8)
    return scaled


def centred(small: Images) -> Images:
    """Put a small image into 28x28 so that its centre of mass is where MNIST has it."""
    height, width = small.shape
    weights = small.astype(np.float64)
    total = weights.sum()
    row = weights.sum(axis=1) @ (np.arange(height) + 0.5) / total
    column = weights.sum(axis=0) @ (np.arange(width) + 0.5) / total
    top, left = int(np.floor(_CENTRE - row)), int(np.floor(_CENTRE - column))
    return _pasted(small, top, left)


def _pasted(small: Images, top: int, left: int) -> Images:
    """Paste into 28x28; ink so lopsided that it would leave the image is moved back in."""
    rows, columns = np.flatnonzero(small.any(axis=1)), np.flatnonzero(small.any(axis=0))
    top = int(np.clip(top, -rows[0], SIDE_PX - 1 - rows[-1]))
    left = int(np.clip(left, -columns[0], SIDE_PX - 1 - columns[-1]))
    whole = np.zeros((SIDE_PX + 2 * BOX_PX,) * 2, np.uint8)
    top, left = top + BOX_PX, left + BOX_PX
    whole[top : top + small.shape[0], left : left + small.shape[1]] = small
    return np.ascontiguousarray(whole[BOX_PX:-BOX_PX, BOX_PX:-BOX_PX])


def sheet_of(ink: Ink, lines: tuple[Points, ...]) -> Images:
    """Return the whole sheet that was drawn on, as the strip shows it: 160x160."""
    side_px = BOX_PX
    if lines:
        corner, side = _frame(ink, lines)
        lines = tuple((line - corner) * (side_px / side) for line in lines)
    return stamp(lines, side_px=side_px, pen_px=SHEET_PEN * side_px, finer=FINER)


def _frame(ink: Ink, lines: tuple[Points, ...]) -> tuple[Points, float]:
    """Return corner and side of the square sheet; where it is not known, one around the ink."""
    if ink.sheet is not None:
        side = max(ink.sheet)
        return (np.asarray(ink.sheet, np.float64) - side) / 2, side
    low, high = extent(lines)
    side = float((high - low).max()) * 1.25 or 1.0
    return (low + high - side) / 2, side


def _resized(image: Images, side_px: int, box: tuple[float, float, float, float]) -> Images:
    """Bring a part of an image to a square, each new pixel the mean of what it covers."""
    # Imported late: the window opens before it needs to read pictures.
    from PIL import Image

    picture = Image.fromarray(image)
    small = picture.resize((side_px, side_px), Image.Resampling.BOX, box=box)
    return np.asarray(small, np.uint8)
