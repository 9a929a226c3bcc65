"""The arrays behind the plots: they grow, stay bounded and say what changed."""

from __future__ import annotations

import math

import numpy as np

from core.records import EarlyStopping, Progress
from gui.curves import MOST_STEPS, Points, RunCurves, whole_epochs
from tests.factories import epoch_report, score


def test_points_grow_beyond_their_first_array():
    points = Points()
    for n in range(1000):
        assert points.add(n, n * n)
    assert len(points) == 1000
    np.testing.assert_array_equal(points.x, np.arange(1000))
    np.testing.assert_array_equal(points.y, np.arange(1000) ** 2)


def test_points_within_epochs_stay_bounded_and_keep_both_ends():
    points = Points(limit=MOST_STEPS)
    for x in np.linspace(0, 50, 60_000):
        points.add(x, x)
    assert MOST_STEPS / 2 <= len(points) <= MOST_STEPS
    assert points.x[0] == 0
    assert points.x[-1] > 49.9
    assert (np.diff(points.x) > 0).all()
    assert np.diff(points.x).max() < 0.2


def test_a_value_that_is_not_finite_leaves_a_gap():
    points = Points()
    points.add(1, math.inf)
    points.add(2, 0.5)
    assert math.isnan(points.y[0])
    assert points.y[1] == 0.5


def test_progress_lies_at_a_fraction_of_its_epoch():
    curves = RunCurves()
    curves.add_progress(Progress(3, 10, 50, 100, 0.7, 0.8, 9.0))
    assert curves.points(("accuracy", "steps")).x[0] == 2.5
    assert curves.points(("loss", "steps")).y[0] == 0.7


def test_means_over_a_few_steps_are_left_out_after_the_first_epoch():
    curves = RunCurves()
    for epoch in (1, 2):
        for step in (1, 2, 3, 4):
            curves.add_progress(Progress(epoch, 2, step, 100, 0.7, 0.8, 9.0))
    np.testing.assert_allclose(
        curves.points(("loss", "steps")).x, [0.01, 0.02, 0.03, 0.04, 1.03, 1.04]
    )


def test_only_changed_curves_are_told_and_once():
    curves = RunCurves()
    curves.add_progress(Progress(1, 10, 50, 100, 0.7, 0.8, 9.0))
    assert curves.take_changed() == {("accuracy", "steps"), ("loss", "steps")}
    curves.add_epoch(epoch_report(1))
    assert curves.take_changed() == {("accuracy", "training"), ("loss", "training")}
    assert curves.take_changed() == frozenset()


def test_training_scored_after_the_epoch_stands_before_the_running_mean():
    curves = RunCurves()
    curves.add_epoch(epoch_report(1, train=score(0.95, loss=0.1)))
    assert curves.at("accuracy", 1)["training"] == 0.95
    assert curves.at("loss", 1)["training"] == 0.1


def test_accuracy_by_logits_shows_only_once_it_differs():
    curves = RunCurves()
    curves.add_epoch(epoch_report(1, val=score(0.9)))
    curves.take_changed()
    assert not curves.shows(("accuracy", "validation_logits"))
    curves.add_epoch(epoch_report(2, val=score(0.9, by_logits=0.93)))
    assert curves.shows(("accuracy", "validation_logits"))
    assert ("accuracy", "validation_logits") in curves.take_changed()
    assert curves.at("accuracy", 2)["validation_logits"] == 0.93


def test_the_best_epoch_is_the_best_by_what_early_stopping_monitors():
    epochs = [
        epoch_report(1, val=score(0.90, loss=0.3)),
        epoch_report(2, val=score(0.95, loss=0.4)),
    ]
    for monitor, best in (("val_loss", 1), ("val_accuracy", 2)):
        curves = RunCurves(early_stopping=EarlyStopping(monitor))
        for epoch in epochs:
            curves.add_epoch(epoch)
        assert (curves.best.epoch, curves.best.by) == (best, monitor)


def test_an_epoch_that_is_done_again_takes_the_place_of_its_first_try():
    curves = RunCurves()
    for step in (25, 50, 75, 100):
        curves.add_progress(Progress(1, 2, step, 100, 0.7, 0.8, 9.0))
    curves.add_epoch(epoch_report(1))
    for step in (20, 40, 60):
        curves.add_progress(Progress(2, 2, step, 100, 0.5, 0.9, 9.0))
    curves.add_progress(Progress(2, 4, 30, 100, 0.6, 0.9, 9.0))
    np.testing.assert_allclose(
        curves.points(("loss", "steps")).x, [0.25, 0.5, 0.75, 1.0, 1.2, 1.3]
    )
    assert curves.points(("loss", "steps")).y[-1] == 0.6


def test_published_points_are_curves_like_the_others():
    curves = RunCurves({"accuracy": (0.84, 0.87), "val_loss": (196.0,)})
    assert curves.take_changed() == {
        ("accuracy", "published_training"),
        ("loss", "published_validation"),
    }
    assert curves.at("accuracy", 2) == {"published_training": 0.87}
    assert curves.nearest_epoch(1.6) == 2
    assert RunCurves().nearest_epoch(1.0) is None


def test_lines_within_epochs_break_where_an_epoch_ends():
    joined = whole_epochs(np.array([0.5, 1.0, 1.25, 2.0]))
    np.testing.assert_array_equal(joined, [1, 0, 1, 0])
