"""The doctor: each finding on figures that show it, and silence on those that do not."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from core.diagnosis.findings import findings
from core.recipes.catalogue import CATALOGUE, by_name
from core.records import EpochReport
from tests import factories
from tests.factories import epoch_report, result

PLAIN = by_name("mlp-128-32")


def score(accuracy=0.95, *, loss=0.2, images=5000, **more):
    """A good one on many images."""
    return factories.score(accuracy, loss=loss, images=images, **more)


def epochs(*losses, val=None, accuracy=0.95):
    scores = val or [score(accuracy)] * len(losses)
    return tuple(
        epoch_report(number, loss=loss, accuracy=accuracy, val=one)
        for number, (loss, one) in enumerate(zip(losses, scores, strict=True), start=1)
    )


def codes(recipe, reports, outcome=None):
    return [finding.code for finding in findings(recipe, reports, outcome)]


def test_a_plain_training_is_left_in_peace():
    assert codes(PLAIN, epochs(0.5, 0.3, 0.2)) == []
    assert codes(PLAIN, ()) == []


def test_a_loss_that_is_no_number_says_that_and_nothing_else():
    (found,) = findings(PLAIN, (), result(PLAIN, (), ended="diverged"))
    assert found.code == "diverged"
    assert "0.001" in found.text()


def test_guessing_after_two_epochs_is_no_learning():
    reports = epochs(2.3, 2.3, accuracy=0.11)
    assert codes(PLAIN, reports) == ["not-learning"]
    assert codes(PLAIN, reports[:1]) == []


def test_a_loss_that_falls_too_slowly_and_one_that_does_not_fall_have_other_causes():
    (slow,) = findings(PLAIN, epochs(2.36, 2.35, 2.34, accuracy=0.1))
    assert "too low" in slow.text()
    assert "2.340" in slow.text()
    (stuck,) = findings(PLAIN, epochs(2.31, 2.35, 2.33, accuracy=0.1))
    assert "too high" in stuck.text()
    assert "a tenth" in stuck.text()


def test_a_digit_with_a_handful_of_images_is_not_called_lost():
    few = score(0.9, lost=(4,), images=100)
    assert codes(PLAIN, epochs(0.2, val=[few], accuracy=0.9)) == []
    assert codes(PLAIN, epochs(0.2, 0.1, val=[few, score(0.9, images=100)], accuracy=0.9)) == []


def test_a_digit_that_was_lost_for_a_while_is_named_with_its_last_epoch():
    recipe = by_name("q001-lost-digit")
    scores = [score(0.79, lost=(4, 7)), score(0.89, lost=(4,)), score(0.95)]
    (found,) = findings(recipe, epochs(4.0, 2.9, 2.3, val=scores))
    assert found.code == "freed-digit"
    assert "Not one 4, 7 was recognised up to epoch 2" in found.text()
    kept = findings(recipe, epochs(4.0, 2.9, val=scores[:2], accuracy=0.89))
    assert [finding.code for finding in kept] == ["lost-digit", "freed-digit"]
    assert "Not one 7" in kept[1].text()


def test_a_gap_is_seen_only_beyond_what_chance_explains():
    def gap(training, validation, images):
        return codes(
            PLAIN, epochs(0.1, val=[score(validation, images=images)], accuracy=training)
        )

    assert gap(0.995, 0.979, 6000) == ["gap"]
    assert gap(0.995, 0.979, 400) == []
    assert gap(0.985, 0.979, 60_000) == []
    (found,) = findings(PLAIN, epochs(0.1, val=[score(0.979, images=6000)], accuracy=0.995))
    assert "1.60 points" in found.text()
    assert "9 times" in found.text()


def test_a_gap_is_not_said_twice():
    rising = [score(0.979, loss=loss, images=6000) for loss in (0.2, 0.1, 0.11, 0.12, 0.15)]
    reports = epochs(0.3, 0.2, 0.1, 0.05, 0.02, val=rising, accuracy=0.999)
    assert codes(PLAIN, reports) == ["overfitting"]


def test_a_lost_digit_is_named_with_the_cause_that_its_loss_has():
    recipe = by_name("q001-lost-digit")
    reports = epochs(1.7, val=[score(0.89, lost=(0,))], accuracy=0.89)
    found = {finding.code: finding for finding in findings(recipe, reports)}
    assert "not one 0 is recognised" in found["lost-digit"].text()
    assert "90 %" in found["lost-digit"].text()
    assert "1e-7" in found["lost-digit"].text()
    other = findings(PLAIN, epochs(1.7, val=[score(0.7, lost=(3, 8))], accuracy=0.7))
    assert "3, 8" in other[0].text()
    assert "80 %" in other[0].text()
    assert "1e-7" not in other[0].text()


def test_clipped_losses_that_are_all_errors_are_seen():
    recipe = by_name("q001-lost-digit")
    assert "clipped-scale" in codes(recipe, epochs(16.1 * 0.11, accuracy=0.89))
    assert "clipped-scale" not in codes(recipe, epochs(0.3, accuracy=0.89))
    assert "clipped-scale" not in codes(PLAIN, epochs(16.1 * 0.11, accuracy=0.89))


def test_ties_that_cost_accuracy_are_seen_and_harmless_ones_not():
    recipe = by_name("q000-falling-accuracy")
    costly = score(0.947, by_logits=0.967, tied=0.04)
    (found,) = findings(recipe, epochs(0.005, val=[costly]))
    assert found.code == "tied-outputs"
    assert "4.00 %" in found.text()
    assert "94.70 %" in found.text()
    assert "96.70 %" in found.text()
    assert codes(recipe, epochs(0.005, val=[score(0.95, by_logits=0.95, tied=0.04)])) == []


def test_losses_of_raw_pixels_are_explained():
    recipe = by_name("q002-sgd-0.01")
    (found,) = findings(recipe, epochs(315.5, 263.1))
    assert found.code == "loss-scale"
    assert "315.5" in found.text()
    assert codes(replace(recipe, network=PLAIN.network), epochs(315.5, 263.1)) == []


def test_overfitting_needs_three_epochs_of_rising_validation_loss():
    rising = [score(loss=loss) for loss in (0.2, 0.1, 0.11, 0.12, 0.15)]
    reports = epochs(0.3, 0.2, 0.1, 0.05, 0.02, val=rising)
    (found,) = findings(PLAIN, reports)
    assert found.code == "overfitting"
    assert "Since epoch 2" in found.text()
    assert codes(PLAIN, reports[:4]) == []
    flat = [score(loss=0.1)] * 5
    assert codes(PLAIN, epochs(0.3, 0.2, 0.1, 0.05, 0.02, val=flat)) == []


def test_a_loss_that_jumps_asks_for_smaller_steps():
    assert codes(PLAIN, epochs(0.5, 0.7, 0.4, 0.6, 0.5)) == ["jumpy"]
    assert codes(PLAIN, epochs(0.5, 0.4, 0.3, 0.31, 0.3)) == []


def test_dropout_explains_a_better_validation():
    reports = epochs(0.2, val=[score(0.97)], accuracy=0.95)
    assert codes(by_name("mlp-256-128-64-dropout"), reports) == ["better-validation"]
    assert codes(PLAIN, reports) == []


def test_the_habits_of_the_tutorial_are_noted():
    assert codes(by_name("t003-model2"), epochs(0.1, val=[None])) == [
        "watches-training",
        "no-validation",
    ]


def test_a_training_that_still_gets_better_could_go_on():
    falling = epochs(0.5, 0.4, 0.3, val=[score(loss=loss) for loss in (0.5, 0.4, 0.3)])
    outcome = result(PLAIN, falling)
    assert codes(PLAIN, falling, outcome) == ["not-done"]
    assert codes(PLAIN, falling, replace(outcome, ended="stopped")) == []


def test_the_test_accuracy_comes_with_its_noise():
    reports = epochs(0.1)
    (found,) = findings(PLAIN, reports, result(PLAIN, reports, test=score(0.98, images=10_000)))
    assert found.code == "noise"
    assert "0.14" in found.text()


def test_the_worst_comes_first():
    recipe = replace(by_name("q001-lost-digit"), validation=None)
    reports = (epoch_report(1, loss=1.77, accuracy=0.89, train=score(0.89, lost=(0,))),)
    severities = [finding.severity for finding in findings(recipe, reports)]
    assert severities == ["bad", "warn", "info"]


@pytest.mark.parametrize("recipe", CATALOGUE, ids=lambda recipe: recipe.name)
def test_no_figures_break_a_rule(recipe):
    odd = (
        EpochReport(1, math.nan, math.nan, 0.1, 0.0),
        EpochReport(2, math.inf, 0.0, 0.1, 0.0, val_score=score(0.0, loss=math.inf)),
        EpochReport(3, 0.0, 1.0, 0.1, 0.0, val_score=score(1.0, loss=0.0)),
        EpochReport(4, 0.0, 1.0, 0.1, 0.0, val_score=score(1.0, loss=math.nan)),
        EpochReport(5, 0.0, 1.0, 0.1, 0.0, train_score=score(math.nan)),
    )
    for end in range(len(odd) + 1):
        for test in (None, score(1.0), score(0.0), score(0.5, images=0)):
            for found in findings(recipe, odd[:end], result(recipe, odd[:end], test=test)):
                assert found.text()
