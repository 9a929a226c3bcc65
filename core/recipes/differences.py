"""What sets one recipe apart from another, field by field and layer by layer."""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from core.layers import NetworkSpec
from core.recipes.layer_text import to_text
from core.records import Recipe

_NOT_OF_THE_TRAINING = ("name", "title", "about")


@dataclass(frozen=True)
class Change:
    """One thing that is other in a second recipe.

    Parameters
    ----------
    what : str
        The field's name, "optimizer.learning_rate"; "network" for layers.
    old, new : object
        Its value in each; of layers their lines, None where there are none.
    layers : tuple of int, optional
        The first and the last of the old layers that are changed, from 1.
    """

    what: str
    old: object
    new: object
    layers: tuple[int, int] | None = None


def fields_of(recipe: Recipe) -> dict[str, object]:
    """Return the fields of a recipe, those of the records inside it as ``outer.inner``."""
    flat: dict[str, object] = {}
    for outer in fields(recipe):
        value = getattr(recipe, outer.name)
        if outer.name in _NOT_OF_THE_TRAINING:
            continue
        if isinstance(value, NetworkSpec):
            lines = to_text(value.layers, value.input_shape)
            flat |= {"network": lines.replace("\n", "; "), "pixels": value.pixels}
        elif hasattr(value, "__dataclass_fields__"):
            flat |= {f"{outer.name}.{f.name}": getattr(value, f.name) for f in fields(value)}
        else:
            flat[outer.name] = value
    return flat


def changes(old: Recipe, new: Recipe) -> tuple[Change, ...]:
    """Return every field in which the second recipe is another, layer by layer."""
    before, after = fields_of(old), fields_of(new)
    before.pop("network"), after.pop("network")
    keys = dict.fromkeys((*before, *after))
    plain = tuple(
        Change(key, before.get(key), after.get(key))
        for key in keys
        if before.get(key) != after.get(key)
    )
    return (*_layer_changes(old.network, new.network), *plain)


def _layer_changes(old: NetworkSpec, new: NetworkSpec) -> tuple[Change, ...]:
    before, after = (
        to_text(spec.layers, spec.input_shape).splitlines()[1:] for spec in (old, new)
    )
    matched = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        Change(
            "network",
            "; ".join(before[first:last]) or None,
            "; ".join(after[start:end]) or None,
            (first + 1, max(last, first + 1)),
        )
        for tag, first, last, start, end in matched
        if tag != "equal"
    )
