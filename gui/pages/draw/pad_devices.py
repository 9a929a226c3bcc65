"""Pens and fingers on the pad: which of them draws, and which erases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEventPoint, QPointerEvent, QPointingDevice

_DOWN = (QEvent.Type.TabletPress, QEvent.Type.TouchBegin)
_UP = (QEvent.Type.TabletRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


@dataclass(frozen=True)
class Tool:
    """What is done as a pointer comes down, moves and is lifted."""

    down: Callable[[QPointF], None]
    moved: Callable[[QPointF], None]
    up: Callable[[QPointF], None]


class PadDevices:
    """Hands what a pen or the first finger does to a tool."""

    def __init__(self, pen: Tool, eraser: Tool) -> None:
        self._pen = pen
        self._eraser = eraser
        self._finger = 0

    def follow(self, event: QPointerEvent) -> None:
        """Follow one event of a tablet or a touch screen; pressure means nothing here."""
        other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
        tool = self._eraser if other_end else self._pen
        if event.type() in _DOWN:
            self._finger = event.points()[0].id()
            tool.down(event.points()[0].position())
        for point in event.points():
            if point.id() == self._finger and point.state() != QEventPoint.State.Stationary:
                tool.moved(point.position())
                if event.type() in _UP or point.state() == QEventPoint.State.Released:
                    tool.up(point.position())
