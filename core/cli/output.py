"""How the command line speaks: text for people, one JSON object a line for programs."""

from __future__ import annotations

import json
import math
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO


class Output:
    """Where a command writes to.

    Text goes to stdout unless `as_json`; then events go there instead, flushed line by
    line. A progress line goes to stderr, and only where a person watches.

    Parameters
    ----------
    as_json : bool
        Whether ``--json`` was given.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        # A Windows program without a console has neither.
        self._out: TextIO | None = sys.stdout
        self._err: TextIO | None = sys.stderr
        self._progress_columns = 0
        self.lost: OSError | None = None
        """Why what was written did not arrive; a command goes on all the same."""
        for stream in (self._out, self._err):
            # A name that a code page has no letters for is no reason to fail.
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    @property
    def as_json(self) -> bool:
        """Whether a program reads along."""
        return self._as_json

    def line(self, text: str = "") -> None:
        """Write a line for people."""
        if not self._as_json:
            self._write(text)

    def event(self, name: str, /, **values: object) -> None:
        """Write an event for programs; nan and infinity become null."""
        if self._as_json:
            self._write(json.dumps(_plain({"event": name, **values}), ensure_ascii=False))

    def progress(self, text: str) -> None:
        """Replace the progress line."""
        if self._err is None or self._as_json or not self._err.isatty():
            return
        try:
            columns = os.get_terminal_size(self._err.fileno()).columns
        except OSError:
            columns = 80
        text = text[: columns - 1]
        self._write_to(self._err, "\r" + text.ljust(self._progress_columns))
        self._progress_columns = len(text)

    def error(self, problem: str, cure: str) -> None:
        """Say what went wrong, in one line."""
        self.event("error", problem=problem, cure=cure)
        if self._err is not None and not self._as_json:
            self._clear_progress()
            one_line = " ".join(f"{problem} {cure}".split())
            self._write_to(self._err, f"inkling: {one_line}\n")

    def _write(self, text: str) -> None:
        self._clear_progress()
        if self._out is not None:
            self._write_to(self._out, text + "\n")

    def _clear_progress(self) -> None:
        if self._progress_columns and self._err is not None:
            self._write_to(self._err, "\r" + " " * self._progress_columns + "\r")
        self._progress_columns = 0

    def _write_to(self, stream: TextIO, text: str) -> None:
        """Write, or know that it cannot be: the disk is full, the terminal was closed.

        A pipe that nobody reads any more ends the command: then nobody wants it.
        """
        try:
            stream.write(text)
            stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            self.lost = self.lost or error
            if stream is self._out:
                self._out = None
            else:
                self._err = None
            # Python would flush what is left once more at its end, and fail.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def percent(fraction: float | None) -> str:
    """Write a fraction as a percentage with two digits behind the point."""
    return "-" if fraction is None or math.isnan(fraction) else f"{100 * fraction:.2f} %"


def number(value: float | None) -> str:
    """Write a loss with four digits behind the point."""
    return "-" if value is None or math.isnan(value) else f"{value:.4f}"


def _plain(value: object) -> object:
    """Turn nan, infinity and tuples into what JSON knows."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value
