"""What happens to files of every kind: cut, mixed up, replaced, or not files at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import numpy as np

from tests.reliability.corpus.honest import honest_files
from tests.reliability.corpus.hostile import Hostile

FLIPS = 5
"""So many files with some flipped bits are made of each."""


def _flipped(seed: int, content: bytes) -> bytes:
    rng = np.random.default_rng([seed, len(content)])
    flipped = np.frombuffer(content, np.uint8).copy()
    places = rng.integers(0, len(flipped), 8)
    flipped[places] ^= (1 << rng.integers(0, 8, 8)).astype(np.uint8)
    return flipped.tobytes()


def _noise(content: bytes) -> bytes:
    return np.random.default_rng(len(content)).bytes(len(content))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "one byte": lambda content: content[:1],
    "ten bytes": lambda content: content[:10],
    "half": lambda content: content[: len(content) // 2],
    "all but the last byte": lambda content: content[:-1],
    "twice": lambda content: content * 2,
    "zeros": lambda content: bytes(len(content)),
    "noise": _noise,
    "noise behind": lambda content: content + _noise(content)[:1000],
    "noise before": lambda content: _noise(content)[:100] + content,
    "its middle missing": lambda content: (
        content[: len(content) // 3] + content[len(content) // 2 :]
    ),
    "a text": lambda content: b"hello, world\n",
    "a web page": lambda content: b"<!DOCTYPE html><html><body>404</body></html>",
    **{f"flipped bits {seed}": partial(_flipped, seed) for seed in range(FLIPS)},
}


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _silent_device(path: Path) -> None:
    path.symlink_to("/dev/tty")


STANDINS: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "nothing": lambda path: None,
    "a link to itself": _loop,
    "a device": _device,
    "a terminal": _silent_device,
    "a pipe": lambda path: os.mkfifo(path),
}


def damaged_cases() -> Iterator[Hostile]:
    """Return each format in each way."""
    for (kind, ending), content in honest_files().items():
        for name, damage in DAMAGES.items():

            def write(path: Path, content: bytes = damage(content)) -> None:
                path.write_bytes(content)

            yield Hostile(kind, f"{ending}: {name}", ending, write)
        if os.name != "nt":
            for name, put in STANDINS.items():
                yield Hostile(kind, f"{ending}: {name}", ending, put)
