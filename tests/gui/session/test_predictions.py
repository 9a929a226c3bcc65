"""The answers service: a whole split, only as long as network and data are the ones in use."""

from __future__ import annotations

import pytest

from gui.session.networks import OpenNetwork

LONG_MS = 120_000


@pytest.fixture
def answered(qtbot, ready_session):
    service = ready_session.predictions
    with qtbot.waitSignal(service.changed, timeout=LONG_MS):
        service.ask("test")
    return service


def test_answers_belong_to_network_data_and_split(answered, ready_session, sample):
    current = answered.current
    assert current.open_network is ready_session.networks.current
    assert (current.dataset, current.split) == (sample, "test")
    assert (current.predictions.digits == sample.test_labels).mean() > 0.7


def test_they_go_when_the_network_changes(qtbot, answered, ready_session, ridge):
    with qtbot.waitSignal(answered.changed) as changed:
        ready_session.networks.adopt(OpenNetwork("other", ridge, "made for tests"))
    assert changed.args == [None]
    assert answered.current is None


def test_they_go_when_the_data_change(qtbot, answered, ready_session, sample):
    with qtbot.waitSignal(answered.changed) as changed:
        ready_session.data.use(sample.first(100, 100))
    assert changed.args == [None]


def test_only_the_last_of_two_questions_is_answered(qtbot, ready_session, sample):
    service, seen = ready_session.predictions, []
    service.changed.connect(lambda a: seen.append(a.split))
    service.ask("train")
    with qtbot.waitSignal(service.changed, timeout=LONG_MS):
        service.ask("test")
    assert seen == ["test"]
    assert not service.busy


def test_without_a_network_nothing_is_asked(session, sample):
    session.data.use(sample)
    assert not session.predictions.can_ask
    session.predictions.ask("test")
    assert not session.predictions.busy


def test_progress_is_told_and_ends(qtbot, ready_session):
    service, told = ready_session.predictions, []
    service.progressed.connect(told.append)
    with qtbot.waitSignal(service.changed, timeout=LONG_MS):
        service.ask("test")
    qtbot.waitUntil(lambda: not service.busy)
    assert told == ["test", ""]
