"""What is done with the real program; each tells its findings as one line of JSON."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import SimpleNamespace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QMessageBox,
    QPushButton,
    QSpinBox,
)

import gui.app
from core.training import tensorflow_loading
from gui.startup.ending import end_when_asked
from tests.driving import Condition, click, draw, ellipse, line, run_driven

ONE = [line((0.5, 0.2), (0.5, 0.8))]
SEVEN = [line((0.3, 0.25), (0.7, 0.25), (0.45, 0.8))]
ZERO = [ellipse()]


def tell(**findings: object) -> None:
    sys.stdout.write(json.dumps(findings) + "\n")
    sys.stdout.flush()


def read(window) -> str:
    return window.findChild(QLabel, "predicted_digit").text()


def put(window, strokes) -> None:
    pad = window.findChild(object, "drawing_pad")
    for stroke in strokes:
        draw(pad, stroke)


def train_draw_close(window) -> Iterator[Condition]:
    window.dialogs.ask = lambda _parent, _question: True
    session = window.session
    yield lambda: session.data.current is not None
    click(window, "sidebar_train")
    window.page.findChild(QSpinBox, "epochs_box").setValue(4)
    click(window, "start_button")
    yield lambda: session.training.last is not None and not session.training.running
    trained = session.training.last
    click(window, "sidebar_draw")
    seen = []
    for strokes in (ZERO, ONE, SEVEN):
        put(window, strokes)
        yield lambda: read(window) != ""
        # The last of the live answers is the one to whole strokes.
        yield QuietFor(session.recognition.answered, 300)
        seen.append(read(window))
        click(window, "clear_button")
        yield lambda: read(window) == ""
    click(window, "sidebar_train")
    window.page.findChild(QSpinBox, "epochs_box").setValue(500)
    click(window, "start_button")
    yield lambda: session.training.progress is not None
    tell(
        read=seen,
        accuracy=trained.test.accuracy,
        cleared=read(window),
        running_at_close=session.training.running,
    )
    window.close()


def first_start(window) -> Iterator[Condition]:
    """What a person meets first: three cards, of which one leads to the pad by a tour."""
    yield lambda: window.findChild(QFrame, "welcome") is not None
    cards = window.findChild(QFrame, "welcome")
    shown = [b.objectName() for b in cards.findChildren(QPushButton)]
    yield lambda: window.session.networks.current is not None
    click(window, "welcome_draw")
    first = window.findChild(QLabel, "tour_title").text()
    put(window, SEVEN)
    yield lambda: window.findChild(QLabel, "tour_title").text() != first
    tell(
        cards=shown,
        steps=[first, window.findChild(QLabel, "tour_title").text()],
        read=read(window),
        welcomed=window.session.preferences.welcomed,
    )
    click(window, "tour_leave")
    window.close()


def draw_at_once(window) -> Iterator[Condition]:
    """A second start: the network of the last time answers, and TensorFlow has to wait."""
    window.show_page("draw")
    put(window, ONE)
    yield lambda: read(window) != ""
    tell(
        read=read(window),
        network=window.session.networks.current.name,
        tensorflow="tensorflow" in sys.modules,
    )
    ANSWERED.set()
    window.close()


def close_at_once(window) -> Iterator[Condition]:
    tell(closed=window.close())
    yield lambda: False


def end_amid_a_training(window) -> Iterator[Condition]:
    """Be asked to end by a signal, or by the end of the session; answer no question."""
    session = window.session
    yield lambda: session.data.current is not None
    click(window, "sidebar_train")
    window.page.findChild(QSpinBox, "epochs_box").setValue(500)
    click(window, "start_button")
    finished = []
    session.training.epoch_finished.connect(finished.append)
    yield lambda: len(finished) >= 2
    tell(running=session.training.running)
    how = os.environ["ENDED_BY"]
    if how == "logout":
        (end,) = CONNECTED
        end()
    elif how == "a signal amid a question":
        QTimer.singleShot(200, lambda: os.kill(os.getpid(), signal.SIGTERM))
        window.close()
    else:
        os.kill(os.getpid(), getattr(signal, how))
    yield lambda: False


def work_without_home(window) -> Iterator[Condition]:
    """Read the dialog about the home, close it, and train all the same."""
    yield lambda: window.findChild(QMessageBox, "error_dialog") is not None
    dialog = window.findChild(QMessageBox, "error_dialog")
    said = dialog.text()
    dialog.close()
    session = window.session
    yield lambda: session.data.current is not None
    click(window, "sidebar_train")
    window.page.findChild(QSpinBox, "epochs_box").setValue(1)
    click(window, "start_button")
    yield lambda: session.training.last is not None and not session.training.running
    listed = []
    session.runs.listed.connect(listed.append)
    session.runs.refresh()
    yield lambda: bool(listed)
    assert window.findChild(QMessageBox, "error_dialog") is None
    tell(said=said, runs=len(listed[-1]))
    window.close()


def speak(window) -> Iterator[Condition]:
    menus = [action.text() for action in window.menuBar().actions()]
    tell(menus=menus)
    window.close()
    yield lambda: False


def break_a_slot(window) -> Iterator[Condition]:
    QTimer.singleShot(0, _break)
    yield lambda: window.findChild(QMessageBox, "error_dialog") is not None
    dialog = window.findChild(QMessageBox, "error_dialog")
    tell(shown=dialog.text())
    dialog.close()
    yield lambda: window.findChild(QMessageBox, "error_dialog") is None
    window.close()


def _break() -> None:
    raise ZeroDivisionError("a slot broke")


class QuietFor:
    """A condition: a signal has not come for some milliseconds."""

    def __init__(self, signal, quiet_ms: int) -> None:
        self._timer = QTimer(QApplication.instance(), interval=quiet_ms)
        self._timer.setSingleShot(True)
        self._timer.start()
        signal.connect(lambda *_: self._timer.start())

    def __call__(self) -> bool:
        return not self._timer.isActive()


DRIVES = {
    f.__name__: f
    for f in (
        train_draw_close,
        draw_at_once,
        first_start,
        close_at_once,
        end_amid_a_training,
        work_without_home,
        speak,
        break_a_slot,
    )
}

ANSWERED = threading.Event()

CONNECTED = []
"""What listens to the end of the session: only Qt can make the argument of that signal."""


def listen_to_the_end_of_the_session(_app, window) -> None:
    request = SimpleNamespace(connect=CONNECTED.append)
    end_when_asked(SimpleNamespace(commitDataRequest=request), window)


if __name__ == "__main__":
    if sys.argv[1] == "end_amid_a_training":
        gui.app.end_when_asked = listen_to_the_end_of_the_session
    if sys.argv[1] == "draw_at_once":
        tensorflow_loading.load = ANSWERED.wait
    run_driven(DRIVES[sys.argv[1]])
