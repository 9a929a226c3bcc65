"""What sets one recipe apart from another, field by field, in words that a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from core.layers import NetworkSpec
from core.phrases import Phrase
from core.recipes.layer_text import to_text
from core.records import Recipe

_NOT_OF_THE_TRAINING = ("name", "title", "about")

_CALLED: Mapping[str, Phrase] = {
    "pixels": Phrase("pixels"),
    "optimizer.kind": Phrase("optimizer"),
    "optimizer.learning_rate": Phrase("learning rate"),
    "optimizer.momentum": Phrase("momentum"),
    "optimizer.weight_decay": Phrase("weight decay"),
    "loss": Phrase("loss"),
    "batch_size": Phrase("batch size"),
    "epochs": Phrase("epochs"),
    "validation": Phrase("validation"),
    "seed": Phrase("seed"),
    "early_stopping": Phrase("early stopping"),
    "early_stopping.monitor": Phrase("early stopping watches"),
    "early_stopping.patience": Phrase("patience"),
    "early_stopping.restore_best": Phrase("takes the best epoch"),
    "schedule": Phrase("learning rate schedule"),
    "label_smoothing": Phrase("label smoothing"),
    "weight_average": Phrase("weight average"),
    "augmentation": Phrase("augmentation"),
    "augmentation.rotation": Phrase("rotation"),
    "augmentation.shift": Phrase("shift"),
    "train_images": Phrase("training images"),
    "test_images": Phrase("test images"),
}
"""What the form calls the fields that a cure changes."""

_VALUES: Mapping[tuple[str, object], Phrase] = {
    ("pixels", "unit"): Phrase("0 to 1"),
    ("pixels", "raw"): Phrase("0 to 255"),
    ("loss", "crossentropy"): Phrase("of the logits"),
    ("loss", "clipped_crossentropy"): Phrase("of the outputs, clipped"),
    ("validation", "test"): Phrase("the test images"),
    ("train_images", None): Phrase("all"),
    ("test_images", None): Phrase("all"),
}


@dataclass(frozen=True)
class Change:
    """One thing that is other in a second recipe.

    Parameters
    ----------
    what : str
        What it is called.
    old, new : str
        What it was, and what it is: phrases, or words that are the same in every language.
    """

    what: str
    old: str
    new: str


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
        Change(_called(key), _value(key, before.get(key)), _value(key, after.get(key)))
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
            Phrase("layer {number}", number=first + 1)
            if last - first <= 1
            else Phrase("layers {first} to {last}", first=first + 1, last=last),
            _lines(before[first:last]),
            _lines(after[start:end]),
        )
        for tag, first, last, start, end in matched
        if tag != "equal"
    )


def _lines(lines: list[str]) -> str:
    return "; ".join(lines) if lines else Phrase("none")


def _called(key: str) -> str:
    return _CALLED.get(key, key)


def _value(key: str, value: object) -> str:
    if (key, value) in _VALUES:
        return _VALUES[key, value]
    if value is None:
        return Phrase("none")
    if isinstance(value, bool):
        return Phrase("yes") if value else Phrase("no")
    return f"{value:g}" if isinstance(value, float) else str(value)
