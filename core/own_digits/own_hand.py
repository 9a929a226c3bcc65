"""What is known of a person's hand: the digits that they kept, and how these are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from core.own_digits.own_digit import OwnDigit

ChangeKind: TypeAlias = Literal["kept", "imported", "relabelled", "deleted"]


@dataclass(frozen=True)
class Change:
    """What was changed, and how it can be taken back.

    Parameters
    ----------
    kind : str
        What was done.
    digit : int
        The label of the digit before that; of several, of the last one.
    put, taken : tuple of (int, str)
        The lines that came into the file and that went, each with its place.
    """

    kind: ChangeKind
    digit: int
    put: tuple[tuple[int, str], ...] = ()
    taken: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class ClassReport:
    """How one digit of a person is read: `right` of `total`.

    `misread` says what the others are taken for, most frequent first: (digit, times).
    """

    digit: int
    right: int
    total: int
    misread: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class OwnHand:
    """What is known of a person's hand.

    Parameters
    ----------
    total : int
        How many digits are kept.
    last : int or None
        The label of the digit that was kept last.
    report : tuple of ClassReport, or None
        How a network reads them; None without a network of the ten digits.
    digits : tuple of OwnDigit
        All of them, oldest first.
    answers : tuple of int
        What the network reads each of them as; empty without a network.
    undo : Change or None
        What would be taken back next.
    """

    total: int
    last: int | None
    report: tuple[ClassReport, ...] | None
    digits: tuple[OwnDigit, ...] = ()
    answers: tuple[int, ...] = ()
    undo: Change | None = None

    @property
    def right(self) -> int:
        """How many are read right."""
        return sum(row.right for row in self.report or ())
