"""A recipe gets an output for each class of the data, and says what was changed."""

import pytest

from core.errors import RecipeError
from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePooling2D,
    NetworkSpec,
    Reshape,
    class_count,
)
from core.recipes.catalogue import CATALOGUE, by_name
from core.recipes.for_classes import for_classes, for_data, refuse_other_classes
from core.records import DIGITS, Augmentation, Recipe, numbered
from tests.letters import NAMES


@pytest.mark.parametrize("recipe", CATALOGUE, ids=lambda recipe: recipe.name)
def test_every_recipe_of_the_catalogue_can_be_trained_on_other_classes(recipe):
    for classes in (NAMES, numbered(2), numbered(100)):
        fitted = for_classes(recipe, classes)
        assert class_count(fitted.recipe.network) == len(classes)
        assert f"{len(classes)} outputs now" in fitted.notes[0]
        refuse_other_classes(fitted.recipe, classes)
        with pytest.raises(RecipeError):
            refuse_other_classes(recipe, classes)


@pytest.mark.parametrize("recipe", CATALOGUE, ids=lambda recipe: recipe.name)
def test_for_digits_nothing_is_changed_and_nothing_said(recipe):
    fitted = for_classes(recipe, DIGITS)
    assert (fitted.recipe, fitted.notes) == (recipe, ())


IMAGE = (28, 28, 1)


@pytest.mark.parametrize(
    ("layers", "shape"),
    [
        ((Dense(32, "relu"), Dense(10), BatchNormalization(), Activation("softmax")), (784,)),
        ((Conv2D(8), Conv2D(10), GlobalAveragePooling2D()), IMAGE),
        ((Conv2D(10, 28), Flatten(), Activation("softmax")), IMAGE),
    ],
)
def test_the_last_layer_that_says_how_many_is_changed_and_no_other(layers, shape):
    spec = for_classes(Recipe("r", NetworkSpec(layers, shape)), NAMES).recipe.network
    changed = [n for n, layer in enumerate(spec.layers) if layer != layers[n]]
    assert len(changed) == 1
    assert class_count(spec) == 26


@pytest.mark.parametrize(
    "layers", [(Dense(20), Reshape((2, 10)), Flatten()), (Dense(10), Reshape((10,)))]
)
def test_where_no_layer_says_how_many_it_is_refused_in_words(layers):
    with pytest.raises(RecipeError, match="none of its last layers says how many"):
        for_classes(Recipe("r", NetworkSpec(layers)), NAMES)


def test_what_draws_digits_is_left_out_where_the_classes_are_none():
    changes = Augmentation(pen_habits=0.2, drawn=0.1, non_digits=0.1, rotation=7)
    recipe = Recipe("r", by_name("softmax-10").network, augmentation=changes)
    fitted = for_classes(recipe, tuple("abcdefghij"))
    assert fitted.recipe.augmentation == Augmentation(rotation=7)
    assert "about the ten digits" in fitted.notes[0]
    with pytest.raises(RecipeError, match="draws digits"):
        refuse_other_classes(recipe, tuple("abcdefghij"))
    refuse_other_classes(recipe, DIGITS)


@pytest.mark.parametrize(("count", "left_out"), [(60_000, 5_000), (5_001, 5_000), (5_000, 0)])
def test_no_more_images_are_left_out_than_there_are(count, left_out):
    fitted = for_data(by_name("q001-lost-digit"), DIGITS, count)
    assert fitted.recipe.skip_images == left_out
    assert len(fitted.notes) == (left_out == 0)
