"""A network as lines that a person can read and edit, one layer a line.

::

    Input 784
    Dense 256 relu
    Dropout 0.3
    Dense 10

The first line says how an image is handed to the first layer. A word that names an
activation, a padding or an initializer is that; a number is the size (units, filters and
kernel, rate); ``name=value`` is any field. What is not said has Keras's default, and
`to_text` says only what differs from it: `from_text` gives back exactly what `to_text` got.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import Any, get_args

from core.errors import RecipeError
from core.layers import LAYER_KINDS, ActivationName, InitializerName, Layer, Padding, Shape
from core.limits import Limit, limit
from core.phrases import shown

_WORDS: dict[str, tuple[str, ...]] = {
    "activation": get_args(ActivationName),
    "padding": get_args(Padding),
    "initializer": get_args(InitializerName),
}
_PLAIN = (
    "units",
    "filters",
    "kernel_size",
    "pool_size",
    "rate",
    "target_shape",
    "scale",
    "height",
    "width",
    "negative_slope",
    "alpha",
)
_FLAGS = {"yes": True, "no": False}
_KINDS = {name.lower(): kind for name, kind in LAYER_KINDS.items()}


def to_text(layers: tuple[Layer, ...], input_shape: Shape) -> str:
    """Return the lines of a network: its input shape, then one layer a line."""
    lines = [f"Input {_shape_text(input_shape)}"]
    lines += [_line_of(layer) for layer in layers]
    return "\n".join(lines)


def from_text(text: str) -> tuple[tuple[Layer, ...], Shape]:
    """Read the layers and the input shape from lines; empty lines are skipped.

    Raises
    ------
    RecipeError
        If a line names no layer that Inkling knows, or says something that the layer has
        not; the error names the line.
    """
    lines = [(n, line.split()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines or lines[0][1][0].lower() != "input":
        raise RecipeError(
            "The first line does not say the shape of an image.",
            "Begin with Input 784, Input 28x28 or Input 28x28x1.",
        )
    number, words = lines[0]
    if len(words) != 2:
        raise _misread(number, " ".join(words))
    return tuple(_layer_of(n, words) for n, words in lines[1:]), _shape_of(number, words[1])


def _line_of(layer: Layer) -> str:
    words = [type(layer).__name__]
    for field in fields(layer):
        value = getattr(layer, field.name)
        if value == field.default:
            continue
        plain = _is_word(field) or field.name in _PLAIN
        words.append(("" if plain else f"{field.name}=") + _value_text(value))
    return " ".join(words)


def _is_word(field: Field[Any]) -> bool:
    # A convolution's padding is a word, that of a ZeroPadding2D a number.
    return field.name in _WORDS and field.type != "int"


def _value_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _shape_text(value) if isinstance(value, tuple) else str(value)


def _shape_text(shape: Shape) -> str:
    return "x".join(map(str, shape))


def _layer_of(number: int, words: list[str]) -> Layer:
    """Build the layer of one line."""
    kind = _KINDS.get(words[0].lower())
    if kind is None:
        raise RecipeError(
            "Line {line}: there is no layer {word}.",
            "Inkling knows {kinds}.",
            line=number,
            word=words[0],
            kinds=", ".join(LAYER_KINDS),
        )
    known = {field.name: field for field in fields(kind)}
    numbers = iter([name for name in known if name in _PLAIN])
    values: dict[str, Any] = {}
    for word in words[1:]:
        name, value = _named(word, known) or (next(numbers, ""), word)
        if name not in known or name in values:
            raise _misread(number, word)
        values[name] = _value_of(number, kind.__name__, known[name], value)
    for field in known.values():
        if field.default is MISSING and field.name not in values:
            raise _missing(number, words[0], field.name)
    return kind(**values)


def _named(word: str, known: dict[str, Field[Any]]) -> tuple[str, str] | None:
    """Return field and value of a word that says which field it means, else None."""
    if "=" in word:
        name, _, value = word.partition("=")
        return name.lower(), value
    for name, choices in _WORDS.items():
        if word.lower() in choices and name in known and _is_word(known[name]):
            return name, word
    return None


def _value_of(number: int, kind: str, field: Field[Any], word: str) -> object:
    name = field.name
    if _is_word(field):
        if word.lower() not in _WORDS[name]:
            raise _misread(number, word)
        return word.lower()
    if field.type == "bool":
        if word.lower() not in _FLAGS:
            raise _misread(number, word)
        return _FLAGS[word.lower()]
    if field.type == "Shape":
        shape = _shape_of(number, word)
        for side in shape:
            _check(number, name, side, limit(kind, name))
        return shape
    value = _number_of(number, word, whole=str(field.type).startswith("int"))
    _check(number, name, value, limit(kind, name))
    return value


def _number_of(number: int, word: str, *, whole: bool) -> float | int:
    first, _, second = word.partition("x")
    try:  # a square kernel may be written 3x3
        return int(first if first == second else word) if whole else float(word)
    except ValueError:
        raise _misread(number, word) from None


def _check(number: int, name: str, value: float, allowed: Limit) -> None:
    if not allowed.admits(value):
        raise RecipeError(
            "Line {line}: {field} cannot be {value}.",
            "Choose from {allowed}.",
            line=number,
            field=name,
            value=shown(value),
            allowed=allowed.words(),
        )


def _shape_of(number: int, word: str) -> Shape:
    sides = word.lower().split("x")
    if not all(side.isascii() and side.isdigit() and len(side) < 7 for side in sides):
        raise _misread(number, word)
    return tuple(map(int, sides))


def _misread(line: int, word: str) -> RecipeError:
    return RecipeError(
        "Line {line}: {word} does not belong here.",
        "Write a layer as its name, its size and its activation: Dense 128 relu.",
        line=line,
        word=word,
    )


def _missing(line: int, kind: str, field: str) -> RecipeError:
    return RecipeError(
        "Line {line}: {kind} needs a number for {field}.",
        "Write it after the name: Dense 128.",
        line=line,
        kind=kind,
        field=field,
    )
