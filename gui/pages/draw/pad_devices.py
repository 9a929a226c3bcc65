"""Pens and fingers on the pad: which of them draws or erases, and how hard a pen presses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QPointerEvent,
    QPointingDevice,
    QTabletEvent,
)

_DOWN = (QEvent.Type.TabletPress, QEvent.Type.TouchBegin)
_UP = (QEvent.Type.TabletRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


@dataclass(frozen=True)
class Tool:
    """What is done as a pointer comes down, moves and is lifted.

    Each is handed the place, and the pressure from 0 to 1 or None where the device has none.
    """

    down: Callable[[QPointF, float | None], None]
    moved: Callable[[QPointF, float | None], None]
    up: Callable[[QPointF], None]


class PadDevices:
    """Hands what a pen or the first finger does to a tool."""

    def __init__(self, pen: Tool, eraser: Tool) -> None:
        self._pen = pen
        self._eraser = eraser
        self._finger = 0

    def follow(self, event: QPointerEvent) -> None:
        """Follow one event of a tablet or a touch screen."""
        other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
        tool = self._eraser if other_end else self._pen
        pressure = _pressure_of(event)
        if event.type() in _DOWN:
            self._finger = event.points()[0].id()
            tool.down(event.points()[0].position(), pressure)
        for point in event.points():
            if point.id() == self._finger and point.state() != QEventPoint.State.Stationary:
                released = event.type() in _UP or point.state() == QEventPoint.State.Released
                # A pen that is lifted presses no more: the line does not end in nothing.
                if not released or pressure is None:
                    tool.moved(point.position(), pressure)
                if released:
                    tool.up(point.position())


def _pressure_of(event: QPointerEvent) -> float | None:
    """Return how hard a pen presses; of fingers, what screens tell is their size."""
    told = QInputDevice.Capability.Pressure in event.device().capabilities()
    return float(event.pressure()) if isinstance(event, QTabletEvent) and told else None
