from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.evaluation.metrics import wilson
from core.evaluation.mistakes import report_mistakes
from core.evaluation.selection import Selection, everything

LABELS = np.array([3, 3, 5, 7, 3, 7])
DIGITS = np.array([3, 5, 3, 1, 5, 7])
CONFIDENCE = [0.9, 0.6, 0.8, 0.7, 0.95, 0.5]
OF_THE_LABEL = [0.9, 0.35, 0.1, 0.25, 0.01, 0.5]


@pytest.fixture
def probabilities():
    rows = np.zeros((6, 10), np.float32)
    rows[np.arange(6), LABELS] = OF_THE_LABEL
    rows[np.arange(6), DIGITS] = CONFIDENCE
    return rows


@pytest.fixture
def report(probabilities):
    tied = np.array([False, True, False, False, False, False])
    return report_mistakes(LABELS, DIGITS, probabilities, tied)


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), [4, 2, 3, 1]),
        (Selection(which="all"), [4, 2, 3, 1, 5, 0]),
        (Selection(order="least_sure"), [1, 3, 2, 4]),
        (Selection(order="index"), [1, 2, 3, 4]),
        (Selection(order="loss"), [4, 2, 3, 1]),
        (Selection(order="margin"), [4, 2, 3, 1]),
        (Selection(order="boundary", which="all"), [1, 3, 5, 2, 0, 4]),
        (Selection(true=3), [4, 1]),
        (Selection(predicted=3), [2]),
        (Selection(true=3, predicted=5, order="index"), [1, 4]),
        (Selection(true=3, which="all", order="index"), [0, 1, 4]),
        (Selection(which="right", order="index"), [0, 5]),
        (Selection(true=9), []),
        (Selection(confidence=(0.65, 0.85), order="index"), [2, 3]),
        (Selection(ties="without", order="index"), [2, 3, 4]),
        (Selection(ties="only"), [1]),
        (Selection(which="all", indices=(4, 0, 99), order="listed"), [4, 0]),
        (Selection(indices=(5, 4, 1), order="listed"), [4, 1]),
        (Selection(which="all", indices=(4, 0), order="index"), [0, 4]),
    ],
)
def test_filters_combine_and_the_images_come_in_the_wanted_order(selection, expected, report):
    assert report.select(selection).tolist() == expected


def test_a_cell_of_the_diagonal_shows_its_images_though_none_is_misread(report):
    assert report.select(Selection(order="index").at_cell(3, 3)).tolist() == [0]
    assert report.select(Selection(order="index").at_cell(3, 3).at_cell(3, None)).tolist() == [
        1,
        4,
    ]


def test_equally_sure_mistakes_stay_in_the_order_of_the_data_set():
    labels, digits = np.zeros(50, int), np.ones(50, int)
    probabilities = np.full((50, 10), 0.1, np.float32)
    report = report_mistakes(labels, digits, probabilities)
    for order in ("most_sure", "least_sure", "loss", "margin", "boundary", "index"):
        assert report.select(Selection(order=order)).tolist() == list(range(50))


def test_what_other_networks_misread_filters_and_sorts_once_they_were_asked(report):
    assert not report.knows("missed")
    known = report.with_misses(np.array([0, 3, 1, 3, 2, 0]), 3)
    assert known.knows("missed")
    assert known.select(Selection(order="missed")).tolist() == [1, 3, 4, 2]
    assert known.select(Selection(missed_by_all=True, order="index")).tolist() == [1, 3]


def test_doubts_sort_the_most_doubtful_label_first(report):
    known = report.with_doubts(np.array([0.9, 0, 0, 0.5, 0, 0]))
    assert known.select(everything("doubt")).tolist() == [0, 3, 1, 2, 4, 5]


def test_the_report_counts_every_answer_once(report):
    assert report.right == 2
    assert report.interval == wilson(2, 6)
    assert report.counts.sum() == 6
    assert {(3, 3), (3, 5), (5, 3), (7, 1), (7, 7)} == set(
        zip(*(axis.tolist() for axis in report.counts.nonzero()), strict=True)
    )
    assert report.counts[3].tolist() == [0, 0, 0, 1, 0, 2, 0, 0, 0, 0]


@pytest.mark.parametrize("classes", [2, 37])
def test_any_number_of_classes_is_counted(classes):
    rng = np.random.default_rng(0)
    labels, digits = rng.integers(0, classes, (2, 200))
    probabilities = np.eye(classes, dtype=np.float32)[digits]
    report = report_mistakes(labels, digits, probabilities)
    assert report.counts.shape == (classes, classes)
    assert report.select(Selection(true=1, order="index")).tolist() == (
        np.flatnonzero((labels == 1) & (digits != 1)).tolist()
    )


def test_an_image_that_is_no_digit_is_misread_whatever_is_said(probabilities):
    labels = np.array([-1, 3, 5, 7, 3, 7])
    report = report_mistakes(labels, DIGITS, probabilities)
    assert report.counts.sum() == 5
    assert report.label_probability[0] == 0
    assert 0 in report.select(Selection())


def test_a_split_without_images_has_no_mistakes():
    none = np.zeros(0, np.int64)
    report = report_mistakes(none, none, np.zeros((0, 10), np.float32))
    assert report.select(replace(Selection(), which="all")).tolist() == []
    assert (report.right, report.counts.sum()) == (0, 0)
