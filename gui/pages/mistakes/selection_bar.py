"""The controls above the grid of digits: which images, in which order, and find some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.evaluation.mistakes import MistakesReport
from core.evaluation.selection import Order, Selection, Which, order_words
from core.records import DIGITS
from gui.pages.mistakes.finer_filters import FinerFilters
from gui.session.predictions import Part
from gui.sizes import scaled
from gui.theme import GRID_PX
from gui.widgets.flow_layout import FlowLayout
from gui.words import capital, phrase

_ORDERS: tuple[Order, ...] = (
    "most_sure", "least_sure", "loss", "margin", "boundary",
    "doubt", "missed", "index", "listed",
)  # fmt: skip


class SelectionBar(QWidget):
    """Controls that together say a `Selection`; they wrap where the page is narrow.

    Signals:
        selection_changed: The new `Selection`.
        find_requested: What was written into the index box.
        part_requested: The `Part` that the network is to read.
    """

    selection_changed = Signal(object)
    find_requested = Signal(str)
    part_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = Selection()
        self._true_box = self._combo("true_digit_box", self.tr("True class"))
        self._predicted_box = self._combo("predicted_digit_box", self.tr("Read as"))
        self._which_box = self._which_box_built()
        self._order_box = self._order_box_built()
        self._part_box = self._part_box_built()
        self._finer = FinerFilters()
        self._finer.selection_changed.connect(self.set_selection)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(self._build_row())
        self.set_classes(DIGITS)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._on_controls_changed)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self._true_box, self._predicted_box, self._which_box, self._order_box

    @property
    def selection(self) -> Selection:
        """What the controls say."""
        return self._selection

    def set_selection(self, selection: Selection) -> None:
        """Set every control, and tell once if that changes anything."""
        changed = selection != self._selection
        self._selection = selection
        self._fill_orders()
        values = (selection.true, selection.predicted, selection.which, selection.order)
        for box, value in zip(self._boxes, values, strict=True):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))
        self._finer.show_selection(selection)
        if changed:
            self.selection_changed.emit(selection)

    def set_part(self, part: Part) -> None:
        """Say which images are shown."""
        self._part_box.setCurrentIndex(self._part_box.findData(part))

    def offer_held_out(self, offered: bool) -> None:
        """Offer the validation images, where the network's recipe holds some out."""
        box, part = self._part_box, "validation"
        at = box.findData(part)
        if offered and at < 0:
            box.addItem(self.tr("Validation images"), part)
        elif not offered and at >= 0:
            box.removeItem(at)

    def set_classes(self, names: Sequence[str]) -> None:
        """Offer these classes; what was chosen stays, where there still is such a one."""
        for box in (self._true_box, self._predicted_box):
            with QSignalBlocker(box):
                box.clear()
                box.addItem(self.tr("any"), None)
                for number, name in enumerate(names):
                    box.addItem(name, number)
        self.set_selection(self._selection)

    def set_report(self, report: MistakesReport | None) -> None:
        """Offer only what can be answered about these images."""
        self._report = report
        self._finer.set_report(report)
        self._fill_orders()
        with QSignalBlocker(self._order_box):
            at = self._order_box.findData(self._selection.order)
            self._order_box.setCurrentIndex(max(0, at))

    _report: MistakesReport | None = None

    def _build_row(self) -> FlowLayout:
        row = FlowLayout()
        for box in (self._true_box, self._predicted_box):
            label = QLabel(box.accessibleName())
            label.setMinimumHeight(box.sizeHint().height())
            row.addWidget(label)
            row.addWidget(box)
        self._index_box = QLineEdit()
        self._index_box.setObjectName("index_box")
        self._index_box.setPlaceholderText(self.tr("Index: 5103, 9433"))
        self._index_box.setAccessibleName(self.tr("Indices of images"))
        self._index_box.setToolTip(
            self.tr("Find an image by its index in the split, or list several: 5103, 10-19.")
        )
        self._index_box.setFixedWidth(scaled(150))
        self._index_box.returnPressed.connect(self._on_find_clicked)
        find = QPushButton(self.tr("Find"))
        find.setObjectName("find_button")
        find.clicked.connect(self._on_find_clicked)
        row.addWidget(self._which_box)
        row.addWidget(self._finer)
        for box in (self._order_box, self._part_box):
            row.addWidget(box)
        row.addWidget(self._index_box)
        row.addWidget(find)
        return row

    def _which_box_built(self) -> QComboBox:
        box = self._combo("which_box", self.tr("Misread or right"))
        box.setToolTip(self.tr("Show what was misread, what was read right, or both."))
        choices: tuple[tuple[str, Which], ...] = (
            (self.tr("Misread"), "wrong"),
            (self.tr("Read right"), "right"),
            (self.tr("All"), "all"),
        )
        for text, which in choices:
            box.addItem(text, which)
        return box

    def _part_box_built(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("split_box")
        box.setAccessibleName(self.tr("Which images"))
        box.setToolTip(self.tr("Which images the network is asked about."))
        box.addItem(self.tr("Test images"), "test")
        box.addItem(self.tr("Training images"), "train")
        box.activated.connect(lambda: self.part_requested.emit(box.currentData()))
        return box

    def _order_box_built(self) -> QComboBox:
        box = self._combo("order_box", self.tr("Order"))
        box.setToolTip(self.tr("The order of the images in the grid."))
        return box

    def _fill_orders(self) -> None:
        """Offer the orders that are known of these images."""
        known = [order for order in _ORDERS if self._can_sort(order)]
        box = self._order_box
        if [box.itemData(row) for row in range(box.count())] == known:
            return
        with QSignalBlocker(box):
            box.clear()
            for order in known:
                box.addItem(capital(phrase(order_words(order))), order)

    def _can_sort(self, order: Order) -> bool:
        if order == "listed":
            return self._selection.indices is not None
        return self._report.knows(order) if self._report else order not in ("doubt", "missed")

    def _combo(self, name: str, accessible_name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(accessible_name)
        box.setMinimumContentsLength(3)
        return box

    def _on_controls_changed(self) -> None:
        self.set_selection(
            replace(
                self._selection,
                true=self._true_box.currentData(),
                predicted=self._predicted_box.currentData(),
                which=self._which_box.currentData(),
                order=self._order_box.currentData(),
            )
        )

    def _on_find_clicked(self) -> None:
        self.find_requested.emit(self._index_box.text())
