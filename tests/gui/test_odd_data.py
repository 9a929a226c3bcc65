"""Every page survives every data set: looked at, clicked through, and left for another one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from core.errors import InklingError
from core.recipes.catalogue import by_name
from core.records import Dataset
from gui.app import build_window
from gui.session.networks import OpenNetwork
from gui.window.page_table import PAGES

LEFT = Qt.MouseButton.LeftButton


def made(train, test, *, classes=10, ink=True, name="odd"):
    """A data set of so many images: strokes of one's own for each class, or all blank."""
    rng = np.random.default_rng(train + test)
    parts = []
    for count in (train, test):
        labels = np.arange(count, dtype=np.int64) % classes
        images = np.zeros((count, 28, 28), np.uint8)
        if ink and count:
            rows = (4 + 2 * labels)[:, None] + np.arange(2)
            images[np.arange(count)[:, None], rows, 4:24] = 255
            images |= rng.integers(0, 60, images.shape, np.uint8)
        parts += [images, labels]
    return Dataset(name, "tests", *parts)


ODD = {
    "no test part": made(60, 0),
    "no training part": made(0, 30),
    "one image each": made(1, 1),
    "one training image": made(1, 0),
    "one test image": made(0, 1),
    "one class": made(40, 20, classes=1),
    "two classes": made(40, 20, classes=2),
    "blank": made(40, 20, ink=False),
    "few test images": made(200, 3),
    "same images, other labels": replace(made(40, 20), test_labels=np.zeros(20, np.int64)),
}
MANY = {"many blank": lambda: made(200_000, 50_000, ink=False)}


@pytest.fixture
def window(qtbot, home_folder, sample, ridge):
    window = build_window(home_folder, sample, ask=lambda _parent, _question: True)
    window.session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    qtbot.addWidget(window)
    window.show()
    window.problems = []
    window.session.failed.connect(window.problems.append)
    yield window
    assert window.close()
    assert [p for p in window.problems if not isinstance(p, InklingError)] == []


def press(qtbot, window, name):
    """Click a button of the page if a person could; say whether they could."""
    button = window.page.findChild(QPushButton, name)
    usable = button is not None and button.isVisible() and button.isEnabled()
    if usable:
        qtbot.mouseClick(button, LEFT)
    return usable


def settle(qtbot, window):
    """Wait until what was asked of the data and of the network is answered."""
    session = window.session
    qtbot.waitUntil(lambda: not session.predictions.busy, timeout=60_000)
    with qtbot.waitSignal(session.runs.listed, timeout=60_000):
        session.runs.refresh()


def go_through(qtbot, window):
    for entry in PAGES:
        window.show_page(entry.key)
        settle(qtbot, window)
    window.show_page("mistakes")
    press(qtbot, window, "mistakes_empty_button")
    settle(qtbot, window)
    box = window.page.findChild(QComboBox, "split_box")
    for index in range(box.count()):
        if box.isVisible():
            box.setCurrentIndex(index)
            box.activated.emit(index)
            settle(qtbot, window)
    window.show_page("quiz")
    if press(qtbot, window, "begin_quiz_button"):
        for digit in (0, 7):
            qtbot.keyClick(window.page, Qt.Key(Qt.Key.Key_0 + digit))
        press(qtbot, window, "quiz_ask_network_button")
        settle(qtbot, window)


@pytest.mark.parametrize("odd", ODD)
def test_every_page_survives(qtbot, window, sample, odd):
    go_through(qtbot, window)
    window.session.data.use(ODD[odd])
    go_through(qtbot, window)
    window.session.data.use(sample)
    go_through(qtbot, window)


@pytest.mark.slow
@pytest.mark.parametrize("many", MANY)
def test_every_page_survives_many_images(qtbot, window, many):
    window.session.data.use(MANY[many]())
    go_through(qtbot, window)


@pytest.mark.slow
@pytest.mark.parametrize("odd", ODD)
def test_training_on_it_ends_in_a_result_or_in_words(qtbot, window, odd):
    window.session.data.use(ODD[odd])
    window.show_page("train")
    training = window.session.training
    training.start(replace(by_name("softmax-10"), epochs=1, batch_size=8))
    qtbot.waitUntil(lambda: not training.running, timeout=180_000)
    go_through(qtbot, window)


def answered(quiz):
    return quiz.current.answers if quiz.current is not None else None


def test_a_quiz_is_hidden_with_its_data_and_back_with_them(qtbot, window, sample):
    quiz = window.session.quiz
    window.show_page("quiz")
    assert press(qtbot, window, "begin_quiz_button")
    for digit in (1, 2, 3):
        quiz.answer(digit)
    small = ODD["few test images"]
    window.session.data.use(small)
    assert answered(quiz) is None
    assert press(qtbot, window, "begin_quiz_button")
    quiz.answer(9)
    for dataset, answers in ((sample, (1, 2, 3)), (small, (9,)), (sample, (1, 2, 3))):
        window.session.data.use(dataset)
        qtbot.waitUntil(lambda answers=answers: answered(quiz) == answers)
        assert quiz.score.asked == len(answers)
