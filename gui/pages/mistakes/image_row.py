"""Small pictures side by side, each with its class and a smaller line below."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.records import Images
from gui.images import to_qimage
from gui.theme import GRID_PX, Theme


@dataclass(frozen=True, eq=False)
class Tile:
    """One picture: uint8 (28, 28), what stands under it, and whether that is marked."""

    image: Images
    heading: str
    detail: str = ""
    marked: bool = False
    index: int = -1
    tip: str = ""


class ImageRow(QWidget):
    """As many pictures as fit, in lines; marked ones have a sign and a colour.

    Signals:
        tile_clicked: The index of the picture that was clicked, where it has one.
    """

    tile_clicked = Signal(int)

    def __init__(
        self, theme: Theme, name: str, side_px: int = 56, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme, self._side = theme, side_px
        self._tiles: tuple[Tile, ...] = ()
        self._words = ""
        theme.changed.connect(self.update)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self._tiles

    def show_tiles(self, tiles: tuple[Tile, ...], words: str = "") -> None:
        """Show pictures; without any, these words in their place."""
        self._tiles, self._words = tiles, words
        spoken = (f"{tile.tip} {tile.heading} {tile.detail}".strip() for tile in tiles)
        self.setAccessibleDescription(", ".join(spoken) or words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(4 * self._pitch(), self._line_px())

    def minimumSizeHint(self) -> QSize:
        """Need room for two pictures."""
        return QSize(2 * self._pitch(), self._line_px())

    def hasHeightForWidth(self) -> bool:
        """Be higher where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all lines are."""
        lines = -(-max(1, len(self._tiles)) // self._columns(width))
        return lines * self._line_px()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures and what is said of them."""
        painter = QPainter(self)
        if not self._tiles:
            painter.setPen(self._theme.color("muted"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._words)
        for place, tile in enumerate(self._tiles):
            self._paint(painter, tile, self._square(place))

    def event(self, event: QEvent) -> bool:
        """Say in words what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos())
            tip = "" if place is None else self._tiles[place].tip
            QToolTip.showText(event.globalPos(), tip)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which picture was clicked."""
        place = self._place_at(event.position().toPoint())
        if place is not None and self._tiles[place].index >= 0:
            self.tile_clicked.emit(self._tiles[place].index)

    def _paint(self, painter: QPainter, tile: Tile, square: QRectF) -> None:
        color = self._theme.color
        painter.drawImage(square, to_qimage(np.ascontiguousarray(tile.image)))
        painter.setPen(QPen(color("hairline")))
        painter.drawRect(square)
        line = QRectF(square.left() - 4, square.bottom() + 1, square.width() + 8, 0)
        painter.setFont(self._theme.font("body", bold=True))
        line.setHeight(painter.fontMetrics().height())
        painter.setPen(color("bad" if tile.marked else "text"))
        mark = "\N{NOT EQUAL TO} " if tile.marked else ""
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, mark + tile.heading)
        line.translate(0, line.height() - 2)
        painter.setFont(self._theme.font("small"))
        painter.setPen(color("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, tile.detail)

    def _square(self, place: int) -> QRectF:
        row, column = divmod(place, self._columns(self.width()))
        left, top = column * self._pitch() + 0.5, row * self._line_px() + 0.5
        return QRectF(left, top, self._side, self._side)

    def _place_at(self, point: QPoint) -> int | None:
        for place in range(len(self._tiles)):
            if self._square(place).contains(point.toPointF()):
                return place
        return None

    def _columns(self, width: int) -> int:
        return max(1, (width + GRID_PX) // self._pitch())

    def _pitch(self) -> int:
        return self._side + GRID_PX

    def _line_px(self) -> int:
        body, small = self._theme.font("body", bold=True), self._theme.font("small")
        captions = QFontMetrics(body).height() + QFontMetrics(small).height()
        return self._side + captions + GRID_PX
