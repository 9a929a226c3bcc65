"""One hostile file: how it is made, and what it pretends to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["data", "drawing", "network", "picture", "recipe"]


@dataclass(frozen=True, eq=False)
class Hostile:
    """A file, or what stands in its place.

    `write` puts it at a path whose name ends in `ending`; `weighs` says that it takes
    seconds or hundreds of megabytes, and is left out where time is short.
    """

    kind: Kind
    name: str
    ending: str
    write: Callable[[Path], object]
    weighs: bool = False

    def make(self, folder: Path) -> Path:
        """Make it in a folder, and return the path that a person opens."""
        path = folder / f"hostile{self.ending}"
        self.write(path)
        return path


def of_bytes(content: bytes) -> Callable[[Path], object]:
    """Return what writes this content."""
    return lambda path: path.write_bytes(content)


def of_made(make: Callable[[], bytes]) -> Callable[[Path], object]:
    """Return what makes a content when it is needed, and writes it."""
    return lambda path: path.write_bytes(make())


def of_text(content: str) -> Callable[[Path], object]:
    """Return what writes this text, lone surrogates as they are."""
    return of_bytes(content.encode("utf-8", "surrogatepass"))
