"""A small picture of the curve that a recipe gives: of a run on this machine, or published."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme

_HEIGHT_PX = 44


class SmallCurve(QWidget):
    """Accuracy over the epochs, as wide as its card; empty where nothing is known yet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: tuple[float, ...] = ()
        self._published = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Accuracy over the epochs"))

    def show_values(self, values: Sequence[float], *, published: bool) -> None:
        """Show these accuracies (0 to 1), one an epoch."""
        self._values = tuple(value for value in values if isfinite(value))
        self._published = published
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low strip."""
        return QSize(200, _HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the curve between its lowest and its highest value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        painter.setPen(self._theme.color("hairline"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if not self._values:
            return
        color = self._theme.curve("published" if self._published else "validation")
        painter.setPen(QPen(color, 2))
        painter.drawPolyline(QPolygonF(self._points(box)))

    def _points(self, box: QRectF) -> list[QPointF]:
        low, high = min(self._values), max(self._values)
        span = max(high - low, 1e-6)
        wide = max(1, len(self._values) - 1)
        return [
            QPointF(
                box.left() + box.width() * place / wide,
                box.bottom() - box.height() * (value - low) / span,
            )
            for place, value in enumerate(self._values)
        ]
