"""What varies, as one writes it in a line: ``learning_rate=.01,.03,.1``.

====================  ================================================
``.01,.03,.1``        a list; words, true, false and none among it too
``16..128*2``         from 16 to 128, each twice the one before
``0..0.9+0.3``        from 0 to 0.9 in steps of 0.3
``0.001..1``          a range to draw from; ``0.001..1 log`` each power
                      of ten as likely as the next
====================  ================================================
"""

from __future__ import annotations

import json
import re
from typing import Any

from core.errors import RecipeError
from core.experiments.experiment import Span, Values
from core.phrases import shown

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_RANGE = re.compile(
    rf"\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*(?:([*+])\s*({_NUMBER})|(log))?\s*", re.ASCII
)
_WORDS = {"none": None, "null": None, "true": True, "false": False}


def parse_vary(text: str) -> tuple[str, Any]:
    """Return the field and its values, as a file of an experiment has them.

    Raises
    ------
    RecipeError
        If the text is not FIELD=VALUES.
    """
    name, equals, values = text.partition("=")
    if not equals or not name.strip() or not values.strip():
        raise RecipeError(
            "{text} does not say what varies.",
            "Write it as {example}.",
            text=shown(text),
            example="learning_rate=.01,.03,.1",
        )
    return name.strip(), parse_values(values)


def parse_values(text: str) -> Any:
    """Return the list, or the range, that a text says, as JSON has it."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return [_value(part) for part in text.split(",") if part.strip()]
    low, high, sign, size, logarithmic = match.groups()
    given: dict[str, Any] = {"from": _number(low), "to": _number(high)}
    if sign:
        given["times" if sign == "*" else "by"] = _number(size)
    if logarithmic:
        given["logarithmic"] = True
    return given


def values_text(values: Values) -> str:
    """Write values as `parse_values` reads them."""
    if isinstance(values, Span):
        return f"{values.low:g}..{values.high:g}{' log' if values.logarithmic else ''}"
    return ", ".join(_written(value) for value in values)


def _value(text: str) -> Any:
    text = text.strip()
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if re.fullmatch(_NUMBER, text, re.ASCII):
        return _number(text)
    return text.strip("\"'")


def _number(text: str) -> float | int:
    whole = re.fullmatch(r"[+-]?\d{1,18}", text, re.ASCII)
    return int(text) if whole else float(text)


def _written(value: Any) -> str:
    name = getattr(value, "name", None)
    if isinstance(name, str):
        return name
    if value is None:
        return "none"
    return value if isinstance(value, str) else json.dumps(value)
