"""Which seeds of a recipe wait while one is trained."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.recipes.catalogue import CATALOGUE
from gui.session.seeds import SeedQueue

RECIPE = replace(CATALOGUE[0], seed=7)


def trained_of(queue, count):
    """Each recipe that is trained in turn, with what the queue says of it."""
    recipe, seen = queue.begin(RECIPE, count), []
    while recipe is not None:
        seen.append((recipe, queue.turn))
        recipe = queue.take()
    return seen


@pytest.mark.parametrize("count", [1, 2, 5])
def test_each_seed_has_its_turn_and_nothing_else_differs(count):
    seen = trained_of(SeedQueue(), count)
    assert [recipe for recipe, _ in seen] == [replace(RECIPE, seed=7 + n) for n in range(count)]
    assert [turn for _, turn in seen] == [(n + 1, count) for n in range(count)]


def test_what_is_dropped_is_not_trained():
    queue = SeedQueue()
    queue.begin(RECIPE, 5)
    queue.take()
    queue.drop()
    assert queue.take() is None


def test_another_training_leaves_nothing_of_the_one_before():
    queue = SeedQueue()
    queue.begin(RECIPE, 5)
    assert trained_of(queue, 1) == [(RECIPE, (1, 1))]


def test_a_recipe_and_its_cure_have_their_turns():
    queue, cured = SeedQueue(), replace(RECIPE, batch_size=7)
    assert queue.begin_all(RECIPE, cured) == RECIPE
    assert queue.turn == (1, 2)
    assert queue.take() == cured
    assert queue.turn == (2, 2)
    assert queue.take() is None
