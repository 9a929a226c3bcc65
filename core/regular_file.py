"""Opening files that somebody named: plain ones only, and only so much of them.

A pipe in place of a file would make the program wait for ever, a device never end.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_regular(path: Path) -> BinaryIO:
    """Open a plain file for reading; never wait for what is none.

    Raises
    ------
    OSError
        If the system refuses, or it is a folder, a pipe or a device; `strerror` says which.
    """
    # A pipe is opened without a writer then; looking first would leave time to put one there.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except ValueError as error:
        # A name with a NUL in it.
        raise OSError(errno.EINVAL, str(error), str(path)) from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is a folder, a pipe or a device", str(path))
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_text(path: Path, most: int) -> str:
    """Return the text of a plain UTF-8 file of at most `most` bytes.

    Raises
    ------
    OSError
        As `open_regular`, and if there is more; `strerror` says so.
    UnicodeDecodeError
        If it is no text.
    """
    with open_regular(path) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it has more than {most:,} bytes", str(path))
    return content.decode("utf-8")
