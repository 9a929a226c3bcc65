"""Before the start: what is learnt from, what is validated on, and when the training stops."""

from __future__ import annotations

from dataclasses import replace

from core.data.facts import DataFacts
from core.diagnosis.anatomy import sizes
from core.diagnosis.cure import Cure, all_images
from core.diagnosis.finding import Finding
from core.evaluation.metrics import standard_error
from core.layers import class_count
from core.records import EarlyStopping, Recipe

FEWEST_VALIDATION = 60
"""With fewer validation images the standard error of an accuracy of .9 is over 4 points."""

TINY_VALIDATION = 40
"""With fewer it is over 4.7, and the best epoch is chosen mostly by chance."""

MOST_VALIDATION = 0.6
"""A larger share of the images held out leaves too few to learn from."""

FEWEST_OF_EACH = 15
"""Of each digit. 300 images of the ten reach about 85 %, 30 about 60 %."""


def no_validation(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a training that validates on nothing."""
    if recipe.validation:
        return None
    return Finding(
        "no-validation",
        "info",
        "Nothing is validated on.",
        "Whether the network learns the digits or only these images cannot be seen.",
        "Hold out a tenth of the training images.",
        {},
        remedy=Cure((("validation", 0.1),)),
    )


def tiny_validation(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See so few validation images that their accuracy says little."""
    whole = sizes(recipe, facts)
    if whole is None or not 0 < whole.validation < FEWEST_VALIDATION:
        return None
    larger = Cure((("validation", 0.2),))
    after = sizes(larger.apply(recipe), facts)
    enough = after is not None and after.validation >= FEWEST_VALIDATION
    return Finding(
        "tiny-validation",
        "warn" if whole.validation < TINY_VALIDATION else "info",
        "Validation images: {images}.",
        "An accuracy of 90 % on so few has a standard error of {error:.0f} points: what "
        "goes up and "
        "down from epoch to epoch is mostly chance.",
        "Hold out a fifth of the training images."
        if enough
        else "Train on more images: a fifth of these would be too few as well.",
        {"images": whole.validation, "error": 100 * standard_error(0.9, whole.validation)},
        remedy=larger if enough else Cure(),
    )


def tiny_test(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See so few test images that their accuracy says little."""
    # Where they are validated on, `tiny_validation` says so.
    if facts is None or not facts.test.images or recipe.validation == "test":
        return None
    images = min(facts.test.images, recipe.test_images or facts.test.images)
    if images >= FEWEST_VALIDATION:
        return None
    return Finding(
        "tiny-test",
        "warn" if images < TINY_VALIDATION else "info",
        "Test images: {images}.",
        "An accuracy of 90 % on so few has a standard error of {error:.0f} points: which of "
        "two networks is better cannot be seen by it.",
        "Test on all test images." if images < facts.test.images else "Bring more test images.",
        {"images": images, "error": 100 * standard_error(0.9, images)},
        remedy=Cure((("test_images", None),)) if images < facts.test.images else Cure(),
    )


def large_validation(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See most of the images held out."""
    share = recipe.validation
    if not isinstance(share, float) or share <= MOST_VALIDATION:
        return None
    return Finding(
        "large-validation",
        "warn",
        "{share:.0f} % of the training images are held out for validation.",
        "What is held out teaches nothing: the network learns from the rest alone.",
        "Hold out a tenth.",
        {"share": 100 * share},
        remedy=Cure((("validation", 0.1),)),
    )


def test_as_validation(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See the test images used to choose by."""
    if recipe.validation != "test":
        return None
    stopping = recipe.early_stopping
    chooses = stopping is not None and stopping.monitor.startswith("val_")
    return Finding(
        "test-as-validation",
        "warn" if chooses else "info",
        "The test images are validated on, and the best epoch is chosen by them."
        if chooses
        else "The test images are validated on.",
        "What is chosen by the test images does well on them partly by chance: their "
        "accuracy no "
        "longer says how the network reads new digits."
        if chooses
        else "As long as nothing is chosen by them, their accuracy is fair. Whoever tries "
        "recipes "
        "until it is high chooses by them.",
        "Hold out a tenth of the training images.",
        {},
        remedy=Cure((("validation", 0.1),)),
    )


def watches_training(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See early stopping on what nearly always improves."""
    stopping = recipe.early_stopping
    if stopping is None or stopping.monitor.startswith("val_"):
        return None
    remedy = Cure(
        (
            ("early_stopping", replace(stopping, monitor="val_loss")),
            ("validation", recipe.validation or 0.1),
        )
    )
    return Finding(
        "watches-training",
        "info",
        "Early stopping watches the training images.",
        "What is learnt from nearly always improves, so this hardly ever stops anything.",
        "Hold out a share of the images and watch the validation loss.",
        {},
        remedy=remedy,
    )


def watches_nothing(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See early stopping on a figure that is not measured."""
    stopping = recipe.early_stopping
    if stopping is None or recipe.validation or not stopping.monitor.startswith("val_"):
        return None
    return Finding(
        "watches-nothing",
        "warn",
        "Early stopping watches a validation figure, but nothing is validated on.",
        "The figure is never measured: the training loss is watched in its place, which nearly "
        "always improves.",
        "Hold out a tenth of the training images.",
        {},
        remedy=Cure((("validation", 0.1),)),
    )


def few_images(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See so few training images that they cannot show what digits look like."""
    whole = sizes(recipe, facts)
    classes = class_count(recipe.network)
    if whole is None or whole.training >= FEWEST_OF_EACH * classes:
        return None
    if not whole.training:
        return _no_images(recipe, facts)
    return Finding(
        "few-images",
        "warn",
        "Training images: {images}.",
        "That is fewer than {fewest} of each class in the mean: the network learns these "
        "images, and has seen too few to know others well.",
        "Train on more images, or let augmentation change them.",
        {"images": whole.training, "fewest": FEWEST_OF_EACH},
        remedy=Cure(all_images(recipe)),
    )


def _no_images(recipe: Recipe, facts: DataFacts | None) -> Finding:
    none_at_all = facts is not None and not facts.train.images
    return Finding(
        "few-images",
        "bad",
        "There is no image to learn from.",
        "This data set has no training images."
        if none_at_all
        else "What the recipe leaves out, and what it holds out for validation, are all the "
        "training images that there are.",
        "Open data with training images." if none_at_all else "Leave out and hold out fewer.",
        {},
        remedy=Cure() if none_at_all else Cure(all_images(recipe)),
    )


def many_epochs(recipe: Recipe, facts: DataFacts | None) -> Finding | None:
    """See a long training that nothing ends early."""
    if recipe.epochs < 100 or recipe.early_stopping is not None or not recipe.validation:
        return None
    return Finding(
        "many-epochs",
        "info",
        "The training takes {epochs} epochs, and nothing ends it early.",
        "Small networks have mostly learnt what they can within 30.",
        "Let early stopping watch the validation loss.",
        {"epochs": recipe.epochs},
        remedy=Cure((("early_stopping", EarlyStopping()),)),
    )


PLAN_RULES = (
    few_images,
    large_validation,
    tiny_validation,
    tiny_test,
    watches_nothing,
    test_as_validation,
    watches_training,
    no_validation,
    many_epochs,
)
"""Each looks at a recipe and, where it is known, its data."""
