from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.doubts import doubts


def noisy(classes=4, images=2_000, share=0.05, seed=0):
    """Labels of which a share is wrong, the true ones, and what a fair network says."""
    rng = np.random.default_rng(seed)
    true = rng.integers(0, classes, images)
    logits = rng.normal(0, 1, (images, classes)) + 4 * np.eye(classes)[true]
    powers = np.exp(logits)
    labels, wrong = true.copy(), rng.random(images) < share
    labels[wrong] = (true[wrong] + rng.integers(1, classes, wrong.sum())) % classes
    return labels, true, (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)


def test_wrong_labels_come_first_and_the_true_class_is_suggested():
    labels, true, probabilities = noisy()
    found = doubts(labels, [probabilities])
    wrong = np.flatnonzero(labels != true)
    first = found.first(len(wrong))
    hits = [suspect for suspect in first if suspect.index in set(wrong.tolist())]
    assert len(hits) / len(wrong) > 0.85
    suggested = [suspect.suggested == true[suspect.index] for suspect in hits]
    assert np.mean(suggested) > 0.95
    scores = [suspect.score for suspect in first]
    assert scores == sorted(scores, reverse=True)


def test_several_networks_are_averaged():
    labels = np.array([0, 0])
    one = np.array([[0.1, 0.9], [0.9, 0.1]], np.float32)
    other = np.array([[0.9, 0.1], [0.7, 0.3]], np.float32)
    found = doubts(labels, [one, other])
    assert found.scores == pytest.approx([0.5, 0.2], abs=1e-6)
    assert found.order.tolist() == [0, 1]


def test_the_score_is_above_a_half_where_the_suggestion_is_more_probable():
    rows = np.array([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1]], np.float32)
    found = doubts(np.array([0, 0]), [rows])
    assert found.scores == pytest.approx([0.65, 0.35], abs=1e-6)
    assert found.suggested.tolist() == [1, 1]
    assert found.contradicted == 1


def test_what_is_no_digit_is_not_doubted():
    rows = np.array([[0.1, 0.9], [0.1, 0.9]], np.float32)
    found = doubts(np.array([-1, 0]), [rows])
    assert found.scores[0] == 0
    assert found.contradicted == 1
