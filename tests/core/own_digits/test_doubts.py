"""A drawing that does not look like its label is doubted, one that does is not."""

import numpy as np
import pytest

from core.ink.drawing import Drawing, steadily_timed
from core.own_digits.doubts import doubt_of
from tests.core.own_digits.test_exchange import drawing


@pytest.mark.parametrize("digit", range(10))
def test_digits_under_their_labels_are_not_doubted(digit):
    assert doubt_of(drawing(digit), digit) is None


def test_it_says_which_digit_a_drawing_looks_like():
    four = drawing(4)
    doubt = doubt_of(four, 9)
    assert (doubt.digit, doubt.looks_like) == (9, 4)
    assert doubt.drawing is four
    assert doubt.confidence > 0.8


def test_what_is_no_digit_looks_like_none():
    """Five digits on top of each other, as they were kept before there was a question."""
    strokes = tuple(stroke for digit in (4, 1, 2, 4, 7) for stroke in drawing(digit).strokes)
    doubt = doubt_of(Drawing(strokes, steadily_timed(strokes)), 7)
    assert doubt.looks_like is None


def test_an_empty_sheet_is_not_doubted():
    assert doubt_of(Drawing(image=np.zeros((3, 3), np.uint8)), 7) is None
