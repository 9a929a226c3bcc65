"""Figures that are no digits, as pen paths drawn at random: scribbles, letter-like signs ...

Each generator gives a drawing: paths of float64 points (n, 2), y down, in any unit. None
copies a letter; `letter_like` puts together the parts that letters are made of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Path: TypeAlias = NDArray[np.float64]
Drawing: TypeAlias = list[Path]


def scribble(rng: np.random.Generator) -> Drawing:
    """Draw one long soft line to and fro over the same place."""
    return [_smooth(rng.random((int(rng.integers(9, 22)), 2)))]


def wander(rng: np.random.Generator) -> Drawing:
    """Draw one soft line that loses its way."""
    steps = rng.standard_normal((int(rng.integers(10, 40)), 2))
    return [_smooth(np.cumsum(steps, axis=0))]


def zigzag(rng: np.random.Generator) -> Drawing:
    """Draw a line that goes to and fro while it moves on, as in hatching or waves."""
    turns = int(rng.integers(6, 14))
    along = np.linspace(0, rng.uniform(0.6, 2.0), turns)
    across = (np.arange(turns) % 2) * rng.uniform(0.5, 1.2) + rng.normal(0, 0.08, turns)
    path = _turned(np.stack([along, across], axis=1), rng.uniform(0, np.pi))
    return [_smooth(path) if rng.random() < 0.5 else path]


def spiral(rng: np.random.Generator) -> Drawing:
    """Draw two to four turns around a centre that moves in or on."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2, 4), 60) + rng.uniform(0, 6)
    radius = np.linspace(rng.uniform(0.0, 0.5), 1, 60)
    circle = np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius[:, None]
    drift = np.linspace(0, rng.uniform(0, 4), 60)[:, None] * _direction(rng)
    return [circle * rng.uniform(0.5, 1.0, 2) + drift]


def lattice(rng: np.random.Generator) -> Drawing:
    """Draw three to five straight strokes between knots of a lattice."""
    knots = np.stack(np.meshgrid(np.arange(3), np.arange(4)), axis=-1).reshape(-1, 2)
    strokes = []
    for _ in range(int(rng.integers(3, 6))):
        ends = knots[rng.choice(len(knots), size=2, replace=False)]
        strokes.append(ends + rng.normal(0, 0.1, (2, 2)))
    return strokes


def letter_like(rng: np.random.Generator) -> Drawing:
    """Draw parts of letters in one box: such as make a letter, or any that make no digit."""
    chosen = _parts_of_a_letter(rng) if rng.random() < 0.5 else _any_parts(rng)
    hand = np.array([[rng.uniform(0.45, 1.1), 0.0], [rng.normal(0, 0.12), 1.0]])
    return [(_shaken(_PARTS[name], rng)) @ hand for name in sorted(chosen)]


def _parts_of_a_letter(rng: np.random.Generator) -> frozenset[str]:
    return frozenset(_LETTERS[rng.integers(len(_LETTERS))].split())


def _any_parts(rng: np.random.Generator) -> frozenset[str]:
    while True:
        count = int(rng.choice([2, 3, 4], p=[0.35, 0.45, 0.2]))
        chosen = frozenset(rng.choice(_FREE_PARTS, size=count, replace=False).tolist())
        if not _is_digit(chosen):
            return chosen


def stem_and_bows(rng: np.random.Generator) -> Drawing:
    """Draw an upright with two or three bows or strokes that start or end on it."""
    upright = np.array([[0.0, 0.0], [0.0, 2.0]]) + rng.normal(0, 0.1, (2, 2))
    strokes = [upright]
    for _ in range(int(rng.integers(2, 4))):
        y0, y1 = rng.uniform(0, 2, 2)
        reach = rng.uniform(0.6, 1.6) * rng.choice([-1, 1])
        bow = np.array([[0, y0], [0, y0], [reach, y0], [reach, y1], [0, y1], [0, y1]])
        straight = np.array([[0, y0], [reach, y1]])
        strokes.append(_smooth(bow) if rng.random() < 0.5 else straight)
    return strokes


def corner(rng: np.random.Generator) -> Drawing:
    """Draw two straight strokes, one from the other's end or middle; none that makes a 7."""
    upright = _turned(np.array([[0.0, -1.0], [0.0, 1.0]]), rng.normal(0, 0.25))
    place = rng.choice([0.0, 0.5, 1.0])
    angle = rng.uniform(-0.6, 0.6) + (0.0 if place == 0 or rng.random() < 0.5 else np.pi)
    length = rng.uniform(1.2, 2.2)
    start = upright[0] + place * (upright[1] - upright[0])
    tip = start + length * np.array([np.cos(angle), np.sin(angle)])
    return [upright, np.stack([start, tip])]


def arc(rng: np.random.Generator) -> Drawing:
    """Draw half to two thirds of an ellipse, open wide enough not to be a 0."""
    first = rng.uniform(0, 2 * np.pi)
    return [_ellipse(first, first + np.pi * rng.uniform(1.0, 1.35)) * rng.uniform(0.6, 1.0, 2)]


def ring(rng: np.random.Generator) -> Drawing:
    """Draw a loop with two to four marks in it; one line through it would be a slashed 0."""
    marks = [
        rng.uniform(-0.5, 0.5, 2) + np.outer([-1, 1], _direction(rng)) * rng.uniform(0.02, 0.3)
        for _ in range(int(rng.integers(2, 5)))
    ]
    width = np.array([rng.uniform(0.6, 1.0), 1.0])
    return [path * width for path in (_ellipse(0, 2 * np.pi), *marks)]


def dashes(rng: np.random.Generator) -> Drawing:
    """Draw one to four lines side by side; a single one lies, for upright it would be a 1."""
    count = int(rng.integers(1, 5))
    slope = rng.uniform(-0.25, 0.25)
    line = np.array([[-1, -slope], [1, slope]])
    apart = rng.uniform(0.4, 0.9)
    lines = [line + np.array([rng.normal(0, 0.1), apart * k]) for k in range(count)]
    upright = count > 1 and rng.random() < 0.5
    return [path[:, ::-1] for path in lines] if upright else lines


def dots(rng: np.random.Generator) -> Drawing:
    """Draw one to five dots."""
    spots = rng.random((int(rng.integers(1, 6)), 2)) * rng.uniform(0.2, 1.5)
    return [np.stack([spot, spot]) for spot in spots]


def polygon(rng: np.random.Generator) -> Drawing:
    """Draw a closed figure of three to five corners, a star among them."""
    corners = int(rng.integers(3, 6))
    step = 2 if corners == 5 and rng.random() < 0.5 else 1
    angle = 2 * np.pi * (step * np.arange(corners + 1) / corners + rng.random())
    outline = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    outline[:-1] += rng.normal(0, 0.12, (corners, 2))
    outline[-1] = outline[0]
    return [outline * rng.uniform(0.6, 1.0, 2)]


def cross(rng: np.random.Generator) -> Drawing:
    """Draw two or three lines through about one point: plus, times, asterisk."""
    count = int(rng.integers(2, 4))
    angles = np.pi * np.arange(count) / count + rng.normal(0, 0.15, count) + rng.random() * 3
    ends = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return [np.stack([-end, end]) + rng.normal(0, 0.15, 2) for end in ends]


FIGURES: tuple[Callable[[np.random.Generator], Drawing], ...] = (
    *(scribble, wander, wander, zigzag, spiral, lattice, lattice),
    *(letter_like,) * 7,
    *(stem_and_bows, corner, corner, arc, ring, dashes, dots, polygon, polygon, cross),
)
"""Every kind of figure, as often as it is wanted among the others."""


def _smooth(points: Path, steps: int = 5) -> Path:
    """Return a curve led by `points`: a quadratic B-spline, `steps` points for each."""
    share = np.linspace(0, 1, steps, endpoint=False)[:, None]
    weights = ((1 - share) ** 2 / 2, 0.5 + share * (1 - share), share**2 / 2)
    near = (points[:-2], points[1:-1], points[2:])
    parts = sum(w * p[:, None] for w, p in zip(weights, near, strict=True))
    return np.asarray(parts).reshape(-1, 2)


def _ellipse(first: float, last: float) -> Path:
    """Return a part of the unit circle, by angle from the right, downwards."""
    angle = np.linspace(first, last, 24)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def _turned(path: Path, angle: float) -> Path:
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Path = path @ np.array([[cos, sin], [-sin, cos]])
    return turned


def _direction(rng: np.random.Generator) -> Path:
    angle = rng.uniform(0, 2 * np.pi)
    return np.array([np.cos(angle), np.sin(angle)])


def _shaken(path: Path, rng: np.random.Generator) -> Path:
    """Move, stretch and turn a part a little, as no hand repeats itself."""
    stretch = np.eye(2) + rng.normal(0, 0.07, (2, 2))
    shaken: Path = path @ stretch + rng.normal(0, 0.07, 2)
    return shaken


def _line(x0: float, y0: float, x1: float, y1: float) -> Path:
    return np.array([[x0, y0], [x1, y1]])


_PARTS: dict[str, Path] = {
    "left": _line(-1, -1, -1, 1),
    "middle": _line(0, -1, 0, 1),
    "right": _line(1, -1, 1, 1),
    "top": _line(-1, -1, 1, -1),
    "waist": _line(-1, 0, 1, 0),
    "foot": _line(-1, 1, 1, 1),
    "rise": _line(-1, 1, 1, -1),
    "fall": _line(-1, -1, 1, 1),
    "left_leg": _line(0, -1, -1, 1),
    "right_leg": _line(0, -1, 1, 1),
    "left_arm": _line(-1, -1, 0, 1),
    "right_arm": _line(1, -1, 0, 1),
    "back": _ellipse(0.4 * np.pi, 1.6 * np.pi),
    "belly": _ellipse(-0.6 * np.pi, 0.6 * np.pi),
    "bowl": _ellipse(-0.5 * np.pi, 0.5 * np.pi) * (1.6, 0.5) + (-0.8, -0.5),
    "cup": np.concatenate([[(-1, -1)], _ellipse(np.pi, 0) * (1, 0.7) + (0, 0.3), [(1, -1)]]),
    "cap": np.concatenate([[(-1, 1)], _ellipse(-np.pi, 0) * (1, 0.7) + (0, -0.3), [(1, 1)]]),
    "hook": np.concatenate([[(0.6, -1)], _ellipse(0, np.pi) * (0.7, 0.6) + (-0.1, 0.4)]),
    "eye": _ellipse(0, -1.7 * np.pi) * (0.9, 0.9),
    "low_ring": _ellipse(0, 2 * np.pi) * (0.9, 0.5) + (0.1, 0.5),
    "low_cap": np.concatenate([_ellipse(-np.pi, 0) * (1, 0.5) + (0, 0.4), [(1, 1)]]),
    "low_cup": np.concatenate([[(-1, 0)], _ellipse(np.pi, 0) * (1, 0.5) + (0, 0.5)]),
    "fork": np.array([[-1, -1], [0, 0], [1, -1]]),
    "stalk": _line(0, 0, 0, 1),
    "kick": np.array([[1, -1], [-0.8, 0.1], [1, 1]]),
    "brace": _line(-0.2, 0, 1, 1),
}
"""What letters are made of, in a box from -1 to 1, y down."""

_FREE_PARTS = sorted(
    _PARTS.keys() - {"low_ring", "low_cap", "low_cup", "fork", "stalk", "kick"}
)

_LETTERS = (
    *("left_leg right_leg waist", "back", "left top waist foot", "left top waist"),
    *("left waist right", "hook", "top hook", "left kick", "left foot", "left fall right"),
    *("left left_arm rise right", "left bowl", "left bowl brace", "top middle", "cup"),
    *("left_arm right_arm", "rise fall", "fork stalk", "right low_ring", "eye waist"),
    *("middle waist hook", "left low_cap", "low_cap", "left_leg right_leg", "cup right"),
    *("low_cup right", "cap right", "left cap", "left cap middle", "middle waist low_cup"),
)
"""Parts that make a letter: A C E F H J J K L N, M P R T U, V X Y d e, t h n A u, ..."""

_DIGITS: tuple[frozenset[str], ...] = tuple(
    frozenset(pair)
    for pair in (
        *(("back", "belly"), ("back", "right"), ("back", "cup"), ("back", "cap")),
        *(("left", "belly"), ("cup", "belly"), ("cap", "belly"), ("cup", "cap")),
        *(("cup", "top"), ("cap", "foot"), ("back", "bowl"), ("belly", "waist")),
        *(("belly", "top"), ("belly", "foot"), ("bowl", "rise"), ("bowl", "left_leg")),
        *(("top", "rise"), ("top", "right"), ("top", "right_arm"), ("top", "left_leg")),
        *(("middle", "foot"), ("middle", "right"), ("left", "middle"), ("rise", "foot")),
        *(("rise", "left_leg"), ("rise", "right"), ("rise", "middle"), ("left_leg", "right")),
        *(("right", "right_arm"), ("right_arm", "left_leg"), ("left_leg", "middle")),
        *(("eye", "right"), ("eye", "right_arm"), ("eye", "belly"), ("eye", "back")),
        *(("eye", "cup"), ("eye", "cap"), ("eye", "rise"), ("eye", "left_leg")),
        *(("eye", "middle"), ("eye", "fall")),
    )
)
"""Pairs of parts that are written like a 0, 1, 2, 3, 4, 7, 8 or 9, or nearly."""

_HABITS = frozenset({"waist", "foot", "rise", "fall", "middle"})
"""What a digit may have besides: a bar, a base, a slash."""


def _is_digit(parts: frozenset[str]) -> bool:
    return any(digit <= parts <= digit | _HABITS for digit in _DIGITS)
