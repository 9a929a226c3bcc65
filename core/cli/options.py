"""Options that several commands have, and how their values are read; loads nothing heavy."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, TypeAlias

from core.limits import Limit

# argparse gives it no public name.
Commands: TypeAlias = "argparse._SubParsersAction[Any]"


class UsageError(Exception):
    """The command was not understood."""


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add what says which data set is meant, and how it is read."""
    parser.add_argument(
        "--data",
        metavar="FOLDER",
        help='a folder or file with digits, or "sample" (default: the whole MNIST where it '
        "is found, else the sample)",
    )
    parser.add_argument(
        "--label-column",
        metavar="NAME",
        help='what holds the labels: of a table the name of a column, "first" or "last"; of a '
        "file of arrays the name of one (default: found out)",
    )
    parser.add_argument(
        "--hold-out",
        type=fraction,
        metavar="SHARE",
        help="set this share of each class aside for testing, where there are no test images "
        "(0.2: a fifth)",
    )
    parser.add_argument(
        "--as-stored",
        action="store_true",
        help="take images as they are stored: not turned upright, not made light on dark",
    )


def add_pixels(parser: argparse.ArgumentParser) -> None:
    """Add what says how a network is handed its pixels."""
    parser.add_argument(
        "--pixels",
        choices=("auto", "unit", "raw"),
        default="auto",
        help="how the network is handed its pixels: 0 to 1 (unit), 0 to 255 (raw), or as its "
        "file says, else as it reads the built-in sample best (auto)",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add what asks for events in place of text."""
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def positive(text: str) -> int:
    """Read a whole number above 0."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def fraction(text: str) -> float:
    """Read a number between 0 and 1."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not a share between 0 and 1")
    return value


def whole(allowed: Limit) -> Callable[[str], int]:
    """Return what reads an option's whole number within these limits."""

    def read(text: str) -> int:
        # Python refuses to read numbers of thousands of digits.
        short = text.isdecimal() and len(text) < 20
        if not short or not allowed.admits(int(text)):
            raise argparse.ArgumentTypeError(
                f"{text[:40]!r} is not a whole number from {allowed.words()}"
            )
        return int(text)

    return read
