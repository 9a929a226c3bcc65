from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.metrics import wilson
from core.evaluation.mistakes import Selection, report_mistakes

LABELS = np.array([3, 3, 5, 7, 3, 7])
DIGITS = np.array([3, 5, 3, 1, 5, 7])
CONFIDENCE = [0.9, 0.6, 0.8, 0.7, 0.95, 0.5]


@pytest.fixture
def probabilities():
    rows = np.zeros((6, 10), np.float32)
    rows[np.arange(6), DIGITS] = CONFIDENCE
    return rows


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), [4, 2, 3, 1]),
        (Selection(order="least_sure"), [1, 3, 2, 4]),
        (Selection(order="index"), [1, 2, 3, 4]),
        (Selection(true=3), [4, 1]),
        (Selection(predicted=3), [2]),
        (Selection(true=3, predicted=5, order="index"), [1, 4]),
        (Selection(true=3, mistakes_only=False, order="index"), [0, 1, 4]),
        (Selection(true=9), []),
    ],
)
def test_selection_gives_the_wanted_images_in_the_wanted_order(
    selection, expected, probabilities
):
    report = report_mistakes(LABELS, DIGITS, probabilities)
    assert report.select(selection).tolist() == expected


def test_equally_sure_mistakes_stay_in_the_order_of_the_data_set():
    labels, digits = np.zeros(50, int), np.ones(50, int)
    probabilities = np.full((50, 10), 0.1, np.float32)
    report = report_mistakes(labels, digits, probabilities)
    for order in ("most_sure", "least_sure", "index"):
        assert report.select(Selection(order=order)).tolist() == list(range(50))


def test_the_report_counts_every_answer_once(probabilities):
    report = report_mistakes(LABELS, DIGITS, probabilities)
    assert report.right == 2
    assert report.interval == wilson(2, 6)
    assert report.counts.sum() == 6
    assert {(3, 3), (3, 5), (5, 3), (7, 1), (7, 7)} == set(
        zip(*(axis.tolist() for axis in report.counts.nonzero()), strict=True)
    )
    assert report.counts[3].tolist() == [0, 0, 0, 1, 0, 2, 0, 0, 0, 0]


def test_a_split_without_images_has_no_mistakes():
    none = np.zeros(0, np.int64)
    report = report_mistakes(none, none, np.zeros((0, 10), np.float32))
    assert report.select(Selection(mistakes_only=False)).tolist() == []
    assert (report.right, report.counts.sum()) == (0, 0)
