"""The doctor: each finding on figures that show it, and silence on those that do not."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from core.data.facts import count_facts
from core.diagnosis.evidence import along
from core.diagnosis.findings import findings
from core.diagnosis.several import RunSeen, compare_runs
from core.layers import Dense, NetworkSpec
from core.probes import ActivationProbe, LayerProbe, Probe
from core.recipes.catalogue import CATALOGUE, by_name
from core.records import Optimizer
from tests.factories import epoch_report, history, result, score

PLAIN = by_name("mlp-128-32")


def probe(epoch=1, *, accuracy=0.95, line=(1, 1, 0.99, 1.1, 5, 100), start=1.0, **figures):
    """Return a look at a healthy training, but for what is named."""
    values = {
        "images": 2000,
        "loss": 0.2,
        "logit_accuracy": accuracy,
        "tied": 0.0,
        "recalls": (accuracy,) * 10,
        "predicted": (0.1,) * 10,
        "no_gradient": (0.0,) * 10,
        "digit_gradients": (0.1,) * 10,
        "certain": 0.0,
        "margin": 3.0,
        "penalty": 0.0,
        "layers": (LayerProbe("dense", 1.0, 10.0, 0.1), LayerProbe("dense_1", 1.0, 5.0, 0.1)),
        "activations": (ActivationProbe("dense", "relu", 0.0, 0.0),),
    }
    line = tuple(start * ratio for ratio in line)
    return Probe(epoch, accuracy=accuracy, line=line, line_start=start, **values | figures)


def probed(losses, *, val=None, accuracy=0.95, rate=0.001, **figures):
    """Return epochs that were probed alike."""
    reports = history(losses, accuracy=accuracy, val=val, rate=rate)
    return tuple(
        replace(r, probe=probe(r.epoch, accuracy=accuracy, **figures)) for r in reports
    )


def codes(recipe, reports, outcome=None, **known):
    return [finding.code for finding in findings(recipe, reports, outcome, **known)]


def every(recipe, reports, outcome=None, **known):
    found = findings(recipe, reports, outcome, **known)
    return {part.code: part for f in found for part in (f, *f.symptoms)}


def test_a_plain_training_is_left_in_peace():
    assert codes(PLAIN, history((0.5, 0.3, 0.2), val=score(0.9))) == []
    assert codes(PLAIN, ()) == []


class TestRates:
    def test_no_rate_is_blamed_without_a_look_along_its_step(self):
        stuck = history((2.31, 2.35, 2.33), accuracy=0.1, val=score(0.1))
        assert codes(PLAIN, stuck) == ["not-learning"]
        falling = history((2.36, 2.35, 2.34), accuracy=0.1, val=score(0.1))
        assert codes(PLAIN, falling) == ["not-learning"]

    def test_a_first_step_that_raises_the_loss_is_too_long(self):
        start = probe(0, line=(0.95, 0.8, 2.6, 200, 1e4, 1e6), start=2.5)
        stuck = probed((2.31, 2.35), accuracy=0.1, val=score(0.1))
        (found,) = findings(PLAIN, stuck, start=start)
        assert found.code == "rate-too-high"
        assert [s.code for s in found.symptoms] == ["not-learning"]
        assert "from 2.5 to 6.5" in found.text()

    def test_a_long_first_step_that_did_no_harm_is_no_fault(self):
        start = probe(0, line=(0.95, 0.8, 2.6, 200, 1e4, 1e6), start=2.5)
        assert "rate-too-high" not in codes(PLAIN, probed((0.5, 0.3)), start=start)

    def test_what_ties_cost_is_not_laid_to_the_rate(self):
        start = probe(0, line=(0.95, 0.8, 2.6, 200, 1e4, 1e6), start=2.5)
        tied = score(0.4, by_logits=0.86, tied=0.5)
        rough = probed((2.6, 0.9), accuracy=0.4, val=tied)
        assert "rate-too-high" not in every(PLAIN, rough, start=start)
        assert "tied-outputs" in every(PLAIN, rough, start=start)
        low = probed((2.6, 0.9), accuracy=0.4, val=score(0.4))
        assert "rate-too-high" in every(PLAIN, low, start=start)

    def test_momentum_repeats_the_step(self):
        recipe = replace(PLAIN, optimizer=Optimizer("sgd", 0.5, momentum=0.95))
        start = probe(0, line=(0.99, 0.97, 0.84, 1.4, 48, 5e3), start=2.5)
        stuck = probed((2.31, 2.35), accuracy=0.1, val=score(0.1))
        assert "rate-too-high" in every(recipe, stuck, start=start)
        plain = replace(recipe, optimizer=Optimizer("sgd", 0.5))
        assert "rate-too-high" not in every(plain, stuck, start=start)

    def test_units_that_died_since_the_start_were_killed_by_steps(self):
        dead = (ActivationProbe("dense", "relu", 0.8, 0.0),)
        reports = probed((1.0, 0.9), accuracy=0.6, val=score(0.6), activations=dead)
        assert codes(PLAIN, reports, start=probe(0)) == ["rate-too-high"]
        born_dead = probe(0, activations=dead)
        assert codes(PLAIN, reports, start=born_dead) == []

    def test_a_first_epoch_far_above_the_start_was_thrown_there_by_its_steps(self):
        smooth = probe(0, line=(0.99, 0.9, 0.8, 1.6, 14, 150), start=2.5)
        for first, thrown in ((15.4, True), (5.1, False)):
            rough = probed((first, 2.0), accuracy=0.75, val=score(0.75))
            assert ("rate-too-high" in every(PLAIN, rough, start=smooth)) == thrown
        well = probed((15.4, 0.1), accuracy=0.97, val=score(0.97))
        assert "rate-too-high" not in every(PLAIN, well, start=smooth)

    def test_a_continued_training_is_not_blamed_for_what_was_before(self):
        smooth = probe(2, line=(0.99, 0.9, 0.8, 1.6, 14, 150), start=0.9)
        reports = probed((15.4, 2.0, 1.0, 0.9), accuracy=0.75, val=score(0.75))
        assert "rate-too-high" not in every(PLAIN, reports, start=smooth)

    def test_the_steps_of_a_continued_training_are_those_of_all_its_parts(self, sample):
        facts = count_facts(sample)
        again = replace(PLAIN, batch_size=400, epochs=2, validation=None)
        for trained, few in ((2, True), (12, False)):
            reports = probed((0.9,) * trained, accuracy=0.7, val=score(0.7))
            assert ("few-steps" in every(again, reports, facts=facts)) == few

    def test_a_loss_that_ten_steps_lower_tenfold_asks_for_longer_ones(self):
        for line, low in (
            ((1, 1, 0.9998, 0.9978, 0.9957, 2.7), True),
            ((1, 1, 0.9960, 0.9610, 1.1, 8), False),
        ):
            plateau = probed((2.36, 2.35), accuracy=0.1, val=score(0.1), line=line, start=2.3)
            assert ("rate-too-low" in every(PLAIN, plateau)) == low

    def test_only_where_units_can_die_does_a_long_step_kill_them(self):
        start = probe(0, line=(0.95, 0.8, 2.6, 200, 1e4, 1e6), start=2.5)
        stuck = probed((2.31, 2.35), accuracy=0.1, val=score(0.1))
        layers = (Dense(64, "tanh"), Dense(10))
        smooth = replace(PLAIN, network=NetworkSpec(layers))
        for recipe, die in ((PLAIN, True), (smooth, False)):
            said = every(recipe, stuck, start=start)["rate-too-high"].text()
            assert ("answer zero" in said) == die

    def test_a_step_after_which_the_loss_is_no_number_is_said_in_words(self):
        start = probe(0, line=(0.75, 0.5, math.nan, math.nan, math.nan, math.nan), start=8.0)
        found = every(PLAIN, (), result(PLAIN, ended="diverged"), start=start)
        text = found["rate-too-high"].text()
        assert "no number" in text
        assert "nan" not in text
        assert "in epoch 1" in found["diverged"].text()

    def test_a_loss_that_falls_straight_on_for_a_thousand_steps_asks_for_longer_ones(self):
        slow = probed(
            (2.36, 2.35),
            accuracy=0.1,
            val=score(0.1),
            line=(1, 1, 0.9999, 0.999, 0.99, 0.9),
            start=2.35,
        )
        (found,) = findings(PLAIN, slow)
        assert found.code == "rate-too-low"
        assert found.remedy.apply(PLAIN).optimizer.learning_rate == pytest.approx(0.01)

    def test_only_a_rate_below_the_usual_one_is_called_low_where_much_is_learnt(self):
        line = (1, 1, 0.997, 0.973, 0.77, 1.75)
        slow = probed((1.2, 0.9), accuracy=0.65, val=score(0.65), line=line, rate=1e-4)
        low = replace(PLAIN, optimizer=Optimizer("adam", 1e-4))
        (found,) = findings(low, slow)
        assert (found.code, found.severity) == ("rate-too-low", "warn")
        usual = tuple(replace(report, learning_rate=0.001) for report in slow)
        assert "rate-too-low" not in every(PLAIN, usual)
        steep = probed((1.2, 0.9), accuracy=0.65, val=score(0.65), rate=1e-4)
        assert "rate-too-low" not in every(low, steep)

    def test_a_rate_that_a_cosine_has_brought_to_nothing_is_not_the_one_that_was_chosen(self):
        figures = {"accuracy": 0.4, "val": score(0.4)}
        straight = (1, 1, 0.9999, 0.999, 0.99, 0.9)
        cosine = replace(PLAIN, schedule="cosine")
        early, late = probed((2.3, 2.2), rate=0.001, **figures)
        crawling = replace(
            late, learning_rate=1e-7, probe=probe(2, accuracy=0.4, line=straight)
        )
        assert "rate-too-low" not in every(cosine, (early, crawling))
        slow = replace(early, probe=probe(1, accuracy=0.4, line=straight))
        assert "rate-too-low" in every(cosine, (slow, crawling))

    def test_forecasts_are_taken_back_where_all_went_well(self):
        long = replace(PLAIN, optimizer=Optimizer("adam", 0.1))
        assert "long-steps" in every(long, ())
        assert "long-steps" in every(long, probed((0.9, 0.7), accuracy=0.7, val=score(0.7)))
        assert "long-steps" not in every(long, probed((0.2, 0.1), val=score(0.98)))

    def test_high_and_low_are_never_said_together(self):
        slow = probed(
            (2.36, 2.35),
            accuracy=0.1,
            val=score(0.1),
            line=(1, 1, 0.9999, 0.999, 0.99, 0.9),
        )
        start = probe(0, line=(0.95, 0.8, 2.6, 200, 1e4, 1e6), start=2.0)
        found = every(PLAIN, slow, start=start)
        assert "rate-too-high" in found
        assert "rate-too-low" not in found

    def test_the_loss_along_a_step_that_ends_in_no_number_is_infinite(self):
        assert along(probe(line=(1, 1, math.nan, 1, 1, 1)), 1.0) == math.inf


class TestOutputs:
    def test_ties_that_cost_accuracy_are_named_with_their_first_epoch(self):
        recipe = by_name("q000-falling-accuracy")
        harmless = score(0.95, by_logits=0.95, tied=0.04, images=10_000)
        costly = score(0.947, by_logits=0.967, tied=0.04, images=10_000)
        reports = (
            epoch_report(1, val=harmless),
            epoch_report(2, val=costly),
            epoch_report(3, val=costly),
        )
        found = findings(recipe, reports)
        assert (found[0].code, found[0].epoch) == ("tied-outputs", 2)
        assert "ending-hides-logits" in {s.code for s in found[0].symptoms}
        cured = found[0].remedy.apply(recipe).network.layers[-1]
        assert cured.activation == "softmax"
        assert "tied-outputs" not in every(recipe, reports[:1])

    def test_the_first_weights_explain_the_clipped_loss_and_the_lost_digit(self):
        recipe = by_name("q001-lost-digit")
        silent = (1.0, *(0.05,) * 9)
        reports = tuple(
            replace(r, probe=probe(1, accuracy=0.89, no_gradient=silent))
            for r in history((1.7,), accuracy=0.89, val=score(0.89, lost=(0,)))
        )
        first = findings(recipe, reports)[0]
        assert first.code == "large-first-weights"
        assert {s.code for s in first.symptoms} == {"clipped-loss", "lost-digit"}
        cures = [f.remedy.apply(recipe) for f in (first, *first.symptoms)]
        assert all(cured.network.pixels == recipe.network.pixels for cured in cures)
        assert "pixels" not in " ".join(f.cure for f in (first, *first.symptoms))

    def test_a_lost_digit_without_a_known_cause_gets_none(self):
        found = every(PLAIN, history((1.7,), accuracy=0.7, val=score(0.7, lost=(3, 8))))
        assert "3, 8" in found["lost-digit"].text()
        assert "80 %" in found["lost-digit"].text()
        assert "many causes" in found["lost-digit"].cause

    def test_a_digit_with_a_handful_of_images_is_not_called_lost(self):
        few = score(0.9, lost=(4,), images=100)
        assert codes(PLAIN, history((0.2,), val=few)) == []

    def test_a_digit_that_was_lost_for_a_while_is_named_with_its_last_epoch(self):
        recipe = by_name("q001-small-weights")
        scores = [score(0.79, lost=(4, 7)), score(0.89, lost=(4,)), score(0.95)]
        reports = [epoch_report(n, val=one) for n, one in enumerate(scores, start=1)]
        assert "Up to epoch 2 fewer than 1 in 100 images of 4, 7 were read right" in (
            every(recipe, tuple(reports))["freed-digit"].text()
        )

    def test_raw_pixels_make_a_homogeneous_loss(self):
        recipe = by_name("q002-sgd-0.01")
        certain = probed((315.5, 263.1), val=score(0.88), certain=0.97)
        first = findings(recipe, certain)[0]
        assert first.code == "homogeneous-loss"
        assert [s.code for s in first.symptoms] == ["raw-pixels"]
        assert first.remedy.apply(recipe).network.pixels == "unit"
        small = replace(recipe, network=PLAIN.network)
        assert "homogeneous-loss" not in codes(small, certain)


class TestGeneralising:
    def rising(self, training, *, to=0.15, images=6000, accuracy=0.93):
        losses = (0.2, 0.1, 0.11, 0.12, 0.13, 0.14, to)
        reports = history((0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005), accuracy=training)
        return tuple(
            replace(
                report,
                val_score=score(accuracy, loss=loss, images=images),
                probe=probe(report.epoch, accuracy=training),
            )
            for report, loss in zip(reports, losses, strict=True)
        )

    def test_learning_by_heart_is_seen(self):
        found = findings(PLAIN, self.rising(0.999))[0]
        assert found.code == "overfitting"
        assert "Since epoch 2" in found.text()

    def test_a_single_high_epoch_is_no_rise(self):
        wave = list(self.rising(0.999))
        low = replace(wave[5].val_score, loss=0.11)
        wave[5] = replace(wave[5], val_score=low)
        assert codes(PLAIN, tuple(wave)) == ["gap"]

    def test_a_rising_loss_without_a_gap_is_no_overfitting(self):
        assert codes(PLAIN, self.rising(0.93)) == []

    def test_a_rise_that_costs_no_accuracy_is_a_gap(self):
        assert codes(PLAIN, self.rising(0.995, to=0.127, accuracy=0.975)) == ["gap"]

    def test_the_running_mean_of_the_epoch_is_not_the_training_accuracy(self):
        reports = tuple(replace(r, accuracy=0.9999, probe=None) for r in self.rising(0.999))
        assert codes(PLAIN, reports) == []

    def test_a_gap_is_seen_only_beyond_what_chance_explains(self):
        def gap(training, validation, images):
            val = score(validation, images=images)
            return codes(PLAIN, probed((0.1,), accuracy=training, val=val))

        assert gap(0.995, 0.975, 6000) == ["gap"]
        assert gap(0.995, 0.979, 400) == []
        assert gap(0.985, 0.979, 60_000) == []

    def test_a_better_validation_is_explained_by_the_running_mean(self):
        (report,) = history((0.2,), accuracy=0.95, val=score(0.97, images=6000))
        reports = (replace(report, probe=probe(accuracy=0.975)),)
        (found,) = findings(PLAIN, reports)
        assert found.code == "better-validation"
        assert "97.50 %" in found.text()
        assert "dropout" not in found.text()


def test_where_no_image_is_left_nothing_is_said_of_batches(sample):
    facts = count_facts(sample)
    for recipe in (
        replace(PLAIN, validation=0.9999, train_images=10),
        replace(PLAIN, skip_images=4_000),
    ):
        found = every(recipe, (), facts=facts)
        assert found["few-images"].severity == "bad"
        assert "few-steps" not in found
    empty = replace(
        sample, train_images=sample.train_images[:0], train_labels=sample.train_labels[:0]
    )
    none = every(PLAIN, (), facts=count_facts(empty))
    assert "has no training images" in none["few-images"].text()
    assert "few-steps" not in none


class TestRescues:
    ENDING = replace(PLAIN, network=by_name("q000-falling-accuracy").network)

    def test_a_softmax_is_offered_only_where_outputs_hide_right_answers(self):
        def offered(recipe, reports, outcome=None):
            return {f.code: f.remedy.rescue for f in findings(recipe, reports, outcome)}

        assert offered(self.ENDING, ()) == {"ending-hides-logits": None}
        same = history((0.5, 0.3), val=score(0.9))
        assert offered(self.ENDING, same)["ending-hides-logits"] is None
        hidden = history((0.5, 0.3), val=score(0.9, by_logits=0.9005))
        assert offered(self.ENDING, hidden)["ending-hides-logits"] == "softmax"
        # The test images decide: what is promised is said of them.
        outcome = result(self.ENDING, hidden, test=score(0.9))
        assert offered(self.ENDING, hidden, outcome)["ending-hides-logits"] is None

    def test_the_loss_of_the_logits_is_offered_only_where_an_image_is_without_gradient(self):
        recipe = by_name("q001-lost-digit")
        learnt = probed((0.5, 0.3), val=score(0.9))
        waiting = probed((0.5, 0.3), val=score(0.9), no_gradient=(0.01, *(0.0,) * 9))
        for reports, rescue in ((), None), (learnt, None), (waiting, "logits-loss"):
            assert every(recipe, reports)["large-first-weights"].remedy.rescue == rescue


class TestCourse:
    def test_a_rate_that_was_raised_and_did_harm_is_named(self):
        reports = (
            epoch_report(1, val=score(0.97, images=5000), rate=0.001),
            epoch_report(2, val=score(0.98, images=5000), rate=0.001),
            epoch_report(3, val=score(0.90, images=5000), rate=0.01),
        )
        first = findings(PLAIN, reports)[0]
        assert (first.code, first.severity, first.epoch) == ("rate-changed", "bad", 3)
        assert "from 0.001 to 0.01" in first.text()
        assert "best-passed" in {s.code for s in first.symptoms}

    def test_a_rate_that_was_lowered_to_good_effect_is_only_told(self):
        reports = (
            epoch_report(1, val=score(0.97), rate=0.001),
            epoch_report(2, val=score(0.98), rate=0.0001),
        )
        (found,) = findings(PLAIN, reports)
        assert (found.code, found.severity) == ("rate-changed", "info")

    def test_a_rate_that_was_lowered_until_nothing_moves_is_named(self):
        line = (1, 1, 0.9999, 0.999, 0.99, 0.9)
        figures = {"accuracy": 0.4, "val": score(0.4), "line": line}
        reports = (
            probed((2.3,), rate=0.01, **figures)[0],
            replace(probed((2.2, 2.1), rate=1e-7, **figures)[1], epoch=2),
        )
        (found,) = findings(PLAIN, reports)
        assert (found.code, found.severity, found.epoch) == ("rate-changed", "bad", 2)
        assert "from 0.01 to 1e-7" in found.text()

    def test_a_rate_that_was_raised_until_the_loss_is_no_number_is_named(self):
        reports = (
            epoch_report(1, val=score(0.95), rate=0.1),
            epoch_report(2, val=score(0.1), rate=1e9),
        )
        found = findings(PLAIN, reports, result(PLAIN, reports, ended="diverged"))[0]
        assert (found.code, found.remedy.rescue) == ("rate-changed", "best-epoch")

    def test_the_best_epoch_that_was_passed_is_offered(self):
        reports = (
            epoch_report(1, val=score(0.98, loss=0.1, images=5000)),
            epoch_report(2, val=score(0.90, loss=0.4, images=5000)),
        )
        (found,) = findings(PLAIN, reports)
        assert found.code == "best-passed"
        assert found.remedy.rescue == "best-epoch"
        assert "By its validation loss epoch 1 was best" in found.text()

    def test_it_is_offered_under_any_cause_that_explains_it(self):
        reports = (
            epoch_report(1, val=score(0.98, loss=0.1, images=5000)),
            epoch_report(2, val=score(0.90, loss=0.4, images=5000)),
        )
        runaway = replace(PLAIN, optimizer=Optimizer("sgd", 0.1, momentum=1.0))
        (found,) = findings(runaway, reports)
        assert (found.code, found.remedy.rescue) == ("momentum-one", "best-epoch")

    def test_a_training_that_still_gets_better_could_go_on(self):
        falling = tuple(
            epoch_report(n, loss=loss, val=score(loss=loss))
            for n, loss in enumerate((0.5, 0.4, 0.3), start=1)
        )
        outcome = result(PLAIN, falling)
        assert codes(PLAIN, falling, outcome) == ["not-done"]
        assert codes(PLAIN, falling, replace(outcome, ended="stopped")) == []

    def test_the_test_accuracy_comes_with_its_noise(self):
        outcome = result(PLAIN, history((0.1,)), test=score(0.98, images=10_000))
        (found,) = findings(PLAIN, history((0.1,)), outcome)
        assert found.code == "noise"
        assert "0.14" in found.text()

    def test_a_loss_that_is_no_number_says_that(self):
        (found,) = findings(PLAIN, (), result(PLAIN, (), ended="diverged"))
        assert found.code == "diverged"
        assert "0.001" in found.text()


class TestSeveral:
    def test_losses_in_the_proportion_of_the_rates_are_seen(self):
        slow, fast = by_name("q002-sgd-0.01"), by_name("q002-sgd-0.03")
        runs = (
            RunSeen(slow, history((315.5, 263.1, 251.9), accuracy=0.84)),
            RunSeen(fast, history((931.8, 767.9, 756.3), accuracy=0.84)),
        )
        (found,) = compare_runs(runs)
        assert found.code == "proportional-losses"
        assert "At 3 times" in found.text()
        honest = RunSeen(fast, history((320.0, 260.0, 250.0), accuracy=0.84))
        assert compare_runs((runs[0], honest)) == ()

    def test_seeds_that_disagree_are_seen_and_those_within_chance(self):
        def seeds(*accuracies):
            return [
                RunSeen(replace(PLAIN, seed=n), (), score(a, images=10_000))
                for n, a in enumerate(accuracies)
            ]

        assert [f.code for f in compare_runs(seeds(0.89, 0.97, 0.88))] == ["seeds-disagree"]
        assert [f.code for f in compare_runs(seeds(0.975, 0.977, 0.976))] == ["seeds-agree"]
        assert [f.code for f in compare_runs(seeds(0.975, 0.977))] == ["within-chance"]


@pytest.mark.parametrize("recipe", CATALOGUE, ids=lambda recipe: recipe.name)
def test_no_figures_break_a_rule(recipe):
    odd = (
        epoch_report(1, loss=math.nan, accuracy=math.nan, rate=0.1),
        epoch_report(2, loss=math.inf, accuracy=0.0, rate=0.1, val=score(0, loss=math.inf)),
        epoch_report(3, loss=0.0, accuracy=1.0, rate=0.0, val=score(1.0, loss=0.0)),
        epoch_report(4, loss=0.0, accuracy=1.0, rate=0.1, val=score(1.0, loss=math.nan)),
        epoch_report(5, loss=0.0, accuracy=1.0, rate=0.1, train=score(math.nan)),
    )
    nans = (math.nan,) * 6
    mad = probe(6, line=nans, start=0.0, loss=math.nan, no_gradient=(math.nan,) * 10)
    odd = (*odd, replace(epoch_report(6), probe=mad))
    for end in range(len(odd) + 1):
        for test in (None, score(1.0), score(0.0), score(0.5, images=0)):
            outcome = result(recipe, odd[:end], test=test)
            for found in findings(recipe, odd[:end], outcome, start=mad):
                assert found.text()


class TestParts:
    def test_validation_images_that_are_hardly_read_are_unlike_those_that_are_learnt(self):
        reports = probed((0.3, 0.2), accuracy=0.97, val=score(0.12))
        assert codes(PLAIN, reports) == ["unlike-validation"]
        assert "unlike-validation" not in every(
            PLAIN, probed((0.3, 0.2), accuracy=0.97, val=score(0.8))
        )

    def test_test_images_that_are_read_far_worse_than_validation_images_are_unlike_them(self):
        reports = probed((0.3, 0.2), accuracy=0.97, val=score(0.95))
        odd = result(PLAIN, reports, test=score(0.6))
        assert codes(PLAIN, reports, odd)[0] == "unlike-test"
        plain = result(PLAIN, reports, test=score(0.92))
        assert "unlike-test" not in every(PLAIN, reports, plain)
        on_test = replace(PLAIN, validation="test")
        assert "unlike-test" not in every(on_test, reports, odd)
