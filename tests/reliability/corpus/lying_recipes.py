"""Recipes that ask for what no machine has, or hold what no recipe does."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.reliability.corpus.honest import recipe
from tests.reliability.corpus.hostile import Hostile, of_text

_CODE = "');__import__('os').system('touch hostile-was-here')#"


def recipe_lies() -> Iterator[Hostile]:
    """Return the recipes."""
    changes = {
        "epochs of infinity": {"epochs": 1e999},
        "no epochs": {"epochs": 0},
        "epochs below nothing": {"epochs": -3},
        "10^30 epochs": {"epochs": 10**30},
        "a batch of 10^9": {"batch_size": 10**9},
        "a seed of 10^40": {"seed": 10**40},
        "half a seed": {"seed": 0.5},
        "a true seed": {"seed": True},
        "all validation": {"validation": 1.0},
        "validation by a word": {"validation": "all"},
        "no such loss": {"loss": "mse"},
        "an optimizer of code": {"optimizer": {"kind": _CODE}},
        "a rate of infinity": {"optimizer": {"kind": "adam", "learning_rate": 1e999}},
        "a rate below nothing": {"optimizer": {"kind": "adam", "learning_rate": -1}},
        "an optimizer that is a list": {"optimizer": []},
        "a network that is a text": {"network": "Dense 10"},
        "no layers": {"network": {"layers": []}},
        "layers of code": {"network": {"layers": [_CODE]}},
        "a million layers": {"network": {"layers": ["Dense 10"] * 100_000}},
        "a layer of 2^31 units": {"network": {"layers": ["Dense 2147483648"]}},
        "a layer of 10^400 units": {"network": {"layers": [f"Dense 1{'0' * 400}"]}},
        "a name of code": {"name": _CODE},
        "a name of line ends": {"name": 'a\n"""\nimport os\n"""'},
        "a name of 100,000 letters": {"name": "x" * 100_000},
        "an empty name": {"name": ""},
        "a name that is a number": {"name": 7},
        "a title of code": {"title": '"""' + _CODE},
        "about of control letters": {"about": "\x00\x07\x1b[31m\u202e"},
        "images below nothing": {"train_images": -1},
        "augmentation by a word": {"augmentation": "much"},
        "augmentation of infinity": {"augmentation": {"rotation": 1e999}},
        "unknown fields": {"__class__": "os", "layers": []},
        "patience of 10^20": {"early_stopping": {"patience": 10**20}},
    }
    honest = recipe()
    for name, change in changes.items():
        text = json.dumps({**honest, **change})
        yield Hostile("recipe", name, ".json", of_text(text))
    raw = {
        "a lone surrogate in its name": json.dumps({**honest, "name": "\ud800"}),
        "a lone surrogate in its title": json.dumps({**honest, "title": "a\udfff"}),
        "depth of 100,000": "[" * 100_000,
        "a number of 5,000 digits": '{"epochs": ' + "1" * 5000 + "}",
        "a list": "[]",
        "a number": "1e999",
        "nothing": "null",
        "2 MB": json.dumps({**honest, "about": "x" * 2_000_000}),
    }
    for name, text in raw.items():
        yield Hostile("recipe", name, ".json", of_text(text))
