"""Letters in the size that the person chose, and Chinese ones that go with the others."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

_CHINESE = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
"""Families that have Chinese and Latin letters of one weight, of macOS, Windows and Linux."""


def enlarge(app: QApplication, percent: int) -> None:
    """Make letters so many per cent as large as the system's; before the first widget.

    Where the window speaks Chinese, all letters come from one family: what Qt else takes for
    what the system's font lacks may have another weight.
    """
    font = QFont(app.font())
    families = [family for family in _CHINESE if family in QFontDatabase.families()]
    if QLocale().language() == QLocale.Language.Chinese and families:
        font.setFamilies([*families[:1], *font.families()])
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * percent / 100)
    else:
        font.setPixelSize(round(font.pixelSize() * percent / 100))
    app.setFont(font)
