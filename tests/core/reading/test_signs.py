"""A sign that looks like a 1 does not become one; a long or a leaning 1 stays."""

import numpy as np
import pytest

from core.networks.shipped import shipped_network
from core.reading.read import read
from core.records import Ink
from tests.core.ink.golden.drawings import DIGITS

HIGH = 60.0


@pytest.fixture(scope="module")
def network():
    return shipped_network()


def one(height, *, lean=0.0, bend=0.0):
    """Return an upright stroke, its middle on the line's; `bend` is to the right."""
    down = np.linspace(0, 1, 20)
    across = lean * (1 - down) + bend * np.sin(np.pi * down)
    stroke = np.stack([across, down], axis=1) * height
    return (stroke - (0, (height - HIGH) / 2)).astype(np.float32)


def line_of(*things):
    """Return digits, each HIGH, and strokes from left to right."""
    strokes, right = [], 0.0
    for thing in things:
        own = [thing]
        if isinstance(thing, int):
            every = np.concatenate(DIGITS[thing])
            low, high = every.min(axis=0), every.max(axis=0)
            own = [(stroke - low) * (HIGH / (high - low)[1]) for stroke in DIGITS[thing]]
        left = min(stroke[:, 0].min() for stroke in own)
        shift = np.array((right - left, 0), np.float32)
        own = [np.asarray(stroke, np.float32) + shift for stroke in own]
        strokes += own
        right = max(stroke[:, 0].max() for stroke in own) + 14
    return Ink(tuple(strokes), sheet=(600, 600))


@pytest.mark.parametrize(
    ("things", "text"),
    [
        ((2, 7, one(90, lean=0.5), 0, 6), "2706"),
        ((one(90, bend=-0.15), 0, 3, 0, one(90, bend=0.15), 4), "0304"),
        ((one(170), 0, 3, 0, 6, 2), "03062"),
    ],
    ids=["slash", "brackets", "line"],
)
def test_a_sign_is_no_one(things, text, network):
    assert read(line_of(*things), network).text == text


@pytest.mark.parametrize(
    ("things", "text"),
    [
        ((2, 7, one(HIGH, lean=0.5), 0), "2710"),
        ((2, one(90), 0, 6), "2106"),
        ((one(120), 5), "15"),
    ],
    ids=["leaning", "long", "beside a small digit"],
)
def test_a_one_that_is_written_like_others_stays(things, text, network):
    assert read(line_of(*things), network).text == text
