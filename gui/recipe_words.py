"""What the fields of a recipe are called, their values in words, and names made of changes."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QCoreApplication

from core.limits import LONGEST_NAME
from core.optimizers import OPTIMIZERS
from core.records import Recipe
from gui.words import NOTHING, count, epochs_words

_UNNAMED = ("name", "title", "about", "seed", "score_training", "test_images")
"""What does not make another training of a recipe: nothing of it goes into its name."""


def field_words(what: str) -> str:
    """Return what a field is called, by its name in the recipe: "optimizer.momentum"."""
    outer, _, inner = what.partition(".")
    words = _inner_words().get(inner) if inner else None
    return words or _outer_words().get(outer) or what


def value_words(what: str, value: object) -> str:
    """Return the value of a field as a person says it; a dash where there is none."""
    translate = QCoreApplication.translate
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return translate("recipes", "yes") if value else translate("recipes", "no")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, int):
        return str(value) if what == "seed" else count(value)
    words: dict[str, str] = {
        "crossentropy": translate("recipes", "stable, from the logits"),
        "clipped_crossentropy": translate("recipes", "legacy, clipped"),
        "constant": translate("recipes", "constant"),
        "cosine": translate("recipes", "falling (cosine)"),
        "test": translate("recipes", "the test images"),
        "unit": translate("recipes", "0 to 1"),
        "raw": translate("recipes", "0 to 255"),
    }
    words |= {kind: known.class_name for kind, known in OPTIMIZERS.items()}
    return words.get(str(value), str(value))


def changed_name(base: Recipe, recipe: Recipe) -> str:
    """Return a name that says what a recipe changed: "mlp-128-32, learning rate 0.03"."""
    parts = [base.name]
    for field in fields(Recipe):
        before, now = getattr(base, field.name), getattr(recipe, field.name)
        if field.name not in _UNNAMED and before != now:
            parts.append(_change(field.name, before, now))
    name = ", ".join(parts)
    more = ", \N{HORIZONTAL ELLIPSIS}"
    while len(name) > LONGEST_NAME and len(parts) > 1:
        parts.pop()
        name = ", ".join(parts) + more
    return name


def renamed(base: Recipe, recipe: Recipe) -> Recipe:
    """Return a recipe under the name that tells it from its base, if it bears the base's."""
    if recipe.name != base.name:
        return recipe
    return replace(recipe, name=changed_name(base, recipe))


def _change(field: str, before: object, now: object) -> str:
    """Return one change in as few words as tell it."""
    translate = QCoreApplication.translate
    if field == "optimizer":
        return _optimizer_change(before, now)
    if field == "network":
        return translate("recipes", "other network")
    if field in ("early_stopping", "augmentation") and now is None:
        return translate("recipes", "no {field}").format(field=field_words(field))
    if field in ("early_stopping", "augmentation"):
        words = translate("recipes", "other {field}") if before else "{field}"
        return words.format(field=field_words(field))
    if field == "validation" and now is None:
        return translate("recipes", "no {field}").format(field=field_words(field))
    if field == "epochs":
        return epochs_words(int(str(now)))
    if field == "train_images":
        every = translate("recipes", "all training images")
        return every if now is None else f"{value_words(field, now)} {field_words(field)}"
    return f"{field_words(field)} {value_words(field, now)}"


def _optimizer_change(before: object, now: object) -> str:
    """Return what changed in an optimizer: its kind, its rate, all that differs."""
    parts = []
    for name in ("kind", "learning_rate", "momentum", "weight_decay"):
        if getattr(before, name) != getattr(now, name):
            value = value_words(f"optimizer.{name}", getattr(now, name))
            words = field_words(f"optimizer.{name}")
            parts.append(value if name == "kind" else f"{words} {value}")
    return ", ".join(parts)


def _outer_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "network": translate("recipes", "network"),
        "pixels": translate("recipes", "pixels"),
        "optimizer": translate("recipes", "optimizer"),
        "loss": translate("recipes", "loss"),
        "batch_size": translate("recipes", "batch size"),
        "epochs": translate("recipes", "epochs"),
        "validation": translate("recipes", "validation"),
        "seed": translate("recipes", "seed"),
        "early_stopping": translate("recipes", "early stopping"),
        "schedule": translate("recipes", "schedule"),
        "label_smoothing": translate("recipes", "label smoothing"),
        "weight_average": translate("recipes", "weight average"),
        "augmentation": translate("recipes", "augmentation"),
        "skip_images": translate("recipes", "images left out"),
        "by_hand": translate("recipes", "the lesson's own"),
        "train_images": translate("recipes", "training images"),
        "test_images": translate("recipes", "test images"),
        "score_training": translate("recipes", "all training images scored"),
    }


def _inner_words() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "kind": translate("recipes", "optimizer"),
        "learning_rate": translate("recipes", "learning rate"),
        "momentum": translate("recipes", "momentum"),
        "weight_decay": translate("recipes", "weight decay"),
        "monitor": translate("recipes", "early stopping watches"),
        "patience": translate("recipes", "patience"),
        "restore_best": translate("recipes", "best epoch's weights taken"),
        "rotation": translate("recipes", "augmentation: turn"),
        "scale": translate("recipes", "augmentation: scale"),
        "shear": translate("recipes", "augmentation: slant"),
        "shift": translate("recipes", "augmentation: shift"),
        "elastic": translate("recipes", "augmentation: bend"),
        "thicker": translate("recipes", "augmentation: thicker"),
        "thinner": translate("recipes", "augmentation: thinner"),
        "pen_habits": translate("recipes", "augmentation: pen habits"),
        "drawn": translate("recipes", "augmentation: drawn digits"),
        "non_digits": translate("recipes", "augmentation: not digits"),
    }
