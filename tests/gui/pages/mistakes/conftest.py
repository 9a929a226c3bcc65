"""The Mistakes page as its tests see it: shown, with the sample's test images read."""

from __future__ import annotations

import pytest

from core.networks.forward import forward
from gui.pages.mistakes.page import MistakesPage
from gui.session.predictions import SplitPredictions


@pytest.fixture(scope="session")
def answers(sample, ridge):
    """What the network says of the sample's test images."""
    return forward(ridge, sample.test_images)


@pytest.fixture
def shown(ready_session, sample, answers):
    """The same, as the session has it."""
    return SplitPredictions(ready_session.networks.current, sample, "test", answers)


@pytest.fixture
def page(qtbot, ready_session, theme, shown):
    """The page with these answers."""
    page = MistakesPage(ready_session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    page.show()
    with qtbot.waitSignal(ready_session.mistakes.changed):
        ready_session.predictions.take(shown)
    return page
