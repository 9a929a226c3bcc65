"""Which of several places holds the labels: a person says it, shown the images each way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import DataError
from core.phrases import Phrase
from core.records import Images


class AmbiguousLabelsError(DataError):
    """The labels may be in more than one place; ``columns`` says in which."""

    @property
    def columns(self) -> tuple[str, ...]:
        """What `label_column` may be: "first", "last", or the name of a column or array."""
        columns = self.values["columns"]
        assert isinstance(columns, tuple)
        return columns


class NoLabelsError(DataError):
    """A table of images without labels: there is nothing to learn from it."""


@dataclass(frozen=True, eq=False)
class Reading:
    """The first images of a data set under one reading of what its labels are."""

    label_column: str
    images: Images
    labels: tuple[str, ...]


PREVIEWED = 8
"""Images of a `Reading`."""


def ambiguous(
    path: Path, columns: tuple[str, ...], *, arrays: bool = False
) -> AmbiguousLabelsError:
    """Return the error that asks which column, or which array, holds the labels."""
    return AmbiguousLabelsError(
        "{file}: the labels may be in more than one {place} ({choices}).",
        "Say which: --label-column {example} on the command line; the window shows the "
        "first images each way.",
        file=str(path),
        place=Phrase("array") if arrays else Phrase("column"),
        choices=", ".join(columns),
        example=columns[0],
        columns=columns,
    )
