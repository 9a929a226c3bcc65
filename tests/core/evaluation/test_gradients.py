"""Gradients of the loss by the logits, held against differences of the loss."""

from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.gradients import logit_gradients
from core.evaluation.metrics import losses
from core.networks.numpy_layers import activate
from core.records import Predictions

LABELS = np.array([3, 1, 4, 1, 5])


def said(logits, activation):
    logits = logits.astype(np.float32)
    return Predictions(logits, activate(activation, logits.copy()))


@pytest.mark.parametrize("loss", ["crossentropy", "clipped_crossentropy"])
@pytest.mark.parametrize("activation", ["softmax", "sigmoid", "silu"])
def test_a_gradient_is_the_limit_of_differences(loss, activation):
    logits = np.random.default_rng(1).normal(1.5, 0.5, (5, 10))
    exact = logit_gradients(said(logits, activation), LABELS, loss, activation)
    for column in range(10):
        nudge = np.zeros_like(logits)
        nudge[:, column] = 1e-2
        high = losses(said(logits + nudge, activation), LABELS, loss)
        low = losses(said(logits - nudge, activation), LABELS, loss)
        assert exact[:, column] == pytest.approx((high - low) / 2e-2, rel=1e-2, abs=2e-3)


def test_what_lies_under_the_clip_gets_none():
    logits = np.zeros((1, 10))
    logits[0, 7] = 40.0
    clipped = logit_gradients(
        said(logits, "softmax"), np.array([2]), "clipped_crossentropy", "softmax"
    )
    assert not clipped.any()
    plain = logit_gradients(said(logits, "softmax"), np.array([2]), "crossentropy", "softmax")
    assert np.abs(plain).sum() > 1
