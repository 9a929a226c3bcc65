"""What a loss is made of, against sums done by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.diagnosis.loss_parts import l2_penalty, loss_parts
from core.evaluation.metrics import CLIPPED_LOSS_LIMIT
from core.layers import Dense, NetworkSpec
from core.records import Network, Predictions, Recipe

SPEC = NetworkSpec((Dense(10, l2=0.5),))
RECIPE = Recipe("parts", SPEC)
WEIGHTS = (np.full((784, 10), 0.1, np.float32), np.full(10, 7, np.float32))
NETWORK = Network(SPEC, WEIGHTS)


def answers(*rows):
    logits = np.array(rows, np.float32)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return Predictions(logits, (shares / shares.sum(axis=1, keepdims=True)).astype(np.float32))


def row(**values):
    return [values.get(f"d{digit}", 0.0) for digit in range(10)]


def test_the_penalty_is_of_kernels_alone():
    assert l2_penalty(NETWORK) == pytest.approx(0.5 * 7840 * 0.01, rel=1e-5)


def test_right_and_wrong_are_parted_and_the_rest_adds_up():
    said = answers(row(d3=2.0), row(d3=2.0), row())
    parts = loss_parts(RECIPE, NETWORK, said, np.array([3, 4, 0]))
    right = math.log(1 + 9 * math.exp(-2))
    wrong = right + 2
    assert parts.right == pytest.approx((right + math.log(10)) / 2)
    assert parts.wrong == pytest.approx(wrong)
    assert parts.recomputed == pytest.approx((right + wrong + math.log(10)) / 3)
    assert parts.total == pytest.approx(parts.recomputed + 39.2, rel=1e-5)
    assert parts.dearest == pytest.approx(wrong / (right + wrong + math.log(10)))
    assert parts.tied == pytest.approx(1 / 3)
    assert (parts.limit, parts.clipped, parts.floor) == (None, 0.0, 0.0)


def test_what_is_cut_off_is_counted():
    clipping = replace(RECIPE, loss="clipped_crossentropy", label_smoothing=0.1)
    said = answers(row(d1=40.0), row(d1=40.0), row(d1=40.0), row(d2=40.0))
    parts = loss_parts(clipping, NETWORK, said, np.array([1, 5, 6, 2]))
    assert parts.limit == CLIPPED_LOSS_LIMIT
    assert parts.clipped == 0.5
    assert parts.recomputed == pytest.approx(CLIPPED_LOSS_LIMIT / 2, rel=1e-4)
    assert parts.floor == pytest.approx(0.5003, abs=1e-4)


def test_what_is_no_digit_is_left_out():
    said = answers(row(d3=2.0), row(d3=2.0))
    parts = loss_parts(RECIPE, NETWORK, said, np.array([3, -1]))
    assert parts.recomputed == pytest.approx(math.log(1 + 9 * math.exp(-2)))
    assert math.isnan(parts.wrong)
