"""The network from scratch as the window trains it."""

from dataclasses import replace

import numpy as np
import pytest

from core.control import Control
from core.data.datasets import load
from core.diagnosis.findings import findings
from core.errors import InklingError, RecipeError
from core.from_scratch.gradient_check import GradientCheck
from core.networks.forward import forward
from core.recipes.recipe_file import from_json, to_json
from core.records import ByHand, EpochReport
from core.reproduction.lesson_training import train_and_keep, train_lesson
from core.reproduction.scratch_training import LESSONS, judge_lesson, lesson_findings
from core.runs.continuing import continuation
from core.runs.store import RunStore
from core.training.train import train

PUBLISHED, CURED = LESSONS


def trained(lesson, dataset, control=None):
    reports = []
    result = train_lesson(lesson, dataset, report=reports.append, control=control or Control())
    return result, reports


@pytest.fixture(scope="module")
def small(sample):
    return trained(replace(PUBLISHED, epochs=2, images=60), sample)


@pytest.mark.slow
def test_all_eighty_printed_numbers_agree_and_the_check_finds_the_bug(mnist_folder):
    result, _ = trained(PUBLISHED, load(mnist_folder))
    judged = judge_lesson(PUBLISHED, result.epochs, comparable=True)
    assert len(judged) == 80
    assert {item.verdict for item in judged} == {"agrees"}
    assert {item.epoch for item in judged} == set(range(20))
    (finding,) = lesson_findings(result.check)
    assert finding.severity == "bad"
    assert "first layer is wrong" in finding.text()


def test_its_reports_are_those_of_any_training(small):
    result, reports = small
    assert isinstance(reports[0], GradientCheck)
    epochs = [report for report in reports if isinstance(report, EpochReport)]
    assert tuple(epochs) == result.epochs
    assert [epoch.epoch for epoch in epochs] == [1, 2]
    assert epochs[0].val_score.images == 60
    assert result.test == epochs[1].val_score
    assert (result.ended, result.network.spec) == ("finished", PUBLISHED.network)


def test_on_the_sample_the_printed_numbers_do_not_apply(small, sample):
    judged = judge_lesson(PUBLISHED, small[0].epochs, comparable=False)
    assert len(judged) == 80
    assert {item.verdict for item in judged} == {None}
    assert "do not apply" in judged[0].why
    assert not PUBLISHED.applies_to(sample)
    assert PUBLISHED.published_on(sample) is None


def test_the_cured_version_is_not_held_to_the_numbers_of_the_bug(sample):
    result, _ = trained(replace(CURED, epochs=1, images=60), sample)
    judged = judge_lesson(CURED, result.epochs, comparable=True)
    assert {item.verdict for item in judged} == {None}
    assert judged[0].measured == result.epochs[0].loss
    assert "bug" in judged[0].why
    (finding,) = lesson_findings(result.check)
    assert "both layers are right" in finding.text()


def test_the_printed_curves_bear_the_names_of_the_plots(mnist_folder):
    curves = PUBLISHED.published_on(load(mnist_folder)).curves
    assert {name: values[0] for name, values in curves.items()} == {
        "loss": 0.898,
        "accuracy": 0.397,
        "val_loss": 0.68,
        "val_accuracy": 0.582,
    }


def test_stopped_before_its_first_epoch_it_has_no_network(sample):
    control = Control()
    control.stop()
    result, _ = trained(PUBLISHED, sample, control)
    assert (result.ended, result.network, result.epochs) == ("stopped", None, ())


@pytest.fixture(scope="module")
def kept(sample, tmp_path_factory):
    folder, told = tmp_path_factory.mktemp("runs"), []
    lesson = replace(CURED, epochs=2, images=60, hidden=20, learning_rate=0.01, seed=7)
    kept = train_and_keep(lesson, sample, folder, told.append, Control())
    return lesson, kept, RunStore(folder), told


def test_it_is_kept_as_a_run_like_others(kept):
    lesson, result, store, told = kept
    run = store.run(result.run_id)
    assert (run.name, run.state, run.epochs, run.seed) == (lesson.name, "finished", 2, 7)
    assert run.recipe == lesson.recipe
    assert store.epochs(run.id) == result.result.epochs
    weights = store.network(run.id).weights
    for stored, given in zip(weights, result.result.network.weights, strict=True):
        np.testing.assert_array_equal(stored, given)
    assert len(store.answers_right(run.id)) == 60
    assert store.answers_right(run.id).mean() == pytest.approx(run.test_accuracy)
    assert [report.epoch for report in told if isinstance(report, EpochReport)] == [1, 2]


def test_its_recipe_says_by_what_it_was_trained_and_nothing_else_trains_it(kept, sample):
    lesson, _, store, _ = kept
    assert from_json(to_json(lesson.recipe)) == lesson.recipe
    assert lesson.recipe.by_hand == ByHand("cured")
    assert findings(lesson.recipe) == ()
    with pytest.raises(RecipeError, match="trained in NumPy"):
        train(lesson.recipe, sample, report=print, control=Control())
    with pytest.raises(InklingError, match="Start it again"):
        continuation(store, kept[1].run_id)


def test_stopped_before_its_first_epoch_it_is_kept_without_a_network(sample, tmp_path):
    control = Control()
    control.stop()
    kept = train_and_keep(CURED, sample, tmp_path, lambda _told: None, control)
    run = RunStore(tmp_path).run(kept.run_id)
    assert (run.state, run.epochs, kept.path) == ("stopped", 0, None)


@pytest.mark.parametrize(
    "other",
    [{"images": 500}, {"hidden": 50}, {"learning_rate": 0.01}, {"seed": 1}, {"doubled": True}],
    ids=lambda other: next(iter(other)),
)
def test_with_other_settings_the_printed_numbers_do_not_apply(other):
    judged = judge_lesson(replace(PUBLISHED, **other), (), comparable=True)
    assert {item.verdict for item in judged} == {None}
    assert "other settings" in judged[0].why


def test_more_epochs_than_printed_are_not_judged(small):
    long = small[0].epochs * 15
    judged = judge_lesson(replace(PUBLISHED, epochs=30), long, comparable=True)
    assert len(judged) == 80


def test_a_cross_entropy_ends_in_a_softmax_and_learns(sample):
    lesson = replace(CURED, epochs=3, images=200, error="crossentropy", learning_rate=0.05)
    result, _ = trained(lesson, sample)
    assert result.network.spec.layers[-1].activation == "softmax"
    assert result.epochs[0].loss > result.epochs[-1].loss
    assert result.test.accuracy > 0.5
    shares = forward(result.network, sample.test_images[:200])
    loss = -np.log(shares.outputs[np.arange(200), sample.test_labels[:200]]).mean()
    assert result.test.loss == pytest.approx(loss, rel=1e-3)
