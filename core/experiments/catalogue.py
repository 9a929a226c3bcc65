"""Experiments that come with Inkling: what people asked of the published texts."""

from __future__ import annotations

from core.experiments.experiment import Experiment, Varied
from core.experiments.fields import RECIPE
from core.recipes.catalogue import by_name
from core.recipes.tutorials import TUTORIAL_RECIPES

_LOSS_AND_RATE = Experiment(
    "q002-rates",
    by_name("q002-sgd-0.01"),
    (
        Varied("optimizer.learning_rate", (0.01, 0.03)),
        Varied("network.pixels", ("raw", "unit")),
    ),
    (0, 1, 2),
)
"""Question 2: with raw pixels the loss follows the learning rate; with others it does not."""

_MODELS = Experiment(
    "t003-models",
    by_name("t003-model1"),
    (Varied(RECIPE, tuple(r for r in TUTORIAL_RECIPES if r.name.startswith("t003-"))),),
    (0, 1, 2, 3, 4),
)
"""Tutorial 3: which of the steps between its models are more than chance."""

EXPERIMENTS = (_LOSS_AND_RATE, _MODELS)


def named(name: str) -> Experiment | None:
    """Return the experiment of this name, if there is one."""
    return next((one for one in EXPERIMENTS if one.name == name.strip().lower()), None)
