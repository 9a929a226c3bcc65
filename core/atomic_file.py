"""Writing a file so that there is always either the old one or the new one, never a half."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from core.errors import InklingError


def write_atomically(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file beside `path` and put it in the place of `path` when all of it is on disk.

    Folders that are missing are made. A file that was there keeps its permissions; a
    symbolic link stays a link and the file that it points to is replaced.

    Parameters
    ----------
    path : Path
        The file to write.
    write : callable
        Gets the open, empty, seekable binary file and writes everything into it.

    Raises
    ------
    InklingError
        When the system refuses (a full disk, no permission); what was at `path` is still
        there. Whatever else `write` raises passes through, with the same promise.
    """
    try:
        _write_and_replace(Path(os.path.realpath(path)), write)
    except OSError as error:
        raise InklingError(
            "{file} could not be written: {reason}.",
            "Free some space or choose another folder. What was there before is unchanged.",
            file=str(path),
            reason=error.strerror or str(error),
        ) from error


def _write_and_replace(target: Path, write: Callable[[BinaryIO], None]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # Short, because the target's own name may be as long as the system allows.
    part = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with part.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(target, part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
