"""The form's early stopping: when a training may end before its last epoch."""

from __future__ import annotations

from typing import cast, get_args

from PySide6.QtWidgets import QCheckBox

from core.limits import limit
from core.records import EarlyStopping, QuantityName
from gui.pages.train.form_parts import ChoiceBox, Form, WholeBox
from gui.words import quantity


class StoppingForm(Form):
    """Whether to stop early, on what, after how long, and whether to take the best weights."""

    def __init__(self) -> None:
        super().__init__()
        self.stopping_box = QCheckBox(self.tr("Stop when it gets no better"))
        self.monitor_box = ChoiceBox(
            [(name, quantity(name)) for name in get_args(QuantityName)]
        )
        self.patience_box = WholeBox.within(limit("EarlyStopping", "patience"))
        self.patience_box.setSuffix(self.tr(" epochs"))
        self.restore_box = QCheckBox(self.tr("Take the weights of the best epoch"))
        self._lay_out()
        self._fields = (self.monitor_box, self.patience_box, self.restore_box)
        self.stopping_box.toggled.connect(self._on_toggled)
        self.monitor_box.chosen.connect(self.changed)
        self.patience_box.valueChanged.connect(self.changed)
        self.restore_box.toggled.connect(self.changed)
        self._show(EarlyStopping())
        self._on_toggled(False)

    def early_stopping(self) -> EarlyStopping | None:
        """Return when to stop, or None."""
        if not self.stopping_box.isChecked():
            return None
        return EarlyStopping(
            monitor=cast("QuantityName", self.monitor_box.value()),
            patience=self.patience_box.value(),
            restore_best=self.restore_box.isChecked(),
        )

    def set_early_stopping(self, stopping: EarlyStopping | None) -> None:
        """Show when to stop."""
        self.stopping_box.setChecked(stopping is not None)
        if stopping is not None:
            self._show(stopping)

    def _show(self, stopping: EarlyStopping) -> None:
        self.monitor_box.choose(stopping.monitor)
        self.patience_box.setValue(stopping.patience)
        self.restore_box.setChecked(stopping.restore_best)

    def _on_toggled(self, on: bool) -> None:
        for field in self._fields:
            field.setEnabled(on)
        self.changed.emit()

    def _lay_out(self) -> None:
        self.add(
            "",
            self.stopping_box,
            name="stopping_box",
            tip=self.tr("Ends the training before its last epoch when the quantity below has "
                        "not improved for a while."),
        )  # fmt: skip
        self.add(
            self.tr("Watch"),
            self.monitor_box,
            name="monitor_box",
            tip=self.tr("What has to improve. The training loss nearly always does, so "
                        "watching it hardly ever stops anything."),
        )  # fmt: skip
        self.add(
            self.tr("Patience"),
            self.patience_box,
            name="patience_box",
            vary="patience",
            tip=self.tr("After so many epochs without improvement it stops; 0 and 1 are the "
                        "same. More wastes time, fewer may stop at a chance dip."),
        )  # fmt: skip
        self.add(
            "",
            self.restore_box,
            name="restore_box",
            tip=self.tr(
                "The trained network is that of the epoch that was best by what is "
                "watched, instead of the last."
            ),
        )
