"""What the name of a file that is written says, and whether that is what the file will be."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from core.errors import InklingError

# Some that Python's table does not have.
_MORE_KINDS = frozenset(
    {".docx", ".ini", ".keras", ".npy", ".npz", ".odt", ".ods", ".onnx", ".parquet", ".sqlite",
     ".tflite", ".webp", ".xlsx", ".yaml"}
)  # fmt: skip

# Without the system's own lists: the same name means the same on every machine.
_KINDS = frozenset(mimetypes.MimeTypes(filenames=()).types_map[True]) | _MORE_KINDS


def with_ending(path: Path, *endings: str) -> Path:
    """Return where a file goes that a person wants at `path`: it ends in one of `endings`.

    A name without an ending, or with one that is none (``results.v2``), gets the first.

    Raises
    ------
    InklingError
        If the name says another kind of file, which this would not be; or if there already is
        a file of the whole name, which the person did not type.
    """
    ending = path.suffix.lower()
    if ending in endings:
        return path
    if ending in _KINDS:
        raise InklingError(
            "{file} would not be what its name says: it is to be a file of the kind {endings}.",
            "Name it {name}.",
            file=path.name,
            endings=", ".join(endings),
            name=path.with_suffix(endings[0]).name,
        )
    whole = path.with_name(f"{path.name}{endings[0]}")
    if whole.exists():
        raise InklingError(
            "There is a file {file} already.",
            "To replace it, choose that file; or choose another name.",
            file=str(whole),
        )
    return whole
