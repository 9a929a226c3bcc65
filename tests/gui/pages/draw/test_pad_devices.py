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


def pen_event(
    pad,
    kind,
    place,
    buttons,
    *,
    pressure=0.3,
    tells=QInputDevice.Capability.Position,
    pointer=QPointingDevice.PointerType.Pen,
):
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        pointer,
        tells,
        1,
        1,
    )
    where = QPointF(place)
    event = QTabletEvent(
        kind,
        device,
        where,
        QPointF(pad.mapToGlobal(where)),
        pressure,
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


BOTH = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure


def pen_line(pad, y, pressures, **more):
    """Draw from left to right, pressing so hard at each point."""
    places = [QPointF(at(pad, x, y)) for x in np.linspace(0.2, 0.8, len(pressures))]
    kinds = [QEvent.Type.TabletPress] + [QEvent.Type.TabletMove] * (len(places) - 1)
    for kind, place, pressure in zip(kinds, places, pressures, strict=True):
        pen_event(pad, kind, place, LEFT, pressure=pressure, **more)
    up = QEvent.Type.TabletRelease
    pen_event(pad, up, places[-1], Qt.MouseButton.NoButton, pressure=0.0, **more)


def test_the_pressure_of_a_pen_that_tells_it_is_kept(pad):
    pen_line(pad, 0.3, [0.2, 0.5, 0.9], tells=BOTH)
    (pressure,) = pad.drawing.pressures
    # Lifting it is no pressure of the line.
    np.testing.assert_allclose(pressure, [0.2, 0.5, 0.9], atol=1e-6)
    pen_line(pad, 0.6, [0.3, 0.3])
    assert [round(float(values[0]), 3) for values in pad.drawing.pressures] == [0.2, 0.5]
    pad.undo()
    assert len(pad.drawing.pressures) == 1


def test_a_pen_that_does_not_tell_leaves_none(pad):
    pen_line(pad, 0.3, [0.2, 0.9])
    assert pad.drawing.pressures == ()


def thickness(pad, x):
    """How much of a column of the sheet is ink, in pixels."""
    image = pad.grab().toImage()
    place = at(pad, x, 0.5)
    return sum(image.pixelColor(place.x(), y).lightness() < 128 for y in range(image.height()))


@pytest.mark.parametrize("lifted", [False, True])
def test_pressure_varies_the_width_only_where_it_is_asked_to(pad, lifted):
    pressures = np.linspace(0.1, 1.0, 25).tolist()
    if lifted:
        pen_line(pad, 0.5, pressures, tells=BOTH)
    else:
        places = np.linspace(0.2, 0.8, 25)
        down, moved = QEvent.Type.TabletPress, QEvent.Type.TabletMove
        for n, (x, pressure) in enumerate(zip(places, pressures, strict=True)):
            place = QPointF(at(pad, x, 0.5))
            kind = moved if n else down
            pen_event(pad, kind, place, LEFT, pressure=pressure, tells=BOTH)
            pad.repaint()
    even = [thickness(pad, x) for x in (0.3, 0.7)]
    pad.pressed = True
    light, hard = [thickness(pad, x) for x in (0.3, 0.7)]
    assert abs(even[0] - even[1]) <= 1
    assert light < even[0] - 2
    assert hard > even[1] + 2
    assert pad.drawing.strokes[0].shape[1] == 2


def test_the_other_end_of_a_pen_erases(pad):
    pen_line(pad, 0.3, [0.5, 0.5, 0.5])
    pen_line(pad, 0.7, [0.5, 0.5, 0.5])
    eraser = QPointingDevice.PointerType.Eraser
    pen_line(pad, 0.3, [0.5, 0.5, 0.5], pointer=eraser)
    (left,) = pad.drawing.strokes
    assert left[0, 1] == pytest.approx(0.7, abs=0.01)
    pad.undo()
    assert len(pad.drawing.strokes) == 2
