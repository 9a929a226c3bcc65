"""Student's t against printed tables."""

import math

import pytest

from core.evaluation.student import cumulative, mean_interval, quantile

# Two-sided 95 % and 99.9 %, as every textbook prints them.
TABLE = {1: (12.706, 636.619), 2: (4.303, 31.599), 4: (2.776, 8.610), 30: (2.042, 3.646)}


@pytest.mark.parametrize("freedom", TABLE)
def test_quantiles_are_those_of_the_tables(freedom):
    ninety_five, thousandth = TABLE[freedom]
    assert quantile(0.975, freedom) == pytest.approx(ninety_five, abs=6e-4)
    assert quantile(0.9995, freedom) == pytest.approx(thousandth, abs=6e-4)
    assert quantile(0.025, freedom) == -quantile(0.975, freedom)


def test_many_degrees_of_freedom_are_nearly_normal():
    assert quantile(0.975, 100_000) == pytest.approx(1.95999, abs=1e-4)
    assert cumulative(0, 7) == 0.5
    assert cumulative(2.776445, 4) == pytest.approx(0.975, abs=1e-6)


def test_the_interval_of_a_mean():
    found = mean_interval([1.0, 2.0, 3.0, 4.0, 5.0])
    assert (found.count, found.mean) == (5, 3.0)
    assert found.deviation == pytest.approx(1.5811, abs=1e-4)
    assert (found.low, found.high) == (
        pytest.approx(1.0367, abs=1e-3),
        pytest.approx(4.9633, abs=1e-3),
    )
    assert mean_interval([2.0]).low is None
    assert math.isnan(mean_interval([]).mean)
