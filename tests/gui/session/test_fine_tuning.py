"""Teaching the network one's own hand, from the tab on the Draw page."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QTabWidget

from core.ink.drawing import Drawing
from core.networks.forward import forward
from core.networks.keras_format.keras_file import load
from core.own_digits import fine_tuning as taught
from core.own_digits.store import OwnDigits, images_of
from core.recipes.catalogue import by_name
from gui.app import build_window
from gui.pages.draw.look_closer import LookCloser
from gui.pages.draw.page import DrawPage
from gui.pages.train.page import TrainPage
from gui.session import fine_tuning
from gui.session.networks import OpenNetwork
from tests.driving import line
from tests.gui.hand import LEFT, draw

pytestmark = pytest.mark.slow

ONE = [(0.5, 0.15), (0.5, 0.5), (0.5, 0.85)]
LONG_MS = 120_000


def keep_digits(folder, count: int) -> None:
    """Keep slanted strokes that this person calls a 7, and upright ones called a 1."""
    own, rng = OwnDigits(folder), np.random.default_rng(0)
    for n in range(count):
        top = (0.75, 0.2) if n % 2 else (0.5, 0.2)
        stroke = line(top, (0.45, 0.8)) + rng.normal(0, 0.01, (12, 2))
        times = np.arange(len(stroke), dtype=np.float32)
        own.add(Drawing((stroke.astype(np.float32),), (times,)), 7 if n % 2 else 1)


@pytest.fixture
def small_session(ready_session, sample):
    ready_session.data.use(sample.first(400, 100))
    return ready_session


@pytest.fixture
def page(qtbot, small_session, theme):
    page = DrawPage(small_session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.findChild(QTabWidget, "look_closer").setCurrentIndex(LookCloser.OWN_HAND)
    return page


@pytest.fixture
def endless(monkeypatch):
    """However slowly the window follows, the teaching is not over before it is stopped."""
    recipe = taught._recipe
    monkeypatch.setattr(taught, "_recipe", lambda *args: replace(recipe(*args), epochs=10_000))


def button(widget, name: str) -> QPushButton:
    return widget.findChild(QPushButton, f"{name}_button")


def click(widget, name: str) -> None:
    assert button(widget, name).isVisible()
    QTest.mouseClick(button(widget, name), LEFT)


def words(page, name: str = "result") -> str:
    label = page.findChild(QLabel, f"teach_{name}")
    return label.text() if label.isVisible() else ""


def make_ready(qtbot, page, session, count: int) -> None:
    keep_digits(session.home.drawings, count)
    session.own_hand.refresh()
    qtbot.waitUntil(lambda: button(page, "teach").isEnabled())


def teach(qtbot, page, session) -> None:
    with qtbot.waitSignal(session.fine_tuning.ended, timeout=LONG_MS):
        click(page, "teach")


def test_from_a_drawing_to_a_network_that_knows_the_hand(qtbot, page, session, ridge):
    draw(page.pad, *ONE)
    QTest.keyClick(page.pad, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: button(page, "teach").isEnabled())
    make_ready(qtbot, page, session, 29)
    progress = []
    session.fine_tuning.progressed.connect(progress.append)
    teach(qtbot, page, session)
    assert progress
    assert progress[-1].last_epoch == 4
    now = session.networks.current
    assert now.name == "ridge, your hand"
    assert not np.array_equal(now.network.weights[0], ridge.weights[0])
    assert "In use now, and at the next start: ridge, your hand." in words(page)
    assert "15 that it did not learn from" in words(page)
    assert "MNIST sample (5,000), 100 test images" in words(page)
    assert "some of MNIST's training images" in words(page)


def test_what_is_said_of_the_digits_is_so(qtbot, page, session, ridge):
    make_ready(qtbot, page, session, 8)
    teach(qtbot, page, session)
    images, labels = images_of(OwnDigits(session.home.drawings).all())
    before, after = (
        int((forward(network, images).digits == labels).sum())
        for network in (ridge, session.networks.current.network)
    )
    assert f"the same 8 that it learnt from: {before} right before, {after} now" in words(page)
    dataset = session.data.current
    given = forward(session.networks.current.network, dataset.test_images).digits
    assert session.networks.current.accuracy == (given == dataset.test_labels).mean()


def test_the_taught_network_is_there_at_the_next_start(qtbot, page, session):
    make_ready(qtbot, page, session, 4)
    teach(qtbot, page, session)
    now = session.networks.current
    kept, name, _ = session.preferences.network
    assert (kept, name) == (now.path, "ridge, your hand")
    for mine, read in zip(now.network.weights, load(kept).network.weights, strict=True):
        np.testing.assert_array_equal(mine, read)


def test_undo_gives_the_network_before_back(qtbot, page, session, ridge):
    make_ready(qtbot, page, session, 4)
    assert not button(page, "teach_undo").isVisible()
    teach(qtbot, page, session)
    path = session.networks.current.path
    click(page, "teach_undo")
    assert session.networks.current.network is ridge
    assert words(page) == "In use again, as it was before: ridge."
    assert not button(page, "teach_undo").isVisible()
    qtbot.waitUntil(lambda: not path.exists())
    assert session.preferences.network[0] is None


def test_undo_goes_when_another_network_comes(qtbot, page, session, ridge):
    make_ready(qtbot, page, session, 4)
    teach(qtbot, page, session)
    session.networks.adopt(OpenNetwork("other", replace(ridge), "made for tests"))
    assert not button(page, "teach_undo").isVisible()
    assert words(page) == ""


def test_teaching_again_begins_from_the_network_before(qtbot, page, session):
    make_ready(qtbot, page, session, 4)
    teach(qtbot, page, session)
    first = session.networks.current
    teach(qtbot, page, session)
    again = session.networks.current
    assert again.name == "ridge, your hand"
    assert again.network is not first.network
    for one, other in zip(first.network.weights, again.network.weights, strict=True):
        np.testing.assert_array_equal(one, other)
    qtbot.waitUntil(lambda: not first.path.exists())
    assert again.path.exists()
    click(page, "teach_undo")
    assert session.networks.current.name == "ridge"


@pytest.mark.usefixtures("endless")
@pytest.mark.parametrize("by", ["button", "menu"])
def test_stop_leaves_the_network_as_it_was(qtbot, page, session, by):
    make_ready(qtbot, page, session, 4)
    before = session.networks.current
    with qtbot.waitSignal(session.fine_tuning.progressed, timeout=LONG_MS):
        click(page, "teach")
    assert page.findChild(QProgressBar, "teach_progress").isVisible()
    assert not button(page, "teach").isVisible()
    assert "of 10000" in words(page, "text")
    with qtbot.waitSignal(session.fine_tuning.ended, timeout=LONG_MS):
        if by == "button":
            click(page, "teach_stop")
        else:
            session.fine_tuning.stop()
        assert button(page, "teach_stop").text() == "Stopping"
    assert session.networks.current is before
    assert words(page) == "Stopped: the network is as it was."
    assert button(page, "teach").isEnabled()
    assert not list(session.home.networks.glob("*"))


def test_the_keyboard_stays_where_it_was(qtbot, page, session):
    make_ready(qtbot, page, session, 4)
    button(page, "teach").setFocus()
    with qtbot.waitSignal(session.fine_tuning.ended, timeout=LONG_MS):
        QTest.keyClick(button(page, "teach"), Qt.Key.Key_Space)
        assert page.window().focusWidget() is button(page, "teach_stop")
    assert page.window().focusWidget() is button(page, "teach")
    button(page, "teach_undo").setFocus()
    QTest.keyClick(button(page, "teach_undo"), Qt.Key.Key_Space)
    assert page.window().focusWidget() is button(page, "teach")


def test_a_stop_that_the_worker_did_not_see_counts(qtbot, page, session, monkeypatch):
    session, service = session, session.fine_tuning
    make_ready(qtbot, page, session, 4)
    before, done = session.networks.current, threading.Event()

    def keep(*args):
        path = original(*args)
        done.set()
        return path

    original = fine_tuning._keep
    monkeypatch.setattr(fine_tuning, "_keep", keep)

    def stop_when_done(_progress):
        assert done.wait(60)
        service.stop()

    service.progressed.connect(stop_when_done)
    teach(qtbot, page, session)
    assert service.last is None
    assert session.networks.current is before
    assert words(page) == "Stopped: the network is as it was."
    qtbot.waitUntil(lambda: not list(session.home.networks.glob("*")))


def test_it_says_what_is_missing(qtbot, session, theme, sample, ridge):
    page = DrawPage(session, theme)
    qtbot.addWidget(page)
    page.show()
    view = button(page, "teach")
    assert not view.isEnabled()
    assert view.toolTip() == "Keep a few digits first."
    keep_digits(session.home.drawings, 2)
    session.own_hand.refresh()
    qtbot.waitUntil(lambda: view.toolTip() == "There is no network yet.")
    session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    assert view.toolTip() == "There are no training images yet."
    session.data.use(sample.first(0, 10))
    assert view.toolTip() == "There are no training images yet."
    assert not view.isEnabled()
    session.data.use(sample.first(10, 0))
    assert view.isEnabled()
    assert "Undo" in view.toolTip()


def test_it_waits_for_a_training(qtbot, page, session, sample):
    make_ready(qtbot, page, session, 2)
    session.training.start(replace(by_name("softmax-10"), epochs=10_000))
    assert not button(page, "teach").isEnabled()
    assert button(page, "teach").toolTip() == "A training runs: wait for it."
    with qtbot.waitSignal(session.failed) as failed:
        session.fine_tuning.start()
    assert "runs already" in str(failed.args[0])
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        session.training.stop()
    assert button(page, "teach").isEnabled()


@pytest.mark.usefixtures("endless")
def test_no_training_starts_beside_it(qtbot, page, session, theme):
    train = TrainPage(session, theme)
    qtbot.addWidget(train)
    train.show()
    make_ready(qtbot, page, session, 2)
    assert train.buttons.start_button.isEnabled()
    with qtbot.waitSignal(session.fine_tuning.progressed, timeout=LONG_MS):
        click(page, "teach")
    assert not train.buttons.start_button.isEnabled()
    assert "taught your hand" in train.buttons.note.text()
    with qtbot.waitSignal(session.failed) as failed:
        session.training.start(by_name("softmax-10"))
    assert "taught your hand" in str(failed.args[0])
    assert not session.training.running
    with qtbot.waitSignal(session.fine_tuning.ended, timeout=LONG_MS):
        click(page, "teach_stop")
    assert train.buttons.start_button.isEnabled()
    assert "New: fresh weights" in train.buttons.note.text()


def test_an_error_comes_out_of_the_session(qtbot, page, session):
    make_ready(qtbot, page, session, 2)
    before = session.networks.current
    session.home.networks.write_text("a file where the folder should be")
    with qtbot.waitSignal(session.failed, timeout=LONG_MS) as failed:
        click(page, "teach")
    assert "could not be written" in str(failed.args[0])
    assert session.networks.current is before
    qtbot.waitUntil(lambda: button(page, "teach").isEnabled())


@pytest.fixture
def answers():
    """What the window's questions are answered with, one after another."""
    return []


@pytest.fixture
def window(qtbot, home_folder, sample, ridge, answers, endless):
    """A window with the tab in front, a network, and digits to learn from."""
    keep_digits(home_folder / "drawings", 3)
    window = build_window(home_folder, sample, ask=lambda _parent, _question: answers.pop(0))
    qtbot.addWidget(window)
    window.show()
    window.session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    page = window.show_page("draw")
    page.findChild(QTabWidget, "look_closer").setCurrentIndex(LookCloser.OWN_HAND)
    qtbot.waitUntil(lambda: button(page, "teach").isEnabled())
    with qtbot.waitSignal(window.session.fine_tuning.progressed, timeout=LONG_MS):
        click(page, "teach")
    return window


def test_the_window_asks_before_it_closes_in_the_middle(window, home_folder, answers):
    answers += [False, True]
    assert not window.close()
    assert window.session.fine_tuning.running
    assert window.close()
    assert answers == []
    assert not list((home_folder / "networks").glob("*"))


def test_the_window_says_what_runs_and_its_menu_stops_it(qtbot, window, ridge):
    session, actions = window.session, window.menus.actions.by_name
    assert "of 10000" in window.findChild(QLabel, "status_activity").text()
    assert actions["stop"].isEnabled()
    assert not actions["start"].isEnabled()
    with qtbot.waitSignal(session.fine_tuning.stopped, timeout=LONG_MS):
        actions["stop"].trigger()
    qtbot.waitUntil(lambda: actions["start"].isEnabled())
    assert not actions["stop"].isEnabled()
    assert session.networks.current.network is ridge
    assert window.findChild(QLabel, "status_activity").text() == ""
    assert window.close()
