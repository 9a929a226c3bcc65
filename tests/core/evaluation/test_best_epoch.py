"""The best epoch: what it is the best by, and that nobody has a rule of their own."""

from __future__ import annotations

import math

import pytest

from core.evaluation.best_epoch import best_epoch, judged_by
from core.records import EarlyStopping, EpochReport, Score


def report(epoch, loss, accuracy, val_loss=None, val_accuracy=None):
    val = None
    if val_loss is not None:
        val = Score(val_loss, val_accuracy, val_accuracy, 0.0, (math.nan,) * 10, 10)
    return EpochReport(epoch, loss, accuracy, 0.001, 1.0, val_score=val)


EPOCHS = (
    report(1, 0.9, 0.5, val_loss=0.3, val_accuracy=0.90),
    report(2, 0.8, 0.8, val_loss=0.4, val_accuracy=0.95),
    report(3, 0.2, 0.6, val_loss=0.5, val_accuracy=0.91),
)
"""Best by another figure each: validation loss, both accuracies, training loss."""


@pytest.mark.parametrize(
    ("monitor", "epoch"), [("val_loss", 1), ("val_accuracy", 2), ("accuracy", 2), ("loss", 3)]
)
def test_the_best_epoch_is_best_by_what_early_stopping_monitors(monitor, epoch):
    best = best_epoch(EarlyStopping(monitor), EPOCHS)
    assert (best.epoch, best.by) == (epoch, monitor)


def test_without_early_stopping_by_validation_loss_and_without_validation_by_training_loss():
    best = best_epoch(None, EPOCHS)
    assert (best.epoch, best.by) == (1, "val_loss")
    bare = [report(epoch, 1 / epoch, 0.5) for epoch in (1, 2)]
    assert (best_epoch(None, bare).epoch, best_epoch(None, bare).by) == (2, "loss")


def test_what_is_monitored_but_not_measured_gives_way_to_the_loss():
    assert judged_by(EarlyStopping("val_accuracy"), report(1, 0.5, 0.5)) == "loss"


def test_of_equal_epochs_the_first_counts_and_one_without_a_number_never_does():
    losses = (math.nan, 0.5, 0.5, math.nan)
    assert (
        best_epoch(None, [report(n, loss, 0.5) for n, loss in enumerate(losses, 1)]).epoch == 2
    )
    assert best_epoch(None, [report(1, math.nan, 0.5)]).epoch is None
