"""Scores against Keras and against hand-computed values; intervals and tests against tables."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.evaluation.metrics import (
    confusion,
    expected_calibration_error,
    fit_temperature,
    losses,
    lost_digits,
    mcnemar,
    recalls,
    score,
    standard_error,
    tied_rows,
    wilson,
)
from core.networks.activations import sigmoid, softmax
from core.records import Predictions
from tests import factories


@pytest.fixture
def rng():
    return np.random.default_rng(7)


def _answers(logits, activation=softmax):
    logits = np.asarray(logits, np.float32)
    return Predictions(logits=logits, outputs=activation(logits))


def _one_hot(labels):
    return np.eye(10, dtype=np.float32)[labels]


@pytest.mark.parametrize("scale", [0.1, 3.0, 400.0])
def test_crossentropy_is_kerass_of_the_logits(rng, scale):
    import keras

    logits = rng.normal(0, scale, (50, 10)).astype(np.float32)
    labels = rng.integers(0, 10, 50)
    wanted = keras.ops.categorical_crossentropy(_one_hot(labels), logits, from_logits=True)
    found = losses(_answers(logits), labels, "crossentropy")
    np.testing.assert_allclose(found, np.asarray(wanted), rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize("activation", [softmax, sigmoid])
@pytest.mark.parametrize("scale", [0.1, 3.0, 40.0])
def test_clipped_crossentropy_is_kerass_of_plain_outputs(rng, scale, activation):
    import keras

    predictions = _answers(rng.normal(0, scale, (50, 10)), activation)
    labels = rng.integers(0, 10, 50)
    # A fresh tensor: no op has left its logits on it, so Keras takes the clipped path.
    outputs = keras.ops.convert_to_tensor(predictions.outputs)
    wanted = keras.ops.categorical_crossentropy(_one_hot(labels), outputs)
    found = losses(predictions, labels, "clipped_crossentropy")
    np.testing.assert_allclose(found, np.asarray(wanted), rtol=1e-4, atol=2e-7)


def test_clipped_loss_ends_at_16_and_the_other_does_not():
    logits = np.zeros((1, 10))
    logits[0, 3] = 500
    labels = np.array([0])
    assert losses(_answers(logits), labels, "clipped_crossentropy")[0] == pytest.approx(
        16.118095
    )
    assert losses(_answers(logits), labels, "crossentropy")[0] == pytest.approx(500)


def test_a_guess_costs_ln_10():
    guesses = _answers(np.zeros((4, 10)))
    for name in ("crossentropy", "clipped_crossentropy"):
        assert losses(guesses, np.arange(4), name) == pytest.approx(math.log(10), rel=1e-6)


def test_saturated_sigmoids_lose_accuracy_by_outputs_but_not_by_logits():
    logits = np.full((4, 10), -5.0)
    logits[0, 7] = 30
    logits[1, [2, 7]] = 20, 30  # both outputs are 1.0 and the lower digit wins
    logits[2, [7, 9]] = 30, 20
    logits[3, [2, 7]] = 5, 9
    result = score(_answers(logits, sigmoid), np.full(4, 7), "crossentropy")
    assert result.accuracy == 0.75
    assert result.logit_accuracy == 1.0
    assert result.tied == 0.5
    assert result.recalls[7] == 0.75
    assert math.isnan(result.recalls[0])
    assert result.images == 4


def test_score_leaves_out_what_is_no_digit():
    logits = np.eye(10)[[1, 2, 3]]
    result = score(_answers(logits), np.array([1, -1, 4]), "crossentropy")
    assert result.images == 2
    assert result.accuracy == 0.5


def test_score_of_nothing_is_no_number():
    result = score(_answers(np.zeros((0, 10))), np.zeros(0, np.int64), "crossentropy")
    assert result.images == 0
    assert math.isnan(result.accuracy)
    assert math.isnan(result.loss)


def test_score_of_a_diverged_network_is_no_number_but_no_error():
    predictions = Predictions(
        np.full((3, 10), np.nan, np.float32), np.full((3, 10), np.nan, np.float32)
    )
    for name in ("crossentropy", "clipped_crossentropy"):
        assert math.isnan(score(predictions, np.arange(3), name).loss)


def test_confusion_has_true_digits_as_rows():
    labels = np.array([3, 3, 3, 5, -1])
    table = confusion(labels, np.array([3, 8, 8, 5, 1]), 10)
    assert table.shape == (10, 10)
    assert table.dtype == np.int64
    assert table[3, 8] == 2
    assert table[3, 3] == table[5, 5] == 1
    assert table.sum() == 4


def test_recalls_of_a_lost_digit():
    labels = np.array([0, 0, 1, 1, 2])
    shares = recalls(labels, np.array([4, 5, 1, 2, 2]), 10)
    assert shares[:3] == (0.0, 0.5, 1.0)
    assert all(math.isnan(share) for share in shares[3:])


def test_tied_rows_finds_shared_maxima_only():
    outputs = np.array([[1, 1, 0], [0, 0, 1], [0.5, 0.5, 0.5]], np.float32)
    assert tied_rows(outputs).tolist() == [True, False, True]


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [
        # R: binom::binom.confint(x, n, methods = "wilson"); Newcombe 1998, table I.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_wilson_agrees_with_published_intervals(right, total, low, high):
    found = wilson(right, total)
    assert found == pytest.approx((low, high), abs=6e-5)


def test_wilson_says_nothing_about_no_images():
    assert wilson(0, 0) == (0.0, 1.0)


def test_wilson_covers_the_truth_about_95_times_in_100(rng):
    counts = rng.binomial(200, 0.97, 4000)
    inside = [low <= 0.97 <= high for low, high in (wilson(int(k), 200) for k in counts)]
    assert 0.93 < np.mean(inside) < 0.98


def _pairs(only_a, only_b, both=10):
    a = np.array([True] * both + [True] * only_a + [False] * only_b)
    b = np.array([True] * both + [False] * only_a + [True] * only_b)
    return a, b


@pytest.mark.parametrize(
    ("only_a", "only_b", "p_value"),
    [
        (0, 0, 1.0),
        (3, 3, 1.0),
        (0, 5, 0.0625),
        (1, 9, 22 / 1024),
        (6, 16, 110056 / 2**21),
    ],
)
def test_mcnemar_of_few_pairs_is_the_binomial(only_a, only_b, p_value):
    result = mcnemar(*_pairs(only_a, only_b))
    assert (result.only_a, result.only_b) == (only_a, only_b)
    assert result.p_value == pytest.approx(p_value, rel=1e-5)


def test_mcnemar_of_many_pairs_is_the_corrected_chi_square():
    # (|150 - 86| - 1)^2 / 236 = 16.818 with one degree of freedom: p = 4.12e-05.
    assert mcnemar(*_pairs(150, 86)).p_value == pytest.approx(4.12e-5, rel=2e-3)
    assert mcnemar(*_pairs(150, 150)).p_value == pytest.approx(1.0, abs=1e-12)


def test_mcnemar_is_continuous_where_the_method_changes():
    exact = mcnemar(*_pairs(115, 85)).p_value
    approximate = mcnemar(*_pairs(116, 86)).p_value
    assert exact == pytest.approx(approximate, rel=0.05)


def test_standard_error_of_a_test_score():
    assert standard_error(0.98, 10_000) == pytest.approx(0.0014)
    assert standard_error(1.0, 10) == 0.0


def test_calibration_error_of_known_shares():
    probabilities = np.full((100, 10), 0.2 / 9, np.float32)
    probabilities[:, 0] = 0.8
    perfect = np.array([0] * 80 + [1] * 20)
    assert expected_calibration_error(probabilities, perfect) == pytest.approx(0, abs=1e-6)
    boasting = np.array([0] * 50 + [1] * 50)
    assert expected_calibration_error(probabilities, boasting) == pytest.approx(0.3, abs=1e-6)


@pytest.mark.parametrize("temperature", [0.4, 1.0, 3.0])
def test_fitted_temperature_is_that_of_the_labels(rng, temperature):
    logits = rng.normal(0, 4, (20_000, 10)).astype(np.float32)
    shares = softmax(logits / np.float32(temperature))
    labels = (shares.cumsum(axis=1) < rng.random((20_000, 1))).sum(axis=1).clip(0, 9)
    fitted = fit_temperature(logits, labels)
    assert fitted == pytest.approx(temperature, rel=0.03)
    calibrated = softmax(logits / np.float32(fitted))
    assert expected_calibration_error(calibrated, labels) < 0.01


def test_fitted_temperature_is_the_minimum(rng):
    logits = rng.normal(0, 4, (500, 10))
    labels = np.where(rng.random(500) < 0.7, logits.argmax(axis=1), rng.integers(0, 10, 500))
    best = fit_temperature(logits.astype(np.float32), labels)

    def cost(temperature):
        predictions = _answers(logits / temperature)
        return losses(predictions, labels, "crossentropy").mean()

    assert cost(best) <= min(cost(best * 1.01), cost(best / 1.01))


def test_temperature_of_faultless_answers_is_the_lower_bound():
    logits = 10 * np.eye(10, dtype=np.float32)
    assert fit_temperature(logits, np.arange(10)) == pytest.approx(0.05, rel=1e-4)


def test_a_digit_is_lost_by_one_rule_for_the_findings_and_the_published_question():
    """Recall .005 was lost to the one and not to the other."""
    from core.diagnosis.evidence import Evidence
    from core.diagnosis.outputs import lost_digit
    from core.recipes.catalogue import by_name
    from core.reproduction.families import fate, losses_of_digits

    recipe = by_name("q001-lost-digit")
    hardly = factories.score(0.85, recalls=(0.005, 0.01, *(0.9,) * 7, math.nan), images=10_000)
    assert lost_digits(hardly) == (0,)
    assert lost_digits(replace(hardly, images=149)) == ()
    epochs = (factories.epoch_report(1, val=hardly),)
    assert lost_digit(Evidence(recipe=recipe, epochs=epochs)).values["digits"] == "0"
    assert fate(epochs).to_the_end == (0,)
    told = losses_of_digits("x", [("seed 1", epochs)], told=True)
    assert told.measured.startswith("1 of 1 seeds (seed 1: ")
