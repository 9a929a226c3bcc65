"""The reading service: the newest ink is answered, at a bounded rate, without TensorFlow."""

from __future__ import annotations

import numpy as np
import pytest

from core.records import Ink
from gui.session.networks import OpenNetwork


def one(at: float = 0.0) -> Ink:
    """A vertical line."""
    y = np.linspace(0, 100, 20, dtype=np.float32)
    return Ink(strokes=(np.stack([np.full(20, 50 + at, np.float32), y], axis=1),))


@pytest.fixture
def answers(ready_session):
    seen = []
    ready_session.recognition.answered.connect(seen.append)
    return seen


def test_an_ink_is_answered_with_its_stages(qtbot, ready_session):
    with qtbot.waitSignal(ready_session.recognition.answered) as answered:
        ready_session.recognition.read(one())
    prediction = answered.args[0]
    assert prediction.digit == 1
    assert prediction.image.shape == (28, 28)
    assert np.array_equal(prediction.stages.centred, prediction.image)
    assert np.isclose(prediction.probabilities.sum(), 1)


def test_an_empty_pad_is_answered_with_nothing(qtbot, ready_session):
    with qtbot.waitSignal(ready_session.recognition.answered) as answered:
        ready_session.recognition.read(Ink())
    assert answered.args == [None]


def test_without_a_network_the_answer_is_nothing(qtbot, session):
    with qtbot.waitSignal(session.recognition.answered) as answered:
        session.recognition.read(one())
    assert answered.args == [None]


def test_many_inks_in_a_row_cost_few_answers_and_the_last_is_answered(
    qtbot, ready_session, answers
):
    for n in range(200):
        ready_session.recognition.read(one(at=n / 10))
    ready_session.recognition.read(Ink())
    qtbot.waitUntil(lambda: answers[-1:] == [None])
    assert len(answers) <= 3


def test_another_network_reads_the_same_ink_again(qtbot, session, ready_session, answers):
    ready_session.recognition.read(one())
    qtbot.waitUntil(lambda: len(answers) == 1)
    ready_session.networks.adopt(ready_session.networks.current)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[1].digit == answers[0].digit


def test_a_network_gets_ready_before_the_first_stroke(qtbot, session, ridge, monkeypatch):
    read = []
    monkeypatch.setattr(
        "core.networks.forward.predict", lambda network, _image, **_: read.append(network)
    )
    with qtbot.assertNotEmitted(session.recognition.answered, wait=100):
        session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
        qtbot.waitUntil(lambda: bool(read))
    assert read[0] is ridge


def test_the_naive_way_is_answered_only_on_request(qtbot, ready_session, answers):
    naive = []
    ready_session.recognition.naively_answered.connect(naive.append)
    ready_session.recognition.read(one())
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert naive == []
    ready_session.recognition.compare_naive = True
    qtbot.waitUntil(lambda: len(naive) == 1)
    assert naive[0].image.shape == (28, 28)
