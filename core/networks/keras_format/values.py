"""Values out of a stranger's ``config.json``: of the right type and size, or refused."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeAlias

from core.errors import NetworkError
from core.limits import limit
from core.phrases import shown

Config: TypeAlias = dict[str, Any]

_MOST_STATISTICS = 65_536

TRAIN_ONE = "Open a network of plain layers, or train one in Inkling."


def refused(layer: str, setting: str, value: Any) -> NetworkError:
    """Return the error for a setting that Inkling does not know."""
    return NetworkError(
        "{file}: the layer {layer} has {setting} = {value}, which Inkling does not know.",
        TRAIN_ONE,
        layer=layer[:40],
        setting=setting,
        value=_said(value),
    )


def _said(value: Any) -> str:
    """Return a value as an error shows it: a few numbers in a row as they are."""
    few = isinstance(value, list) and 0 < len(value) <= 6
    if few and all(type(item) in (int, float) and abs(item) < 1e9 for item in value):
        return f"({', '.join(map(str, value))})"
    return shown(value)


def misshapen(what: str) -> NetworkError:
    """Return the error for a description that Keras would not write."""
    return NetworkError(
        "{file} does not describe its network as Keras does: its {what} cannot be read.",
        "Save the network again with Keras 3, or choose another file.",
        what=what,
    )


def mapping(value: Any, what: str) -> Config:
    """Return an object in braces."""
    if not isinstance(value, dict):
        raise misshapen(what)
    return value


def sequence(value: Any, what: str) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise misshapen(what)
    return value


def name_of(value: Any, what: str) -> str:
    """Return a text, not empty."""
    if not isinstance(value, str) or not value:
        raise misshapen(what)
    return value


def whole(config: Config, layer: str, setting: str, default: int | None = None) -> int:
    """Return a whole number within the limits of the layer's field."""
    value: Any = config.get(setting, default)
    return _size(value, layer, setting)


def square(config: Config, layer: str, setting: str, default: int | None = None) -> int:
    """Return a size that holds for rows and columns: 3 or [3, 3]."""
    value: Any = config.get(setting, default)
    if isinstance(value, list) and len(value) == 2 and value[0] == value[1]:
        value = value[0]
    return _size(value, layer, setting)


def real(config: Config, layer: str, setting: str, default: float) -> float:
    """Return a number within the limits of the layer's field."""
    value = config.get(setting, default)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refused(layer, setting, value)
    return float(_within(value, layer, setting))


def flag(config: Config, layer: str, setting: str, default: bool) -> bool:
    """Return true or false."""
    value = config.get(setting, default)
    if not isinstance(value, bool):
        raise refused(layer, setting, value)
    return value


def one_of(
    config: Config, layer: str, setting: str, known: Collection[Any], default: Any
) -> Any:
    """Return one of the known values."""
    value = config.get(setting, default)
    if isinstance(value, list | dict) or value not in known:
        raise refused(layer, setting, value)
    return value


def class_name_of(value: Any) -> str:
    """Return the class that a described object has; empty where it is none."""
    name = value.get("class_name") if isinstance(value, dict) else None
    return name if isinstance(name, str) else ""


def l2_of(config: Config, layer: str) -> float:
    """Return the factor of the squared kernel in the loss; what else it holds is left out."""
    regularizer: Any = config.get("kernel_regularizer")
    if class_name_of(regularizer) not in ("L2", "L1L2"):
        return 0.0
    inner = regularizer.get("config")
    return real(inner, layer, "l2", 0.0) if isinstance(inner, dict) else 0.0


def statistics(config: Config, layer: str, setting: str) -> tuple[float, ...]:
    """Return a mean or a variance that a layer was given; empty where it was given none."""
    value: Any = config.get(setting)
    while isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
        value = value[0]
    values = value if isinstance(value, list) else [] if value is None else [value]
    if len(values) > _MOST_STATISTICS or not all(type(v) in (int, float) for v in values):
        raise refused(layer, setting, value)
    return tuple(float(v) if abs(v) < 1e30 else float("inf") for v in values)


def must_be(config: Config, layer: str, setting: str, *allowed: Any) -> None:
    """Refuse a setting that is there and has none of the values that Inkling computes."""
    if setting in config and not any(
        type(config[setting]) is type(value) and config[setting] == value for value in allowed
    ):
        raise refused(layer, setting, config[setting])


def _size(value: Any, layer: str, setting: str) -> int:
    if type(value) is not int:
        raise refused(layer, setting, value)
    return int(_within(value, layer, setting))


def _within(value: float, layer: str, setting: str) -> float:
    """Refuse a number that the layer's field cannot have."""
    allowed = limit(layer, setting)
    if not allowed.admits(value):
        raise NetworkError(
            "{file}: the layer {layer} has {setting} = {value}; it can be {allowed}.",
            TRAIN_ONE,
            layer=layer,
            setting=setting,
            value=shown(value),
            allowed=allowed.words(),
        )
    return value
