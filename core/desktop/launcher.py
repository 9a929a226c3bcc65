"""What starts Inkling and how it looks: the same facts for every system."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

NAME = "Inkling"
IDENTIFIER = "org.inkling.Inkling"
COMMENT = "A laboratory for handwritten digits"


@dataclass(frozen=True)
class Launcher:
    """The command (program, then its arguments) and the icon, drawn and as 512 px image."""

    command: tuple[str, ...]
    icon_svg: Path
    icon_png: Path


def delete(paths: Iterable[Path]) -> list[Path]:
    """Delete the files that are there and return them."""
    gone = [path for path in paths if path.exists()]
    for path in gone:
        path.unlink()
    return gone
