"""English phrases that remember how they were made, so that the window can translate them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any

_LONGEST_LIST = 200

_PLAIN_FROM, _PLAIN_TO = 1e-6, 1e9
"""Between these a number is written out: 7,710 and 0.00003, not 7.71e+03 and 3e-05."""


class _Words(Formatter):
    """Fills a template in as ``str.format`` does; numbers in "g" as a person writes them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        if "e" not in text or not format_spec.endswith("g"):
            return text
        if _PLAIN_FROM <= abs(value) < _PLAIN_TO:
            # Imported late: few numbers need it, and the window opens sooner without.
            from decimal import Decimal

            return f"{Decimal(text):,f}"
        digits, power = text.split("e")
        return f"{digits}e{int(power)}"


def filled(template: str, values: Mapping[str, object]) -> str:
    """Return a template with its braces filled in, numbers as a person writes them."""
    return _WORDS.vformat(template, (), values)


_WORDS = _Words()


class Phrase(str):
    """A phrase in English, values filled in, that still knows its template.

    It is a plain ``str`` to everything else: the command line prints it as it is. Part of
    another text it is only safe as a value of an `InklingError` or of another phrase; an
    f-string forgets where it came from.

    Parameters
    ----------
    template : str
        A literal, which the translators' command finds here: ``"it has {n} points"``.
    **values : object
        What the braces stand for; phrases among them are translated too.
    """

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Phrase:
        """Fill the values in."""
        phrase = super().__new__(cls, filled(template, values))
        phrase.template = template
        phrase.values = values
        return phrase

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """Be copied and pickled by what it was made from."""
        return (self.template,), self.values


def shown(value: Any) -> str:
    """Return a value as JSON would show it, short enough for an error."""
    if isinstance(value, str):
        return f'"{value[:40]}"'
    if isinstance(value, dict):
        return Phrase("an object in braces")
    if isinstance(value, list):
        return Phrase("a list")
    # Python refuses to print whole numbers of thousands of digits.
    if isinstance(value, int) and abs(value) > 10**40:
        return Phrase("a very large number")
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "null")
    return str(value)


def listed(names: Iterable[str]) -> str:
    """Return names in a row, cut where they would fill more than a line or two."""
    text = ", ".join(names)
    return text if len(text) < _LONGEST_LIST else f"{text[:_LONGEST_LIST]} ..."


def writable(text: str) -> str:
    """Return a text that every file can hold: what is no whole character becomes "?".

    Names of files, and what was typed, may hold bytes that are no UTF-8, which Python passes
    on as halves of surrogate pairs.
    """
    return text.encode("utf-8", "replace").decode("utf-8")
