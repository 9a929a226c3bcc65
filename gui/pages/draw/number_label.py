"""The predicted digit as large as it can be; or the number, of which a digit can be chosen.

A class with a longer name is written smaller, so that its name fits.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.sizes import scaled
from gui.theme import GRID_PX, Theme

_HERO_MARGIN_PX = 24
_SMALLEST_PX, _SMALLEST_NAME_PX = 11, 15
_ROW_PX, _HIGHEST_PX = 26, 220
"""A line of many takes so much room, and all together no more than that."""

_LEADING = 1.15

_WIDEST = 2.6
"""A name may be so many times as wide as one large digit."""


@dataclass(frozen=True)
class Shown:
    """One digit of a number, or a class: its name, its line, and whether it is doubtful."""

    digit: str
    line: int
    doubtful: bool = False


class NumberLabel(QLabel):
    """A label for one digit or for many; its text is the number, lines parted.

    Signals:
        chosen: Which digit was clicked or gone to with an arrow key, from 0.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._digits: tuple[Shown, ...] = ()
        self._selected = 0
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("hero", bold=True))
        self.set_digits((), 0)

    @property
    def several(self) -> bool:
        """Whether there is more than one digit."""
        return len(self._digits) > 1

    @property
    def selected(self) -> int:
        """Which digit is looked at."""
        return self._selected

    def set_digits(self, digits: tuple[Shown, ...], selected: int) -> None:
        """Show these digits in reading order, one of them underlined."""
        self._digits, self._selected = digits, selected
        rows: dict[int, str] = {}
        for shown in digits:
            rows[shown.line] = rows.get(shown.line, "") + shown.digit
        self.setFont(self._font_of_one())
        self.setText("\n".join(rows.values()) if self.several else self._one())
        policy = Qt.FocusPolicy.TabFocus if self.several else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of one digit as large as it can be."""
        metrics = QFontMetricsF(self._theme.font("hero", bold=True))
        height = metrics.tightBoundingRect("0").height() + _HERO_MARGIN_PX
        rows = len({shown.line for shown in self._digits})
        height = max(height, min(rows * scaled(_ROW_PX), scaled(_HIGHEST_PX)))
        wide = max(metrics.horizontalAdvance("0"), self._wide_one())
        return QSize(round(wide) + GRID_PX, round(height))

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit under the mouse."""
        number = self._at(event.position()) if self.several else None
        if number is None:
            super().mousePressEvent(event)
        else:
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next digit or the one before with the arrow keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key())) if self.several else None
        if step is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit((self._selected + step) % len(self._digits))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one digit as a label does, several each in its own colour."""
        if not self.several:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self._font_for_all())
        color = self._theme.color
        for number, (shown, place) in enumerate(self._placed()):
            doubt = self._theme.blend("muted", "background", 0.5)
            painter.setPen(doubt if shown.doubtful else color("text"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown.digit)
            if number == self._selected:
                line = QRectF(place.left() + 1, place.bottom() - 3, place.width() - 2, 3)
                painter.fillRect(line, color("accent"))

    def _one(self) -> str:
        """Return the text of the only digit, shortened where it is a very long name."""
        text = self._digits[0].digit if self._digits else ""
        metrics = QFontMetricsF(self.font())
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._widest_px() + 1)

    def _widest_px(self) -> float:
        metrics = QFontMetricsF(self._theme.font("hero", bold=True))
        return _WIDEST * metrics.horizontalAdvance("0")

    def _font_of_one(self) -> QFont:
        """Return the largest font in which one name fits, where there is one only."""
        font = QFont(self._theme.font("hero", bold=True))
        text = self._digits[0].digit if len(self._digits) == 1 else "0"
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > self._widest_px():
            font.setPixelSize(
                max(scaled(_SMALLEST_NAME_PX), int(font.pixelSize() * self._widest_px() / wide))
            )
        return font

    def _wide_one(self) -> float:
        return (
            0.0 if self.several else QFontMetricsF(self.font()).horizontalAdvance(self.text())
        )

    def _fit(self) -> None:
        if self.several:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.setMaximumWidth(16_777_215)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def _rows(self) -> list[list[int]]:
        rows: dict[int, list[int]] = {}
        for number, shown in enumerate(self._digits):
            rows.setdefault(shown.line, []).append(number)
        return list(rows.values())

    def _font_for_all(self) -> QFont:
        """Return the largest font in which all digits fit into the label."""
        font = QFont(self._theme.font("hero", bold=True))
        rows = self._rows()
        longest = max(len(row) for row in rows)
        share = QFontMetricsF(font).horizontalAdvance("0") / font.pixelSize()
        by_width = self.width() / (longest * share)
        by_height = self.height() / (len(rows) * _LEADING)
        size = min(font.pixelSize(), by_width, by_height)
        font.setPixelSize(max(scaled(_SMALLEST_PX), int(size)))
        return font

    def _placed(self) -> list[tuple[Shown, QRectF]]:
        """Return each digit with its place: lines from the top, each from the left."""
        font = self._font_for_all()
        wide = QFontMetricsF(font).horizontalAdvance("0")
        rows = self._rows()
        high = min(font.pixelSize() * _LEADING, self.height() / len(rows))
        top = max((self.height() - high * len(rows)) / 2, 0.0)
        placed = []
        for line, row in enumerate(rows):
            for column, number in enumerate(row):
                place = QRectF(column * wide, top + line * high, wide, high)
                placed.append((self._digits[number], place))
        return placed

    def _at(self, point: QPointF) -> int | None:
        for number, (_, place) in enumerate(self._placed()):
            if place.contains(point):
                return number
        return None
