"""How well are digits read in pictures of every kind of paper, light and file?

Run by hand::

    python -m tests.benchmarks.photographs [--strokes FILE] [--each N] [--only WORD]
        [--sheet PNG]

Draws `--each` pictures for each of the disguises in `tests.benchmarks.disguises`, of MNIST's
test digits (INKLING_DATA, else the embedded sample) and, with ``--strokes``, as many again of
the pens in FILE (part "tune", where the file has parts). Each goes through a file, as
``inkling predict`` reads it; right is an answer of exactly the one digit. ``--sheet`` draws
what was misread, to be looked at.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from core.data.datasets import load, load_sample
from core.ink.pictures import read_picture
from core.networks.shipped import shipped_network
from core.reading.read import read
from tests.benchmarks.disguises import DISGUISES, Written

_TILE = 150


def mnist_digits(count: int, rng: np.random.Generator) -> list[Written]:
    """Return digits of MNIST's test part."""
    folder = os.environ.get("INKLING_DATA")
    dataset = load(Path(folder)) if folder else load_sample()
    chosen = rng.choice(len(dataset.test_labels), count, replace=False)
    return [Written(int(dataset.test_labels[k]), image=dataset.test_images[k]) for k in chosen]


def pen_digits(file: Path, count: int, rng: np.random.Generator) -> list[Written]:
    """Return digits of pens that nothing was trained on."""
    data = file.read_bytes()
    entries = json.loads(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
    entries = [e for e in entries if e.get("part", "tune") == "tune"]
    chosen = [entries[k] for k in rng.choice(len(entries), count, replace=False)]
    return [
        Written(e["digit"], tuple(np.array(s, np.float32).reshape(-1, 2) for s in e["strokes"]))
        for e in chosen
    ]


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--strokes", type=Path)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--only", default="")
    parser.add_argument("--sheet", type=Path)
    chosen = parser.parse_args(arguments)
    network = shipped_network()
    rights = total = 0
    missed: list[tuple[str, Image.Image, str]] = []
    for name, make in DISGUISES.items():
        if chosen.only not in name:
            continue
        rng = np.random.default_rng(sum(map(ord, name)))
        digits = mnist_digits(chosen.each, rng)
        digits += pen_digits(chosen.strokes, chosen.each, rng) if chosen.strokes else []
        right, seconds, said = 0, [], []
        for written in digits:
            picture = make(written, rng)
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "picture.png"
                picture.save(path, compress_level=1)
                began = time.perf_counter()
                text = read(read_picture(path), network).text
                seconds.append(time.perf_counter() - began)
            right += text == str(written.digit)
            if text != str(written.digit):
                said.append(f"{written.digit}:{text!r}")
                missed.append((name, picture, f"{written.digit}: {text}"))
        rights, total = rights + right, total + len(digits)
        print(
            f"{name:28}{right:4} of {len(digits)}{1000 * max(seconds):7.0f} ms  "
            + " ".join(said)[:90],
            flush=True,
        )
    print(f"{'all':28}{rights:4} of {total}")
    if chosen.sheet and missed:
        _draw(missed, chosen.sheet)


def _draw(missed: list[tuple[str, Image.Image, str]], file: Path) -> None:
    columns = 8
    rows = -(-len(missed) // columns)
    whole = Image.new("RGB", (columns * _TILE, rows * (_TILE + 30)), "lightblue")
    pen = ImageDraw.Draw(whole)
    for place, (name, picture, said) in enumerate(missed):
        x, y = place % columns * _TILE, place // columns * (_TILE + 30)
        tile = picture.convert("RGBA")
        tile.thumbnail((_TILE - 4, _TILE - 4))
        whole.paste(tile, (x, y + 28), tile)
        pen.text((x, y), name, fill="black", font_size=11)
        pen.text((x, y + 13), said.replace("\n", "/"), fill="black", font_size=12)
    whole.save(file)


if __name__ == "__main__":
    main()
