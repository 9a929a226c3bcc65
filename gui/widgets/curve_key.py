"""The line above a plot that names its curves and says their values; nothing lies over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.sizes import scaled
from gui.theme import GRID_PX, Theme

_SWATCH_PX = 24
_LEAST_PX = 112
_NARROWEST_PX = 28
"""A name that is cut keeps at least so much."""


@dataclass(frozen=True)
class CurveLook:
    """How a curve is drawn: line and mark say without colour what the colour says.

    `symbol` is pyqtgraph's: "o", "s", "t1", "d", "t", or None for no marks.
    """

    color: QColor
    line: Qt.PenStyle = Qt.PenStyle.SolidLine
    symbol: str | None = "o"
    width_px: float = 2.0


@dataclass(frozen=True)
class KeyEntry:
    """One curve: its name, its value where one is said, and how it is drawn."""

    name: str
    value: str
    look: CurveLook


class CurveKey(QWidget):
    """Names, swatches and values in one line; what has no room is in the tool tip."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._head = ""
        self._entries: Sequence[KeyEntry] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Curves and their values"))
        theme.changed.connect(self.update)

    def show_entries(self, head: str, entries: Sequence[KeyEntry]) -> None:
        """Show these curves; `head` says of which epoch the values are."""
        self._head, self._entries = head, entries
        self.setToolTip(self.text().replace("   ", "\n"))
        self.setAccessibleDescription(self.text())
        self.update()

    def text(self) -> str:
        """Return all that the line says, also what has no room."""
        words = [f"{entry.name} {entry.value}".strip() for entry in self._entries]
        return "   ".join([self._head, *words] if self._head else words)

    def sizeHint(self) -> QSize:
        """Ask for the height of a line of text."""
        return QSize(240, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Have room for two swatches and the beginnings of their names."""
        return QSize(scaled(_LEAST_PX), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head, then for each curve its swatch, its name and its value."""
        painter = QPainter(self)
        head, values, shown, name_px = self._fitting()
        left = self._paint_words(painter, 0, head, self._theme.color("muted"))
        for entry in self._entries[:shown]:
            place = QRect(left, 0, _SWATCH_PX, self.height())
            paint_look(painter, place, entry.look)
            left += _SWATCH_PX + 4
            name = self._shortened(entry.name, name_px)
            left = self._paint_words(painter, left, name, self._theme.color("text"))
            value = entry.value if values else ""
            left = self._paint_words(painter, left, value, self._theme.color("muted"))
            left += GRID_PX // 2
        if shown < len(self._entries):
            more = f"+{len(self._entries) - shown}"
            self._paint_words(painter, left, more, self._theme.color("muted"))

    def _shortened(self, name: str, room_px: int) -> str:
        """Return a name that fits: of a run its number rather than some letters."""
        measure = self.fontMetrics()
        number = name.rpartition(" ")[2]
        if measure.horizontalAdvance(name) > room_px and number.startswith("#"):
            name = number
        return measure.elidedText(name, Qt.TextElideMode.ElideMiddle, room_px)

    def _fitting(self) -> tuple[str, bool, int, int]:
        """Return head, whether values are said, how many curves, and the names' width.

        Every curve is named, and by its whole name, rather than that the epoch is said, or its
        values are.
        """
        tries = ((self._head, True), ("", True), ("", False))
        longest = max((self._advance(entry.name) for entry in self._entries), default=0)
        # Whole names first; where even these alone have no room, all of them shortened.
        for least_px in (longest - GRID_PX, 0):
            for head, values in tries:
                shown, name_px = self._room(self.width() - self._advance(head), values=values)
                if shown == len(self._entries) and name_px >= least_px:
                    return head, values, shown, name_px
        shown, name_px = self._room(self.width(), values=True)
        return "", True, shown, name_px

    def _room(self, width: int, *, values: bool) -> tuple[int, int]:
        """Return how many curves have room, and how wide each name may be."""
        measure = self.fontMetrics().horizontalAdvance
        shown = len(self._entries)
        while shown:
            left_out = measure("+99") if shown < len(self._entries) else 0
            fixed = sum(
                _SWATCH_PX
                + 4
                + self._advance(entry.value if values else "")
                + GRID_PX
                + GRID_PX // 2
                for entry in self._entries[:shown]
            )
            free = width - fixed - left_out
            names = [measure(entry.name) for entry in self._entries[:shown]]
            if sum(names) <= free:
                return shown, max(names) + 1  # Qt cuts what fits to the pixel.
            each = _widest(names, free)
            if each >= _NARROWEST_PX or shown == 1:
                return shown, max(each, 1)
            shown -= 1
        return 0, 0

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + (GRID_PX if words else 0)

    def _paint_words(self, painter: QPainter, left: int, words: str, color: QColor) -> int:
        """Write words and return where the next ones begin."""
        painter.setPen(color)
        width = self.fontMetrics().horizontalAdvance(words)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, width + 2, self.height()), side, words)
        return left + self._advance(words)


def _widest(widths: list[int], room: int) -> int:
    """Return the width to which the longest are cut so that all come to `room`."""
    if not widths:
        return 0
    ordered, left = sorted(widths), room
    for place, width in enumerate(ordered):
        share = left // (len(ordered) - place)
        if width > share:
            return share
        left -= width
    return ordered[-1]


def paint_look(painter: QPainter, place: QRect, look: CurveLook) -> None:
    """Paint a piece of a curve, its mark in the middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = QRect(place).center()
    painter.setPen(QPen(look.color, look.width_px, look.line, Qt.PenCapStyle.FlatCap))
    painter.drawLine(place.left(), centre.y(), place.right(), centre.y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color)
    if look.symbol is not None:
        painter.drawPolygon(_mark(look.symbol, QPointF(centre), 4.0))
    painter.restore()


def swatch(look: CurveLook, ground: QColor, ratio: float) -> QPixmap:
    """Return a piece of a curve on its ground, as a picture for a table.

    `ratio` is the number of pixels in a logical pixel.
    """
    pixmap = QPixmap(round(_SWATCH_PX * ratio), round(16 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(ground)
    painter = QPainter(pixmap)
    paint_look(painter, QRect(2, 0, _SWATCH_PX - 4, 16), look)
    painter.end()
    return pixmap


_MARKS: dict[str, tuple[tuple[float, float], ...]] = {
    "s": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "t1": ((0, -1), (1, 0.9), (-1, 0.9)),
    "t": ((0, 1), (1, -0.9), (-1, -0.9)),
    "d": ((0, -1.15), (0.9, 0), (0, 1.15), (-0.9, 0)),
    "o": tuple(
        (x / 100, y / 100)
        for x, y in (
            *((100, 0), (92, 38), (71, 71), (38, 92), (0, 100), (-38, 92), (-71, 71)),
            *((-92, 38), (-100, 0), (-92, -38), (-71, -71), (-38, -92), (0, -100)),
            *((38, -92), (71, -71), (92, -38)),
        )
    ),
}
"""The outlines of pyqtgraph's symbols, 1 from the middle."""


def _mark(symbol: str, centre: QPointF, size: float) -> QPolygonF:
    return QPolygonF([centre + QPointF(x, y) * size for x, y in _MARKS[symbol]])
