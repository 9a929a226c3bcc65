"""Accuracies of trained networks: one seed cannot tell the tutorial's models apart."""

import numpy as np
import pytest

from core.recipes.published import published
from core.reproduction.scores import TEST_CEILING, TEST_SCATTER, accuracy

DENSE = tuple(published(f"t003-model{n}") for n in (1, 2, 3, 4, 7))


def scored(printed, *measured):
    return accuracy("x", "test accuracy", printed, measured)


def learnt(printed, *measured):
    return accuracy("x", "training accuracy", printed, measured)


@pytest.mark.parametrize("score", [0.9775, 0.9789, 0.98, 0.9816, 0.9831])
def test_one_seed_agrees_with_no_models_score(score):
    assert "agrees" not in {scored(model.test_accuracy, score).verdict for model in DENSE}
    assert "train more seeds" in scored(0.98, 0.98).why


@pytest.mark.parametrize("centre", [0.9785, 0.9789, 0.98, 0.981, 0.9816, 0.9831])
@pytest.mark.parametrize("count", [1, 3, 5, 10])
def test_no_count_of_seeds_agrees_with_every_models_score(centre, count):
    seeds = centre + TEST_SCATTER * np.linspace(-1, 1, count)
    found = {scored(model.test_accuracy, *seeds).verdict for model in DENSE}
    assert found != {"agrees"}


@pytest.mark.parametrize("rate", [0.001, 0.0015, 0.002, 0.0025, 0.003, 0.004])
@pytest.mark.parametrize("count", [1, 3, 10])
def test_nor_with_every_models_training_accuracy(rate, count):
    seeds = 1 - rate * np.exp(np.linspace(-0.1, 0.1, count))
    assert {learnt(model.train_accuracy, *seeds).verdict for model in DENSE} != {"agrees"}


def test_many_seeds_tell_the_outer_models_apart():
    seeds = 0.9789 + TEST_SCATTER * np.linspace(-1, 1, 20)
    assert scored(0.9789, *seeds).verdict == "agrees"
    assert scored(0.9831, *seeds).verdict == "differs"


def test_a_score_that_is_off_differs_even_by_one_seed():
    assert scored(0.98, 0.95).verdict == "differs"
    assert scored(0.98, 0.979, 0.98, 0.9745, 0.90).verdict != "agrees"


def test_seeds_that_scatter_widen_the_tolerance_up_to_its_ceiling():
    close, wide = scored(0.98, *[0.9795, 0.9805] * 10), scored(0.98, *[0.976, 0.984] * 10)
    assert close.tolerance == pytest.approx(1.96 * TEST_SCATTER * np.sqrt(1.05), abs=1e-4)
    assert close.verdict == "agrees"
    assert wide.tolerance > TEST_CEILING
    assert wide.verdict == "too scattered to tell"


def test_training_accuracies_are_compared_by_what_is_left_to_learn():
    assert learnt(0.9982, 0.9967, 0.9974, 0.9969).verdict == "agrees"
    assert learnt(0.9982, 0.9988, 0.9990, 0.9987).verdict == "agrees"
    assert learnt(0.9982, 0.9950, 0.9952, 0.9949).verdict == "differs"
    assert learnt(0.9930, 0.9982, 0.9984, 0.9983).verdict == "differs"


def test_one_seed_a_hundred_times_wrong_does_not_agree():
    assert learnt(0.9982, 0.9982, 0.82, 0.9983).verdict != "agrees"
    assert scored(0.98, 0.98, 0.0098, 0.981).verdict != "agrees"


def test_a_network_that_knows_every_image_has_an_error_rate_to_compare():
    assert learnt(0.9982, 1.0, 1.0, 1.0).verdict == "differs"
