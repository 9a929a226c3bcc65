"""The network from scratch as the window trains it."""

from dataclasses import replace

import pytest

from core.control import Control
from core.data.datasets import load
from core.from_scratch.gradient_check import GradientCheck
from core.records import EpochReport
from core.reproduction.scratch_training import (
    LESSONS,
    judge_lesson,
    lesson_findings,
    train_lesson,
)

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
