"""Letters, signs and words of Hershey's fonts, as a pen would write them (``resources/signs``).

References
----------
A. V. Hershey: Calligraphy for computers, 1967.
"""

from __future__ import annotations

import importlib.resources
import json
from functools import cache

import numpy as np

from core.augmentation.hands import Drawing, dense

_LOOK_ALIKES = {
    "futural": frozenset("BGIOQSZbgilqosyzj"),
    "scripts": frozenset("BCGIJOQSYZagijloqsyzbpT"),
}
"""Letters that are also a way to write a digit: never alone, but in words."""

_WORD_FONTS = ("futural", "scripts")
_JITTER = 0.5
"""Standard deviation by which points move, where a capital is 21 high."""

_GAP = 3.0


def sign(rng: np.random.Generator) -> Drawing:
    """Draw one letter or sign that is written like no digit."""
    signs = _alone()
    return _shaken(signs[int(rng.integers(len(signs)))], rng)


def word(rng: np.random.Generator) -> Drawing:
    """Draw two to five letters side by side."""
    font = _fonts()[_WORD_FONTS[int(rng.integers(2))]]
    letters = [letter for letter in font if letter.isalpha()]
    case = str.upper if rng.random() < 0.3 else str.lower
    drawing: Drawing = []
    right = 0.0
    for number in rng.integers(len(letters), size=int(rng.integers(2, 6))):
        paths = _shaken(font[case(letters[number])], rng)
        every = np.concatenate(paths)
        place = np.array([right - every[:, 0].min() + rng.uniform(0, 2) * _GAP, rng.normal()])
        drawing += [path + place for path in paths]
        right = float((every[:, 0] + place[0]).max())
    return drawing


def _shaken(paths: Drawing, rng: np.random.Generator) -> Drawing:
    return [path + rng.normal(0, _JITTER, path.shape) for path in paths]


@cache
def _alone() -> list[Drawing]:
    return [
        drawing
        for name, font in _fonts().items()
        for letter, drawing in font.items()
        if letter not in _LOOK_ALIKES.get(name, ())
    ]


@cache
def _fonts() -> dict[str, dict[str, Drawing]]:
    stored = importlib.resources.files("resources") / "signs" / "hershey.json"
    fonts = json.loads(stored.read_text(encoding="utf-8"))
    return {
        name: {
            letter: [_path(stroke) for stroke in strokes] for letter, strokes in font.items()
        }
        for name, font in fonts.items()
    }


def _path(stroke: list[int]) -> np.ndarray:
    """Return a stroke's points; long straight lines get more, lest the pen round corners."""
    return dense(np.array(stroke, np.float64).reshape(-1, 2), 4.0)
