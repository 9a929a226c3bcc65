"""The window without a mouse: Tab comes to every control, and that it does is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.networks.forward import forward
from core.runs.store import RunStore
from gui.app import build_window
from gui.session.networks import OpenNetwork
from gui.session.predictions import SplitPredictions
from gui.window.page_table import PAGES
from tests.gui.pages.runs.test_page import keep_run

MOST_STOPS = 80
QTS_OWN = ("qt_", "Scroll")
ONE_ROW_PX = 8
"""What stands in one row may differ by so much."""

WHOLE_PARTS = ("drawing_pad", "quiz_page")
"""They show the focus by what is on them: a caret of ink, a question."""


@pytest.fixture
def window(qtbot, monkeypatch, home_folder, sample, ridge):
    # The grid chooses its first image when Tab comes there: its gradients need TensorFlow.
    monkeypatch.setattr("gui.session.second_look._with_gradient", lambda found: found)
    store = RunStore(home_folder / "runs")
    for seed in (0, 1):
        keep_run(store, sample, ridge, seed=seed, accuracy=0.8 + seed / 10)
    window = build_window(home_folder, sample, ask=lambda _parent, _question: True)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    window.show()
    window.activateWindow()
    window.show_page("train").view.make_plots()
    yield window
    assert window.close()


def fill(qtbot, window, key):
    """Show a page with something on it."""
    page = window.show_page(key)
    if key == "mistakes":
        opened, sample = window.session.networks.current, window.session.data.current
        answers = forward(opened.network, sample.test_images)
        with qtbot.waitSignal(window.session.mistakes.changed):
            window.session.predictions.take(SplitPredictions(opened, sample, "test", answers))
    elif key == "quiz":
        window.session.quiz.begin()
    elif key == "runs":
        qtbot.waitUntil(lambda: page.findChild(QWidget, "runs_table").isVisible())
        window.session.runs.wanted.emit((1, 2))
        qtbot.waitUntil(page.findChild(QWidget, "compare_mistakes_button").isEnabled)
    return page


def stops(window, looks=None):
    """Return what Tab comes to behind the sidebar, in order, until it is back there.

    `looks` takes a picture of the first of each kind, while it has the focus.
    """
    found = []
    window.findChild(QWidget, "sidebar_experiments").setFocus()
    while len(found) < MOST_STOPS:
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in found or now.objectName() == "sidebar_draw":
            return found
        found.append(now)
        if looks is not None and type(now) not in looks:
            looks[type(now)] = (now, look(now))
    raise AssertionError(f"Tab does not come back: {found[-3:]}")


def missed(page, found):
    """Return the controls of a page that take the focus by Tab, and never had it."""
    reached = {*found, *(w.focusProxy() for w in page.findChildren(QWidget))}
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget not in reached
        and not widget.objectName().startswith(QTS_OWN)
    ]


def look(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def test_tab_comes_to_every_control_and_is_seen_on_every_kind(qtbot, window):
    left_out, unseen, kinds = {}, [], {}
    for entry in PAGES:
        page = fill(qtbot, window, entry.key)
        before = set(kinds)
        left_out[entry.key] = missed(page, stops(window, kinds))
        QApplication.focusWidget().clearFocus()
        for kind in kinds.keys() - before:
            widget, focused = kinds[kind]
            if widget.objectName() not in WHOLE_PARTS and focused == look(widget):
                unseen.append(f"{entry.key}: {kind.__name__}")
    assert {key: names for key, names in left_out.items() if names} == {}
    assert unseen == []
    assert len(kinds) >= 15


def test_on_train_tab_goes_down_the_form_then_to_the_plots_then_to_the_tabs(window):
    page = window.show_page("train")
    order = stops(window)
    parts = [page.gallery_button, page.form.optimizer.learning_rate_box]
    parts += [page.buttons.start_button, page.view._plots.accuracy_plot]
    parts += [page.view._plots.loss_plot, page.view.findings]
    assert [order.index(part) for part in parts] == sorted(order.index(part) for part in parts)
    content = page.form._area.widget()
    form = [widget for widget in order if content.isAncestorOf(widget)]
    heights = [widget.mapTo(content, QPoint(0, 0)).y() // ONE_ROW_PX for widget in form]
    assert len(form) > 10
    assert heights == sorted(heights)
