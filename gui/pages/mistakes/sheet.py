"""Images with their captions as one picture: for the clipboard and for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.records import Images
from gui.images import to_pixmap
from gui.theme import Theme
from gui.widgets.digit_grid import Caption

COLUMNS = 10
MOST = 2_000
"""More images make a picture that no program opens."""

_SIDE_PX = 84
_CELL_PX = 112
_CAPTION_PX = 36


def sheet(
    images: Images, indices: Sequence[int], caption: Callable[[int], Caption], theme: Theme
) -> QImage:
    """Return the images of these indices as a picture, ten in a row, at most 2,000."""
    chosen = list(indices)[:MOST]
    columns = min(COLUMNS, max(1, len(chosen)))
    rows = -(-len(chosen) // columns)
    height = _SIDE_PX + _CAPTION_PX + 8
    made = QImage(columns * _CELL_PX, max(1, rows) * height, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    for place, index in enumerate(chosen):
        row, column = divmod(place, columns)
        left, top = column * _CELL_PX + (_CELL_PX - _SIDE_PX) // 2, row * height + 4
        painter.drawPixmap(left, top, to_pixmap(images[index], _SIDE_PX))
        words = caption(index)
        line = QRect(column * _CELL_PX, top + _SIDE_PX, _CELL_PX, _CAPTION_PX // 2)
        painter.setPen(QColor("black"))
        painter.setFont(theme.font("body"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words.heading)
        painter.setFont(theme.font("small"))
        line.translate(0, _CAPTION_PX // 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words.detail)
    painter.end()
    return made


def lines(indices: Sequence[int], caption: Callable[[int], Caption]) -> str:
    """Return a line of text for each image."""
    told = ((index, caption(index)) for index in indices)
    return "\n".join(f"{index}\t{words.heading}\t{words.detail}" for index, words in told)
