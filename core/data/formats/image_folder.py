"""Folders of pictures: a subfolder a class, or names or a table that say the label.

Pictures are read by the reader that ``predict`` uses. Those of 28x28 are taken pixel by
pixel, black on white or white on black as their borders tell; all others are fitted as
``predict`` fits them. One that cannot be read is left out and named. A split's images are
put into a fixed mixed order, because a training takes its validation images from the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.data.formats.file_endings import PICTURE_ENDINGS
from core.data.formats.picture_labels import LabelledPicture, pictures_in
from core.data.formats.pixels import fitted_note
from core.data.formats.splits import SIDE, Split, check_count
from core.data.formats.unpack import Tell, tell_nobody
from core.errors import DataError
from core.ink.pictures import read_picture
from core.ink.preprocess import prepare
from core.phrases import Phrase
from core.records import Images

_NAMED = 5


def read_image_folder(folder: Path, tell: Tell = tell_nobody) -> Split:
    """Read every picture in `folder` whose label is known.

    Raises
    ------
    DataError
        When not one picture can be read.
    """
    pictures, said = pictures_in(folder)
    if not pictures:
        raise DataError(
            "{folder} has a folder for each class, but no pictures in them that Inkling "
            "opens: {endings}.",
            "Save the pictures as PNG.",
            folder=str(folder),
            endings=", ".join(PICTURE_ENDINGS),
        )
    check_count(len(pictures), folder)
    reading = _Reading()
    images = np.empty((len(pictures), SIDE, SIDE), np.uint8)
    for index, picture in enumerate(pictures):
        tell(index / len(pictures))
        image = reading.read(picture)
        if image is not None:
            images[len(reading.kept)] = image
            reading.kept.append(picture)
    if not reading.kept:
        raise DataError(
            "{folder} holds no picture that can be read. The first: {reason}",
            "Save the pictures as PNG.",
            folder=str(folder),
            reason=reading.first_reason,
        )
    kept = len(reading.kept)
    order = np.random.default_rng(0).permutation(kept)
    labels = np.array([picture.label for picture in reading.kept])
    return Split(images[:kept][order], labels[order], (*said, *reading.notes(len(pictures))))


@dataclass(frozen=True)
class _Left:
    name: str
    reason: Phrase


class _Reading:
    """What was met while the pictures of a folder were read."""

    def __init__(self) -> None:
        self.kept: list[LabelledPicture] = []
        self._left: list[_Left] = []
        self._turned = self._fitted = 0
        self._sizes: set[tuple[int, int]] = set()

    @property
    def first_reason(self) -> Phrase | str:
        return self._left[0].reason if self._left else ""

    def read(self, picture: LabelledPicture) -> Images | None:
        """Return the picture as 28x28; None, and a note, where it cannot be used."""
        try:
            grey = read_picture(picture.file)
        except DataError as error:
            self._leave(picture, Phrase(error.problem, **error.values))
            return None
        assert grey.image is not None
        if grey.image.shape == (SIDE, SIDE):
            return self._with_dark_paper(grey.image)
        stages = prepare(grey)
        if stages is None:
            self._leave(picture, Phrase("there is nothing to see in it."))
            return None
        self._fitted += 1
        if len(self._sizes) < _NAMED:
            self._sizes.add((grey.image.shape[1], grey.image.shape[0]))
        return stages.centred

    def _leave(self, picture: LabelledPicture, reason: Phrase) -> None:
        # Its folder too: there may be one of that name in each.
        name = f"{picture.file.parent.name}/{picture.file.name}"
        self._left.append(_Left(name, reason))

    def _with_dark_paper(self, grey: Images) -> Images:
        edges = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]])
        if edges.mean() <= 127:
            return grey
        self._turned += 1
        return 255 - grey

    def notes(self, pictures: int) -> tuple[Phrase, ...]:
        notes = []
        if self._turned:
            notes.append(
                Phrase(
                    "{count} of {all} pictures of 28 x 28 were dark on light, as their borders "
                    "tell, and turned to light on dark.",
                    count=self._turned,
                    all=len(self.kept) - self._fitted,
                )
            )
        if self._fitted:
            sizes = sorted(f"{width} x {height}" for width, height in self._sizes)
            notes.append(fitted_note(_listed(sizes, more=len(sizes) >= _NAMED)))
        if self._left:
            notes.append(
                Phrase(
                    "{count} of {all} pictures were left out: {names}. The first: {reason}",
                    count=len(self._left),
                    all=pictures,
                    names=_listed([left.name for left in self._left[:_NAMED]],
                                  more=len(self._left) > _NAMED),
                    reason=self._left[0].reason,
                )
            )  # fmt: skip
        return tuple(notes)


def _listed(names: Sequence[str], *, more: bool) -> str:
    return ", ".join(names) + (" ..." if more else "")
