"""The marks on the pad: a box around each digit that was read, with what it was read as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.theme import GRID_PX, Theme

_MARGIN_PX = 4.0
_ROUND_PX = 3.0
_WIDE_PX = 52.0
"""Above narrower boxes only the digit is written."""


@dataclass(frozen=True)
class Mark:
    """What is shown around one digit.

    Parameters
    ----------
    box : tuple of four floats
        Left, top, right, bottom, as shares of the sheet or of the picture on it.
    digit, more : str
        What it was read as; how sure that is, for where there is room.
    doubtful, selected : bool
        Whether it may be wrong, or no digit; whether it is the one that is looked at.
    """

    box: tuple[float, float, float, float]
    digit: str
    more: str = ""
    doubtful: bool = False
    selected: bool = False


class Marks:
    """Paints marks, and knows which one a place belongs to.

    Only the tag above a box can be clicked: anywhere else a pen draws.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()

    @property
    def shown(self) -> tuple[Mark, ...]:
        """The marks in reading order."""
        return self._marks

    def show(self, marks: tuple[Mark, ...]) -> None:
        """Show other marks."""
        self._marks = marks

    def paint(self, painter: QPainter, place: QRectF, sheet: QRectF) -> None:
        """Paint all marks; `place` is what their boxes are shares of, within the sheet."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("small", bold=True))
        for mark in sorted(self._marks, key=lambda mark: mark.selected):
            self._paint_one(painter, mark, _placed(mark, place), sheet)
        painter.restore()

    def at(self, point: QPointF, place: QRectF, sheet: QRectF) -> int | None:
        """Return the number of the mark whose tag is at a point."""
        metrics = QFontMetricsF(self._theme.font("small", bold=True))
        for number, mark in enumerate(self._marks):
            tag = self._tag(mark, _placed(mark, place), sheet, metrics.horizontalAdvance)
            if tag.contains(point):
                return number
        return None

    def _paint_one(self, painter: QPainter, mark: Mark, box: QRectF, sheet: QRectF) -> None:
        color = self._theme.color
        edge = color("accent") if mark.selected else color("warn" if mark.doubtful else "muted")
        pen = QPen(edge, 2.0 if mark.selected else 1.0)
        if mark.doubtful:
            # The dash says it too.
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _ROUND_PX, _ROUND_PX)
        advance = QFontMetricsF(painter.font()).horizontalAdvance
        tag = self._tag(mark, box, sheet, advance)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawRoundedRect(tag, _ROUND_PX, _ROUND_PX)
        painter.setPen(color("on_accent") if mark.selected else color("paper"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, _text(mark, box))

    def _tag(
        self, mark: Mark, box: QRectF, sheet: QRectF, advance: Callable[[str], float]
    ) -> QRectF:
        """Return the place of the tag: above the box, or within it at the sheet's edge."""
        height = self._theme.font("small").pixelSize() + _MARGIN_PX
        width = advance(_text(mark, box)) + GRID_PX
        top = max(box.top() - height, sheet.top() + 1)
        left = min(box.left(), sheet.right() - width)
        return QRectF(max(left, sheet.left() + 1), top, width, height)


def _placed(mark: Mark, place: QRectF) -> QRectF:
    left, top, right, bottom = mark.box
    box = QRectF(
        place.x() + left * place.width(),
        place.y() + top * place.height(),
        (right - left) * place.width(),
        (bottom - top) * place.height(),
    )
    return box.adjusted(-_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX)


def _text(mark: Mark, box: QRectF) -> str:
    return f"{mark.digit}  {mark.more}" if mark.more and box.width() >= _WIDE_PX else mark.digit
