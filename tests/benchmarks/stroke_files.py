"""Files of digits as strokes: ``[{"digit": 7, "strokes": [[[x, y], ...], ...]}, ...]``, y down.

Maybe gzipped. An entry may name itself (``"id"``), its ``"writer"`` and its ``"part"``.
"""

from __future__ import annotations

import argparse
import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Case:
    """One written digit."""

    name: str
    digit: int
    strokes: list[np.ndarray]
    writer: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a benchmark be told the file, and which part of it."""
    parser.add_argument(
        "--strokes", type=Path, required=True, help="a file of digits as strokes"
    )
    parser.add_argument("--part", help='only the digits of this part, as "tune"')


def read_cases(file: Path, part: str | None = None) -> list[Case]:
    """Return the digits in a file, or those of one of its parts."""
    data = file.read_bytes()
    entries = json.loads(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
    return [
        Case(
            str(entry.get("id", number)),
            int(entry["digit"]),
            [np.array(stroke, float).reshape(-1, 2) for stroke in entry["strokes"] if stroke],
            str(entry.get("writer", "")),
        )
        for number, entry in enumerate(entries)
        if part is None or entry["part"] == part
    ]
