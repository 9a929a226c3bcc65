from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.mistakes import report_mistakes
from core.evaluation.selection import Selection
from core.evaluation.told import sentence

NAMES = ("cat", "dog", "owl")


def report(labels, digits):
    labels, digits = np.array(labels), np.array(digits)
    return report_mistakes(labels, digits, np.eye(3, dtype=np.float32)[digits])


MIXED = report([0, 0, 0, 0, 1, 1, 1, 2, 2], [0, 1, 1, 2, 1, 0, 1, 2, 2])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ((None, None), "The largest confusion is cat as dog: 2 of 4 images."),
        ((0, 1), "2 of 4 images of cat are read as dog: no confusion is larger."),
        (
            (1, 0),
            "1 of 3 images of dog are read as cat; the largest confusion is cat as dog (2).",
        ),
        (
            (2, 2),
            "2 of 2 images of owl are read right; the largest confusion is cat as dog (2).",
        ),
        (
            (0, None),
            "3 of 4 images of cat are misread; the largest confusion is cat as dog (2).",
        ),
        (
            (None, 2),
            "1 of 3 images that are read as owl are something else; "
            "the largest confusion is cat as dog (2).",
        ),
    ],
)
def test_the_sentence_says_what_was_chosen_and_what_is_confused_most(cell, expected):
    assert sentence(MIXED, Selection().at_cell(*cell), NAMES) == expected


def test_where_all_is_right_the_sentence_says_so():
    perfect = report([0, 1, 2], [0, 1, 2])
    assert sentence(perfect, Selection(), NAMES) == "Every image was read right."
