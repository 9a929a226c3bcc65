"""The answers desk: a whole split, only as long as network and data are the ones in use."""

from __future__ import annotations

import pytest

from gui.session.networks import OpenNetwork

LONG_MS = 120_000


@pytest.fixture
def answered(qtbot, ready_session):
    desk = ready_session.answers
    with qtbot.waitSignal(desk.changed, timeout=LONG_MS):
        desk.ask("test")
    return desk


def test_answers_belong_to_network_data_and_split(answered, ready_session, sample):
    current = answered.current
    assert current.open_network is ready_session.networks.current
    assert (current.dataset, current.split) == (sample, "test")
    assert (current.answers.digits == sample.test_labels).mean() > 0.7


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
    desk, seen = ready_session.answers, []
    desk.changed.connect(lambda a: seen.append(a.split))
    desk.ask("train")
    with qtbot.waitSignal(desk.changed, timeout=LONG_MS):
        desk.ask("test")
    assert seen == ["test"]
    assert not desk.busy


def test_without_a_network_nothing_is_asked(session, sample):
    session.data.use(sample)
    assert not session.answers.can_ask
    session.answers.ask("test")
    assert not session.answers.busy


def test_progress_is_told_and_ends(qtbot, ready_session):
    desk, told = ready_session.answers, []
    desk.progressed.connect(told.append)
    with qtbot.waitSignal(desk.changed, timeout=LONG_MS):
        desk.ask("test")
    qtbot.waitUntil(lambda: not desk.busy)
    assert told == ["test", ""]
