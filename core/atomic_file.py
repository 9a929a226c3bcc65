"""Writing a file so that there is always either the old one or the new one, never a half."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from core.errors import InklingError

_NAME_BYTES = 6
_LEFT_S = 3600.0


def write_atomically(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file beside `path` and put it in the place of `path` when all of it is on disk.

    Folders that are missing are made. A file that was there keeps its permissions; a
    symbolic link stays a link and the file that it points to is replaced. When this returns,
    neither the file nor its name is lost by a power cut.

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


def clear_parts(*folders: Path) -> None:
    """Remove from these folders what a writing left whose process was killed; never fails.

    One that may still be written is left: a part is only taken for left an hour after the last
    byte went into it.
    """
    for folder in folders:
        with contextlib.suppress(OSError):
            for part in folder.glob(f".{'[0-9a-f]' * 2 * _NAME_BYTES}.part"):
                if time.time() - part.stat().st_mtime > _LEFT_S:
                    part.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder, and those that it lies in, so that a power cut does not lose them.

    Raises
    ------
    OSError
        When the system refuses.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the names of a folder's files are on the disk, where the system can say so."""
    # Windows opens no folders; and some network disks refuse: there it is the system's word.
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _write_and_replace(target: Path, write: Callable[[BinaryIO], None]) -> None:
    make_folder(target.parent)
    # Short, because the target's own name may be as long as the system allows.
    part = target.with_name(f".{secrets.token_hex(_NAME_BYTES)}.part")
    try:
        with part.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(target, part)
        part.replace(target)
        sync_folder(target.parent)
    except BaseException:
        # The folder itself may be gone; what went wrong first is what is told.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
