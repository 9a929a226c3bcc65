"""Orders, rates, chunk sizes and early stopping: what they promise, and what Keras's do."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from core.layers import Dense, NetworkSpec
from core.records import EarlyStopping, Recipe
from core.training import schedules
from core.training.schedules import (
    ChunkSizer,
    EarlyStopper,
    epoch_order,
    learning_rates,
    split_at,
    step_count,
)
from tests.factories import epoch_report, history, score

CONSTANT = Recipe("any", NetworkSpec((Dense(10),)))
COSINE = replace(CONSTANT, schedule="cosine")


def test_the_order_depends_on_seed_and_epoch_alone():
    orders = {
        (seed, epoch): epoch_order(seed, epoch, 500) for seed in (0, 1) for epoch in (1, 2)
    }
    for (seed, epoch), order in orders.items():
        assert np.array_equal(epoch_order(seed, epoch, 500), order)
    assert len({order.tobytes() for order in orders.values()}) == 4


@pytest.mark.parametrize("images", [1, 2, 3])
def test_the_order_of_few_images_is_a_permutation(images):
    assert sorted(epoch_order(0, 1, images)) == list(range(images))


@pytest.mark.parametrize("images", [1, 2, 7, 10, 100, 999, 60_000])
@pytest.mark.parametrize("share", [0.05, 0.1, 0.2, 0.3, 1 / 3, 0.5, 0.9])
def test_validation_begins_where_keras_lets_it_begin(images, share):
    from keras.src.trainers.data_adapters.array_slicing import train_validation_split

    at = split_at(images, share)
    assert 0 <= at < images
    if at > 0:
        # Keras refuses to split off nothing to train on.
        [train], [validation] = train_validation_split([np.arange(images)], share)
        assert len(train) == at
        assert int(validation[0]) == at


@pytest.mark.parametrize(
    ("images", "size", "steps"), [(1, 32, 1), (32, 32, 1), (33, 32, 2), (60_000, 1, 60_000)]
)
def test_a_smaller_last_batch_is_a_step(images, size, steps):
    assert step_count(images, size) == steps


def test_a_constant_rate_is_the_same_for_every_step():
    assert learning_rates(CONSTANT, 0.3, 7, 5, 100).tolist() == [0.3] * 5


def test_a_cosine_falls_from_the_peak_to_almost_nothing():
    rates = learning_rates(COSINE, 0.8, 0, 101, 100)
    assert rates[0] == 0.8
    assert rates[50] == pytest.approx(0.4)
    assert rates[100] == pytest.approx(0)
    assert (np.diff(rates) < 0).all()


def test_a_cosine_is_that_of_keras():
    import keras

    theirs = keras.optimizers.schedules.CosineDecay(0.01, decay_steps=70)
    found = learning_rates(COSINE, 0.01, 0, 70, 70)
    assert found == pytest.approx([float(theirs(step)) for step in range(70)], abs=1e-8)


@pytest.mark.parametrize("recipe", [CONSTANT, COSINE], ids=["constant", "cosine"])
def test_rates_of_parts_are_parts_of_the_rates(recipe):
    whole = learning_rates(recipe, 0.1, 0, 60, 60)
    parts = [learning_rates(recipe, 0.1, at, 20, 60) for at in (0, 20, 40)]
    assert np.array_equal(np.concatenate(parts), whole)


def test_a_chunk_sizer_begins_with_one_step_and_forgets_the_one_that_compiled():
    sizer = ChunkSizer()
    assert sizer.steps == 1
    assert math.isnan(sizer.seconds_for(10))
    sizer.took(1, 30.0)
    assert sizer.steps == 1
    assert math.isnan(sizer.seconds_for(10))
    sizer.took(1, schedules.CHUNK_S / 8)
    assert sizer.seconds_for(16) == pytest.approx(2 * schedules.CHUNK_S)


@pytest.mark.parametrize("step_s", [1e-6, 1e-4, 1e-3, 0.02, 3.0])
def test_a_chunk_sizer_comes_to_chunks_of_the_wanted_length(step_s):
    sizer = ChunkSizer()
    lengths = []
    for _ in range(20):
        lengths.append(sizer.steps)
        sizer.took(sizer.steps, sizer.steps * step_s)
    wanted = max(1, schedules.CHUNK_S / step_s)
    assert sizer.steps == pytest.approx(wanted, abs=1)
    # It feels its way: a long chunk after a lucky short one could not be stopped.
    assert all(b <= 16 * a for a, b in pairwise(lengths))


def test_a_chunk_sizer_follows_a_machine_that_becomes_slower():
    sizer = ChunkSizer()
    for _ in range(10):
        sizer.took(sizer.steps, sizer.steps * 1e-4)
    sizer.took(sizer.steps, 100 * schedules.CHUNK_S)
    assert sizer.steps * 100 <= schedules.CHUNK_S / 1e-4
    sizer.took(sizer.steps, 0.0)
    assert sizer.steps >= 1


def reports_of(losses, accuracies):
    for epoch, (loss, accuracy) in enumerate(zip(losses, accuracies, strict=True), start=1):
        yield epoch_report(epoch, loss=9.0 - epoch, val=score(accuracy, loss=loss))


def followed(settings, reports):
    """Return (epochs that were run, best epoch) by our early stopping."""
    stopper = EarlyStopper(settings)
    for report in reports:
        improved = stopper.improves(report)
        assert improved == (stopper.best_epoch == report.epoch)
        if stopper.exhausted:
            break
    return report.epoch, stopper.best_epoch


def followed_by_keras(settings, reports):
    """Return the same by Keras's EarlyStopping."""
    import keras

    class Model:
        stop_training = False

        def get_weights(self):
            return []

        def set_weights(self, weights):
            pass

    stopping = keras.callbacks.EarlyStopping(
        monitor=settings.monitor,
        patience=settings.patience,
        mode="max" if "accuracy" in settings.monitor else "min",
        restore_best_weights=True,
    )
    stopping.set_model(model := Model())
    stopping.on_train_begin()
    for report in reports:
        logs = {"val_loss": report.val_loss, "val_accuracy": report.val_accuracy}
        stopping.on_epoch_end(report.epoch - 1, logs)
        if model.stop_training:
            break
    return report.epoch, stopping.best_epoch + 1


@pytest.mark.parametrize("monitor", ["val_loss", "val_accuracy"])
@pytest.mark.parametrize("patience", [0, 1, 2, 5])
def test_patience_ends_where_that_of_keras_does(monitor, patience):
    rng = np.random.default_rng(patience)
    settings = EarlyStopping(monitor, patience=patience)
    ends = set()
    for _ in range(100):
        # Few values, so that some epochs are exactly as good as the best.
        losses, accuracies = rng.integers(0, 8, (2, 15)) / 8
        reports = list(reports_of(losses, accuracies))
        found = followed(settings, reports)
        assert found == followed_by_keras(settings, reports)
        ends.add(found)
    assert len(ends) > 2


def test_without_early_stopping_the_best_epoch_is_only_noted():
    losses = [5, 3, 4, 4, 4, 4, 4, 4, 4, 2, 3]
    assert followed(None, reports_of(losses, [0.5] * 11)) == (11, 10)


def test_without_validation_the_training_loss_is_watched():
    reports = history([3.0, 1.0, 2.0])
    assert followed(None, reports) == (3, 2)
    # What is not measured can try nobody's patience; the best epoch is that of the loss.
    assert followed(EarlyStopping("val_loss", patience=1), reports) == (3, 2)
