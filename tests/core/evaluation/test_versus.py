from __future__ import annotations

import numpy as np

from core.evaluation.metrics import mcnemar
from core.evaluation.versus import versus

LABELS = np.array([0, 0, 1, 1, 2, 2])
A = np.array([0, 1, 1, 0, 2, 0])
B = np.array([0, 0, 0, 0, 2, 1])


def test_each_image_that_one_misreads_is_fixed_broken_or_wrong_in_both():
    found = versus(LABELS, A, B, 3)
    assert found.fixed.tolist() == [1]
    assert found.broken.tolist() == [2]
    assert found.both.tolist() == [3, 5]
    assert found.test == mcnemar(A == LABELS, B == LABELS)


def test_the_difference_is_that_of_the_matrices():
    found = versus(LABELS, A, B, 3)
    assert found.difference.tolist() == [[1, -1, 0], [1, -1, 0], [-1, 1, 0]]
    assert found.difference.sum() == 0
    assert not versus(LABELS, A, A, 3).difference.any()
