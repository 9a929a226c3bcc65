"""English phrases that remember how they were made, so that the window can translate them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_LONGEST_LIST = 200


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
        phrase = super().__new__(cls, template.format(**values))
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
