from __future__ import annotations

import math

import numpy as np
import pytest

from core.evaluation.metrics import expected_calibration_error
from core.evaluation.reliability import calibration_error, coverage, reliability

calibration = pytest.importorskip("sklearn.calibration")


@pytest.fixture
def sure():
    """Confidences and whether they were right: too sure by a little."""
    rng = np.random.default_rng(3)
    confidence = rng.beta(6, 1.5, 3_000)
    return confidence, rng.random(3_000) < confidence**1.3


def test_the_diagram_is_scikit_learns_calibration_curve(sure):
    confidence, right = sure
    bins = reliability(confidence, right, 10)
    accuracies, means = calibration.calibration_curve(right, confidence, n_bins=10)
    met = [each for each in bins if each.images]
    np.testing.assert_allclose([b.accuracy for b in met], accuracies, rtol=0, atol=1e-12)
    np.testing.assert_allclose([b.confidence for b in met], means, rtol=0, atol=1e-12)
    assert sum(each.images for each in bins) == 3_000


def test_the_error_is_the_one_that_the_benchmarks_measure(sure):
    confidence, right = sure
    probabilities = np.stack([confidence, 1 - confidence], axis=1).astype(np.float32)
    labels = np.where(right, probabilities.argmax(1), 1 - probabilities.argmax(1))
    largest = probabilities.max(axis=1).astype(np.float64)
    bins = reliability(largest, probabilities.argmax(axis=1) == labels)
    expected = expected_calibration_error(probabilities, labels)
    assert calibration_error(bins) == pytest.approx(expected, abs=1e-12)


def test_a_full_confidence_has_a_place_and_no_image_no_error():
    bins = reliability(np.array([1.0, 0.0]), np.array([True, False]), 4)
    assert [each.images for each in bins] == [1, 0, 0, 1]
    assert calibration_error(bins) == 0
    none = reliability(np.zeros(0), np.zeros(0, bool))
    assert math.isnan(calibration_error(none))


def test_coverage_counts_what_is_answered_from_each_confidence_on():
    curve = coverage(np.array([0.9, 0.5, 0.9, 0.7]), np.array([True, False, False, True]))
    assert curve.thresholds.tolist() == [0.9, 0.7, 0.5]
    assert curve.answered.tolist() == [2, 3, 4]
    assert curve.right.tolist() == [1, 2, 2]
    assert curve.at(0.95) == (0, 0)
    assert curve.at(0.9) == (2, 1)
    assert curve.at(0.6) == (3, 2)
    assert curve.at(0.0) == (4, 2)
    assert curve.threshold_for(0.6) == 0.7
    assert curve.threshold_for(0.99) is None


def test_coverage_counts_as_a_mask_would(sure):
    confidence, right = sure
    curve = coverage(confidence, right)
    for threshold in (0.0, 0.3, 0.77, float(confidence[5]), 0.999):
        kept = confidence >= threshold
        assert curve.at(threshold) == (kept.sum(), right[kept].sum())


def test_without_images_nothing_is_answered():
    curve = coverage(np.zeros(0), np.zeros(0, bool))
    assert curve.at(0.0) == (0, 0)
