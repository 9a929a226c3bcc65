"""Drawings in files: strokes as JSON, or what they look like as PNG.

The JSON is an object with ``strokes`` (a list of strokes, each a list of ``[x, y]``, y
downwards), and may have ``times`` (seconds) and ``pressures`` (0 to 1), both in the same
order, and ``sheet`` (``[width, height]``). A bare list of strokes is read too. Strokes without
a sheet are fitted into one.
"""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.errors import DataError
from core.ink.drawing import SHEET_PEN, Drawing, steadily_timed
from core.ink.pictures import read_picture
from core.ink.strokes import reduced, smooth, stamp
from core.phrases import Phrase
from core.records import Floats, Images, Strokes
from core.regular_file import read_text

MOST_BYTES = 4_000_000
"""Of a file of strokes."""

MOST_POINTS = 20_000

MOST_STROKES = 1_000
"""A page of digits has some hundred; each is painted on its own."""

LONGEST_LINE = 1_000.0
"""In sides of the sheet: all that a pen can do in minutes, and little enough to draw."""

_PNG_PX = 448
_MARGIN = 0.15
_CURE = "Choose a drawing that Inkling saved, or a PNG or JPEG picture."


def load_drawing(path: Path) -> Drawing:
    """Read a drawing: strokes from a ``.json`` file, a picture from any other.

    Raises
    ------
    DataError
        If the file cannot be read, or holds neither.
    """
    if path.suffix.lower() != ".json":
        return Drawing(image=read_picture(path).image)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _wrong(path, Phrase("it is no file"))
        if found.st_size > MOST_BYTES:
            raise _wrong(path, Phrase("it is too large for a drawing"))
        text = read_text(path, MOST_BYTES)
    except OSError as error:
        raise _wrong(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _wrong(path, Phrase("it is no text")) from error
    try:
        return from_json(text)
    except DataError as error:
        raise _wrong(path, error.values["reason"]) from error


def save_drawing(path: Path, drawing: Drawing) -> None:
    """Write a drawing, atomically: strokes as ``.json``, or how it looks as PNG.

    Raises
    ------
    DataError
        If strokes are asked for and there is only a picture.
    InklingError
        If the file cannot be written.
    """
    if path.suffix.lower() != ".json":
        write_atomically(path, lambda file: _write_png(file, drawing))
        return
    if drawing.image is not None:
        raise DataError("A pasted picture has no strokes.", "Save it as PNG.")
    content = to_json(drawing).encode()

    def write(file: BinaryIO) -> None:
        file.write(content)

    write_atomically(path, write)


def to_json(drawing: Drawing) -> str:
    """Return strokes, times, sheet and, if a pen told them, pressures as one line of JSON."""
    content: dict[str, object] = {
        "sheet": [round(side, 4) for side in drawing.sheet],
        "strokes": [_rounded(stroke, 5) for stroke in drawing.strokes],
        "times": [_rounded(times, 3) for times in drawing.times],
    }
    if drawing.pressures:
        content["pressures"] = [_rounded(pressure, 3) for pressure in drawing.pressures]
    return json.dumps(content)


def from_json(text: str) -> Drawing:
    """Read what `to_json` wrote, or a bare list of strokes.

    Raises
    ------
    DataError
        If it is something else; the value ``reason`` says what.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _wrong(None, Phrase("it is no JSON")) from error
    known = content if isinstance(content, dict) else {"strokes": content}
    strokes = _strokes(known.get("strokes"))
    times = _times(known.get("times"), strokes)
    pressures = _pressures(known.get("pressures"), strokes)
    if known.get("sheet") is None:
        return _checked(Drawing(_fitted(strokes), times, pressures=pressures))
    width, height = (float(v) for v in _numbers(known["sheet"], (2,), Phrase("the sheet")))
    if min(width, height) <= 0:
        raise _wrong(None, Phrase("the sheet has no size"))
    return _checked(Drawing(strokes, times, (width, height), pressures=pressures))


def as_picture(drawing: Drawing, side_px: int = _PNG_PX) -> Images:
    """Return how a drawing looks: uint8 (side_px, side_px), 0 = black ink on white."""
    if drawing.image is not None:
        return drawing.image
    lines = tuple(line * side_px for line in smooth(drawing.on_unit_square().strokes))
    ink = reduced(stamp(lines, side_px=side_px, pen_px=SHEET_PEN * side_px, finer=4), 4)
    picture: Images = np.rint(255 - ink).astype(np.uint8)
    return picture


def _write_png(file: BinaryIO, drawing: Drawing) -> None:
    # Imported late: the window opens before it needs to write pictures.
    from PIL import Image

    Image.fromarray(as_picture(drawing)).save(file, format="PNG")


def _rounded(values: Floats, digits: int) -> list[Any]:
    rounded: list[Any] = np.round(values.astype(np.float64), digits).tolist()
    return rounded


def _strokes(content: object) -> Strokes:
    if not isinstance(content, list):
        raise _wrong(None, Phrase("it has no list of strokes"))
    if len(content) > MOST_STROKES:
        raise _wrong(None, Phrase("it has more than {most} strokes", most=MOST_STROKES))
    strokes = tuple(
        _numbers(stroke, (-1, 2), Phrase("stroke {number}", number=number))
        for number, stroke in enumerate(content, start=1)
        if stroke
    )
    if sum(map(len, strokes)) > MOST_POINTS:
        raise _wrong(None, Phrase("it has more than {most} points", most=MOST_POINTS))
    return strokes


def _checked(drawing: Drawing) -> Drawing:
    """Refuse a line so long that drawing it would take all of the memory or the day."""
    legs = [np.diff(stroke.astype(np.float64), axis=0) for stroke in drawing.strokes]
    length = sum(float(np.hypot(leg[:, 0], leg[:, 1]).sum()) for leg in legs)
    if length > LONGEST_LINE * max(drawing.sheet):
        raise _wrong(None, Phrase("its lines are too long for its sheet"))
    return drawing


def _times(content: object, strokes: Strokes) -> tuple[Floats, ...]:
    if not isinstance(content, list) or len(content) != len(strokes):
        return steadily_timed(strokes)
    times = tuple(
        _numbers(list_, (len(stroke),), Phrase("the times"))
        for list_, stroke in zip(content, strokes, strict=True)
    )
    every = np.concatenate([np.zeros(1, np.float32), *times])
    return times if (np.diff(every) >= 0).all() else steadily_timed(strokes)


def _pressures(content: object, strokes: Strokes) -> tuple[Floats, ...]:
    """Return how hard the pen pressed, 0 to 1; none where not each stroke has it."""
    if not isinstance(content, list) or len(content) != len(strokes):
        return ()
    return tuple(
        np.clip(_numbers(list_, (len(stroke),), Phrase("the pressures")), 0, 1)
        for list_, stroke in zip(content, strokes, strict=True)
    )


def _numbers(content: object, shape: tuple[int, ...], what: str) -> Floats:
    """Return a list of plain finite numbers as an array; -1 in `shape` is any length."""
    # Only numbers: an array of texts would be as wide as the longest, for each of its places.
    if not _is_numeric(content):
        raise _wrong(None, Phrase("{what} is not made of points", what=what))
    try:
        values = np.array(content)
    except ValueError as error:
        raise _wrong(None, Phrase("{what} is not made of points", what=what)) from error
    fits = len(values.shape) == len(shape) and all(
        wanted in (-1, found) for wanted, found in zip(shape, values.shape, strict=True)
    )
    if not fits or values.dtype.kind not in "iuf":
        raise _wrong(None, Phrase("{what} is not made of points", what=what))
    # float32 squares of larger numbers overflow.
    if not (np.abs(values) < 1e15).all():
        raise _wrong(None, Phrase("{what} has numbers that are no places", what=what))
    return values.astype(np.float32)


def _is_numeric(content: object, depth: int = 2) -> bool:
    """Say whether a list, or a list of lists, holds nothing but plain numbers."""
    if isinstance(content, list):
        return depth > 0 and all(_is_numeric(value, depth - 1) for value in content)
    return isinstance(content, int | float) and not isinstance(content, bool)


def _fitted(strokes: Strokes) -> Strokes:
    """Move and scale strokes into the middle of a sheet of side 1."""
    if not strokes:
        return strokes
    every = np.concatenate(strokes).astype(np.float64)
    low, high = every.min(axis=0), every.max(axis=0)
    longest = float((high - low).max())
    scale = (1 - 2 * _MARGIN) / longest if longest > 0 else 1.0
    middle = (low + high) / 2
    return tuple(((stroke - middle) * scale + 0.5).astype(np.float32) for stroke in strokes)


def _wrong(path: Path | None, reason: object) -> DataError:
    return DataError(
        "{file} is not a drawing: {reason}.",
        _CURE,
        file="" if path is None else str(path),
        reason=reason,
    )
