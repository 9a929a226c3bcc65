"""One image large, with all that the network says of it: probabilities and logits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.records import DIGITS, Floats, Images
from gui.images import to_pixmap
from gui.sizes import scaled
from gui.theme import GRID_PX
from gui.words import percent

IMAGE_PX = 224
"""Eight times MNIST's side."""

_ROW_PX = 24


MOST_ROWS = 12
"""Of more classes the most probable ones are shown, and the true one."""


class AnswerTable(QWidget):
    """A row a class: its name, bar and number of its probability, logit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_table")
        self.setAccessibleName(self.tr("Probability and logit of each digit"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._probabilities: Floats = np.zeros(len(DIGITS), np.float32)
        self._logits: Floats = np.zeros(len(DIGITS), np.float32)
        self._names: Sequence[str] = DIGITS
        self._shown: tuple[int, ...] = tuple(range(len(DIGITS)))
        self._true = -1

    def set_answer(
        self, probabilities: Floats, logits: Floats, true: int, names: Sequence[str] = DIGITS
    ) -> None:
        """Show both, float32 (classes,), with a mark at the true class."""
        self._probabilities, self._logits, self._true = probabilities, logits, true
        self._names, self._shown = names, _shown(probabilities, true)
        spoken = [
            f"{names[d]}: {percent(float(p), 1)}"
            for d, p in enumerate(probabilities)
            if p >= 0.001
        ]
        self.setAccessibleDescription(", ".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a header and the rows."""
        return QSize(IMAGE_PX, (1 + len(self._shown)) * scaled(_ROW_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the header and the rows."""
        painter = QPainter(self)
        painter.setPen(self.palette().placeholderText().color())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        header = QRect(0, 0, self.width(), scaled(_ROW_PX))
        painter.drawText(header.adjusted(0, 0, -72, 0), right, self.tr("Probability"))
        painter.drawText(header, right, self.tr("Logit"))
        for row, digit in enumerate(self._shown, start=1):
            self._paint_row(painter, row, digit)

    def _paint_row(self, painter: QPainter, number: int, digit: int) -> None:
        row = QRect(0, number * scaled(_ROW_PX), self.width(), scaled(_ROW_PX))
        probability = float(self._probabilities[digit])
        name_px = _name_px(self._names)
        track = row.adjusted(name_px, 7, -140, -7)
        painter.fillRect(track, self.palette().alternateBase())
        track.setWidth(round(track.width() * probability))
        painter.fillRect(track, self.palette().highlight())
        font = painter.font()
        font.setBold(digit == self._true)
        painter.setFont(font)
        painter.setPen(self.palette().text().color())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        mark = " \N{CHECK MARK}" if digit == self._true else ""
        name = painter.fontMetrics().elidedText(
            self._names[digit], Qt.TextElideMode.ElideRight, name_px - 18
        )
        painter.drawText(row, left, f"{name}{mark}")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row.adjusted(0, 0, -72, 0), right, percent(float(probability)))
        painter.drawText(row, right, f"{self._logits[digit]:.2f}")


class AnswerDetail(QWidget):
    """The picture, a sentence on it, and the table of its answer.

    Signals:
        close_requested: The person has seen enough.
    """

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer_detail")
        self._picture = QLabel()
        self._picture.setObjectName("large_digit")
        self._heading = QLabel()
        self._heading.setObjectName("answer_heading")
        self._heading.setWordWrap(True)
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._table = AnswerTable()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID_PX, 0)
        layout.setSpacing(GRID_PX)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("close_detail_button")
        close.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        close.setToolTip(self.tr("Close this image (Escape)."))
        close.clicked.connect(self.close_requested)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignLeft)
        for widget in (self._picture, self._heading, self._note, self._table):
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_answer(
        self,
        image: Images,
        *,
        index: int,
        true: int,
        probabilities: Floats,
        logits: Floats,
        names: Sequence[str] = DIGITS,
    ) -> None:
        """Show image `index`, uint8 (28, 28), with its answer, float32 (classes,)."""
        self._picture.setPixmap(
            to_pixmap(image, IMAGE_PX, device_ratio=self.devicePixelRatioF())
        )
        self._picture.setAccessibleName(self.tr("Image {index}").format(index=index))
        predicted = int(probabilities.argmax())
        probability = float(probabilities[predicted])
        if predicted == true:
            words = self.tr("A {true}, read right with {probability}")
        else:
            words = self.tr("A {true}, read as {predicted} with {probability}")
        self._heading.setText(
            words.format(
                true=names[true] if true >= 0 else "\N{EM DASH}",
                predicted=names[predicted],
                probability=percent(probability, 1),
            )
        )
        self._note.setText(self._place(index, true, probabilities))
        self._table.set_answer(probabilities, logits, true, names)

    def _place(self, index: int, true: int, probabilities: Floats) -> str:
        if true < 0:
            return self.tr("Image {index}, which is none of the classes.").format(index=index)
        place = 1 + int((probabilities > probabilities[true]).sum())
        words = self.tr("Image {index}. The true class comes in place {place}.")
        return words.format(index=index, place=place)


def _shown(probabilities: Floats, true: int) -> tuple[int, ...]:
    """Return which classes to show: all, or the most probable ones and the true one."""
    if len(probabilities) <= MOST_ROWS:
        return tuple(range(len(probabilities)))
    best = np.argsort(-probabilities, kind="stable")[:MOST_ROWS].tolist()
    if true not in best and true >= 0:
        best[-1] = true
    return tuple(best)


def _name_px(names: Sequence[str]) -> int:
    """Return how wide the names' column is: as for digits, or wide enough for words."""
    return 34 if max(map(len, names), default=1) <= 2 else 96
