"""What pieces are taken for together follows from what each choice of them costs."""

import numpy as np

from core.reading.costs import cost_of_looks, cost_of_rivals, rivals

ONE_AND_THREE = np.array([(0, 0, 5, 100), (12, 0, 60, 98)], float)
RING_AND_STEM = np.array([(0, 0, 40, 45), (38, 0, 44, 100)], float)


def costs(boxes, confidences, together):
    """Return what it costs to take two pieces for two digits, and for one."""
    apart = rivals(boxes, np.array(confidences, np.float32), 100.0)
    as_two = sum(cost_of_looks(confidence, 0.8) for confidence in confidences)
    return as_two, cost_of_looks(together, 0.8) + cost_of_rivals(apart, (0, 1))


def test_two_sure_digits_stay_two_though_together_they_look_like_another():
    as_two, as_one = costs(ONE_AND_THREE, (0.999, 0.999), together=0.98)
    assert as_two < as_one


def test_what_is_no_digit_for_itself_is_a_part_of_one():
    as_two, as_one = costs(ONE_AND_THREE, (0.999, 0.6), together=0.9)
    assert as_one < as_two
    as_two, as_one = costs(RING_AND_STEM, (0.999, 0.999), together=0.99)
    assert as_one < as_two
