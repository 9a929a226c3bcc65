"""What the present value of a field of the recipe comes to, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from core.optimizers import OPTIMIZERS
from gui.words import count

_SMALL_BATCH, _LARGE_BATCH = 8, 1024
_FEW_EPOCHS, _MANY_EPOCHS = 3, 50
_LITTLE_HELD_OUT, _MUCH_HELD_OUT = 0.05, 0.4


def judged(field: QWidget) -> str:
    """Return a judgement of what a field holds; empty where there is nothing to say."""
    name = field.objectName()
    if isinstance(field, QDoubleSpinBox) and name == "learning_rate_box":
        return _rate(field.value(), _optimizer_beside(field))
    if isinstance(field, QDoubleSpinBox) and name == "share_box":
        return _held_out(field.value())
    if isinstance(field, QSpinBox):
        return _whole(name, field.value())
    return ""


def _whole(name: str, value: int) -> str:
    translate = QCoreApplication.translate
    if name == "batch_size_box" and value <= _SMALL_BATCH:
        return translate("judged", "Small: many unsteady steps in an epoch.")
    if name == "batch_size_box" and value >= _LARGE_BATCH:
        return translate("judged", "Large: few steps in an epoch; it learns slowly at first.")
    if name == "batch_size_box":
        return translate("judged", "Usual.")
    if name == "epochs_box" and value <= _FEW_EPOCHS:
        return translate("judged", "Few: enough to see it begin, seldom to finish.")
    if name == "epochs_box" and value >= _MANY_EPOCHS:
        return translate("judged", "Many: watch whether it learns by heart.")
    if name == "seeds_box" and value == 1:
        return translate("judged", "One draw of the lot: another seed gives another figure.")
    if name == "seeds_box" and value >= _FEW_EPOCHS:
        return translate("judged", "Enough to see how much the figure scatters.")
    return ""


def _rate(value: float, optimizer: str) -> str:
    """Judge a learning rate by what is usual with the optimizer."""
    translate = QCoreApplication.translate
    known = next((traits for kind, traits in OPTIMIZERS.items() if kind == optimizer), None)
    if known is None:
        return ""
    usual = {"usual": f"{known.usual_rate:g}", "optimizer": known.class_name}
    if value >= 10 * known.usual_rate:
        words = translate(
            "judged",
            "Much more than the {usual} that is usual with {optimizer}: it may jump about.",
        )
    elif value <= 0.1 * known.usual_rate:
        words = translate(
            "judged", "Much less than the {usual} that is usual with {optimizer}: slow."
        )
    else:
        words = translate("judged", "Near the {usual} that is usual with {optimizer}.")
    return words.format(**usual)


def _held_out(share: float) -> str:
    translate = QCoreApplication.translate
    images = {"n": count(round(60_000 * share))}
    if share < _LITTLE_HELD_OUT:
        words = translate(
            "judged", "Little: {n} images of MNIST, so that the figure is unsure."
        )
    elif share > _MUCH_HELD_OUT:
        words = translate("judged", "Much: {n} images of MNIST that it cannot learn from.")
    else:
        words = translate("judged", "{n} images of MNIST: usual.")
    return words.format(**images)


def _optimizer_beside(field: QWidget) -> str:
    form = field.parentWidget()
    while form is not None:
        box = form.findChild(QComboBox, "optimizer_box")
        if isinstance(box, QComboBox):
            return str(box.currentData())
        form = form.parentWidget()
    return ""
