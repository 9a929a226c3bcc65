"""The button with the filters that are needed more seldom: confidence, ties, every network."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QMenu,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from core.evaluation.mistakes import MistakesReport
from core.evaluation.selection import Learnt, Selection, Ties
from gui.words import count


class FinerFilters(QToolButton):
    """A button that opens a small form.

    Signals:
        selection_changed: The new `Selection`.
    """

    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finer_filters_button")
        self.setText(self.tr("More filters"))
        self.setToolTip(self.tr("Filter by confidence, ties, and what every network misreads."))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._selection = Selection()
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self._build_form())
        menu.addAction(action)
        self.setMenu(menu)
        self.set_report(None)

    def show_selection(self, selection: Selection) -> None:
        """Set the form without telling anyone."""
        self._selection = selection
        boxes = (self._low, self._high, self._ties, self._all, self._learnt)
        blockers = [QSignalBlocker(box) for box in boxes]
        self._low.setValue(round(100 * selection.confidence[0]))
        self._high.setValue(round(100 * selection.confidence[1]))
        self._ties.setCurrentIndex(self._ties.findData(selection.ties))
        self._all.setChecked(selection.missed_by_all)
        self._learnt.setCurrentIndex(self._learnt.findData(selection.learnt))
        del blockers

    def set_report(self, report: MistakesReport | None) -> None:
        """Offer what is known of these images."""
        asked = report is not None and report.misses is not None
        self._all.setEnabled(asked)
        if asked:
            self._all.setToolTip(
                self.tr("Only images that all {n} networks misread.").format(n=report.asked)
                if report
                else ""
            )
        else:
            self._all.setToolTip(self.tr("Ask the other kept networks first."))
        learning = None if report is None else report.learning
        self._learnt.setEnabled(learning is not None)
        if learning is not None:
            words = self.tr("What this network read of each image after its {n} epochs.")
            self._learnt.setToolTip(words.format(n=count(learning.epochs)))
        else:
            self._learnt.setToolTip(
                self.tr(
                    "Known of images that a kept run scored after each epoch: those that it"
                    " validated on, and its training images where the recipe scores them too."
                )
            )

    def _build_form(self) -> QWidget:
        form = QWidget()
        layout = QFormLayout(form)
        self._low = self._percent_box("least_confidence_box", 0)
        self._high = self._percent_box("most_confidence_box", 100)
        self._ties = QComboBox()
        self._ties.setObjectName("ties_box")
        self._ties.setToolTip(
            self.tr(
                "Where several outputs are the largest alike, the first one counts, as Keras"
                " has it: such an image was not so much misread as not read."
            )
        )
        choices: tuple[tuple[str, Ties], ...] = (
            (self.tr("with the others"), "any"),
            (self.tr("left out"), "without"),
            (self.tr("only these"), "only"),
        )
        for text, ties in choices:
            self._ties.addItem(text, ties)
        self._ties.currentIndexChanged.connect(self._on_changed)
        self._all = QCheckBox(self.tr("Misread by every network"))
        self._all.setObjectName("missed_by_all_box")
        self._all.toggled.connect(self._on_changed)
        layout.addRow(self.tr("Sure by at least"), self._low)
        layout.addRow(self.tr("and at most"), self._high)
        layout.addRow(self.tr("Tied outputs"), self._ties)
        layout.addRow(self._all)
        self._learnt = QComboBox()
        self._learnt.setObjectName("learnt_box")
        kinds: tuple[tuple[str, Learnt], ...] = (
            (self.tr("whatever came of it"), "any"),
            (self.tr("never read right"), "never"),
            (self.tr("read right, then wrong again"), "forgotten"),
        )
        for text, learnt in kinds:
            self._learnt.addItem(text, learnt)
        self._learnt.currentIndexChanged.connect(self._on_changed)
        layout.addRow(self.tr("Over the epochs"), self._learnt)
        return form

    def _percent_box(self, name: str, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setRange(0, 100)
        box.setSuffix("\N{NO-BREAK SPACE}%")
        box.setValue(value)
        box.valueChanged.connect(self._on_changed)
        return box

    def _on_changed(self) -> None:
        low, high = self._low.value() / 100, self._high.value() / 100
        self.selection_changed.emit(
            replace(
                self._selection,
                confidence=(low, max(low, high)),
                ties=self._ties.currentData(),
                missed_by_all=self._all.isChecked(),
                learnt=self._learnt.currentData(),
            )
        )
