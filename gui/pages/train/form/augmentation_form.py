"""The form's augmentation: how training images are changed at random, and a preview."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton

from core.limits import limit
from core.records import Augmentation
from gui.pages.train.form_parts import FloatBox, Form

_STEPS = {
    "rotation": 5.0,
    "scale": 0.05,
    "shear": 0.05,
    "shift": 0.5,
    "elastic": 0.5,
    "thicker": 0.1,
    "thinner": 0.1,
    "pen_habits": 0.1,
    "drawn": 0.1,
    "non_digits": 0.05,
}
"""What a click on the arrows adds to each number."""


class AugmentationForm(Form):
    """How strongly the training images are turned, scaled, bent, thickened and so on.

    Signals:
        preview_requested: The person wants to see augmented digits.
    """

    preview_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.augmentation_box = QCheckBox(self.tr("Change training images at random"))
        self.preview_button = QPushButton(self.tr("Preview 64 digits"))
        self.boxes = {name: FloatBox.within(limit("Augmentation", name)) for name in _STEPS}
        self.add(
            "",
            self.augmentation_box,
            name="augmentation_box",
            tip=self.tr("Each training image is changed anew in each epoch. The network learns "
                        "more slowly, and reads strange hands better."),
        )  # fmt: skip
        words, tips = self._words(), self._tips()
        for name, box in self.boxes.items():
            box.setSingleStep(_STEPS[name])
            self.add(words[name], box, name=f"{name}_box", tip=tips[name])
            box.valueChanged.connect(self.changed)
        self.add(
            "",
            self.preview_button,
            name="preview_button",
            tip=self.tr("Shows 64 training images as the network would see them."),
        )
        self.augmentation_box.toggled.connect(self._on_toggled)
        self.preview_button.clicked.connect(self.preview_requested)
        self._show(Augmentation())
        self._on_toggled(False)

    def augmentation(self) -> Augmentation | None:
        """Return the changes, or None."""
        if not self.augmentation_box.isChecked():
            return None
        return Augmentation(**{name: box.value() for name, box in self.boxes.items()})

    def set_augmentation(self, augmentation: Augmentation | None) -> None:
        """Show the changes."""
        self.augmentation_box.setChecked(augmentation is not None)
        if augmentation is not None:
            self._show(augmentation)

    def _show(self, augmentation: Augmentation) -> None:
        for name, box in self.boxes.items():
            box.setValue(getattr(augmentation, name))

    def _on_toggled(self, on: bool) -> None:
        for field in (*self.boxes.values(), self.preview_button):
            field.setEnabled(on)
        self.changed.emit()

    def _words(self) -> dict[str, str]:
        return {
            "rotation": self.tr("Turn, degrees"),
            "scale": self.tr("Scale, share"),
            "shear": self.tr("Slant, share"),
            "shift": self.tr("Shift, pixels"),
            "elastic": self.tr("Bend, pixels"),
            "thicker": self.tr("Thicker, share"),
            "thinner": self.tr("Thinner, share"),
            "pen_habits": self.tr("Pen habits, share"),
            "drawn": self.tr("Drawn digits, share"),
            "non_digits": self.tr("Not digits, share"),
        }

    def _tips(self) -> dict[str, str]:
        return {
            "rotation": self.tr("Turned by up to so many degrees, either way."),
            "scale": self.tr("Each axis made larger or smaller by up to this share."),
            "shear": self.tr("Slanted by up to this share of the height, either way."),
            "shift": self.tr("Moved by up to so many of the 28 pixels, along each axis."),
            "elastic": self.tr("Bent smoothly, by about so many pixels."),
            "thicker": self.tr("Share of the images whose strokes are made thicker."),
            "thinner": self.tr("Share of the images whose strokes are made thinner."),
            "pen_habits": self.tr("Share of the images that get a bar through the 7, a slash "
                                  "through the 0, a flag on the 1 and the like."),
            "drawn": self.tr("Share of the images replaced by digits drawn with a pen, most of "
                             "them by 114 people on tablets, in ever other slants and sizes."),
            "non_digits": self.tr("Share of the images replaced by scribbles and letters, of "
                                  "which the network learns to be unsure."),
        }  # fmt: skip
