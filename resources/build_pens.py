"""Builds pens/unipen.npz: the drawn digits that the recipe `pen` is trained on.

Run it by hand, with a file of strokes (see pens/SOURCES.md)::

    python resources/build_pens.py FILE.json.gz

FILE holds a list of ``{"digit": 7, "writer": "aga-w05", "part": "train", "strokes":
[[[x, y], ...], ...]}``, y down. Only those of the part "train" are taken, without dashes, and
without straight lines that are labelled as another digit than 1. Each digit is scaled so that
its longer side is 255, and its points are rounded: a twelfth of a pixel of the 28.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

TARGET = Path(__file__).parent / "pens" / "unipen.npz"
LARGEST = 255
FLAT = 3
"""How many times as wide as high a dash is, at least."""

STRAIGHT = 0.95
"""The way from end to end of a straight line, as a share of what the pen walked, at least."""


def build(source: Path, target: Path) -> None:
    """Write `target` from the digits of the part "train"."""
    entries = json.loads(gzip.decompress(source.read_bytes()))
    entries = [e for e in entries if e["part"] == "train" and not mislabelled(e)]
    writers = sorted({entry["writer"] for entry in entries})
    digits = [rounded(entry["strokes"]) for entry in entries]
    strokes = [stroke for digit in digits for stroke in digit]
    # Differences, modulo 256, compress to half of what the points would.
    steps = np.diff(np.concatenate(strokes), axis=0, prepend=np.zeros((1, 2), np.uint8))
    np.savez_compressed(
        target,
        steps=np.ascontiguousarray(steps.T),
        points=np.array([len(stroke) for stroke in strokes], np.uint16),
        strokes=np.array([len(digit) for digit in digits], np.uint8),
        digits=np.array([entry["digit"] for entry in entries], np.uint8),
        writers=np.array([writers.index(entry["writer"]) for entry in entries], np.uint8),
    )


def mislabelled(entry: dict[str, Any]) -> bool:
    """Whether it is a dash, whatever its label, or one straight line that is called no 1."""
    strokes = [np.array(stroke, np.float64).reshape(-1, 2) for stroke in entry["strokes"]]
    across, down = np.ptp(np.concatenate(strokes), axis=0)
    if across > FLAT * down:
        return True
    first = strokes[0]
    walked = np.hypot(*np.diff(first, axis=0).T).sum()
    straight = np.hypot(*(first[-1] - first[0])) > STRAIGHT * walked
    return bool(len(strokes) == 1 and straight and entry["digit"] != 1)


def rounded(strokes: list[Any]) -> list[NDArray[np.uint8]]:
    """Return the strokes in whole numbers, without points that repeat the one before."""
    every = np.concatenate([np.array(stroke, np.float64).reshape(-1, 2) for stroke in strokes])
    low, high = every.min(axis=0), every.max(axis=0)
    scale = LARGEST / max(float((high - low).max()), 1e-9)
    whole = [np.rint((np.array(s, np.float64).reshape(-1, 2) - low) * scale) for s in strokes]
    return [_distinct(points.astype(np.uint8)) for points in whole if len(points)]


def _distinct(points: NDArray[np.uint8]) -> NDArray[np.uint8]:
    moved = (points[1:] != points[:-1]).any(axis=1)
    return points[np.concatenate([[True], moved])]


if __name__ == "__main__":
    build(Path(sys.argv[1]), TARGET)
