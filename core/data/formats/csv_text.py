r"""The text of a table, whatever program wrote it: in UTF-8, "\n" after each line."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from core.data.formats.unpack import Tell, opened
from core.errors import DataError

BLOCK_BYTES = 1 << 20
LONGEST_ROW = 1 << 20
"""Bytes of a row: 96 x 96 pixels in colour have 110,000."""

_EMPTY = b' \t,;"\n'
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def text_blocks(path: Path, tell: Tell) -> Iterator[bytes]:
    r"""Return a table in blocks of whole lines, each ending with "\n".

    Lines of nothing but separators at the end of the file, as spreadsheets leave them, are
    dropped.

    Raises
    ------
    DataError
        When the file cannot be read, is no text, or has a row between empty ones.
    """
    with opened(path, tell) as stream:
        row, empty = 0, 0
        for block in _whole_lines(stream, path):
            end = len(block.rstrip(_EMPTY))
            end = block.find(b"\n", end) + 1 if end else 0
            if end:
                if empty:
                    raise _empty_row(path, row + 1)
                yield block[:end]
                row += block.count(b"\n", 0, end)
            empty += block.count(b"\n", end)


def _whole_lines(stream: BinaryIO, path: Path) -> Iterator[bytes]:
    start = stream.read(4)
    decode = _decoder(start, path)
    rest = decode(start)
    while chunk := stream.read(BLOCK_BYTES):
        lines = rest + decode(chunk)
        # A carriage return at the very end may be the first half of a line's end.
        end = len(lines) - lines.endswith(b"\r")
        if lines.find(b"\r", 0, end) >= 0:
            lines = lines[:end].replace(b"\r\n", b"\n").replace(b"\r", b"\n") + lines[end:]
        end = lines.rfind(b"\n") + 1
        if whole := _without_bare_lines(lines[:end]):
            yield whole
        rest = lines[end:]
        if len(rest) > LONGEST_ROW:
            raise DataError(
                "{file} is not a table of digits: a line has more than {most} characters.",
                "Choose a CSV file with one row an image: its label, then 784 pixels.",
                file=str(path),
                most=LONGEST_ROW,
            )
    rest = rest.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if whole := _without_bare_lines(rest.removesuffix(b"\n") + b"\n"):
        yield whole


def _without_bare_lines(lines: bytes) -> bytes:
    """Drop lines without anything: Python's csv on Windows writes one after each row."""
    while b"\n\n" in lines:
        lines = lines.replace(b"\n\n", b"\n")
    return lines.removeprefix(b"\n")


def _decoder(start: bytes, path: Path) -> Callable[[bytes], bytes]:
    """Return what turns the file's bytes into UTF-8 without a byte order mark."""
    encoding = _UTF_16.get(start[:2])
    if encoding is None and len(start) == 4 and start[1] == 0 and start[0] and start[3] == 0:
        encoding = "utf-16-le"
    if encoding is None:
        pending = {"mark": True}

        def plain(data: bytes) -> bytes:
            marked, pending["mark"] = pending["mark"], False
            return data.removeprefix(codecs.BOM_UTF8) if marked else data

        return plain
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return lambda data: decoder.decode(data).replace("\ufeff", "").encode("utf-8", "replace")


def _empty_row(path: Path, row: int) -> DataError:
    return DataError(
        "{file}: row {row} is empty.",
        "Remove the row: each row is one image.",
        file=str(path),
        row=row,
    )
