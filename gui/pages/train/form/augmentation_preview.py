"""Sixty-four training digits as augmentation would hand them to the network."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.layers import SIDE_PX
from core.records import Images
from gui.images import to_qimage
from gui.theme import GRID_PX, MARGIN_PX

SIDE = 8
"""Digits in a row, and rows."""


class DigitSheet(QWidget):
    """Eight by eight digits, white on black, each pixel a square."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: Images = np.zeros((0, SIDE_PX, SIDE_PX), np.uint8)
        self.setMinimumSize(SIDE * SIDE_PX, SIDE * SIDE_PX)

    @property
    def images(self) -> Images:
        """The digits that are shown, uint8 (n, 28, 28)."""
        return self._images

    def show_images(self, images: Images) -> None:
        """Show at most 64 digits."""
        self._images = images[: SIDE * SIDE]
        self.update()

    def sizeHint(self) -> QSize:
        """Return two screen pixels a pixel."""
        return QSize(SIDE * SIDE_PX * 2, SIDE * SIDE_PX * 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits with a hairline between them."""
        painter = QPainter(self)
        side = min(self.width(), self.height()) / SIDE
        for number, image in enumerate(self._images):
            row, column = divmod(number, SIDE)
            cell = QRectF(column * side, row * side, side - 1, side - 1)
            painter.drawImage(cell, to_qimage(image))


class AugmentationPreview(QDialog):
    """The sheet, and a button that asks for others.

    Signals:
        wanted: The person wants to see (other) digits: answer with `show_images`.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("augmentation_preview")
        self.setWindowTitle(self.tr("Augmented digits"))
        self.sheet = DigitSheet()
        self.sheet.setObjectName("augmented_digits")
        self.sheet.setAccessibleName(self.tr("Sixty-four augmented digits"))
        self.again_button = QPushButton(self.tr("Draw others"))
        self.again_button.setObjectName("again_button")
        self.again_button.setToolTip(self.tr("Other images, changed by another chance."))
        self.again_button.clicked.connect(self.wanted)
        about = QLabel(self.tr("Training images as the network would see them in one epoch."))
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(about, 1)
        line.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self.sheet, 1)
        column.addLayout(line)

    def show_images(self, images: Images) -> None:
        """Show the digits, uint8 (n, 28, 28)."""
        self.sheet.show_images(images)
