"""Paints the sheet of a pad: paper, ink, the stroke under the pen, marks, a hint, the edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from core.ink.drawing import SHEET_PEN, Drawing
from core.records import Floats
from gui.pages.draw.ink_painting import fitted, paint_drawing
from gui.pages.draw.marks import Marks
from gui.pages.draw.wet_ink import WetInk
from gui.theme import GRID_PX, Theme


class SheetPainter:
    """Keeps what does not change as a layer, so that a move of the pen costs little.

    `pen` is the width of lines as a share of the sheet's side; `pressed` lets it go with the
    pen's pressure. Both are for the eye alone: what the network sees is drawn with a pen of
    its own.
    """

    def __init__(self, pad: QWidget, theme: Theme) -> None:
        self._pad = pad
        self._theme = theme
        self._layer: QPixmap | None = None
        self._wet = WetInk()
        self.marks = Marks(theme)
        self.pen = SHEET_PEN
        self.pressed = False

    def forget(self) -> None:
        """Paint everything anew."""
        self._layer = None

    def changed(self, points: Floats, sheet: QRectF) -> QRect:
        """Return where the newest point of the stroke under the pen changes the sheet."""
        return self._wet.changed(points, sheet, self.pen).toAlignedRect()

    def paint(self, drawing: Drawing, wet: Floats | None, sheet: QRectF, hint: str) -> None:
        """Paint a drawing, and the points of a stroke that is being made.

        The hint stands in the middle of an empty sheet, else at the lower edge.
        """
        painter = QPainter(self._pad)
        color, layer = self._theme.color, self._dry_layer(drawing, sheet)
        if wet is None:
            painter.drawPixmap(0, 0, layer)
        else:
            self._wet.paint(painter, layer, wet, sheet, color("ink"), pen=self.pen)
        if wet is None and hint:
            painter.setPen(color("muted"))
            painter.setFont(self._theme.font("section" if drawing.empty else "body"))
            below = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            place = Qt.AlignmentFlag.AlignCenter if drawing.empty else below
            inner = sheet.adjusted(GRID_PX, GRID_PX, -GRID_PX, -GRID_PX)
            painter.drawText(inner, place | Qt.TextFlag.TextWordWrap, hint)
        self.marks.paint(painter, self._place_of(drawing, sheet), sheet)
        edge, width = ("accent", 2) if self._pad.hasFocus() else ("hairline", 1)
        painter.setPen(QPen(color(edge), width))
        painter.drawRect(sheet)

    def mark_at(self, point: QPointF, drawing: Drawing, sheet: QRectF) -> int | None:
        """Return the number of the mark whose tag is at a point of the pad."""
        return self.marks.at(point, self._place_of(drawing, sheet), sheet)

    def _dry_layer(self, drawing: Drawing, sheet: QRectF) -> QPixmap:
        """Return paper and what is drawn; it is drawn anew only when something is replaced."""
        ratio = self._pad.devicePixelRatioF()
        if self._layer is None or self._layer.devicePixelRatio() != ratio:
            self._layer = QPixmap(self._pad.size() * ratio)
            self._layer.setDevicePixelRatio(ratio)
            self._layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._layer)
            painter.fillRect(sheet, self._theme.color("paper"))
            painter.setClipRect(sheet)
            ink = self._theme.color("ink")
            paint_drawing(painter, drawing, sheet, ink, self.pen, pressed=self.pressed)
            painter.end()
            self._wet.forget()
        return self._layer

    @staticmethod
    def _place_of(drawing: Drawing, sheet: QRectF) -> QRectF:
        return sheet if drawing.image is None else fitted(drawing.image.shape, sheet)
