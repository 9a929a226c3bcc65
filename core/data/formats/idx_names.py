"""The names of IDX files: which set, which split, images or labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.data.formats.array_roles import SPLIT_WORDS
from core.data.formats.unpack import opened
from core.errors import DataError

_IMAGES = {"images", "image", "imgs", "idx3", "idx4"}
_LABELS = {"labels", "label", "lbls", "idx1", "idx2"}
_OTHERWISE_PACKED = (".xz", ".bz2", ".zst", ".zip")
_OTHERS = {"idx", "ubyte", "ubytes", "int", "byte", "bytes"}


@dataclass(eq=False)
class IdxSet:
    """The IDX files of one data set in a folder; `name` is what their names begin with."""

    name: str
    folder: Path
    parts: dict[tuple[str | None, str], Path] = field(default_factory=dict)

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return tuple(self.parts.values())

    def split(self, split: str | None) -> tuple[Path, ...]:
        """Return images and labels of a split; nothing where one of them is missing."""
        parts = [self.parts.get((split, role)) for role in ("images", "labels")]
        return tuple(part for part in parts if part) if all(parts) else ()

    def lone_parts(self) -> list[Path]:
        """Return the files whose other half is missing."""
        return [
            file
            for (split, role), file in self.parts.items()
            if (split, "labels" if role == "images" else "images") not in self.parts
        ]

    def missing_part(self) -> tuple[str, str]:
        """Return the name of a file that is there, and of one that is missing beside it."""
        there = self.files[0].name
        kinds = {"images": "images-idx3", "labels": "labels-idx1"}
        missing = next(role for role in kinds if ("train", role) not in self.parts)
        prefix = f"{self.name}-" if self.name else ""
        return there, f"{prefix}train-{kinds[missing]}-ubyte"


def idx_sets(folder: Path) -> list[IdxSet]:
    """Return the sets of IDX files in a folder, by the names of the files."""
    sets: dict[str, IdxSet] = {}
    # Plain files come before packed ones, and win.
    files = sorted(
        _files_of(folder), key=lambda file: (file.suffix.lower() == ".gz", file.name)
    )
    for file in files:
        named = _parse(file.name)
        if named is None or file.name.startswith(".") or not file.is_file():
            continue
        if not _says_idx(file.name) and not _begins_like_idx(file):
            continue
        name, split, role = named
        sets.setdefault(name, IdxSet(name, folder)).parts.setdefault((split, role), file)
    return sorted(sets.values(), key=lambda found: found.name)


def _files_of(folder: Path) -> Iterator[Path]:
    """Yield what is in a folder, and in folders that are called as the files in them."""
    for place in folder.iterdir():
        yield place
        if _says_idx(place.name) and place.is_dir():
            yield from place.iterdir()


def _says_idx(name: str) -> bool:
    return "idx" in name.lower() or "ubyte" in name.lower()


def _begins_like_idx(file: Path) -> bool:
    """Look into a file whose name says what it holds, but not that it is IDX."""
    try:
        with opened(file) as stream:
            start = stream.read(4)
    except DataError:
        return False
    return len(start) == 4 and start[:3] == b"\0\0\x08" and start[3] in (1, 3)


def _parse(name: str) -> tuple[str, str | None, str] | None:
    if name.lower().endswith(_OTHERWISE_PACKED):
        return None
    words = re.split(r"[-_.\s]+", name.lower().removesuffix(".gz"))
    role = "images" if _IMAGES & set(words) else "labels" if _LABELS & set(words) else None
    if role is None and _says_idx(name):
        role = "images" if "x" in words else "labels" if "y" in words else None
    if role is None:
        return None
    split = next((SPLIT_WORDS[word] for word in words if word in SPLIT_WORDS), None)
    rest = [
        word
        for word in words
        if word not in _IMAGES | _LABELS | _OTHERS | {"x", "y"} and word not in SPLIT_WORDS
    ]
    return "-".join(rest), split, role
