"""Below the answer: nearest images, other networks' answers."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QTabWidget

from core.data.neighbours import Neighbours
from core.ink.preprocess import prepare
from gui.pages.draw.nearest_row import NearestRow
from gui.pages.draw.page import DrawPage
from gui.session.networks import OpenNetwork
from tests.gui.hand import LEFT, draw

ONE = [(0.5, 0.15), (0.5, 0.5), (0.5, 0.85)]


@pytest.fixture
def page(qtbot, ready_session, theme):
    page = DrawPage(ready_session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def nearest_of(page):
    return page.findChild(NearestRow, "nearest_row")


def nearest_to(page, sample):
    image = prepare(page.pad.drawing.ink).centred
    return tuple(Neighbours(sample.train_images).nearest(image, 5).tolist())


def test_the_five_nearest_images_are_shown(qtbot, page, sample):
    draw(page.pad, *ONE)
    expected = nearest_to(page, sample)
    qtbot.waitUntil(lambda: nearest_of(page).indices == expected)
    assert nearest_of(page).accessibleDescription() == "Labels: 1, 1, 1, 1, 1"
    page.clear()
    qtbot.waitUntil(lambda: nearest_of(page).indices == ())


def test_they_are_of_the_data_set_in_use(qtbot, page, session, sample):
    draw(page.pad, *ONE)
    qtbot.waitUntil(lambda: len(nearest_of(page).indices) == 5)
    session.data.use(sample.first(3, 3))
    qtbot.waitUntil(lambda: sorted(nearest_of(page).indices) == [0, 1, 2])


def test_nothing_is_searched_while_the_pen_moves(qtbot, page, session, sample):
    draw(page.pad, *ONE)
    before = nearest_to(page, sample)
    qtbot.waitUntil(lambda: nearest_of(page).indices == before)
    searched = []
    session.neighbours.found.connect(searched.append)
    place = page.pad.sheet_rect().center().toPoint()
    with qtbot.waitSignal(session.recognition.answered):
        QTest.mousePress(page.pad, LEFT, pos=place)
        QTest.mouseMove(page.pad, place + QPoint(40, 40))
    # A search for the drawing before may still come in; none is for the new stroke.
    assert all(tuple(found.indices) == before for found in searched)
    with qtbot.waitSignal(session.neighbours.found):
        QTest.mouseRelease(page.pad, LEFT, pos=place + QPoint(40, 40))


def test_another_label_than_the_answer_is_marked(qtbot, theme, sample):
    row = NearestRow(theme)
    qtbot.addWidget(row)
    row.resize(400, 100)
    shown = []
    label = str(sample.train_labels[0])
    for read in (label, "another"):
        row.show_images(sample.train_images[:1], (label,), np.array([0]), read=read)
        shown.append(row.grab().toImage())
    bad = theme.color("bad")

    def has_bad(image):
        return any(
            image.pixelColor(x, y) == bad
            for x in range(image.width())
            for y in range(image.height())
        )

    assert [has_bad(image) for image in shown] == [False, True]


def cells(table):
    return [
        [table.item(row, column).text() for column in range(3)]
        for row in range(table.rowCount())
    ]


def test_every_network_is_asked(qtbot, page, session, ridge):
    table = page.findChild(QTableWidget, "opinions_table")
    page.findChild(QTabWidget, "look_closer").setCurrentIndex(1)
    draw(page.pad, *ONE)
    qtbot.waitUntil(lambda: table.rowCount() > 0)
    assert any(row[0] == "ridge (in use)" and row[1] == "1" for row in cells(table))
    session.networks.adopt(OpenNetwork("again", ridge, "made for tests"))
    qtbot.waitUntil(lambda: any(row[0] == "again (in use)" for row in cells(table)))
    page.clear()
    qtbot.waitUntil(lambda: table.rowCount() == 0)
