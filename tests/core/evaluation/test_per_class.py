"""Figures of each class; scikit-learn is the oracle."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.evaluation.metrics import confusion, wilson
from core.evaluation.per_class import (
    class_figures,
    confusions,
    mean_figures,
    row_shares,
    top_accuracy,
)

metrics = pytest.importorskip("sklearn.metrics")


@pytest.fixture(params=[(2, 50), (10, 4_000), (40, 3_000)], ids=str)
def answers(request):
    """Labels, answers that are right more often than not, and probabilities that fit."""
    classes, images = request.param
    rng = np.random.default_rng(classes)
    labels = rng.integers(0, classes, images)
    logits = rng.normal(0, 1, (images, classes)) + 1.5 * np.eye(classes)[labels]
    powers = np.exp(logits)
    probabilities = (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)
    return labels, probabilities.argmax(axis=1), probabilities


def test_precision_recall_f1_and_support_are_scikit_learns(answers):
    labels, digits, probabilities = answers
    counts = confusion(labels, digits, probabilities.shape[1])
    np.testing.assert_array_equal(counts, metrics.confusion_matrix(labels, digits))
    figures = class_figures(counts)
    precision, recall, f1, support = metrics.precision_recall_fscore_support(labels, digits)
    np.testing.assert_allclose([f.precision for f in figures], precision, rtol=0, atol=1e-12)
    np.testing.assert_allclose([f.recall for f in figures], recall, rtol=0, atol=1e-12)
    np.testing.assert_allclose([f.f1 for f in figures], f1, rtol=0, atol=1e-12)
    assert [f.support for f in figures] == support.tolist()
    means = metrics.precision_recall_fscore_support(labels, digits, average="macro")[:3]
    np.testing.assert_allclose(mean_figures(figures), means, rtol=0, atol=1e-12)
    assert figures[1].interval == wilson(figures[1].right, figures[1].support)


@pytest.mark.parametrize("k", [1, 2, 3])
def test_top_k_accuracy_is_scikit_learns(answers, k):
    labels, _, probabilities = answers
    if probabilities.shape[1] <= k:
        assert top_accuracy(probabilities, labels, k) == 1
        return
    # Of two classes it wants the scores of one.
    scores = probabilities[:, 1] if probabilities.shape[1] == 2 else probabilities
    expected = metrics.top_k_accuracy_score(
        labels, scores, k=k, labels=range(probabilities.shape[1])
    )
    assert top_accuracy(probabilities, labels, k) == pytest.approx(expected, abs=1e-12)


def test_the_first_of_equally_probable_classes_counts_as_argmax_takes_it():
    tied = np.full((4, 3), 1 / 3, np.float32)
    labels = np.array([0, 1, 2, -1])
    assert top_accuracy(tied, labels, 1) == pytest.approx(1 / 3)
    assert top_accuracy(tied, labels, 2) == pytest.approx(2 / 3)


def test_a_class_that_is_never_met_has_no_figures_and_no_part_in_the_means():
    counts = np.array([[5, 0, 0], [1, 2, 0], [0, 0, 0]])
    figures = class_figures(counts)
    assert math.isnan(figures[2].precision)
    assert math.isnan(figures[2].recall)
    assert figures[2].interval == (0.0, 1.0)
    assert mean_figures(figures)[1] == pytest.approx((1 + 2 / 3) / 2)
    np.testing.assert_array_equal(row_shares(counts)[2], [0, 0, 0])


def test_the_largest_confusion_comes_first_and_the_rarer_class_where_two_are_alike():
    counts = np.array([[90, 3, 7], [7, 20, 0], [0, 1, 9]])
    found = [(c.true, c.predicted, c.count, c.support) for c in confusions(counts)]
    assert found == [(1, 0, 7, 27), (0, 2, 7, 100), (0, 1, 3, 100), (2, 1, 1, 10)]
