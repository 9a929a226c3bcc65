"""Drawings go to files and the clipboard and come back to the page."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QAction, QGuiApplication

from core.errors import DataError
from core.ink.drawing import Drawing
from core.ink.drawing_files import load_drawing, save_drawing
from gui.dialogs import Dialogs
from gui.pages.draw.page import DrawPage
from gui.pages.draw.pasted import path_in, picture_in
from tests.gui.drawn_page import ONE, digit_of, draw, settle, shown_page, words_of


@pytest.fixture
def page(qtbot, ready_session, theme):
    return shown_page(qtbot, ready_session, theme)


def test_a_pasted_picture_is_read(qtbot, page):
    draw(qtbot, page, ONE)
    page.copy()
    page.clear()
    page.paste()
    settle(qtbot, page)
    assert page.pad.drawing.image is not None
    assert digit_of(page) == "1"


def test_a_picture_of_nothing_says_so(qtbot, page, session, tmp_path):
    path = tmp_path / "white.png"
    Image.new("L", (50, 50), 255).save(path)
    with qtbot.waitSignal(session.drawings.opened):
        page.open_file(path)
    qtbot.waitUntil(lambda: "Nothing to read" in words_of(page))
    assert digit_of(page) == ""


def test_opening_and_saving_by_the_menu(qtbot, ready_session, theme, tmp_path):
    chosen = iter([tmp_path / "one", tmp_path / "one.json"])
    dialogs = Dialogs(
        save_file=lambda *_: next(chosen), open_file=lambda *_: tmp_path / "one.strokes.json"
    )
    page = DrawPage(ready_session, theme, dialogs=dialogs)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    draw(qtbot, page, ONE)
    for name in ("one.png", "one.strokes.json"):
        with qtbot.waitSignal(ready_session.drawings.saved):
            page.findChild(QAction, "save_drawing_action").trigger()
        assert (tmp_path / name).is_file()
    before = page.pad.drawing.strokes[0]
    page.clear()
    with qtbot.waitSignal(ready_session.drawings.opened):
        page.findChild(QAction, "open_drawing_action").trigger()
    np.testing.assert_allclose(page.pad.drawing.strokes[0], before, atol=1e-4)
    settle(qtbot, page)
    assert load_drawing(tmp_path / "one.png").image is not None


def test_a_file_that_is_no_drawing_leaves_the_sheet_as_it_was(qtbot, page, session, tmp_path):
    draw(qtbot, page, ONE)
    path = tmp_path / "x.strokes.json"
    path.write_text("[1, 2]")
    with qtbot.waitSignal(session.failed) as failed:
        page.pad.file_dropped.emit(path)
    assert isinstance(failed.args[0], DataError)
    assert len(page.pad.drawing.strokes) == 1


def test_drawings_of_others_are_brought_onto_the_sheet(qtbot, page, session, tmp_path):
    path = tmp_path / "seven.strokes.json"
    stroke = np.array([[10, 10], [200, 10], [80, 290]], np.float32)
    times = np.array([0, 1, 2], np.float32)
    save_drawing(path, Drawing((stroke,), (times,), (300, 300)))
    with qtbot.waitSignal(session.drawings.opened):
        page.open_file(path)
    assert page.pad.drawing.strokes[0].max() <= 1
    settle(qtbot, page)


def test_copying_an_empty_sheet_keeps_the_clipboard(page):
    QGuiApplication.clipboard().setText("kept")
    page.copy()
    assert QGuiApplication.clipboard().text() == "kept"


def test_pasting_an_empty_clipboard_does_nothing(page):
    QGuiApplication.clipboard().clear()
    assert path_in(None) is None
    assert picture_in(None) is None
    page.paste()
