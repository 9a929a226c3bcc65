"""Files of strokes that are too deep, too long, or not made of points."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.reliability.corpus.honest import strokes
from tests.reliability.corpus.hostile import Hostile, of_text


def drawing_lies() -> Iterator[Hostile]:
    """Return the files of strokes."""
    honest = strokes()
    (first, *_), sheet = honest["strokes"], honest["sheet"]
    texts = {
        "a text of 100,000 letters among points": [[["x" * 100_000, 0]] + [["a", 0]] * 5000],
        "19,000 dots": [[[i / 19_000, 0.5]] for i in range(19_000)],
        "20,000 points": [[[i % 97, i % 89] for i in range(20_000)]],
        "20,001 points": [[[i % 97, i % 89] for i in range(20_001)]],
        "900 points, long lines": [[[1e6 * (i % 2), i] for i in range(900)]],
        "no strokes": [],
        "empty strokes": [[], [], []],
        "a stroke of one point": [[[0.5, 0.5]]],
        "all points alike": [[[0.5, 0.5]] * 50],
        "points of three": [[[1, 2, 3]] * 5],
        "points of one": [[[1]] * 5],
        "points of different sizes": [[[1, 2], [3]]],
        "truths": [[[True, False]] * 5],
        "nothing in a point": [[[None, 1]]],
        "whole numbers of a hundred digits": [[[10**100, 1], [2, 3]]],
        "numbers near the end of float": [[[1e308, -1e308], [-1e308, 1e308]]],
        "an object": {"strokes": {"0": first}},
        "strokes that are a text": {"strokes": "abc"},
        "no sheet": {"strokes": [first], "sheet": [0, 0]},
        "a sheet below nothing": {"strokes": [first], "sheet": [-1, 5]},
        "a sheet of three": {"strokes": [first], "sheet": [1, 2, 3]},
        "a sheet of texts": {"strokes": [first], "sheet": ["1", "1"]},
        "a tiny sheet": {"strokes": [first], "sheet": [1e-300, 1e-300]},
        "a huge sheet": {"strokes": [first], "sheet": [1e300, 1e300]},
        "times that run back": {"strokes": [first], "times": [[*range(12)][::-1]]},
        "times of another length": {"strokes": [first], "times": [[1]]},
        "times that are texts": {"strokes": [first], "times": [["a"] * 12]},
        "points far outside": {"strokes": [[[1e5, 1e5], [1e5, 2e5]]], "sheet": sheet},
    }
    for name, content in texts.items():
        yield Hostile("drawing", name, ".strokes.json", of_text(json.dumps(content)))
    raw = {
        "depth of 100,000": "[" * 100_000,
        "objects, depth of 100,000": '{"strokes":' * 100_000,
        "infinity": '{"strokes": [[[1e999, 0], [1, 1]]]}',
        "no number": '{"strokes": [[[NaN, 0], [1, 1]]]}',
        "a number of 5,000 digits": f'{{"strokes": [[[{"1" * 5000}, 0], [1, 1]]]}}',
        "a lone surrogate": '{"strokes": [], "\\ud800": 1}',
        "4 MB of nothing": " " * 4_000_001,
        "4 MB of brackets": "[" + "[]," * 1_300_000 + "[]]",
        "a byte order mark": "\ufeff" + json.dumps(honest),
        "two values": json.dumps(honest) * 2,
        "a name twice": '{"strokes": 1, "strokes": [[[1, 2], [3, 4]]]}',
    }
    for name, text in raw.items():
        yield Hostile("drawing", name, ".strokes.json", of_text(text))
