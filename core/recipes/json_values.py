"""Frozen records <-> JSON values, checked field by field, every error with its path.

Driven by the records' own annotations, so that a field that is added to one is read and
written without a change here. A union of records is told apart by the word under "layer".
What a number may be is not asked here (`core.recipes.checks`), only that it is one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from core.errors import RecipeError
from core.layers import LAYER_KINDS
from core.limits import LARGEST_WHOLE_NUMBER
from core.phrases import Phrase, shown

KIND_KEY = "layer"
"""The key that says which layer an object is."""


def encode(value: Any, *, always: frozenset[str] = frozenset()) -> Any:
    """Turn a record, or what is in one, into JSON values.

    Fields that have their default are left out, except those named in `always`.
    """
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if not is_dataclass(value):
        return value
    kind = type(value).__name__
    result: dict[str, Any] = {KIND_KEY: kind} if LAYER_KINDS.get(kind) is type(value) else {}
    for field in fields(value):
        content = getattr(value, field.name)
        if field.name in always or not _has_default(field, content):
            result[field.name] = encode(content, always=always)
    return result


def decode(kind: Any, value: Any, path: str) -> Any:
    """Turn JSON values into what the annotation `kind` says.

    Parameters
    ----------
    path : str
        Where the value stands, for errors: "network.layers[2].units"; empty at the top.

    Raises
    ------
    RecipeError
        Naming the path, if something is missing, unknown, or of another type.
    """
    origin = get_origin(kind)
    if origin is tuple:
        return _decode_list(kind, value, path)
    if origin is Literal:
        return _decode_choice(get_args(kind), value, path)
    if origin in (Union, UnionType):
        return _decode_union(get_args(kind), value, path)
    if is_dataclass(kind):
        return _decode_record(kind, value, path)
    return _decode_plain(kind, value, path)


def _has_default(field: Field[Any], content: Any) -> bool:
    return field.default is not MISSING and bool(field.default == content)


def _decode_record(kind: Any, value: Any, path: str) -> Any:
    given = {key: v for key, v in _object(value, path).items() if key != KIND_KEY}
    known = {field.name: field for field in fields(kind)}
    hints = get_type_hints(kind)
    for key in given:
        if key not in known:
            raise _unknown(key, list(known), path)
    for name, field in known.items():
        if name not in given and field.default is MISSING:
            raise RecipeError(
                "The recipe does not say {path}.",
                "Add it.",
                path=_joined(path, name),
            )
    return kind(**{key: decode(hints[key], v, _joined(path, key)) for key, v in given.items()})


def _decode_list(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, list):
        raise mistyped(path, Phrase("a list"), value)
    item = get_args(kind)[0]
    return tuple(decode(item, v, f"{path}[{index}]") for index, v in enumerate(value))


def _decode_choice(choices: tuple[Any, ...], value: Any, path: str) -> Any:
    if value in choices and type(value) in {type(choice) for choice in choices}:
        return value
    near = get_close_matches(str(value), [str(choice) for choice in choices], n=1, cutoff=0.6)
    raise RecipeError(
        "{path} is {value}, which Inkling does not know.",
        "Did you mean {choices}?" if near else "Write one of {choices}.",
        path=path,
        value=shown(value),
        choices=", ".join(shown(choice) for choice in (near or choices)),
    )


def _decode_union(kinds: tuple[Any, ...], value: Any, path: str) -> Any:
    if value is None and NoneType in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not NoneType)
    if len(kinds) == 1:
        return decode(kinds[0], value, path)
    if all(is_dataclass(kind) for kind in kinds):
        return _decode_layer(value, path)
    # A number or one of a few words: the words are for whatever is no number.
    for kind in kinds:
        if get_origin(kind) is not Literal and isinstance(value, int | float):
            return decode(kind, value, path)
    return decode(next(k for k in kinds if get_origin(k) is Literal), value, path)


def _decode_layer(value: Any, path: str) -> Any:
    given = _object(value, path)
    place = _joined(path, KIND_KEY)
    if KIND_KEY not in given:
        raise RecipeError("The recipe does not say {path}.", "Add it.", path=place)
    name = _decode_choice(tuple(LAYER_KINDS), given[KIND_KEY], place)
    return _decode_record(LAYER_KINDS[name], value, path)


def _decode_plain(kind: Any, value: Any, path: str) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        # Within a float's range: json reads whole numbers of any length.
        value = float(value) if abs(value) <= LARGEST_WHOLE_NUMBER else math.inf
    if type(value) is not kind:
        raise mistyped(path, _NAMES[kind], value)
    if kind is str and not _writable(value):
        raise mistyped(path, _NAMES[kind], Phrase("one with half a character"))
    return value


def _writable(text: str) -> bool:
    """Say whether a text can be written to a file: JSON can say half a surrogate pair."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _object(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise mistyped(path or Phrase("the recipe"), Phrase("an object in braces"), value)
    return value


def _unknown(key: str, known: list[str], path: str) -> RecipeError:
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    return RecipeError(
        "The recipe says {path}, which Inkling does not know.",
        "Did you mean {near}?" if near else "Take it out, or write one of {near}.",
        path=_joined(path, key)[:100],
        near=", ".join(near or known),
    )


def mistyped(path: str, wanted: str, value: Any) -> RecipeError:
    """Return the error that says where which kind of value is wanted, and what stands there."""
    return RecipeError(
        "{path} should be {wanted}, but it is {value}.",
        "Correct it, or take it out where Inkling has a default.",
        path=path,
        wanted=wanted,
        value=shown(value),
    )


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


_NAMES = {
    int: Phrase("a whole number"),
    float: Phrase("a number"),
    str: Phrase("a text"),
    bool: Phrase("true or false"),
}
