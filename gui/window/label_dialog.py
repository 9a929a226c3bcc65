"""Which column or array holds the labels: the first images each way, one click decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.images import to_pixmap
from gui.session.data import LabelQuestion
from gui.theme import GRID_PX, MARGIN_PX

if TYPE_CHECKING:
    from core.data.formats.label_choice import Reading

_SIDE_PX = 56


class LabelDialog(QDialog):
    """A row of images with their labels for each reading, and a button that takes it.

    Signals:
        chosen: What to take: the column "first" or "last", or the name of one, or of an array.
    """

    chosen = Signal(str)

    def __init__(self, question: LabelQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label_dialog")
        self.setWindowTitle(self.tr("Where are the labels?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(
            self.tr(
                "The labels of {name} may be in more than one place. These are its first "
                "images with the label that each would have: take the row that is right."
            ).format(name=question.path.name)
        )
        text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(text)
        for reading in question.readings:
            layout.addLayout(self._row(reading))
        leave = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        leave.rejected.connect(self.reject)
        layout.addWidget(leave)

    def _row(self, reading: Reading) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(2)
        for column, (image, label) in enumerate(
            zip(reading.images, reading.labels, strict=True)
        ):
            picture, name = QLabel(), QLabel(label)
            picture.setPixmap(to_pixmap(image, _SIDE_PX, device_ratio=self.devicePixelRatioF()))
            picture.setAccessibleName(label)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(picture, 0, column)
            grid.addWidget(name, 1, column)
        take = QPushButton(self._says(reading.label_column))
        take.setObjectName(f"take_{reading.label_column}_button")
        take.setAutoDefault(False)
        take.clicked.connect(lambda: self._take(reading.label_column))
        grid.addWidget(take, 0, len(reading.labels))
        grid.setColumnStretch(len(reading.labels) + 1, 1)
        return grid

    def _says(self, column: str) -> str:
        if column == "first":
            return self.tr("Labels in the first column")
        if column == "last":
            return self.tr("Labels in the last column")
        return self.tr('Labels in "{name}"').format(name=column)

    def _take(self, column: str) -> None:
        self.chosen.emit(column)
        self.accept()
