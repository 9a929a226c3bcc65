"""The drawn icons of `resources/icons`, in the theme's colours, sharp at any scale."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

ICONS = Path(resources.__file__).parent / "icons"

_APP_SIZES_PX = (16, 24, 32, 48, 64, 128, 256)


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def icon_pixmap(name: str, color: QColor, side_px: int, device_ratio: float) -> QPixmap:
    """Return one icon as a square pixmap of `side_px` logical pixels."""
    drawn = _source(name).replace("currentColor", color.name())
    side = round(side_px * device_ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(device_ratio)
    return pixmap


def icon(
    name: str, color: QColor, *, checked: QColor | None = None, side_px: int = 24
) -> QIcon:
    """Return an icon in one colour, and in another while its button is checked."""
    made = QIcon()
    for state, shade in ((QIcon.State.Off, color), (QIcon.State.On, checked or color)):
        for ratio in (1.0, 2.0):
            made.addPixmap(icon_pixmap(name, shade, side_px, ratio), QIcon.Mode.Normal, state)
    return made


def app_icon() -> QIcon:
    """Return the program's own icon."""
    made = QIcon()
    for side in _APP_SIZES_PX:
        made.addPixmap(icon_pixmap("inkling", QColor("black"), side, 1.0))
    return made


ICON_SIZE = QSize(24, 24)
"""Of the sidebar's icons, in logical pixels."""
