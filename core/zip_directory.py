"""The table of contents of a zip, looked at before Python's reader makes objects of it."""

from __future__ import annotations

import struct
import zipfile
from typing import BinaryIO

_END = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_COMMENT = 2**16
_LOCATOR = b"PK\x06\x07"
_LOCATOR_BYTES = 20


def check_directory(file: BinaryIO, limit_bytes: int) -> None:
    """Refuse a zip whose table of contents alone would fill the memory.

    The record at the end is taken where `zipfile` takes it: from the last 22 bytes, else
    the last one in the tail. The file is left at its beginning.

    Raises
    ------
    zipfile.BadZipFile
        When it is no zip, or its table is too large or says so in the ways of zips of
        gigabytes or of several disks.
    """
    end = file.seek(0, 2)
    file.seek(max(0, end - _LONGEST_COMMENT - _END_BYTES))
    tail = file.read()
    file.seek(0)
    last = tail[-_END_BYTES:]
    at = len(tail) - _END_BYTES if _is_end(last) else tail.rfind(_END)
    record = tail[at : at + _END_BYTES] if at >= 0 else b""
    if len(record) < _END_BYTES:
        raise zipfile.BadZipFile("no table of contents")
    disk, first_disk, _, _, size, _, _ = struct.unpack("<4H2IH", record[4:])
    before = tail[max(0, at - _LOCATOR_BYTES) : at]
    if disk or first_disk or size > limit_bytes or before.startswith(_LOCATOR):
        raise zipfile.BadZipFile("a table of contents of an unlikely size")


def _is_end(record: bytes) -> bool:
    return record.startswith(_END) and record.endswith(b"\0\0")
