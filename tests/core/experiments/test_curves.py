"""What is drawn of seeds, those that run still among them."""

import pytest

from core.experiments.curves import curve_of

LONG = ((1, 1.0), (2, 2.0), (3, 3.0))
OTHER = ((1, 3.0), (2, 2.0), (3, 5.0))
SHORT = ((1, 2.0),)


def test_the_mean_and_the_band_are_those_of_the_sample():
    curve = curve_of(7, [LONG, OTHER], [True, True])
    assert curve.mean == ((1, 2.0), (2, 2.0), (3, 4.0))
    assert curve.deviation == pytest.approx((2**0.5, 0, 2**0.5))
    low, high = curve.band()
    assert high[0] == pytest.approx((1, 2 + 2**0.5))
    assert low[1] == (2, 2.0)


def test_one_that_has_barely_begun_takes_nothing_from_the_others():
    curve = curve_of(7, [LONG, OTHER, SHORT], [True, True, False])
    assert curve.mean == ((1, 2.0), (2, 2.0), (3, 4.0))


def test_one_that_ended_early_ends_the_mean_of_all():
    assert curve_of(7, [LONG, OTHER, SHORT], [True, True, True]).mean == ((1, 2.0),)


def test_what_only_one_of_two_has_is_no_mean():
    assert curve_of(7, [LONG, SHORT], [False, False]).mean == ((1, 1.5),)
    assert curve_of(7, [LONG], [False]).mean == LONG
