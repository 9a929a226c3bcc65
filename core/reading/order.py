"""The order in which digits are read: lines from the top, each from the left."""

from __future__ import annotations

import numpy as np

from core.ink.pieces import Doubles

_STEP = 0.7
"""How much higher or lower, in heights, the next digit of a line may stand than expected."""

_SLOPE_FROM = 3
"""So many digits say how a line is slanted."""


def lines_of(boxes: Doubles) -> list[list[int]]:
    """Return the boxes (n, 4; left, top, right, bottom) line by line, as their numbers.

    A line grows to the right from digit to digit and may be slanted: a digit joins the line
    whose last digits let it be expected nearest.
    """
    order = np.argsort(boxes[:, 0] + boxes[:, 2], kind="stable").tolist()
    lines: list[list[int]] = []
    for number in order:
        steps = [_step(boxes, line, number) for line in lines]
        best = int(np.argmin(steps)) if steps else -1
        if steps and steps[best] <= _STEP:
            lines[best].append(number)
        else:
            lines.append([number])
    return sorted(lines, key=lambda line: float(_middles(boxes[line]).mean()))


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
