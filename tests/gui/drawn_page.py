"""The Draw page as a test sees it: drawn on by a hand, read by its labels."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QLabel

from core.ink.preprocess import prepare
from gui.pages.draw.page import DrawPage
from gui.pages.draw.pipeline_strip import PipelineStrip
from tests.gui import hand

ONE = [(0.5, 0.15), (0.5, 0.5), (0.5, 0.85)]


def shown_page(qtbot, session, theme, **options):
    """Return the page, shown."""
    page = DrawPage(session, theme, **options)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def digit_of(page):
    return page.findChild(QLabel, "predicted_digit").text()


def words_of(page):
    names = ("answer_verdict", "answer_detail_words")
    return " | ".join(page.findChild(QLabel, name).text() for name in names)


def draw(qtbot, page, points):
    """Draw one stroke and wait for the answer to the whole of it."""
    hand.draw(page.pad, *points)
    settle(qtbot, page)


def settle(qtbot, page):
    """Wait until what is shown is the answer to what is on the sheet."""
    stages = prepare(page.pad.drawing.ink)

    def answered():
        shown = page.findChild(PipelineStrip, "pipeline_strip").stages
        if stages is None:
            assert shown is None
        else:
            assert shown is not None
            np.testing.assert_array_equal(shown.centred, stages.centred)

    qtbot.waitUntil(lambda: answered() is None)
