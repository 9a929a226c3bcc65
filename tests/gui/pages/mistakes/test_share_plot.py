"""The value axis of a small plot of shares."""

import pytest

from gui.pages.mistakes.share_plot import round_low


@pytest.mark.parametrize(
    ("lowest", "low"),
    [
        (0.0, 0.0),
        (0.19, 0.0),
        (0.5, 0.2),
        (0.799, 0.6),
        (0.8, 0.8),
        (0.9683, 0.96),
        (1.0, 0.9996),
    ],
)
def test_the_value_axis_begins_where_its_ticks_are_round(lowest, low):
    assert round_low(lowest) == pytest.approx(low, abs=1e-12)
