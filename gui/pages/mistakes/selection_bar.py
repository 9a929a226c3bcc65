"""The controls above the grid of digits: which images, in which order, and find one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.mistakes import Order, Selection
from core.records import SplitName
from gui.theme import GRID_PX


class SelectionBar(QWidget):
    """Two rows of controls that together say a `Selection`.

    Signals:
        selection_changed: The new `Selection`.
        find_requested: The index of an image that should be shown.
        split_requested: "test" or "train".
    """

    selection_changed = Signal(object)
    find_requested = Signal(int)
    split_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = Selection()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(self._build_filters())
        layout.addLayout(self._build_order())

    @property
    def selection(self) -> Selection:
        """What the controls say."""
        return self._selection

    def set_selection(self, selection: Selection) -> None:
        """Set every control, and tell once if that changes anything."""
        changed = selection != self._selection
        self._selection = selection
        boxes = (self._true_box, self._predicted_box, self._all_box, self._order_box)
        blockers = [QSignalBlocker(box) for box in boxes]
        self._true_box.setCurrentIndex(_row_of(selection.true))
        self._predicted_box.setCurrentIndex(_row_of(selection.predicted))
        self._all_box.setChecked(not selection.mistakes_only)
        self._order_box.setCurrentIndex(self._order_box.findData(selection.order))
        del blockers
        if changed:
            self.selection_changed.emit(selection)

    def set_split(self, split: SplitName, *, images: int) -> None:
        """Say which split is shown and how many images it has."""
        self._split_box.setCurrentIndex(self._split_box.findData(split))
        self._index_box.setRange(0, max(images - 1, 0))

    def _build_filters(self) -> QHBoxLayout:
        self._true_box = self._digit_box("true_digit_box", self.tr("True digit"))
        self._predicted_box = self._digit_box("predicted_digit_box", self.tr("Read as"))
        self._all_box = QCheckBox(self.tr("Right ones too"))
        self._all_box.setObjectName("all_images_box")
        self._all_box.setToolTip(self.tr("Show the images that were read right as well."))
        self._all_box.toggled.connect(self._on_controls_changed)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        for box in (self._true_box, self._predicted_box):
            row.addWidget(QLabel(box.accessibleName()))
            row.addWidget(box)
        row.addWidget(self._all_box)
        row.addStretch(1)
        row.addWidget(self._order_box_built())
        return row

    def _build_order(self) -> QHBoxLayout:
        self._split_box = QComboBox()
        self._split_box.setObjectName("split_box")
        self._split_box.setAccessibleName(self.tr("Which images"))
        self._split_box.setToolTip(self.tr("Which images the network is asked about."))
        self._split_box.addItem(self.tr("Test images"), "test")
        self._split_box.addItem(self.tr("Training images"), "train")
        self._split_box.activated.connect(
            lambda: self.split_requested.emit(self._split_box.currentData())
        )
        self._index_box = QSpinBox()
        self._index_box.setObjectName("index_box")
        self._index_box.setPrefix(self.tr("Image "))
        self._index_box.setToolTip(self.tr("Find an image by its index in the data set."))
        self._index_box.lineEdit().returnPressed.connect(self._on_find_clicked)
        find = QPushButton(self.tr("Find"))
        find.setObjectName("find_button")
        find.clicked.connect(self._on_find_clicked)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(self._split_box)
        row.addStretch(1)
        row.addWidget(self._index_box)
        row.addWidget(find)
        return row

    def _order_box_built(self) -> QComboBox:
        self._order_box = QComboBox()
        self._order_box.setObjectName("order_box")
        self._order_box.setAccessibleName(self.tr("Order"))
        self._order_box.setToolTip(self.tr("The order of the images in the grid."))
        orders: tuple[tuple[str, Order], ...] = (
            (self.tr("Most sure first"), "most_sure"),
            (self.tr("Least sure first"), "least_sure"),
            (self.tr("As in the data set"), "index"),
        )
        for text, order in orders:
            self._order_box.addItem(text, order)
        self._order_box.currentIndexChanged.connect(self._on_controls_changed)
        return self._order_box

    def _digit_box(self, name: str, accessible_name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(accessible_name)
        box.addItem(self.tr("any"), None)
        for digit in range(10):
            box.addItem(str(digit), digit)
        box.currentIndexChanged.connect(self._on_controls_changed)
        return box

    def _on_controls_changed(self) -> None:
        self.set_selection(
            replace(
                self._selection,
                true=self._true_box.currentData(),
                predicted=self._predicted_box.currentData(),
                mistakes_only=not self._all_box.isChecked(),
                order=self._order_box.currentData(),
            )
        )

    def _on_find_clicked(self) -> None:
        self.find_requested.emit(self._index_box.value())


def _row_of(digit: int | None) -> int:
    """Return the row of a digit box: "any" comes before the digits."""
    return 0 if digit is None else digit + 1
