"""A file that Inkling cannot open at all: what it is, as far as it shows, and what it opens."""

from __future__ import annotations

import stat
from pathlib import Path

from core.errors import InklingError
from core.phrases import Phrase
from core.regular_file import open_regular

_BEGINNINGS: tuple[tuple[bytes, Phrase], ...] = (
    (b"%PDF", Phrase("a PDF document")),
    (b"\x7fELF", Phrase("a program")),
    (b"MZ", Phrase("a program")),
    (b"ID3", Phrase("music")),
    (b"OggS", Phrase("music or a film")),
    (b"\x1aE\xdf\xa3", Phrase("a film")),
    (b"RIFF", Phrase("music or a film")),
    (b"SQLite format 3", Phrase("a database")),
    (b"\xd0\xcf\x11\xe0", Phrase("a document of an old Office")),
    (b"Rar!", Phrase("an archive, which has to be unpacked first")),
    (b"7z\xbc\xaf", Phrase("an archive, which has to be unpacked first")),
)
_ENDINGS: dict[str, Phrase] = {
    ".docx": Phrase("a text document"),
    ".odt": Phrase("a text document"),
    ".pptx": Phrase("a presentation"),
    ".mp3": Phrase("music"),
    ".wav": Phrase("music"),
    ".mp4": Phrase("a film"),
    ".mov": Phrase("a film"),
    ".avi": Phrase("a film"),
    ".py": Phrase("a Python program, which Inkling does not run"),
    ".ipynb": Phrase("a notebook, which Inkling does not run"),
    ".html": Phrase("a web page"),
    ".svg": Phrase("a drawing in SVG"),
    ".heic": Phrase("a photograph in HEIC"),
    ".psd": Phrase("a picture of Photoshop"),
}
_HEAD = 512


def unknown_file(path: Path) -> InklingError:
    """Return the error for what looks like nothing that Inkling opens."""
    return InklingError(
        "{file} is {what}: nothing that Inkling opens.",
        "It opens networks (.keras, .h5), data sets (folders, IDX, npz, CSV and more), "
        "pictures (PNG, JPEG, TIFF and more), drawings and recipes (.json).",
        file=path.name,
        what=_what(path),
    )


def _what(path: Path) -> Phrase:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Phrase("no plain file")
        with open_regular(path) as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return Phrase("a file that cannot be read")
    if not head:
        return Phrase("empty")
    for beginning, what in _BEGINNINGS:
        if head.startswith(beginning):
            return what
    known = _ENDINGS.get(path.suffix.lower())
    if known is not None:
        return known
    return Phrase("a file of an unknown kind") if b"\0" in head else Phrase("a text")
