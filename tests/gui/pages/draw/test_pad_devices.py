"""The pad takes pens and fingers as well as mice, and keeps up with all of them."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.hand import LEFT, at, shown_pad


@pytest.fixture
def pad(qtbot, theme):
    return shown_pad(qtbot, theme)


def test_a_finger_draws_and_a_second_one_does_not(pad, qtbot):
    device = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    QTest.touchEvent(pad, device).press(0, at(pad, 0.2, 0.5), pad).commit()
    QTest.touchEvent(pad, device).move(0, at(pad, 0.5, 0.5), pad).commit()
    QTest.touchEvent(pad, device).stationary(0).press(1, at(pad, 0.9, 0.9), pad).commit()
    QTest.touchEvent(pad, device).move(0, at(pad, 0.8, 0.5), pad).stationary(1).commit()
    QTest.touchEvent(pad, device).release(0, at(pad, 0.8, 0.5), pad).release(
        1, at(pad, 0.9, 0.9), pad
    ).commit()
    (stroke,) = pad.drawing.strokes
    np.testing.assert_allclose(stroke[:, 1], 0.5, atol=0.005)
    assert stroke[-1, 0] == pytest.approx(0.8, abs=0.005)


def pen_event(pad, kind, place, buttons):
    pointer = QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        pointer,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    where = QPointF(place)
    event = QTabletEvent(
        kind,
        device,
        where,
        QPointF(pad.mapToGlobal(where)),
        0.3,
        0,
        0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        LEFT,
        buttons,
    )
    QApplication.sendEvent(pad, event)
    return event


def test_a_pen_draws_between_the_pixels(pad):
    sheet = pad.sheet_rect()
    start = QPointF(sheet.x() + 50.25, sheet.y() + 60.5)
    end = start + QPointF(100.5, 0)
    assert pen_event(pad, QEvent.Type.TabletPress, start, LEFT).isAccepted()
    pen_event(pad, QEvent.Type.TabletMove, end, LEFT)
    pen_event(pad, QEvent.Type.TabletRelease, end, Qt.MouseButton.NoButton)
    (stroke,) = pad.drawing.strokes
    np.testing.assert_allclose(stroke[0] * sheet.width(), [50.25, 60.5], atol=1e-3)
    np.testing.assert_allclose(stroke[-1] * sheet.width(), [150.75, 60.5], atol=1e-3)
