"""The confusion matrix as a picture that stands by itself: heading, axes, cells."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from gui.pages.mistakes.confusion_view import ConfusionView
from gui.theme import Theme

SCALE = 2
"""Pixels of the picture for each of the window's, so that it can be printed."""

_CELL_PX, _LEAST_PX, _MOST_PX = 44, 400, 1_600
_MARGIN_PX, _LINE_PX = 24, 24


def matrix_picture(
    counts: NDArray[np.int64], names: tuple[str, ...], heading: str, *, shares: bool
) -> QImage:
    """Return the confusion matrix on white, under a heading.

    Parameters
    ----------
    counts : ndarray of int64, shape (classes, classes)
        Rows: true class; columns: predicted class.
    shares : bool
        Write shares of each row in place of counts.
    """
    # A picture goes on paper, whatever the window's colours are.
    theme = Theme.light()
    side = min(_MOST_PX, max(_LEAST_PX, _CELL_PX * (len(names) + 1)))
    view = ConfusionView()
    view.setPalette(theme.palette())
    view.set_counts(counts, names)
    view.show_shares(shares)
    view.resize(side, side)
    width, top = side + 2 * _MARGIN_PX + _LINE_PX, _MARGIN_PX + 2 * _LINE_PX
    made = QImage(SCALE * width, SCALE * (top + side + _MARGIN_PX), QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(SCALE)
    made.fill(theme.color("surface"))
    painter = QPainter(made)
    painter.setPen(theme.color("text"))
    painter.setFont(theme.font("section"))
    line = QRect(_MARGIN_PX, _MARGIN_PX // 2, width - 2 * _MARGIN_PX, _LINE_PX)
    elided = painter.fontMetrics().elidedText(
        heading, Qt.TextElideMode.ElideMiddle, line.width()
    )
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
    _name_axes(painter, theme.color("muted"), theme, top, side)
    view.render(
        painter,
        QPoint(_MARGIN_PX + _LINE_PX, top),
        renderFlags=QWidget.RenderFlag.DrawChildren,
    )
    painter.end()
    return made


def _name_axes(painter: QPainter, color: QColor, theme: Theme, top: int, side: int) -> None:
    """Write what columns and rows are."""
    translate = QCoreApplication.translate
    painter.setPen(color)
    painter.setFont(theme.font("body"))
    columns = QRect(_MARGIN_PX + _LINE_PX, top - _LINE_PX, side, _LINE_PX)
    painter.drawText(
        columns, Qt.AlignmentFlag.AlignCenter, translate("matrix_picture", "read as")
    )
    painter.save()
    painter.translate(_MARGIN_PX, top + side)
    painter.rotate(-90)
    rows = QRect(0, 0, side, _LINE_PX)
    painter.drawText(
        rows, Qt.AlignmentFlag.AlignCenter, translate("matrix_picture", "true class")
    )
    painter.restore()
