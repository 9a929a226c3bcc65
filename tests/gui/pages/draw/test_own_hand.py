"""My own hand: kept under its label, asked about once, seen, mended, taken back, exchanged."""

import json

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QTabWidget, QToolButton

from core.ink.drawing import Drawing, steadily_timed
from core.own_digits.store import OwnDigits
from gui.dialogs import Dialogs
from gui.pages.draw.own_digits_strip import OwnDigitsStrip
from gui.pages.draw.page import DrawPage
from tests.core.own_digits.test_exchange import drawing
from tests.gui.drawn_page import digit_of, shown_page
from tests.gui.hand import LEFT, draw

ONE = [(0.5, 0.15), (0.5, 0.5), (0.5, 0.85)]
DASH = [(0.2, 0.5), (0.8, 0.5)]


@pytest.fixture
def page(qtbot, ready_session, theme):
    page = shown_page(qtbot, ready_session, theme)
    page.findChild(QTabWidget, "look_closer").setCurrentIndex(2)
    return page


def report_of(page):
    return page.findChild(QLabel, "own_hand_report").text()


def kept(session):
    return [own.digit for own in OwnDigits(session.home.drawings).all()]


def keep(qtbot, page, session, digit, points=ONE):
    draw(page.pad, *points)
    with qtbot.waitSignal(session.own_hand.kept):
        QTest.keyClick(page.pad, str(digit))


def shows(qtbot, page, labels):
    strip = page.findChild(OwnDigitsStrip)
    qtbot.waitUntil(lambda: [own.digit for own in strip.digits] == labels)
    return strip


def button(page, name):
    return page.findChild(QPushButton, name)


def test_one_key_keeps_the_drawing_under_its_label(qtbot, page, session):
    page.findChild(QTabWidget, "look_closer").setCurrentIndex(0)
    draw(page.pad, *ONE)
    with qtbot.waitSignal(session.own_hand.kept) as signal:
        QTest.keyClick(page.pad, Qt.Key.Key_1)
    assert signal.args == [1]
    assert kept(session) == [1]
    qtbot.waitUntil(lambda: "one digit that you kept is read right" in report_of(page))
    assert page.findChild(QTabWidget, "look_closer").currentIndex() == 2


def test_the_stroke_after_the_label_starts_a_clean_sheet(qtbot, page, session):
    keep(qtbot, page, session, 1)
    assert len(page.pad.drawing.strokes) == 1
    label = page.findChild(QToolButton, "label_1_button")
    assert not label.isEnabled()
    QTest.keyClick(page.pad, Qt.Key.Key_1)
    draw(page.pad, (0.3, 0.15), (0.3, 0.85))
    (stroke,) = page.pad.drawing.strokes
    assert stroke[0, 0] == pytest.approx(0.3, abs=0.01)
    assert label.isEnabled()
    # The sheet before is one step behind the clean one.
    page.undo()
    page.undo()
    assert page.pad.drawing.strokes[0][0, 0] == pytest.approx(0.5, abs=0.01)
    assert kept(session) == [1]


def test_after_an_undo_the_drawing_goes_on(qtbot, page, session):
    keep(qtbot, page, session, 1)
    draw(page.pad, *ONE)
    page.undo()
    page.undo()
    draw(page.pad, *DASH)
    assert len(page.pad.drawing.strokes) == 2


def test_a_drawing_that_looks_like_another_digit_is_asked_about_once(qtbot, page, session):
    draw(page.pad, *ONE)
    with qtbot.waitSignal(session.own_hand.doubted):
        QTest.keyClick(page.pad, Qt.Key.Key_7)
    assert kept(session) == []
    words = page.findChild(QLabel, "label_question_words")
    assert words.isVisible()
    assert words.text() == "This looks like a 1, not like a 7."
    with qtbot.waitSignal(session.own_hand.kept):
        QTest.keyClick(page.pad, Qt.Key.Key_7)
    assert kept(session) == [7]
    assert not words.isVisible()


@pytest.mark.parametrize(
    ("name", "labels"),
    [("keep_anyway_button", [7]), ("keep_as_seen_button", [1]), ("do_not_keep_button", [])],
)
def test_each_answer_does_what_it_says(qtbot, page, session, name, labels):
    draw(page.pad, *ONE)
    with qtbot.waitSignal(session.own_hand.doubted):
        QTest.keyClick(page.pad, Qt.Key.Key_7)
    QTest.mouseClick(button(page, name), LEFT)
    shows(qtbot, page, labels)
    assert kept(session) == labels
    assert not page.findChild(QLabel, "label_question_words").isVisible()


def test_what_looks_like_no_digit_can_be_drawn_on_instead(qtbot, page, session):
    draw(page.pad, *DASH)
    with qtbot.waitSignal(session.own_hand.doubted):
        QTest.keyClick(page.pad, Qt.Key.Key_4)
    assert not button(page, "keep_as_seen_button").isVisible()
    draw(page.pad, *ONE)
    assert len(page.pad.drawing.strokes) == 2
    assert not page.findChild(QLabel, "label_question_words").isVisible()


def test_digits_are_seen_newest_first_and_say_how_they_are_read(qtbot, page, session):
    own = OwnDigits(session.home.drawings)
    own.add(drawing(1), 1)
    own.add(drawing(1), 7)
    session.own_hand.refresh()
    strip = shows(qtbot, page, [7, 1])
    model = strip.model()
    texts = [model.index(row).data() for row in range(2)]
    assert texts == ["7 \N{NOT EQUAL TO} 1", "1"]
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Kept as a 7, read as a 1"
    assert "Your 7s fail 1 of 1 times, read as 1." in report_of(page)


def test_keys_relabel_and_delete_the_chosen_one_and_it_can_be_taken_back(qtbot, page, session):
    own = OwnDigits(session.home.drawings)
    for digit in (1, 4, 7):
        own.add(drawing(digit), digit)
    session.own_hand.refresh()
    strip = shows(qtbot, page, [7, 4, 1])
    strip.choose(1)
    QTest.keyClick(strip, Qt.Key.Key_9)
    shows(qtbot, page, [7, 9, 1])
    assert strip.currentIndex().row() == 1
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    shows(qtbot, page, [7, 1])
    undo = button(page, "own_hand_undo_button")
    assert undo.toolTip() == "Brings back the 9 that was deleted."
    QTest.mouseClick(undo, LEFT)
    shows(qtbot, page, [7, 9, 1])
    QTest.keyClick(strip, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shows(qtbot, page, [7, 4, 1])
    qtbot.waitUntil(lambda: not undo.isEnabled())


def test_the_menu_of_a_digit_does_the_same(qtbot, page, session, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: opened.append(menu))
    own = OwnDigits(session.home.drawings)
    own.add(drawing(4), 7)
    session.own_hand.refresh()
    strip = shows(qtbot, page, [7])
    QTest.mouseClick(
        strip.viewport(), LEFT, pos=strip.visualRect(strip.model().index(0, 0)).center()
    )
    (menu,) = opened
    heading, labels, show, delete = menu.actions()
    assert heading.text() == "Kept as a 7, read as a 4"
    show.trigger()
    assert len(page.pad.drawing.strokes) == len(own.all()[0].drawing.strokes)
    labels.menu().actions()[4].trigger()
    shows(qtbot, page, [4])
    assert kept(session) == [4]
    strip.menu_of(0).actions()[-1].trigger()
    shows(qtbot, page, [])
    assert delete.text() == "Delete"


def test_taking_back_what_was_kept_lets_it_be_labelled_again(qtbot, page, session):
    keep(qtbot, page, session, 1)
    shows(qtbot, page, [1])
    QTest.mouseClick(button(page, "own_hand_undo_button"), LEFT)
    shows(qtbot, page, [])
    assert page.findChild(QToolButton, "label_7_button").isEnabled()
    assert not page.pad.begins_anew


def test_pictures_and_empty_sheets_cannot_be_labelled(page, session):
    label = page.findChild(QToolButton, "label_3_button")
    assert not label.isEnabled()
    QTest.keyClick(page.pad, Qt.Key.Key_3)
    page.pad.set_drawing(Drawing(image=np.zeros((30, 30), np.uint8)))
    assert not label.isEnabled()
    assert kept(session) == []


def test_keys_with_modifiers_are_not_labels(page):
    draw(page.pad, *ONE)
    QTest.keyClick(page.pad, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.findChild(QToolButton, "label_1_button").isEnabled()


def test_digits_of_earlier_days_are_reported_at_once(qtbot, ready_session, theme):
    stroke = np.array([[0.5, 0.2], [0.5, 0.8]], np.float32)
    OwnDigits(ready_session.home.drawings).add(Drawing((stroke,), steadily_timed((stroke,))), 1)
    page = DrawPage(ready_session, theme)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "The one digit that you kept is" in report_of(page))


def test_digits_go_to_a_file_and_come_back(qtbot, ready_session, theme, tmp_path):
    session, named = ready_session, []
    dialogs = Dialogs(
        open_file=lambda _parent, _question: named[-1],
        save_file=lambda _parent, _question: named[-1],
    )
    page = shown_page(qtbot, session, theme, dialogs=dialogs)
    own = OwnDigits(session.home.drawings)
    for digit in (1, 4):
        own.add(drawing(digit), digit)
    session.own_hand.refresh()
    strip = shows(qtbot, page, [4, 1])
    named.append(tmp_path / "mine")
    with qtbot.waitSignal(session.own_hand.exported) as signal:
        page.findChild(object, "export_own_digits_action").trigger()
    (file,) = signal.args
    assert file.name == "mine.strokes.json"
    assert [entry["digit"] for entry in json.loads(file.read_text())] == [1, 4]
    assert "mine.strokes.json" in report_of(page)
    strip.choose(0)
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    shows(qtbot, page, [1])
    named.append(file)
    page.findChild(object, "import_own_digits_action").trigger()
    shows(qtbot, page, [4, 1])
    qtbot.waitUntil(lambda: "New from the file: 1. There already: 1." in report_of(page))


def test_a_number_that_is_labelled_whole_is_followed_by_a_clean_sheet(
    qtbot, ready_session, theme
):
    session = ready_session
    page = shown_page(qtbot, session, theme)
    strokes = tuple(
        np.float32(stroke * 0.5 + (0.5 * place, 0.2))
        for place, digit in enumerate((4, 2))
        for stroke in drawing(digit).strokes
    )
    page.pad.set_drawing(Drawing(strokes, steadily_timed(strokes)))
    qtbot.waitUntil(lambda: len(digit_of(page)) == 2)
    session.recognition.select(0)
    QTest.keyClick(page.pad, Qt.Key.Key_4)
    assert not page.pad.begins_anew
    QTest.keyClick(page.pad, Qt.Key.Key_2)
    assert page.pad.begins_anew
    shows(qtbot, page, [2, 4])
    draw(page.pad, *ONE)
    assert len(page.pad.drawing.strokes) == 1
