"""What the banner offers about trainings that were cut off."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

from core.recipes.catalogue import by_name
from core.records import TrainingState
from core.runs.recorder import record
from core.runs.store import RunStore
from gui.widgets.banner import Banner
from gui.window.offers import Offers
from tests.factories import epoch_report


@pytest.fixture
def interrupted(home_folder, sample, ridge):
    """The number of a run whose process went away after its first epoch."""
    store = RunStore(home_folder / "runs")
    with record(store, replace(by_name("softmax-10"), epochs=5), sample) as recorder:
        recorder.checkpoint(TrainingState(ridge, (np.int64(1),), 1))
        recorder.report(epoch_report(1))
    # As a killed process leaves it: still "running", and nobody holds its lock.
    with store.database.transaction() as connection:
        connection.execute("UPDATE runs SET state = 'running'")
    return recorder.run_id


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
    banner.hide()
    with qtbot.waitSignal(ready_session.runs.interrupted):
        ready_session.runs.look_for_interrupted()
    assert banner.isHidden()


def test_continuing_it_opens_its_network_and_trains_on(
    qtbot, banner, interrupted, ready_session, monkeypatch
):
    begun = []
    monkeypatch.setattr(ready_session.training, "continue_last", lambda: begun.append(True))
    with qtbot.waitSignal(ready_session.runs.interrupted):
        ready_session.runs.look_for_interrupted()
    button = banner.findChild(QPushButton, "continue_interrupted_button")
    with qtbot.waitSignal(ready_session.networks.changed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert begun == [True]
    assert ready_session.networks.current.run_id == interrupted


def test_without_interrupted_trainings_nothing_is_offered(qtbot, banner, ready_session):
    with qtbot.assertNotEmitted(ready_session.runs.interrupted):
        ready_session.runs.look_for_interrupted()
        ready_session.runs.refresh()
        with qtbot.waitSignal(ready_session.runs.listed):
            pass
    assert banner.isHidden()
