from __future__ import annotations

import pytest

from core.errors import DataError
from core.evaluation.selection import MOST_INDICES, checked_indices, read_indices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5103", (5103,)),
        ("5103, 9433, 9220, 7080", (5103, 9433, 9220, 7080)),
        ("  7 3\n3;1 ", (7, 3, 1)),
        ("10-13, 2", (10, 11, 12, 13, 2)),
        ("10\N{EN DASH}11", (10, 11)),
        ("[4, 5]", (4, 5)),
        ("#12", (12,)),
    ],
)
def test_indices_are_read_as_people_write_them(text, expected):
    assert read_indices(text, 10_000) == expected


@pytest.mark.parametrize("text", ["", "four", "3.5", "-1", "1 to 5", "0x10", ",", "1--2"])
def test_what_is_no_list_of_indices_is_called_so(text):
    with pytest.raises(DataError, match="no list of indices"):
        read_indices(text, 10_000)


def test_an_index_that_the_split_does_not_have_is_named():
    with pytest.raises(DataError, match=r"no image 1000.*1,000"):
        read_indices("3, 1000", 1000)
    with pytest.raises(DataError, match="no image -1"):
        checked_indices([-1], 10)


def test_an_endless_range_is_refused_before_it_is_counted():
    with pytest.raises(DataError, match=f"{MOST_INDICES:,}"):
        read_indices("0-999999999", 60_000)
