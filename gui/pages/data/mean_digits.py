"""Small pictures in rows: the mean of each digit, or of each other class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.layers import CLASSES, SIDE_PX
from core.records import Images
from gui.images import to_pixmap
from gui.sizes import scaled
from gui.words import elided

_GAP_PX = 4
_SIDE_PX = 40
_NAME_PX = 14


class MeanDigits(QWidget):
    """Images side by side, ten in a row, as large as the width allows; names below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_images(np.zeros((CLASSES, SIDE_PX, SIDE_PX), np.uint8))

    def set_images(self, images: Images, names: tuple[str, ...] = ()) -> None:
        """Show images, uint8 (n, 28, 28), with a name below each, or none at all."""
        self._images, self._names = images, names
        self.setAccessibleDescription(", ".join(names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for rows of ten images of MNIST's own size."""
        rows = -(-len(self._images) // CLASSES)
        return QSize(CLASSES * (SIDE_PX + _GAP_PX), rows * self._row_px - self._gap_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the images, and their names."""
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(scaled(11))
        painter.setFont(font)
        painter.setPen(self.palette().placeholderText().color())
        step = self.width() / CLASSES
        side = int(min(step - _GAP_PX, _SIDE_PX))
        for number, image in enumerate(self._images):
            left, top = number % CLASSES * step, number // CLASSES * self._row_px
            pixmap = to_pixmap(image, side, device_ratio=self.devicePixelRatioF())
            painter.drawPixmap(round(left + (step - side) / 2), top, pixmap)
            if self._names:
                below = QRectF(left, top + side, step, scaled(_NAME_PX))
                name = elided(painter, self._names[number], step)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)

    @property
    def _gap_px(self) -> int:
        return _GAP_PX if self._names or len(self._images) > CLASSES else 0

    @property
    def _row_px(self) -> int:
        return _SIDE_PX + (scaled(_NAME_PX) if self._names else 0) + self._gap_px
