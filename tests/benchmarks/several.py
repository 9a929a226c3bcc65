"""Are numbers of several digits read right, on the pad and in pictures?

Run by hand::

    python -m tests.benchmarks.several --strokes FILE [--each 100] [--only WORD] [--sheet PNG]

FILE holds digits as strokes (see `tests.benchmarks.pens`); of files with parts, the part "tune"
is taken. The digits of one number are one writer's where there are enough. They are put side by
side in the kinds below, as strokes and (the kinds that begin with "picture") as a picture of
them. ``exact`` counts numbers, lines included, ``digits`` the digits that are right when the
number read is laid beside the true one. Single digits that are read as several are counted too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from core.evaluation.metrics import wilson
from core.ink.drawing import Drawing
from core.ink.strokes import reduced, smooth, stamp
from core.networks.shipped import shipped_network
from core.reading.read import read
from core.records import Ink
from tests.benchmarks.disguises import Sheet, boxed, camera

Strokes = list[np.ndarray]


@dataclass(frozen=True)
class Number:
    """Digits written side by side: the text, and the strokes of all."""

    text: str
    strokes: Strokes


def read_pens(file: Path) -> dict[str, list[tuple[int, Strokes]]]:
    """Return the digits of each writer, each of height 1."""
    data = file.read_bytes()
    entries = json.loads(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
    writers = defaultdict(list)
    for entry in entries:
        if entry.get("part", "tune") == "tune":
            strokes = [np.array(s, float).reshape(-1, 2) for s in entry["strokes"] if s]
            every = np.concatenate(strokes)
            low, high = every.min(axis=0), every.max(axis=0)
            unit = [(s - low) / max((high - low).max(), 1e-9) for s in strokes]
            writers[entry.get("writer", "")].append((entry["digit"], unit))
    return dict(writers)


def chosen_digits(writers, count: int, rng) -> list[tuple[int, Strokes]]:
    """Return digits of one writer, who has at least three."""
    names = sorted(name for name, digits in writers.items() if len(digits) > 2)
    digits = writers[names[rng.integers(len(names))]]
    return [digits[k] for k in rng.integers(len(digits), size=count)]


def in_row(digits, rng, *, gap=(0.15, 0.5), slope=0.0, drift=0.05) -> Number:
    """Write digits from left to right: gaps in heights, a slope, feet that are not level."""
    strokes: Strokes = []
    right, text = 0.0, ""
    for digit, unit in digits:
        size = rng.uniform(0.85, 1.1)
        lowest = max(s[:, 1].max() for s in unit)
        place = (right, slope * right - lowest * size + rng.normal(0, drift))
        strokes += [s * size + place for s in unit]
        right = max(s[:, 0].max() for s in strokes) + rng.uniform(*gap)
        text += str(digit)
    return Number(text, strokes)


def overlapping(digits, rng) -> Number:
    """Lean the digits, so that their boxes overlap, but their strokes keep apart."""
    lean = np.array([[1, 0], [-rng.uniform(0.3, 0.6), 1]])
    row = in_row(digits, rng, gap=(0.1, 0.2))
    return Number(row.text, [s @ lean for s in row.strokes])


def in_column(digits, rng) -> Number:
    """Write a digit in each line."""
    strokes: Strokes = []
    top = 0.0
    for _, unit in digits:
        left = rng.normal(0, 0.1)
        strokes += [s + np.array((left, top)) for s in unit]
        top = max(s[:, 1].max() for s in strokes) + rng.uniform(0.3, 0.6)
    return Number("\n".join(str(digit) for digit, _ in digits), strokes)


def two_lines(digits, rng) -> Number:
    """Write the first half above the second."""
    half = (len(digits) + 1) // 2
    above, below = in_row(digits[:half], rng), in_row(digits[half:], rng)
    lowest = max(s[:, 1].max() for s in above.strokes)
    highest = min(s[:, 1].min() for s in below.strokes)
    shift = lowest - highest + rng.uniform(0.4, 0.7)
    moved = [s + np.array((0, shift)) for s in below.strokes]
    return Number(f"{above.text}\n{below.text}", above.strokes + moved)


def joined(digits, rng) -> Number:
    """Write digits of one stroke each without lifting the pen between them."""
    row = in_row(digits, rng, gap=(0.05, 0.3))
    line = [row.strokes[0]]
    for before, after in pairwise(row.strokes):
        steps = max(2, round(float(np.hypot(*(after[0] - before[-1]))) / 0.06))
        line += [np.linspace(before[-1], after[0], steps + 1)[1:-1], after]
    return Number(row.text, [np.concatenate(line)])


KINDS = {
    "side by side": lambda d, rng: in_row(d, rng),
    "close": lambda d, rng: in_row(d, rng, gap=(0.05, 0.12)),
    "overlapping boxes": overlapping,
    "slanted line": lambda d, rng: in_row(d, rng, slope=rng.uniform(-0.3, 0.3)),
    "uneven": lambda d, rng: in_row(d, rng, drift=0.2, gap=(0.1, 0.8)),
    "column": in_column,
    "two lines": two_lines,
    "touching": lambda d, rng: in_row(d, rng, gap=(-0.12, 0.0)),
    "one stroke": joined,
}


def on_pad(number: Number) -> Ink:
    """Return the number on a sheet of side 1, as large as fits."""
    every = np.concatenate(number.strokes)
    low, high = every.min(axis=0), every.max(axis=0)
    scale = 0.9 / max((high - low).max(), 1e-9)
    middle = (low + high) / 2
    placed = tuple(((s - middle) * scale + 0.5).astype(np.float32) for s in number.strokes)
    return Ink(placed, sheet=(1.0, 1.0))


def pictured(number: Number, rng, *, height: int, pen: float, boxes: bool = False) -> Ink:
    """Return a photograph of the number, digits about so many pixels high."""
    every = np.concatenate(number.strokes)
    low, high = every.min(axis=0), every.max(axis=0)
    width, tall = ((high - low) * height).round().astype(int) + height
    if boxes:
        width = max(width, round(1.3 * height * len(number.text) + height))
    side = max(width, tall)
    low = low * (0 if boxes else 1, 1)
    lines = tuple((s - low) * height + height / 2 for s in smooth(tuple(number.strokes)))
    ink = reduced(stamp(lines, side_px=side, pen_px=pen * height, finer=3), 3)[:tall, :width]
    sheet = Sheet.blank(tall, width).write(ink / 255, 0, 0, 0.2)
    if boxes:
        step = 1.3 * height
        ends = 0.5 * height + step * np.arange(len(number.text) + 1)
        frames = [line for x in ends[:-1] for line in boxed(x, 16, x + step, tall - 16)]
        sheet.lines(frames, max(2, 0.02 * height), 0.3)
    return Ink(image=np.asarray(camera(sheet.grey, rng)))


def in_boxes(digits, rng) -> Number:
    """Write each digit into the middle of a box of 1.3 heights."""
    strokes = []
    for place, (_, unit) in enumerate(digits):
        middle = (max(s[:, 0].max() for s in unit)) / 2
        strokes += [s + np.array((1.3 * place + 0.65 - middle, 0.0)) for s in unit]
    return Number("".join(str(digit) for digit, _ in digits), strokes)


def errors(said: str, true: str) -> int:
    """Return how many digits must be changed, added or removed."""
    row = list(range(len(true) + 1))
    for i, a in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(true, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def cases(kind: str, writers, rng):
    """Return the true text and the ink of one number of this kind."""
    count = int(rng.integers(2, 7))
    if kind == "single":
        digits = chosen_digits(writers, 1, rng)
        return str(digits[0][0]), on_pad(Number("", digits[0][1]))
    digits = chosen_digits(writers, count, rng)
    if kind.endswith("one stroke"):
        plain = {name: [d for d in own if len(d[1]) == 1] for name, own in writers.items()}
        digits = chosen_digits(plain, 2, rng)
    if kind == "picture, boxes":
        number = in_boxes(digits, rng)
        return number.text, pictured(number, rng, height=70, pen=0.08, boxes=True)
    if kind == "picture, touching":
        number = in_row(digits, rng, gap=(-0.04, 0.03))
        return number.text, pictured(number, rng, height=60, pen=0.1)
    if kind.startswith("picture, "):
        number = KINDS[kind.removeprefix("picture, ")](digits, rng)
        height = int(rng.integers(30, 120))
        return number.text, pictured(number, rng, height=height, pen=rng.uniform(0.06, 0.1))
    number = KINDS[kind](digits, rng)
    return number.text, on_pad(number)


PICTURES = [f"picture, {kind}" for kind in (*KINDS, "boxes")]


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--strokes", type=Path, required=True)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--only", default="")
    parser.add_argument("--sheet", type=Path)
    chosen = parser.parse_args(arguments)
    writers, network = read_pens(chosen.strokes), shipped_network()
    missed = []
    for kind in ["single", *KINDS, *PICTURES]:
        if chosen.only not in kind:
            continue
        rng = np.random.default_rng(sum(map(ord, kind)))
        exact = wrong = digits = parted = 0
        seconds = []
        for _ in range(chosen.each):
            true, ink = cases(kind, writers, rng)
            began = time.perf_counter()
            said = read(ink, network).text
            seconds.append(time.perf_counter() - began)
            exact += said == true
            wrong += errors(said.replace("\n", ""), true.replace("\n", ""))
            parted += len(said) != len(true)
            digits += len(true.replace("\n", ""))
            if said != true:
                missed.append((ink, f"{true}: {said}".replace("\n", "/")))
        low, high = (100 * share for share in wilson(exact, chosen.each))
        print(
            f"{kind:28}exact {100 * exact / chosen.each:5.1f} % [{low:.0f}, {high:.0f}]  "
            f"digits {100 - 100 * wrong / digits:5.1f} %  parted wrongly {parted:3}"
            f"{1000 * float(np.median(seconds)):7.0f} ms",
            flush=True,
        )
    if chosen.sheet:
        _draw(missed, chosen.sheet)


def _draw(missed, file: Path) -> None:
    side, columns = 160, 8
    missed = missed[:96]
    whole = Image.new("L", (columns * side, -(-len(missed) // columns) * (side + 16)), 200)
    pen = ImageDraw.Draw(whole)
    for place, (ink, words) in enumerate(missed):
        x, y = place % columns * side, place // columns * (side + 16)
        drawing = Drawing(ink.strokes, sheet=(1, 1), image=ink.image)
        thumb = Image.fromarray(ink.image if ink.image is not None else thin(drawing))
        thumb.thumbnail((side - 4, side - 4))
        whole.paste(thumb, (x, y + 14))
        pen.text((x, y), words, fill=0, font_size=12)
    whole.save(file)


def thin(drawing: Drawing) -> np.ndarray:
    """Return the drawing with a pen that leaves small digits legible."""
    lines = tuple(line * 320 for line in smooth(drawing.strokes))
    return (255 - reduced(stamp(lines, side_px=320, pen_px=5, finer=2), 2)).astype(np.uint8)


if __name__ == "__main__":
    main()
