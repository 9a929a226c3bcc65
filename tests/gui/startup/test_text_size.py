"""Letters of 100 to 200 %: they grow, and every page is still reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QScrollArea

from gui.app import build_window
from gui.startup.text_size import _CHINESE, enlarge
from gui.window.page_table import PAGES


@pytest.fixture
def usual(qapp):
    """The application's font, which is put back in the end."""
    font = QFont(qapp.font())
    yield font
    qapp.setFont(font)


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_letters_are_as_large_as_was_chosen(qapp, usual, percent):
    before = QFontInfo(usual).pixelSize()
    enlarge(qapp, percent)
    assert QFontInfo(qapp.font()).pixelSize() == pytest.approx(before * percent / 100, abs=1)


def test_chinese_and_latin_letters_come_from_one_family_where_there_is_one(qapp, usual):
    there = [family for family in _CHINESE if family in QFontDatabase.families()]
    if not there:
        pytest.skip("no family with Chinese letters is installed")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese))
    try:
        enlarge(qapp, 100)
    finally:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    assert qapp.font().families()[0] == there[0]


def test_with_letters_twice_as_large_all_of_every_page_is_reached(
    qtbot, qapp, usual, home_folder, sample
):
    enlarge(qapp, 200)
    window = build_window(home_folder, sample)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    area = window.findChild(QScrollArea, "page_area")
    for entry in PAGES:
        page = window.show_page(entry.key)
        # What is larger than its room is scrolled, not cut; plots come a moment later.
        qtbot.waitUntil(lambda p=page: p.width() >= p.minimumSizeHint().width())
        qtbot.waitUntil(lambda p=page: p.height() >= p.minimumSizeHint().height())
        assert area.verticalScrollBar().maximum() >= page.height() - area.viewport().height()
    assert window.close()
