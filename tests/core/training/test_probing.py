"""The probe: it looks and touches nothing, and what it measures is what is there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.control import Control
from core.layers import BatchNormalization, Dense, Dropout, NetworkSpec
from core.probes import LINE
from core.records import EpochReport, Optimizer, Recipe

RECIPE = Recipe(
    "probed",
    NetworkSpec((Dense(16, "relu"), Dropout(0.2), Dense(10))),
    epochs=2,
    train_images=300,
    test_images=100,
    validation=0.2,
)


def trained(recipe, sample, monkeypatch=None):
    from core.training.train import train

    told = []
    outcome = train(recipe, sample, report=told.append, control=Control())
    return outcome, told


@pytest.mark.slow
class TestProbe:
    def test_it_is_taken_before_the_first_step_and_after_each_epoch(self, sample):
        outcome, told = trained(RECIPE, sample)
        assert outcome.first_probe in told
        assert [e.probe.epoch for e in outcome.epochs] == [1, 2]
        assert outcome.first_probe.epoch == 0
        assert outcome.first_probe.images == 240
        assert told.index(outcome.first_probe) < min(
            n for n, report in enumerate(told) if isinstance(report, EpochReport)
        )

    def test_the_training_is_the_same_with_and_without_it(self, sample, monkeypatch):
        from core.training.probing import Prober

        probed, _ = trained(RECIPE, sample)
        first = probed.first_probe
        monkeypatch.setattr(Prober, "probe", lambda self, state, weights: first)
        plain, _ = trained(RECIPE, sample)
        for a, b in zip(probed.network.weights, plain.network.weights, strict=True):
            assert np.array_equal(a, b)

    def test_the_training_accuracy_is_that_of_the_training_images(self, sample):
        recipe = replace(RECIPE, score_training=True)
        outcome, _ = trained(recipe, sample)
        for report in outcome.epochs:
            assert report.probe.accuracy == pytest.approx(report.train_score.accuracy)
            assert report.probe.loss == pytest.approx(report.train_score.loss, rel=1e-5)

    def test_one_step_of_plain_descent_goes_along_the_gradient(self, sample):
        recipe = replace(RECIPE, optimizer=Optimizer("sgd", 0.1))
        outcome, _ = trained(recipe, sample)
        for layer in outcome.first_probe.layers:
            assert layer.step == pytest.approx(0.1 * layer.gradient, rel=1e-4)

    def test_the_loss_along_the_step_begins_where_the_gradient_says(self, sample):
        recipe = replace(RECIPE, optimizer=Optimizer("sgd", 0.01))
        first = trained(recipe, sample)[0].first_probe
        # All weights count, biases too; of these the gradient's norm is at least the kernels'.
        slope = 0.01 * sum(layer.gradient**2 for layer in first.layers)
        fallen = first.line_start - first.line[LINE.index(1.0)]
        assert slope * 0.9 < fallen < slope * 1.3

    def test_a_batch_normalisation_is_looked_at_as_it_learns(self, sample):
        spec = NetworkSpec((Dense(16), BatchNormalization(), Dense(10)))
        outcome, _ = trained(replace(RECIPE, network=spec), sample)
        assert np.isfinite(outcome.first_probe.line_start)
        assert len(outcome.first_probe.layers) == 2

    def test_a_digit_under_the_clip_is_seen_to_get_no_gradient(self, sample):
        from core.recipes.catalogue import by_name

        recipe = replace(by_name("q001-lost-digit"), epochs=1, skip_images=0, train_images=400)
        first = trained(recipe, sample)[0].first_probe
        assert first.clipped > 0.5
        assert max(first.no_gradient) > 0.9
