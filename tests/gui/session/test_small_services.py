"""What pages ask the session for that one function of the core answers, off the GUI thread."""

from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.metrics import confusion
from core.networks.forward import forward
from core.records import Augmentation
from gui.session.networks import OpenNetwork
from gui.session.predictions import SplitPredictions


@pytest.fixture
def known(ready_session, sample, ridge):
    """What the network in use says of the test images."""
    opened = ready_session.networks.current
    return SplitPredictions(opened, sample, "test", forward(ridge, sample.test_images))


def test_mistakes_follow_the_predictions_and_go_with_them(
    qtbot, ready_session, sample, ridge, known
):
    mistakes = ready_session.mistakes
    with qtbot.waitSignal(mistakes.changed):
        ready_session.predictions.take(known)
    assert mistakes.current.predictions is known
    digits = known.predictions.digits
    np.testing.assert_array_equal(
        mistakes.current.report.counts, confusion(sample.test_labels, digits, 10)
    )
    with qtbot.waitSignal(mistakes.changed) as gone:
        ready_session.networks.adopt(OpenNetwork("other", ridge, "made for tests"))
    assert gone.args == [None]
    assert mistakes.current is None


def test_mistakes_counted_too_late_are_not_shown(qtbot, ready_session, ridge, known):
    seen = []
    ready_session.mistakes.changed.connect(seen.append)
    ready_session.predictions.take(known)
    ready_session.networks.adopt(OpenNetwork("other", ridge, "made for tests"))
    # The same worker, one after another: the count was delivered before this ends.
    with qtbot.waitSignal(ready_session.load_modules(()).ended):
        pass
    assert seen == [None]


def test_only_the_data_set_in_use_is_summarised(qtbot, ready_session, sample):
    smaller = sample.first(50, 20)
    ready_session.summary.ask()
    ready_session.data.use(smaller)
    with qtbot.waitSignal(ready_session.summary.summarised) as summary:
        ready_session.summary.ask()
    assert summary.args[0].dataset is smaller
    assert summary.args[0].train.images == 50


def test_inside_follows_the_image_that_was_asked_about(qtbot, ready_session, sample):
    with qtbot.waitSignal(ready_session.inside.looked) as looked:
        ready_session.inside.look(sample.test_images[3])
    np.testing.assert_array_equal(looked.args[0].image, sample.test_images[3])


@pytest.mark.parametrize(("train", "drawn"), [(4000, 64), (5, 64), (0, 0)])
def test_as_many_changed_images_come_as_were_asked_for_where_there_are_any(
    qtbot, session, sample, train, drawn
):
    session.data.use(sample.first(train, 10))
    with qtbot.waitSignal(session.augmented.drawn) as images:
        session.augmented.draw(Augmentation(rotation=10), 64)
    assert images.args[0].shape == (drawn, 28, 28)


def test_without_data_or_network_there_is_nothing_to_ask(session, sample):
    session.summary.ask()
    session.inside.look(sample.test_images[0])
    session.augmented.draw(Augmentation(), 64)
    assert session.close()
