"""Letters in the size that the person chose, before the first widget is made."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication


def enlarge(app: QApplication, percent: int) -> None:
    """Make the application's letters so many per cent as large as the system's."""
    font = QFont(app.font())
    if percent == 100:
        return
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * percent / 100)
    else:
        font.setPixelSize(round(font.pixelSize() * percent / 100))
    app.setFont(font)
