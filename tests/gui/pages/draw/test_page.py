"""Draw with the mouse, and the page says what it reads, how surely, and by which way."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSlider, QToolButton, QWidget

from core.ink.drawing import Drawing
from core.ink.preprocess import naive, prepare
from core.layers import Dense, NetworkSpec
from core.networks.forward import predict
from core.records import Network
from gui.pages.draw.page import DrawPage
from gui.pages.draw.pipeline_strip import PipelineStrip
from gui.pages.draw.probability_bars import ProbabilityBars
from gui.pages.draw.stroke_player import StrokePlayer
from gui.session.networks import OpenNetwork
from tests.gui import hand
from tests.gui.drawn_page import ONE, digit_of, draw, settle, shown_page, words_of
from tests.gui.hand import LEFT

ZERO = [
    (0.5 + 0.25 * np.sin(angle), 0.5 - 0.35 * np.cos(angle))
    for angle in np.linspace(0, 2 * np.pi, 16)
]


@pytest.fixture
def page(qtbot, ready_session, theme):
    return shown_page(qtbot, ready_session, theme)


def test_a_drawn_digit_is_read(qtbot, page):
    assert digit_of(page) == ""
    draw(qtbot, page, ONE)
    assert digit_of(page) == "1"
    page.pad.clear()
    draw(qtbot, page, ZERO)
    assert digit_of(page) == "0"


def test_bars_say_what_the_network_says(qtbot, page, ridge):
    draw(qtbot, page, ONE)
    expected = predict(ridge, prepare(page.pad.drawing.ink).centred)
    bars = page.findChild(ProbabilityBars, "probability_bars")
    np.testing.assert_allclose(bars.probabilities, expected.probabilities, atol=1e-6)
    assert bars.accessibleDescription().startswith("1: ")


def test_the_answer_comes_while_the_pen_is_down(qtbot, page, session):
    with qtbot.waitSignal(session.recognition.answered):
        QTest.mousePress(page.pad, LEFT, pos=hand.at(page.pad, *ONE[0]))
        for point in ONE[1:]:
            QTest.mouseMove(page.pad, hand.at(page.pad, *point))
    settle(qtbot, page)
    assert digit_of(page) == "1"
    QTest.mouseRelease(page.pad, LEFT, pos=hand.at(page.pad, *ONE[-1]))


def test_undo_and_clear_follow_by_button(qtbot, page):
    undo = page.findChild(QPushButton, "undo_button")
    clear = page.findChild(QPushButton, "clear_button")
    assert not undo.isEnabled()
    assert not clear.isEnabled()
    draw(qtbot, page, ONE)
    draw(qtbot, page, [(0.2, 0.5), (0.8, 0.5)])
    QTest.mouseClick(undo, LEFT)
    settle(qtbot, page)
    assert digit_of(page) == "1"
    QTest.mouseClick(clear, LEFT)
    settle(qtbot, page)
    assert digit_of(page) == ""
    assert page.findChild(ProbabilityBars, "probability_bars").probabilities is None
    QTest.mouseClick(undo, LEFT)
    settle(qtbot, page)
    assert digit_of(page) == "1"


def adopt(session, network):
    session.networks.adopt(OpenNetwork("other", network, "made for tests"))


def certain_network(temperature, reject_below=0.0):
    """A network that answers 4, then 9, whatever it sees, as sure as the temperature says."""
    bias = np.zeros(10, np.float32)
    bias[4], bias[9] = 10, 9
    weights = (np.zeros((784, 10), np.float32), bias)
    return Network(NetworkSpec((Dense(10),)), weights, temperature, reject_below)


def test_a_sure_answer_names_the_runner_up(qtbot, page, session):
    adopt(session, certain_network(0.1))
    draw(qtbot, page, ONE)
    qtbot.waitUntil(lambda: digit_of(page) == "4")
    assert words_of(page) == "over 99 % | then 9 with under 1 %"


def test_an_unsure_answer_names_the_two_best(qtbot, page, session):
    adopt(session, certain_network(1.0))
    draw(qtbot, page, ONE)
    assert words_of(page) == "Not sure: 4 or 9? | 4 with 73 %, 9 with 27 %"


def test_what_is_no_digit_is_called_so(qtbot, page, session):
    adopt(session, certain_network(1.0, reject_below=0.9))
    draw(qtbot, page, ONE)
    assert words_of(page).startswith("Not a digit, I think | If it is one: 4 with 73 %")


def test_the_strip_shows_every_step(qtbot, page):
    draw(qtbot, page, ZERO)
    strip = page.findChild(PipelineStrip, "pipeline_strip")
    expected = prepare(page.pad.drawing.ink)
    for name in ("ink", "boxed", "small", "centred"):
        np.testing.assert_array_equal(getattr(strip.stages, name), getattr(expected, name))
    shown = strip.grab().toImage()
    first, *_, last = strip.tile_rects()
    assert shown.pixelColor((last.topLeft() + QPoint(3, 3)).toPoint()).lightness() == 0
    assert shown.pixelColor((first.topLeft() + QPoint(3, 3)).toPoint()).lightness() == 255


def test_without_preprocessing_shows_what_naive_resizing_reads(qtbot, page, session, ridge):
    switch = page.findChild(QCheckBox, "naive_switch")
    answer = page.findChild(QLabel, "naive_answer")
    assert not answer.isVisible()
    small_one = [(0.8 + 0.1 * (x - 0.5), 0.8 + 0.1 * y) for x, y in ONE]
    draw(qtbot, page, small_one)
    with qtbot.waitSignal(session.recognition.naively_answered):
        switch.click()
    expected = predict(ridge, naive(page.pad.drawing.ink))
    assert digit_of(page) == "1"
    assert str(expected.digit) in answer.text()
    assert ("instead" in answer.text()) == (expected.digit != 1)
    page.pad.clear()
    qtbot.waitUntil(lambda: answer.text() == "")


def test_scrubbing_shows_how_the_answer_changed(qtbot, page):
    draw(qtbot, page, ONE)
    first = page.pad.drawing
    bar = np.array([[0.2, 0.5], [0.8, 0.5]], np.float32)
    page.pad.set_drawing(first.with_stroke(bar, first.seconds + np.array([1, 2], np.float32)))
    settle(qtbot, page)
    slider = page.findChild(QSlider, "replay_slider")
    slider.setValue(round(first.seconds * 1000) + 500)
    expected = prepare(first.ink).centred
    strip = page.findChild(PipelineStrip, "pipeline_strip")
    qtbot.waitUntil(lambda: np.array_equal(strip.stages.centred, expected))
    slider.setValue(slider.maximum())
    settle(qtbot, page)


def test_replay_draws_it_again(qtbot, page):
    draw(qtbot, page, ONE)
    stroke = page.pad.drawing.strokes[0]
    times = np.linspace(0, 0.2, len(stroke)).astype(np.float32)
    page.pad.set_drawing(Drawing((stroke,), (times,)))
    player = page.findChild(StrokePlayer, "stroke_player")
    moments = []
    player.moved.connect(moments.append)
    QTest.mouseClick(page.findChild(QToolButton, "replay_button"), LEFT)
    assert player.playing
    qtbot.waitUntil(lambda: not player.playing)
    assert moments[0] == 0
    assert moments == sorted(moments)
    assert moments[-1] == float("inf")


def test_an_empty_drawing_cannot_be_replayed(page):
    assert not page.findChild(StrokePlayer, "stroke_player").isEnabled()


def test_without_a_network_it_offers_to_train_one(qtbot, session, theme, ridge):
    page = DrawPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    button = page.findChild(QPushButton, "train_network_button")
    assert button.isVisible()
    assert digit_of(page) == ""
    with qtbot.waitSignal(page.page_requested) as requested:
        QTest.mouseClick(button, LEFT)
    assert requested.args == ["train"]
    QTest.mousePress(page.pad, LEFT, pos=hand.at(page.pad, *ONE[0]))
    QTest.mouseMove(page.pad, hand.at(page.pad, *ONE[-1]))
    QTest.mouseRelease(page.pad, LEFT, pos=hand.at(page.pad, *ONE[-1]))
    session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    qtbot.waitUntil(lambda: digit_of(page) == "1")
    assert not button.isVisible()


def test_another_network_reads_the_same_drawing_anew(qtbot, page, session):
    draw(qtbot, page, ONE)
    adopt(session, certain_network(0.1))
    qtbot.waitUntil(lambda: digit_of(page) == "4")


def test_a_network_that_ends_in_no_numbers_does_no_harm(qtbot, page, session):
    broken = replace(
        certain_network(1.0),
        weights=(np.full((784, 10), np.nan, np.float32),) * 1 + (np.zeros(10, np.float32),),
    )
    adopt(session, broken)
    draw(qtbot, page, ONE)
    assert digit_of(page) in set("0123456789")


def test_the_page_fits_the_smallest_window(qtbot, page):
    smallest = QSize(960 - 84, 640 - 100)
    assert page.minimumSizeHint().width() <= smallest.width()
    assert page.minimumSizeHint().height() <= smallest.height()
    page.resize(smallest)
    for name in ("drawing_pad", "probability_bars", "look_closer", "pipeline_strip"):
        widget = page.findChild(QWidget, name)
        corner = widget.mapTo(page, widget.rect().bottomRight())
        assert page.rect().contains(corner)
