"""Ten small pictures in a row: the mean of each digit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.layers import CLASSES
from core.records import Images
from gui.images import to_pixmap

_GAP_PX = 4


class MeanDigits(QWidget):
    """Ten images side by side, as large as the width allows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._images: Images = np.zeros((CLASSES, 28, 28), np.uint8)

    def set_images(self, images: Images) -> None:
        """Show ten images, uint8 (10, 28, 28)."""
        self._images = images
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for ten images of MNIST's own size."""
        return QSize(CLASSES * (28 + _GAP_PX), 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ten images."""
        painter = QPainter(self)
        step = self.width() / CLASSES
        side = int(min(step - _GAP_PX, self.height()))
        for digit, image in enumerate(self._images):
            pixmap = to_pixmap(image, side, device_ratio=self.devicePixelRatioF())
            painter.drawPixmap(round(digit * step + (step - side) / 2), 0, pixmap)
