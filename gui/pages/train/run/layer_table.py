"""The layers of a network with their parameter counts, as Keras prints them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.layers import NetworkSpec, summary
from gui.sizes import row_px
from gui.theme import GRID_PX
from gui.words import count

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIDES = (_LEFT, _LEFT, _RIGHT)


class LayerTable(QWidget):
    """A row a layer, and the totals under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 3)
        self.table.setObjectName("layer_table")
        self.table.setAccessibleName(self.tr("Layers and their parameters"))
        titles = (self.tr("Layer (type)"), self.tr("Output shape"), self.tr("Parameters"))
        for column, title in enumerate(titles):
            item = QTableWidgetItem(title)
            item.setTextAlignment(_SIDES[column])
            self.table.setHorizontalHeaderItem(column, item)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(row_px())
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        self.totals = QLabel()
        self.totals.setWordWrap(True)
        self.totals.setObjectName("parameter_totals")
        self.totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.totals)

    def show_network(self, spec: NetworkSpec) -> None:
        """Show the layers of a network."""
        rows = summary(spec)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            shape = ", ".join(map(str, ("None", *row.output_shape)))
            cells = (f"{row.name} ({row.kind})", f"({shape})", count(row.parameters))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_SIDES[column])
                self.table.setItem(number, column, item)
        trainable = sum(row.trainable for row in rows)
        frozen = sum(row.non_trainable for row in rows)
        words = self.tr("{total} parameters: {trainable} are trained, {frozen} are not")
        if not frozen:
            words = self.tr("{total} parameters, all of them trained")
        self.totals.setText(
            words.format(
                total=count(trainable + frozen),
                trainable=count(trainable),
                frozen=count(frozen),
            )
        )
