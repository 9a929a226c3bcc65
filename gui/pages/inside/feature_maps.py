"""Many small float pictures side by side: what layers hold, or what units look for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.records import Floats
from gui.theme import mix

_GAP_PX = 3
_WIDEST_PX, _LARGEST_PX = 72, 144
"""Of a picture: usually, and where there is room."""


class FeatureMaps(QWidget):
    """Pictures in rows that wrap; all on one scale, zero in the ground's colour.

    Positive values go towards the accent, negative ones towards the opposite hue.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pictures: Floats = np.empty((0, 1, 1), np.float32)

    def set_pictures(self, pictures: Floats) -> None:
        """Show float32 (n, rows, columns); nan is left out."""
        self._pictures = pictures
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for what a usual width needs."""
        return QSize(420, self.heightForWidth(420))

    def hasHeightForWidth(self) -> bool:
        """Be as high as the rows that the width leaves."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Count the rows of pictures."""
        tile, columns = self._layout_for(width)
        rows = -(-len(self._pictures) // columns)
        return rows * (tile.height() + _GAP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures that fit, each pixel a square."""
        painter = QPainter(self)
        tile, columns = self._layout_for(self.width())
        for number, image in enumerate(self._images()):
            row, column = divmod(number, columns)
            place = QRect(
                column * (tile.width() + _GAP_PX),
                row * (tile.height() + _GAP_PX),
                tile.width(),
                tile.height(),
            )
            painter.drawImage(place, image)

    def _layout_for(self, width: int) -> tuple[QSize, int]:
        """Return how large each picture is, and how many stand in a row.

        The rows are as few as usual tiles need, and as full as each other; then the tiles grow
        into the room that is left.
        """
        count = len(self._pictures)
        if count == 1:
            return self._tile(width), 1
        most = max(1, width // (self._tile(_WIDEST_PX).width() + _GAP_PX))
        lines = -(-count // most)
        in_a_row = max(1, -(-count // lines)) if lines else 1
        room = min(width // in_a_row - _GAP_PX, _LARGEST_PX)
        return self._tile(max(room, min(_WIDEST_PX, width))), in_a_row

    def _tile(self, widest: int) -> QSize:
        """Return a size of whole screen pixels for each of a picture's, within a width."""
        _, rows, columns = self._pictures.shape
        factor = max(1, min(widest // max(columns, 1), 12))
        return QSize(columns * factor, rows * factor)

    def _images(self) -> list[QImage]:
        with np.errstate(invalid="ignore"):
            largest = float(np.nanmax(np.abs(self._pictures), initial=0.0)) or 1.0
            shares = np.nan_to_num(self._pictures / largest)
        steps = np.clip(np.rint((shares + 1) * 127.5), 0, 255).astype(np.uint8)
        table = self._colors()
        images = []
        for picture in steps:
            rows, columns = picture.shape
            pixels = np.ascontiguousarray(picture)
            image = QImage(pixels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
            image.setColorTable(table)
            # copy: the QImage above only borrows the array's memory.
            images.append(image.copy())
        return images

    def _colors(self) -> list[int]:
        """Return 256 colours from the opposite hue over the ground to the accent."""
        ground, accent = (
            self.palette().alternateBase().color(),
            self.palette().highlight().color(),
        )
        opposite = QColor.fromHsvF(
            (accent.hsvHueF() + 0.45) % 1.0, accent.hsvSaturationF(), accent.valueF()
        )
        ends = [(opposite, 1 - step / 127.5) for step in range(128)]
        ends += [(accent, step / 127.5 - 1) for step in range(128, 256)]
        return [mix(ground, color, min(max(share, 0.0), 1.0)).rgb() for color, share in ends]
