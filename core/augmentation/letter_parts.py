"""Signs like letters, put together at random from the parts that letters are made of."""

from __future__ import annotations

import numpy as np

from core.augmentation.curves import ellipse
from core.augmentation.hands import Drawing, Path


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
    "back": ellipse(0.4 * np.pi, 1.6 * np.pi),
    "belly": ellipse(-0.6 * np.pi, 0.6 * np.pi),
    "bowl": ellipse(-0.5 * np.pi, 0.5 * np.pi) * (1.6, 0.5) + (-0.8, -0.5),
    "cup": np.concatenate([[(-1, -1)], ellipse(np.pi, 0) * (1, 0.7) + (0, 0.3), [(1, -1)]]),
    "cap": np.concatenate([[(-1, 1)], ellipse(-np.pi, 0) * (1, 0.7) + (0, -0.3), [(1, 1)]]),
    "hook": np.concatenate([[(0.6, -1)], ellipse(0, np.pi) * (0.7, 0.6) + (-0.1, 0.4)]),
    "eye": ellipse(0, -1.7 * np.pi) * (0.9, 0.9),
    "low_ring": ellipse(0, 2 * np.pi) * (0.9, 0.5) + (0.1, 0.5),
    "low_cap": np.concatenate([ellipse(-np.pi, 0) * (1, 0.5) + (0, 0.4), [(1, 1)]]),
    "low_cup": np.concatenate([[(-1, 0)], ellipse(np.pi, 0) * (1, 0.5) + (0, 0.5)]),
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
    *("middle waist hook", "left low_cap", "low_cap", "cup right"),
    *("low_cup right", "cap right", "left cap", "left cap middle", "middle waist low_cup"),
)
"""Parts that make a letter: A C E F H J J K L N, M P R T U, V X Y d e, t h n u, ..."""

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
        *(("eye", "middle"), ("eye", "fall"), ("left_leg", "right_leg")),
    )
)
"""Pairs of parts that are written like a 0, 1, 2, 3, 4, 7, 8 or 9, or nearly."""

_HABITS = frozenset({"waist", "foot", "rise", "fall", "middle"})
"""What a digit may have besides: a bar, a base, a slash."""


def _is_digit(parts: frozenset[str]) -> bool:
    return any(digit <= parts <= digit | _HABITS for digit in _DIGITS)
