"""Several digits on the pad: each is marked, can be looked at, and can be put right."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest

from core.home import Home
from core.ink.drawing import Drawing, steadily_timed
from core.networks.shipped import shipped_network
from core.own_digits.store import OwnDigits
from gui.images import to_qimage
from gui.session.networks import OpenNetwork
from tests.core.ink.golden.drawings import DIGITS
from tests.core.ink.golden.test_golden import photo
from tests.core.reading.test_read import without_lifting
from tests.gui.drawn_page import digit_of, shown_page, words_of
from tests.gui.hand import LEFT, at


def number(text):
    """Return a drawing of digits side by side on a sheet of side 1."""
    strokes = []
    for place, digit in enumerate(text):
        strokes += [(s + np.array((60 * place, 60))) / 240 for s in DIGITS[int(digit)]]
    strokes = tuple(np.float32(s) for s in strokes)
    return Drawing(strokes, steadily_timed(strokes))


@pytest.fixture
def page(qtbot, session, theme):
    session.networks.adopt(OpenNetwork("shipped", shipped_network(), "built in"))
    return shown_page(qtbot, session, theme)


def shows(qtbot, page, text):
    qtbot.waitUntil(lambda: digit_of(page) == text, timeout=20_000)


def test_a_number_is_shown_and_each_digit_is_marked_with_its_reading(qtbot, page):
    page.pad.set_drawing(number("472"))
    shows(qtbot, page, "472")
    marks = page.pad.marks
    assert [mark.digit for mark in marks] == ["4", "7", "2"]
    assert all(before.box[0] < after.box[0] for before, after in pairwise(marks))
    # The newest is looked at.
    assert [mark.selected for mark in marks] == [False, False, True]
    assert "Digit 3 of 3" in words_of(page)


def tag_of(page, place):
    left, top, _, _ = page.pad.marks[place].box
    return at(page.pad, left, top) + QPoint(2, -8)


def test_a_click_on_a_tag_shows_the_way_of_that_digit_and_draws_nothing(qtbot, page, session):
    page.pad.set_drawing(number("472"))
    shows(qtbot, page, "472")
    before = len(page.pad.drawing.strokes)
    QTest.mouseClick(page.pad, LEFT, pos=tag_of(page, 0))
    assert [mark.selected for mark in page.pad.marks] == [True, False, False]
    assert "Digit 1 of 3, read as 4" in words_of(page)
    assert len(page.pad.drawing.strokes) == before
    chosen = session.recognition.reading.digits[0].prediction
    np.testing.assert_array_equal(page._strip.stages.centred, chosen.stages.centred)


def test_arrow_keys_go_through_the_number(qtbot, page):
    page.pad.set_drawing(number("47"))
    shows(qtbot, page, "47")
    label = page.findChild(object, "predicted_digit")
    QTest.keyClick(label, Qt.Key.Key_Left)
    assert "Digit 1 of 2" in words_of(page)
    QTest.keyClick(label, Qt.Key.Key_Left)
    assert "Digit 2 of 2" in words_of(page)


def test_a_typed_digit_is_kept_alone_and_the_next_one_is_gone_to(
    qtbot, page, session, home_folder
):
    page.pad.set_drawing(number("47"))
    shows(qtbot, page, "47")
    session.recognition.select(0)
    page.setFocus()
    with qtbot.waitSignal(session.own_hand.kept):
        QTest.keyClick(page.pad, Qt.Key.Key_9)
    assert digit_of(page) == "97"
    assert "Digit 2 of 2" in words_of(page)
    (kept,) = OwnDigits(Home(home_folder).drawings).all()
    assert kept.digit == 9
    assert len(kept.drawing.strokes) == len(DIGITS[4])


def test_one_drawn_digit_has_no_mark_and_a_digit_in_a_picture_has_one(qtbot, page):
    page.pad.set_drawing(number("4"))
    shows(qtbot, page, "4")
    assert page.pad.marks == ()
    page.pad.set_drawing(Drawing(image=photo(7, "light")))
    shows(qtbot, page, "7")
    assert [mark.digit for mark in page.pad.marks] == ["7"]


def test_a_stroke_is_taken_apart_when_the_pen_is_lifted_and_not_before(qtbot, page, session):
    (stroke,) = without_lifting("33").strokes
    places = [at(page.pad, x / 200, y / 200 + 0.2) for x, y in stroke.tolist()]
    seen = []
    session.recognition.reading_changed.connect(lambda read: seen.append(len(read.digits)))
    QTest.mousePress(page.pad, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(page.pad, place)
    session.recognition.read(page.pad.drawing.ink, at_once=True, growing=True)
    qtbot.waitUntil(lambda: digit_of(page) != "", timeout=20_000)
    assert set(seen) <= {0, 1}
    QTest.mouseRelease(page.pad, LEFT, pos=places[-1])
    shows(qtbot, page, "33")
    # The digit that was written last is looked at.
    assert [mark.selected for mark in page.pad.marks] == [False, True]


def test_marks_go_with_the_drawing(qtbot, page):
    page.pad.set_drawing(number("47"))
    shows(qtbot, page, "47")
    page.pad.clear()
    assert page.pad.marks == ()


def test_an_answer_to_what_is_no_longer_there_is_not_shown(qtbot, page, session):
    seen = []
    session.recognition.reading_changed.connect(lambda reading: seen.append(reading.text))
    page.pad.set_drawing(number("47"))
    page.pad.set_drawing(number("2"))
    shows(qtbot, page, "2")
    assert "47" not in seen


def test_the_right_button_erases_whole_strokes_as_one_change(qtbot, page):
    page.pad.set_drawing(number("72"))
    shows(qtbot, page, "72")
    right = Qt.MouseButton.RightButton
    # Across the whole 7, its bar included.
    QTest.mousePress(page.pad, right, pos=at(page.pad, 0.05, 0.45))
    for x in np.linspace(0.05, 0.3, 12):
        QTest.mouseMove(page.pad, at(page.pad, x, 0.466))
    QTest.mouseRelease(page.pad, right, pos=at(page.pad, 0.3, 0.466))
    shows(qtbot, page, "2")
    page.pad.undo()
    shows(qtbot, page, "72")


def test_the_width_of_the_pen_changes_nothing_that_is_read(qtbot, page, session):
    page.pad.set_drawing(number("472"))
    shows(qtbot, page, "472")
    before = session.recognition.reading.digits[2].prediction
    page.findChild(object, "fine_pen_action").trigger()
    assert session.preferences.pen_width == "fine"
    assert page.pad.pen_share < 0.05
    session.recognition.read(page.pad.drawing.ink, at_once=True)
    qtbot.waitUntil(lambda: session.recognition.reading.digits[2].prediction is not before)
    after = session.recognition.reading.digits[2].prediction
    np.testing.assert_array_equal(before.image, after.image)


def test_a_large_picture_from_the_clipboard_comes_onto_the_pad(qtbot, page):
    picture = QImage(3000, 3000, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.drawImage(QRect(900, 900, 1200, 1200), to_qimage(photo(3, "light")))
    painter.end()
    QGuiApplication.clipboard().setImage(picture)
    page.paste()
    shows(qtbot, page, "3")
    assert page.pad.drawing.image.shape == (2000, 2000)
