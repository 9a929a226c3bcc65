"""Published data sets that are known by the names of their files: what their labels mean."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import DataError
from core.records import DIGITS

_CAPITALS = tuple(string.ascii_uppercase)
_BALANCED = (*DIGITS, *_CAPITALS, *"abdefghnqrt")
_BY_CLASS = (*DIGITS, *_CAPITALS, *string.ascii_lowercase)
_CLOTHES = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker",
    "Bag", "Ankle boot",
)  # fmt: skip
_SIGNS = tuple("" if letter in "JZ" else letter for letter in _CAPITALS)
"""J and Z are moved while they are shown."""

_KUZUSHIJI = tuple("おきすつなはまやれを")
_MOST_MAPPED = 200


@dataclass(frozen=True)
class Family:
    """What the names of files say of a data set.

    Parameters
    ----------
    name : str
        As its makers call it.
    classes : tuple of str
        What its labels stand for, from the first; empty for one that is never used.
    first_label : int
        The label of the first class.
    transposed : bool
        Whether its images are stored with rows and columns exchanged.
    """

    name: str
    classes: tuple[str, ...]
    first_label: int = 0
    transposed: bool = False

    @property
    def labels(self) -> dict[int, str]:
        """Each label that there is, and what it stands for."""
        named = enumerate(self.classes, start=self.first_label)
        return {label: name for label, name in named if name}


_EMNIST = {
    "letters": Family("EMNIST letters", _CAPITALS, first_label=1, transposed=True),
    "balanced": Family("EMNIST balanced", _BALANCED, transposed=True),
    "bymerge": Family("EMNIST bymerge", _BALANCED, transposed=True),
    "byclass": Family("EMNIST byclass", _BY_CLASS, transposed=True),
    "digits": Family("EMNIST digits", DIGITS, transposed=True),
    "mnist": Family("EMNIST mnist", DIGITS, transposed=True),
}


def family_of(path: Path) -> Family | None:
    """Return the family of a file, by its own name and those of two folders above."""
    names = [path.name.lower(), *(parent.name.lower() for parent in path.parents[:2])]
    for name in names:
        if "fashion" in name:
            return Family("Fashion-MNIST", _CLOTHES)
        if "kmnist" in name or "kuzushiji" in name:
            return Family("Kuzushiji-MNIST", _KUZUSHIJI)
        if "emnist" in name.replace("qmnist", ""):
            part = next(
                (part for part in _EMNIST if part in name.replace("emnist", "")), "digits"
            )
            return _with_mapping(_EMNIST[part], path)
        if "a_z handwritten" in name:
            return Family("A-Z handwritten", _CAPITALS)
        if "sign_mnist" in name or "sign-mnist" in name or "sign language" in name:
            return Family("Sign Language MNIST", _SIGNS)
    return None


def _with_mapping(family: Family, path: Path) -> Family:
    """Take the classes from EMNIST's mapping file (label, then the character's codes)."""
    part = family.name.split()[-1]
    file = path.parent / f"emnist-{part}-mapping.txt"
    try:
        if not file.is_file() or file.stat().st_size > 1 << 16:
            return family
        lines = [line.split() for line in file.read_text("ascii").splitlines() if line.strip()]
        codes = {int(line[0]): chr(int(line[1])) for line in lines[:_MOST_MAPPED]}
    except (OSError, ValueError, IndexError, OverflowError) as error:
        raise DataError(
            "{file} is no list of EMNIST's classes.",
            "Each line is a label and the codes of its character. Get it again, or remove it.",
            file=str(file),
        ) from error
    first = min(codes, default=0)
    if sorted(codes) != list(range(first, first + len(codes))):
        return family
    classes = tuple(codes[label] for label in sorted(codes))
    return replace(family, classes=classes, first_label=first)
