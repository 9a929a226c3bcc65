"""A lesson is kept like any training: listed, opened again, and never continued."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.errors import RecipeError
from core.reproduction.compare import RecipeTraining
from core.reproduction.scratch_training import LESSONS
from core.runs.continuing import plan_of
from core.runs.store import RunStore

SHORT = replace(LESSONS[1], epochs=1, images=50, hidden=10)


@pytest.fixture
def kept(qtbot, session, sample):
    session.data.use(sample)
    kept = []
    session.training.lesson_kept.connect(kept.append)
    with qtbot.waitSignal(session.training.ended):
        session.training.start_lesson(SHORT)
    return kept[0]


def test_its_run_is_known_to_the_network_in_use(session, kept):
    opened = session.networks.current
    assert (opened.name, opened.run_id, opened.path) == (SHORT.name, kept.run_id, kept.path)
    assert opened.continuation is None


def test_it_is_opened_again_and_cannot_go_on(qtbot, session, kept):
    with qtbot.waitSignal(session.networks.changed):
        session.runs.open_network(kept.run_id)
    assert session.networks.current.network.spec == SHORT.network
    assert session.networks.current.continuation is None
    with qtbot.waitSignal(session.failed) as failed:
        session.runs.continue_run(kept.run_id)
    assert "is a lesson" in str(failed.args[0])


def test_what_continue_would_do_is_refused_in_words_for_the_button_to_say(session, kept):
    run = RunStore(session.training._runs).run(kept.run_id)
    with pytest.raises(RecipeError, match="is a lesson"):
        plan_of(run)


def test_its_squared_error_is_set_beside_no_cross_entropy(kept):
    assert RecipeTraining(kept.result.lesson.recipe).loss_levels == ()
