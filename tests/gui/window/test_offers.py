"""What the banner offers about trainings that were cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

from core.recipes.catalogue import by_name
from core.runs.store import RunStore
from gui.widgets.banner import Banner
from gui.window.offers import Offers
from tests.cut_off_training import cut_off

LONG_MS = 120_000


@pytest.fixture
def interrupted(home_folder, sample):
    """The number of a run of three epochs whose process went away after the first."""
    store = RunStore(home_folder / "runs")
    cut_off(store, replace(by_name("softmax-10"), epochs=3), sample)
    return 1


@pytest.fixture
def banner(qtbot, ready_session, theme):
    banner = Banner(theme)
    qtbot.addWidget(banner)
    parent = QObject(banner)
    banner.offers = Offers(ready_session, banner, parent)
    return banner


def test_an_interrupted_training_is_offered_once(qtbot, banner, interrupted, ready_session):
    with qtbot.waitSignal(ready_session.runs.interrupted):
        ready_session.runs.look_for_interrupted()
    assert banner.findChild(QPushButton, "continue_interrupted_button") is not None
    assert ready_session.preferences.told_of_run == interrupted
    banner.clear()
    with qtbot.waitSignal(ready_session.runs.interrupted):
        ready_session.runs.look_for_interrupted()
    assert not banner.offering


@pytest.mark.slow
def test_continuing_it_trains_the_epochs_that_are_left_and_no_more(
    qtbot, banner, interrupted, ready_session, home_folder
):
    with qtbot.waitSignal(ready_session.runs.interrupted):
        ready_session.runs.look_for_interrupted()
    button = banner.findChild(QPushButton, "continue_interrupted_button")
    assert button.text() == "1 of 3 trained: continue to 3"
    with qtbot.waitSignal(ready_session.training.ended, timeout=LONG_MS):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    store = RunStore(home_folder / "runs")
    later, first = store.runs()
    assert (first.id, later.continued_from, later.state) == (interrupted, 1, "finished")
    assert [epoch.epoch for epoch in store.epochs(later.id)] == [2, 3]
    assert ready_session.networks.current.run_id == later.id


def test_without_interrupted_trainings_nothing_is_offered(qtbot, banner, ready_session):
    with qtbot.assertNotEmitted(ready_session.runs.interrupted):
        ready_session.runs.look_for_interrupted()
        ready_session.runs.refresh()
        with qtbot.waitSignal(ready_session.runs.listed):
            pass
    assert not banner.offering
