"""The window lies on its screen, whole, at first and when it is restored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from gui.window.geometry import FIRST_SIZE, FRAME, SMALLEST_SIZE, clamped, smallest

LAPTOP = QRect(0, 0, 1280, 672)
"""1920x1080 at 150 %, without the task bar."""


def whole(place: QRect, available: QRect) -> bool:
    return available.contains(QRect(place.topLeft(), place.size() + FRAME))


@pytest.mark.parametrize(
    "available",
    [LAPTOP, QRect(0, 0, 1366, 728), QRect(0, 24, 960, 640), QRect(1920, 0, 853, 440)],
)
def test_the_first_window_lies_whole_on_its_screen(available):
    place = clamped(QRect(available.topLeft(), FIRST_SIZE), available, move_to_middle=True)
    assert whole(place, available)
    assert smallest(available.size()).width() <= place.width()
    assert smallest(available.size()).height() <= place.height()


def test_a_window_of_a_larger_screen_comes_back_onto_a_smaller_one():
    place = clamped(QRect(1500, 900, 1920, 1200), LAPTOP, move_to_middle=False)
    assert whole(place, LAPTOP)


def test_a_window_that_fits_stays_where_it_was():
    there = QRect(100, 20, 1000, 600)
    assert clamped(there, LAPTOP, move_to_middle=False) == there


def test_where_there_is_room_the_first_window_has_its_size_and_stands_in_the_middle():
    place = clamped(QRect(0, 0, 1280, 800), QRect(0, 0, 1920, 1170), move_to_middle=True)
    assert place.size() == FIRST_SIZE
    assert place.topLeft().x() == (1920 - FRAME.width() - 1280) // 2
    assert smallest(QSize(1920, 1170)) == SMALLEST_SIZE
