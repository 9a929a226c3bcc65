"""The window around the pages: sidebar, menus, banner, status bar, drops, and its end."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from core.data.download import DownloadProgress
from core.errors import DataError
from core.networks.keras_format import keras_file
from core.recipes.catalogue import by_name
from gui.app import build_window
from gui.images import to_qimage
from gui.preferences import Preferences
from gui.session.networks import OpenNetwork
from gui.widgets.banner import Banner
from gui.window.geometry import SMALLEST_SIZE
from gui.window.page_table import PAGES
from tests.driving import draw, line
from tests.stopping import wait_for_stop

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000


@pytest.fixture
def answers():
    """What the window's questions are answered with, one after another."""
    return []


@pytest.fixture
def window(qtbot, home_folder, sample, answers):
    window = build_window(home_folder, sample, ask=lambda _parent, _question: answers.pop(0))
    qtbot.addWidget(window)
    window.show()
    yield window
    answers.append(True)
    assert window.close()


def text(window, name: str) -> str:
    return window.findChild(QLabel, name).text()


def click(qtbot, window, name: str) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, name), LEFT)


def drop(window, *paths: Path | str) -> bool:
    """Drop files onto the window as a file manager that would move them; was it a copy?"""
    mime = QMimeData()
    urls = [QUrl(p) if isinstance(p, str) else QUrl.fromLocalFile(str(p)) for p in paths]
    mime.setUrls(urls)
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), both, mime, LEFT, none)
    enter.setDropAction(Qt.DropAction.MoveAction)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    dropped = QDropEvent(QPointF(300, 300), both, mime, LEFT, none)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    window.dropEvent(dropped)
    actions = {enter.dropAction(), dropped.dropAction()}
    return actions == {Qt.DropAction.CopyAction}


def said(window) -> str:
    """Return what the open error dialog says, and close it."""
    dialog = window.findChild(QMessageBox, "error_dialog")
    text = f"{dialog.text()} {dialog.informativeText()}"
    dialog.close()
    return text


def endless():
    return replace(by_name("softmax-10"), epochs=10_000)


def test_each_page_is_one_click_on_the_sidebar_away(qtbot, window):
    for entry in PAGES:
        qtbot.mouseClick(window.findChild(QToolButton, f"sidebar_{entry.key}"), LEFT)
        assert window.page_key == entry.key
        assert window.page.isVisible()


def test_ctrl_and_a_number_opens_a_page(qtbot, window):
    for number, entry in enumerate(PAGES):
        qtbot.keyClick(
            window, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.ControlModifier
        )
        assert window.page_key == entry.key
        assert window.findChild(QToolButton, f"sidebar_{entry.key}").isChecked()


def test_every_page_fits_into_the_smallest_window(qtbot, window):
    window.resize(SMALLEST_SIZE)
    for entry in PAGES:
        window.show_page(entry.key)
        assert window.size() == SMALLEST_SIZE
        area = window.findChild(QScrollArea, "page_area")
        bars = (area.horizontalScrollBar(), area.verticalScrollBar())
        assert [bar.maximum() for bar in bars] == [0, 0], entry.key


def test_the_status_bar_names_network_and_data(window, ridge):
    assert text(window, "status_network") == "No network yet"
    assert text(window, "status_data").replace(",000", "000") == (
        "Data: MNIST sample (5000), 4000 training and 1000 test images"
    )
    opened = OpenNetwork("ridge", ridge, "made for tests", accuracy=0.8512)
    window.session.networks.adopt(opened)
    assert text(window, "status_network") == "Network: ridge, 85.12 % on test, made for tests"


@pytest.mark.slow
def test_the_status_bar_follows_a_training(qtbot, window):
    training, bar = window.session.training, window.findChild(QProgressBar, "status_progress")
    training.start(endless())
    assert text(window, "status_activity") == "Loading TensorFlow"
    qtbot.waitUntil(lambda: bool(training.progress) or not training.running, timeout=LONG_MS)
    assert training.progress
    assert "of 10000" in text(window, "status_activity")
    assert bar.isVisible()
    training.pause()
    assert text(window, "status_activity") == "Paused"
    with qtbot.waitSignal(training.ended, timeout=LONG_MS):
        training.stop()
    assert not window.findChild(QLabel, "status_activity").isVisible()
    assert not bar.isVisible()


def test_the_sample_is_offered_to_be_replaced_until_the_person_keeps_it(
    qtbot, window, home_folder
):
    banner = window.findChild(Banner, "banner")
    before = window.page.mapTo(window, QPoint(0, 0))
    assert banner.offering
    click(qtbot, window, "keep_sample_button")
    assert not banner.offering
    # What came and went moved nothing.
    assert (banner.isVisible(), window.page.mapTo(window, QPoint(0, 0))) == (True, before)
    window.session.data.use(window.session.data.current)
    assert not banner.offering
    assert window.session.preferences.keep_sample


def test_the_whole_data_come_by_one_click_with_progress_and_cancel(qtbot, window, monkeypatch):
    going = threading.Event()

    def download(_folder, report, stop):
        report(DownloadProgress("train-images", 5, 10, 0.5))
        going.set()
        wait_for_stop(stop)

    monkeypatch.setattr("core.data.download.download_mnist", download)
    click(qtbot, window, "download_button")
    bar = window.findChild(QProgressBar, "banner_progress")
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() == 500)
    assert text(window, "status_activity") == "Downloading MNIST"
    click(qtbot, window, "cancel_download_button")
    button = "download_button"
    qtbot.waitUntil(lambda: window.findChild(QPushButton, button) is not None)
    assert not bar.isVisible()
    assert window.session.data.is_sample


def test_how_a_strange_network_takes_pixels_is_measured_and_said(qtbot, window, ridge):
    strange = OpenNetwork("strange", ridge, "file", pixels_known=False)
    with qtbot.waitSignal(window.session.trials.tried):
        window.session.networks.adopt(strange)
    said = text(window.findChild(Banner, "banner"), "banner_text")
    assert "strange does not say how it wants pixels. Of 1000 images of MNIST sample" in said
    assert said.endswith("Inkling hands them over as 0 to 1.")
    assert window.session.networks.current.network.spec.pixels == "unit"
    click(qtbot, window, "raw_pixels_button")
    assert window.session.networks.current.network.spec.pixels == "raw"


def test_an_error_is_shown_with_its_cure(qtbot, window):
    window.session.failed.emit(DataError("{file} is cut.", "Get it again.", file="x.npz"))
    dialog = window.findChild(QMessageBox, "error_dialog")
    assert dialog.text() == "x.npz is cut."
    assert dialog.informativeText() == "Get it again."
    dialog.close()


def test_a_fault_of_the_program_gives_its_details(qtbot, window, qapp):
    try:
        raise ZeroDivisionError("boom")
    except ZeroDivisionError as error:
        window.session.failed.emit(error)
    dialog = window.findChild(QMessageBox, "error_dialog")
    assert "boom" in dialog.text()
    qtbot.mouseClick(dialog.findChild(QPushButton, "copy_details_button"), LEFT)
    assert "test_main_window.py" in qapp.clipboard().text()
    assert dialog.isVisible()
    dialog.close()


def test_a_second_error_waits_for_no_second_dialog(qtbot, window):
    window.session.failed.emit(DataError("One."))
    window.session.failed.emit(DataError("Two."))
    (dialog,) = window.findChildren(QMessageBox, "error_dialog")
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(QMessageBox, "error_dialog"))
    window.session.failed.emit(DataError("Three."))
    assert window.findChild(QMessageBox, "error_dialog").text() == "Three."
    window.findChild(QMessageBox, "error_dialog").close()


def test_a_dropped_data_set_is_opened(qtbot, window, sample, tmp_path):
    path = tmp_path / "small.npz"
    np.savez(
        path,
        x_train=sample.train_images[:40],
        y_train=sample.train_labels[:40],
        x_test=sample.test_images[:10],
        y_test=sample.test_labels[:10],
    )
    with qtbot.waitSignal(window.session.data.changed):
        assert drop(window, path)
    assert len(window.session.data.current.train_labels) == 40


def test_a_dropped_network_is_opened(qtbot, window, ridge, tmp_path):
    path = tmp_path / "other.keras"
    window.session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    with qtbot.waitSignal(window.session.networks.saved):
        window.session.networks.save(path)
    with qtbot.waitSignal(window.session.networks.changed):
        assert drop(window, path)
    assert window.session.networks.current.name == "other"


def test_what_cannot_be_opened_is_called_by_its_name_when_it_is_dropped(window, tmp_path):
    song = tmp_path / "song.mp3"
    song.write_bytes(b"ID3\4" * 99)
    assert drop(window, song)
    told = said(window)
    assert told.startswith("song.mp3 is music: nothing that Inkling opens. It opens networks")
    assert song.exists()


def test_a_dropped_network_of_another_format_is_called_by_its_name(qtbot, window, tmp_path):
    model = tmp_path / "model.onnx"
    model.write_bytes(b"\x08\x07\x12\x07pytorch" * 9)
    saved_model = tmp_path / "model"
    saved_model.mkdir()
    (saved_model / "saved_model.pb").write_bytes(b"")
    for path, what in ((model, "an ONNX model"), (saved_model, "a TensorFlow SavedModel")):
        with qtbot.waitSignal(window.session.failed):
            assert drop(window, path)
        assert what in said(window)


def test_of_several_files_the_first_is_opened_and_that_is_said(qtbot, window, ridge, tmp_path):
    path = tmp_path / "other.keras"
    keras_file.save(path, ridge)
    with qtbot.waitSignal(window.session.networks.changed):
        assert drop(window, path, tmp_path / "more.csv")
    shown = window.statusBar().currentMessage()
    assert shown == "Opened other.keras alone: drop one file at a time."


def test_an_address_on_the_web_is_told_from_a_file(window):
    assert drop(window, "https://example.org/mnist.keras")
    assert "Download it first" in said(window)


def test_an_hdf5_file_is_opened_as_what_is_in_it(qtbot, window, ridge, sample, tmp_path):
    whole, digits = tmp_path / "model.h5", tmp_path / "digits.h5"
    _whole_model(whole, ridge)
    with qtbot.waitSignal(window.session.networks.changed):
        assert drop(window, whole)
    assert window.session.networks.current.name == "model"
    with h5py.File(digits, "w") as file:
        file["x_train"], file["y_train"] = sample.train_images[:60], sample.train_labels[:60]
    with qtbot.waitSignal(window.session.data.changed):
        assert drop(window, digits)
    assert len(window.session.data.current.train_labels) == 60


def _whole_model(path: Path, network) -> None:
    """Write the smallest file that Keras would call a whole model."""
    config = {"name": "d", "units": 10}
    layers = [
        {"class_name": "InputLayer", "config": {"name": "i", "batch_shape": [None, 784]}},
        {"class_name": "Dense", "config": config},
    ]
    with h5py.File(path, "w") as file:
        model = {"class_name": "Sequential", "config": {"name": "m", "layers": layers}}
        file.attrs["model_config"] = json.dumps(model)
        for name, array in zip(("kernel", "bias"), network.weights, strict=True):
            file[f"model_weights/d/d/{name}"] = array


def test_a_network_is_exported_from_the_menu(qtbot, window, ridge, tmp_path):
    window.session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    window.dialogs.save_file = lambda parent, question: tmp_path / question.start.stem
    with qtbot.waitSignal(window.session.exports.exported):
        window.menus.actions.by_name["export_py"].trigger()
    assert (tmp_path / "ridge.py").is_file()
    shown = window.statusBar().currentMessage()
    assert shown.startswith("ridge.py was run on 100 images and answers as the network does")


def test_a_network_is_saved_under_its_own_ending_or_not_at_all(qtbot, window, ridge, tmp_path):
    networks = window.session.networks
    networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    with qtbot.waitSignal(networks.saved) as saved:
        networks.save(tmp_path / "digits.v2")
    assert saved.args == [tmp_path / "digits.v2.keras"]
    with qtbot.waitSignal(window.session.failed):
        networks.save(tmp_path / "digits.h5")
    assert "Name it digits.keras" in said(window)
    assert [path.name for path in tmp_path.glob("digits*")] == ["digits.v2.keras"]


def test_menus_offer_only_what_can_be_done(qtbot, window, ridge):
    enabled = {n: a.isEnabled for n, a in window.menus.actions.by_name.items()}
    assert not enabled["pause"]()
    assert not enabled["stop"]()
    assert not enabled["save_network"]()
    window.session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    assert enabled["save_network"]()
    window.session.training.start(endless())
    assert enabled["pause"]()
    assert not enabled["start"]()
    with qtbot.waitSignal(window.session.training.ended, timeout=LONG_MS):
        window.menus.actions.by_name["stop"].trigger()


def test_saving_by_the_menu_writes_a_file(qtbot, window, ridge, tmp_path):
    window.session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    window.dialogs.save_file = lambda _parent, _question: tmp_path / "mine"
    with qtbot.waitSignal(window.session.networks.saved):
        window.menus.actions.by_name["save_network"].trigger()
    assert (tmp_path / "mine.keras").is_file()


def test_colours_are_chosen_and_remembered(window, home_folder):
    window.menus.actions.by_name["theme_dark"].trigger()
    assert window.theme.scheme == "dark"
    assert window.session.preferences.theme == "dark"
    window.menus.actions.by_name["theme_light"].trigger()


def test_help_opens_and_lists_the_keys(qtbot, window):
    window.menus.actions.by_name["shortcuts"].trigger()
    keys = window.findChild(QTextBrowser, "keyboard_text").toPlainText()
    for key in ("Ctrl+1", "Ctrl+Y", "F11", "Escape, Delete", "F2, double-click"):
        assert key in keys
    window.findChild(QWidget, "keyboard_dialog").close()
    window.menus.actions.by_name["about"].trigger()
    about = window.findChild(QMessageBox, "about_dialog")
    assert "MNIST" in about.informativeText()
    about.close()


@pytest.mark.slow
def test_closing_amid_a_training_asks_and_may_be_refused(qtbot, window, answers):
    training = window.session.training
    training.start(endless())
    qtbot.waitUntil(lambda: bool(training.progress) or not training.running, timeout=LONG_MS)
    assert training.progress
    answers.append(False)
    assert not window.close()
    assert window.isVisible()
    assert training.running
    answers.append(True)
    assert window.close()
    assert not window.isVisible()


def test_the_window_comes_back_as_it_was_left(qtbot, home_folder, sample):
    first = build_window(home_folder, sample)
    qtbot.addWidget(first)
    first.show()
    first.resize(1100, 700)
    first.show_page("quiz")
    first.close()
    second = build_window(home_folder, sample)
    qtbot.addWidget(second)
    second.show()
    assert second.page_key == "quiz"
    # The offscreen platform has a small screen: only the height fits it.
    assert second.height() == 700
    second.close()
    assert Preferences(second.session.home).last_page == "quiz"


def test_the_edit_menu_reaches_the_pad(qtbot, window):
    pad = window.show_page("draw").findChild(QWidget, "drawing_pad")
    for height in (0.3, 0.6):
        draw(pad, line((0.3, height), (0.7, height)))
    assert len(pad.drawing.strokes) == 2
    for name, left in (("undo", 1), ("redo", 2), ("clear", 0), ("undo", 2)):
        window.menus.actions.by_name[name].trigger()
        assert len(pad.drawing.strokes) == left
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.drawing.strokes) == 1


def test_pages_without_a_pad_offer_no_edits(window):
    window.show_page("inside")
    assert not window.menus.actions.by_name["undo"].isEnabled()
    window.show_page("draw")
    assert window.menus.actions.by_name["undo"].isEnabled()


@pytest.mark.slow
def test_the_training_menu_presses_the_pages_buttons(qtbot, window):
    window.show_page("train").findChild(QSpinBox, "epochs_box").setValue(1)
    window.show_page("draw")
    training = window.session.training
    with qtbot.waitSignal(training.ended, timeout=LONG_MS):
        window.menus.actions.by_name["start"].trigger()
        assert window.page_key == "train"
        assert training.running
    assert len(training.last.epochs) == 1


def test_a_dropped_picture_lands_on_the_pad(qtbot, window, tmp_path):
    path = tmp_path / "seven.png"
    to_qimage(window.session.data.current.test_images[0]).save(str(path))
    window.show_page("quiz")
    assert drop(window, path)
    assert window.page_key == "draw"
    pad = window.page.findChild(QWidget, "drawing_pad")
    qtbot.waitUntil(lambda: pad.drawing.image is not None)
