"""The catalogue: every experiment that starts from the window with two clicks.

First our own good defaults (pixels from 0 to 1, the loss taken from the logits, a tenth of
the training images held out), then the experiments of the published texts, each as its
readers know it (`core.recipes.questions`, `core.recipes.tutorials`). The figures that those
texts print are in `core.recipes.published`.
"""

from __future__ import annotations

from difflib import get_close_matches

from core.errors import RecipeError
from core.layers import Conv2D, Dense, Dropout, Flatten, MaxPooling2D, NetworkSpec
from core.recipes.pen import PEN
from core.recipes.questions import QUESTION_RECIPES
from core.recipes.tutorials import TUTORIAL_RECIPES
from core.records import EarlyStopping, Optimizer, Recipe

_SOFTMAX_10 = Recipe(
    name="softmax-10",
    title="One layer, ten outputs",
    about=(
        "The smallest network that works: ten weighted sums of the pixels, one for each digit. "
        "It stops near 92 % however long it learns. Look at its weights: the digits are there."
    ),
    network=NetworkSpec((Dense(10),)),
    epochs=10,
)

_MLP_128_32 = Recipe(
    name="mlp-128-32",
    title="Two hidden layers",
    about=(
        "A small dense network, quick to train and a good start: about 97 % after three "
        "epochs, 98 % after ten. Then watch the two loss curves part: it begins to learn the "
        "training images by heart."
    ),
    network=NetworkSpec((Dense(128, "relu"), Dense(32, "relu"), Dense(10))),
    # Twice as fast as 32, and its first epochs scatter half as much between seeds.
    batch_size=64,
    epochs=10,
)

_MLP_DROPOUT = Recipe(
    name="mlp-256-128-64-dropout",
    title="Three hidden layers with dropout",
    about=(
        "A wider dense network that loses some of its values at random while it learns, so it "
        "cannot lean on any one of them. The validation accuracy stays above the training "
        "accuracy for long: validation runs without dropout."
    ),
    network=NetworkSpec(
        (
            Dense(256, "relu"),
            Dropout(0.3),
            Dense(128, "relu"),
            Dropout(0.2),
            Dense(64, "relu"),
            Dropout(0.1),
            Dense(10),
        )
    ),
    batch_size=64,
    epochs=20,
    early_stopping=EarlyStopping(monitor="val_loss", patience=5),
)

_CNN = Recipe(
    name="cnn",
    title="Convolutional network",
    about=(
        "Small filters slide over the image, so a stroke is recognised wherever it lies. "
        "Slower than the dense networks and clearly better: 98 % after two epochs, 99 % after "
        "five. The one to draw with."
    ),
    network=NetworkSpec(
        (
            Conv2D(32, activation="relu"),
            MaxPooling2D(),
            Conv2D(64, activation="relu"),
            MaxPooling2D(),
            Flatten(),
            Dense(128, "relu"),
            Dropout(0.3),
            Dense(10),
        ),
        input_shape=(28, 28, 1),
    ),
    optimizer=Optimizer("adam", 0.001),
    batch_size=64,
    epochs=5,
)

CATALOGUE: tuple[Recipe, ...] = (
    _MLP_128_32,
    _SOFTMAX_10,
    _MLP_DROPOUT,
    _CNN,
    PEN,
    *QUESTION_RECIPES,
    *TUTORIAL_RECIPES,
)
"""Every recipe, in the order of the gallery; the first is the one to start with."""

FORMER_NAMES = {
    "q001-unit-pixels": "q001-small-weights",
    "q001-raw-pixels": "q001-small-weights-raw-pixels",
    "q001-raw-pixels-stable-loss": "q001-small-weights-raw-pixels-stable-loss",
    "q001-stable-loss-unit-pixels": "q001-small-weights-stable-loss",
}
"""What recipes were called in 0.1.0, before their names told the first weights too."""


def by_name(name: str) -> Recipe:
    """Return the recipe of the catalogue that bears this name, or bore it before.

    Raises
    ------
    RecipeError
        If there is none; it names those that are written alike.
    """
    known = {recipe.name: recipe for recipe in CATALOGUE}
    wanted = name.strip().lower()
    found = known.get(FORMER_NAMES.get(wanted, wanted))
    if found is not None:
        return found
    near = get_close_matches(wanted, known, n=3, cutoff=0.5) or [
        known_name for known_name in known if name and name.lower() in known_name
    ]
    raise RecipeError(
        "There is no recipe named {name}.",
        "Did you mean {near}?" if near else "The recipes are {near}.",
        name=repr(name),
        near=", ".join(near or known),
    )
