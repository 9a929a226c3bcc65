"""The order in which digits are read: lines from the top, each from the left."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from core.ink.pieces import Doubles

_STEP = 0.7
"""How much higher or lower, in heights, the next digit of a line may stand than expected."""

_LEAP = 1.0
"""The same between two lines none of which reaches above the other: they may be one."""

_SLOPE_FROM = 3
"""So many digits say how a line is slanted."""


def lines_of(boxes: Doubles) -> list[list[int]]:
    """Return the boxes (n, 4; left, top, right, bottom) line by line, as their numbers.

    A line grows to the right from digit to digit and may be slanted: a digit joins the line
    whose last digits let it be expected nearest.
    """
    order = _across(boxes, list(range(len(boxes))))
    lines: list[list[int]] = []
    for number in order:
        steps = [_step(boxes, line, number) for line in lines]
        best = int(np.argmin(steps)) if steps else -1
        if steps and steps[best] <= _STEP:
            lines[best].append(number)
        else:
            lines.append([number])
    lines = _rejoined(boxes, lines)
    return sorted(lines, key=lambda line: float(_middles(boxes[line]).mean()))


def _rejoined(boxes: Doubles, lines: list[list[int]]) -> list[list[int]]:
    """Return the lines; two as one where they stand beside each other and hardly higher.

    Digits that dance up and down are one line still: nothing stands above or below them.
    """
    whole: list[list[int]] = []
    for line in sorted(lines, key=lambda line: float(boxes[line, 0].min())):
        leaps = [_leap(boxes, before, line) for before in whole]
        best = int(np.argmin(leaps)) if leaps else -1
        if leaps and leaps[best] <= _LEAP:
            whole[best] = _across(boxes, whole[best] + line)
        else:
            whole.append(line)
    return whole


def _leap(boxes: Doubles, one: list[int], other: list[int]) -> float:
    """Return how far, in heights, it goes up or down at most from one line into another."""
    leaps = [0.0]
    for before, after in pairwise(_across(boxes, one + other)):
        if (before in one) == (after in one):
            continue
        (left, top, right, bottom), new = boxes[before], boxes[after]
        if new[0] < (left + right) / 2:
            return float(np.inf)
        height = max(bottom - top, new[3] - new[1], 1e-9)
        leaps.append(abs(float(new[1] + new[3] - top - bottom)) / 2 / height)
    return max(leaps)


def _across(boxes: Doubles, numbers: list[int]) -> list[int]:
    """Return numbers of boxes in the order of their middles from left to right."""
    return sorted(numbers, key=lambda n: float(boxes[n, 0] + boxes[n, 2]))


def _step(boxes: Doubles, line: list[int], number: int) -> float:
    """Return how far, in heights, a box is from where the next of a line is expected."""
    last, new = boxes[line[-1]], boxes[number]
    height = max(last[3] - last[1], new[3] - new[1], 1e-9)
    # One above the other is a column, not a line.
    across = min(last[2], new[2]) - max(last[0], new[0])
    down = min(last[3], new[3]) - max(last[1], new[1])
    if across > 0.8 * min(last[2] - last[0], new[2] - new[0]) and down < 0.5 * height:
        return float(np.inf)
    return float(abs(_middles(boxes[[number]])[0] - _expected(boxes, line, number)) / height)


def _expected(boxes: Doubles, line: list[int], number: int) -> float:
    """Return the middle, from top to bottom, of a line at the place of a box."""
    recent = boxes[line[-6:]]
    places, middles = (recent[:, 0] + recent[:, 2]) / 2, _middles(recent)
    if len(recent) < _SLOPE_FROM or np.ptp(places) <= 0:
        return float(middles[-1])
    slope = np.polyfit(places, middles, 1)[0]
    ahead = (boxes[number, 0] + boxes[number, 2]) / 2 - places.mean()
    return float(middles.mean() + np.clip(slope, -0.6, 0.6) * ahead)


def _middles(boxes: Doubles) -> Doubles:
    middles: Doubles = (boxes[:, 1] + boxes[:, 3]) / 2
    return middles
