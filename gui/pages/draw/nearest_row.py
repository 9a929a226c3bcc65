"""The training images that look most like the drawing, in a row, nearest first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.records import Images
from gui.images import to_qimage
from gui.theme import GRID_PX, Theme
from gui.words import elided

_LARGEST_PX = 112
_PLACES = 5


class NearestRow(QWidget):
    """Pictures with their labels, and their indices small and grey below.

    A label other than what was read is marked: there the pixels speak against the network.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nearest_row")
        self.setAccessibleName(self.tr("Nearest training images"))
        self.setToolTip(
            self.tr(
                "The five training images whose pixels differ least from what the network "
                "sees. No network is asked: it is what there was to learn from."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._labels: tuple[str, ...] = ()
        self._said = self.tr("Here are the training images nearest to your drawing.")
        self.clear()
        theme.changed.connect(self.update)

    @property
    def indices(self) -> tuple[int, ...]:
        """The places of the shown images in the training split."""
        return tuple(int(index) for index in self._indices)

    def show_images(
        self, images: Images, labels: tuple[str, ...], indices: NDArray[np.int64], *, read: str
    ) -> None:
        """Show uint8 (n, 28, 28) with labels and indices; `read` is the network's answer."""
        self._images, self._labels, self._indices = images, labels, indices
        self._read = read
        words = ", ".join(labels)
        self.setAccessibleDescription(self.tr("Labels: {labels}").format(labels=words))
        self.update()

    def clear(self, words: str = "") -> None:
        """Show no images, but these words about what will be here."""
        self._images = np.empty((0, 28, 28), np.uint8)
        self._labels = ()
        self._indices = np.empty(0, np.int64)
        self._read = ""
        self._words = words or self._said
        self.setAccessibleDescription(self._words)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for five pictures of two screen pixels a pixel."""
        return QSize(_PLACES * (56 + GRID_PX), 56 + self._captions_px())

    def minimumSizeHint(self) -> QSize:
        """Five small pictures with their captions."""
        return QSize(_PLACES * (42 + GRID_PX), 42 + self._captions_px())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures and what is said of them."""
        painter = QPainter(self)
        if not len(self._images):
            painter.setPen(self._theme.color("muted"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._words)
            return
        side = min(
            self.height() - self._captions_px(),
            self.width() / _PLACES - GRID_PX,
            _LARGEST_PX,
        )
        side = max(14.0, side // 14 * 14)
        for place in range(len(self._images)):
            self._paint(painter, place, QRectF(place * (side + GRID_PX) + 0.5, 0.5, side, side))

    def _paint(self, painter: QPainter, place: int, square: QRectF) -> None:
        color = self._theme.color
        painter.drawImage(square, to_qimage(self._images[place]))
        painter.setPen(QPen(color("hairline")))
        painter.drawRect(square)
        label = self._labels[place]
        differs = label != self._read
        line = QRectF(square.left(), square.bottom() + 2, square.width(), 0)
        painter.setFont(self._theme.font("body", bold=True))
        line.setHeight(painter.fontMetrics().height())
        painter.setPen(color("bad" if differs else "text"))
        mark = " \N{NOT EQUAL TO}" if differs else ""
        text = elided(painter, f"{label}{mark}", square.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        line.translate(0, line.height())
        painter.setFont(self._theme.font("small"))
        painter.setPen(color("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(self._indices[place]))

    def _captions_px(self) -> int:
        return self.fontMetrics().height() * 2 + 4
