"""Verdicts that can fail: what is invented, shuffled or of another recipe never agrees."""

import numpy as np
import pytest

from core.recipes.published import published
from core.reproduction.curves import LOSS_CEILING, TEST_ACCURACY_CEILING, curve

MODELS = tuple(f"t003-model{n}" for n in (1, 3, 4, 7))


def of(name, what="loss"):
    return np.array(published(name).curves[what])


def seeds(true, count=3, scatter=0.03, seed=0):
    """Return curves that scatter about a true one as losses do."""
    rng = np.random.default_rng(seed)
    return true * np.exp(rng.normal(0, scatter, (count, len(true))))


def verdicts(printed, measured, what="loss"):
    return {item.verdict for item in curve("x", what, printed, measured, images=60_000)}


def test_a_curve_is_held_to_the_scatter_between_its_seeds():
    true = 2 / np.arange(1, 21)
    printed = seeds(true, 1, 0.02, seed=1)[0]
    judged = curve("x", "loss", printed, seeds(true, scatter=0.02), images=60_000)
    assert [item.epoch for item in judged] == list(range(1, 21))
    assert sum(item.verdict == "agrees" for item in judged) >= 19
    assert verdicts(printed * 1.2, seeds(true, scatter=0.02)) == {"differs"}


def test_a_loss_is_held_to_the_same_factor_up_and_down():
    measured = [[0.46] * 4, [0.5] * 4, [0.54] * 4]
    (item, *_) = curve("x", "loss", [0.52] * 4, measured, images=10_000)
    factor = 1 + item.tolerance / item.measured

    def verdict(value):
        return curve("x", "loss", [value] * 4, measured, images=10_000)[0].verdict

    assert verdict(item.measured * 1.01 / factor) == "agrees"
    assert verdict(item.measured * 1.01 * factor) == "differs"
    assert verdict(item.measured * 0.99 / factor) == "differs"


def test_a_curve_that_ends_early_differs_where_it_is_missing():
    judged = curve("x", "loss", [1.0, 0.5, 0.3], [[1.0, 0.5]], images=60_000)
    assert [item.verdict for item in judged] == ["agrees", "agrees", "differs"]
    assert judged[2].measured is None


def test_seeds_that_scatter_above_the_ceiling_cannot_tell():
    true = of("t003-model1")
    judged = curve("x", "loss", true, seeds(true, scatter=3 * LOSS_CEILING), images=60_000)
    assert {item.verdict for item in judged} == {"too scattered to tell"}
    assert "above 10 % other curves fit too" in judged[0].why


def test_outside_even_of_a_wide_tolerance_a_figure_differs():
    assert verdicts([1e6] * 4, [[0.2] * 4, [0.3] * 4, [0.5] * 4]) == {"differs"}


@pytest.mark.parametrize("count", [1, 3, 5])
def test_invented_constant_curves_do_not_agree(count):
    for level in (0.01, 0.05, 0.25, 1.0):
        invented = [[level * (1 + n / 10)] * 20 for n in range(count)]
        assert "agrees" not in verdicts(of("t003-model1"), invented)
        flat = [[min(level, 0.98) + n / 1000] * 10 for n in range(count)]
        assert "agrees" not in verdicts(of("q002-sgd-0.01", "accuracy"), flat, "accuracy")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", MODELS[2:])
def test_the_curve_of_another_recipe_does_not_agree(name, count):
    measured = seeds(of("t003-model1"), count, 0.05)
    assert "agrees" not in verdicts(of(name)[:20], measured)


def test_another_width_is_told_by_three_seeds_and_their_scatter():
    scatter = np.linspace(0.02, 0.08, 20)
    measured = seeds(of("t003-model1"), 3, scatter)
    assert "agrees" not in verdicts(of("t003-model3"), measured)


def test_one_seed_a_hundred_times_wrong_does_not_agree():
    true = of("t003-model1")
    wrong = seeds(true)
    wrong[1] *= 100
    assert "agrees" not in verdicts(true, wrong)
    assert "agrees" not in verdicts(true, [100 * true])
    accuracies = np.array([np.full(10, 0.98), np.full(10, 0.0098), np.full(10, 0.98)])
    assert "agrees" not in verdicts([0.98] * 10, accuracies, "val_accuracy")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("t003-model1", "loss"),
        ("t003-model7", "loss"),
        ("q002-sgd-0.01", "loss"),
        ("q002-sgd-0.01", "accuracy"),
        ("q002-sgd-0.01", "val_loss"),
        ("q002-sgd-0.01", "val_accuracy"),
    ],
)
def test_a_random_order_of_the_epochs_does_not_agree(name, what, count):
    true = of(name, what)
    spread = seeds(np.ones(len(true)), count)
    measured = true + 0.001 * (spread - 1) / 0.03 if "acc" in what else true * spread
    rng = np.random.default_rng(4)
    for _ in range(20):
        assert "agrees" not in verdicts(rng.permutation(true), measured, what)
        order = rng.permutation(len(true))
        assert "agrees" not in verdicts(true, measured[:, order], what)


def test_a_flat_curve_says_nothing_however_close_it_lies():
    flat = [0.9, 0.9001, 0.8999, 0.9, 0.9001, 0.8999, 0.9]
    judged = curve("x", "val_accuracy", flat, [flat, flat[::-1]], images=10_000)
    assert {item.verdict for item in judged} == {"too scattered to tell"}
    assert "in random order lie as close" in judged[0].why


def test_a_single_seed_is_scattered_as_its_own_epochs_are():
    jumping = [0.90, 0.87, 0.91, 0.86, 0.90, 0.85, 0.91, 0.87]
    judged = curve("x", "val_accuracy", jumping, [jumping], images=10_000)
    assert {item.verdict for item in judged} == {"too scattered to tell"}
    assert f"above {TEST_ACCURACY_CEILING} " in judged[0].why


@pytest.mark.parametrize("count", [1, 3])
def test_a_right_curve_agrees(count):
    found = []
    for name in MODELS:
        true = of(name)
        for seed in range(5):
            printed, measured = (
                seeds(true, 1, 0.04, seed)[0],
                seeds(true, count, 0.04, 9 - seed),
            )
            judged = curve("x", "loss", printed, measured, images=60_000)
            found += [item.verdict for item in judged]
    assert found.count("agrees") / len(found) > 0.98
