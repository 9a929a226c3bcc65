"""A file that is double-clicked is what the window shows, whatever was open the last time."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from gui.app import build_window
from gui.startup.file_to_open import Application, open_when_ready


@pytest.fixture
def letters(tmp_path, sample):
    path = tmp_path / "letters.npz"
    images = sample.train_images[:40]
    np.savez(path, x_train=images, y_train=np.array(list("ABCD"))[np.arange(40) % 4])
    return path


def test_the_file_of_the_command_line_is_opened_behind_the_last_data_set(
    qtbot, home_folder, letters
):
    window = build_window(home_folder, ask=lambda _parent, _question: True)
    qtbot.addWidget(window)
    open_when_ready(window, ["inkling", str(letters)])
    data = window.session.data
    data.open_sample()
    qtbot.waitUntil(
        lambda: data.current is not None and len(data.current.train_labels) == 40,
        timeout=20_000,
    )
    assert data.current.classes == ("A", "B", "C", "D")
    assert window.page_key == "data"
    assert window.close()


def test_a_file_that_the_system_hands_over_is_told_of():
    told = []

    class Told:
        """In place of an application, of which there is one already."""

        file_wanted = type("Signal", (), {"emit": staticmethod(told.append)})

    assert Application.event(Told, QFileOpenEvent(QUrl.fromLocalFile("/a/net.keras")))
    assert [path.name for path in told] == ["net.keras"]
