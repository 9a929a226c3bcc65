"""The catalogue: complete, buildable, and with the parameter tables that the texts print."""

import pytest

from core.errors import RecipeError
from core.layers import parameter_count
from core.recipes.catalogue import CATALOGUE, FORMER_NAMES, by_name


def test_names_are_unique_and_fit_file_names():
    names = [recipe.name for recipe in CATALOGUE]
    assert len(set(names)) == len(names)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in names)


@pytest.mark.parametrize("recipe", CATALOGUE, ids=lambda recipe: recipe.name)
def test_every_recipe_has_a_network_a_title_and_a_story(recipe):
    assert parameter_count(recipe.network) > 0
    assert recipe.title
    assert len(recipe.about) > 60
    assert recipe.about.endswith(".")


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("q000-falling-accuracy", 784 * 50 + 50 + 50 * 10 + 10),
        ("q001-lost-digit", 50_890),
        ("q002-sgd-0.01", 7_850),
        ("t003-model1", 104_938),
        ("t003-model2", 104_938),
        ("t003-model3", 242_762),
        ("t003-model4", 109_386),
        ("t003-model7", 242_762),
        ("t003-model8", 225_034),
    ],
)
def test_parameters_are_those_that_the_texts_print(name, printed):
    assert parameter_count(by_name(name).network) == printed


def test_our_own_recipes_validate_on_held_out_training_images():
    own = [recipe for recipe in CATALOGUE if recipe.name[:2] not in {"q0", "t0"}]
    assert all(isinstance(r.validation, float) and 0 < r.validation <= 0.1 for r in own)
    assert {recipe.network.pixels for recipe in own} == {"unit"}
    assert {recipe.loss for recipe in own} == {"crossentropy"}


def test_a_wrong_name_is_answered_with_near_ones():
    with pytest.raises(RecipeError, match="Did you mean mlp-128-32"):
        by_name("mlp-128-23")
    with pytest.raises(RecipeError, match="The recipes are mlp-128-32, softmax-10"):
        by_name("zzzz")


@pytest.mark.parametrize("former", FORMER_NAMES)
def test_a_former_name_still_finds_its_recipe(former):
    assert by_name(former).name == FORMER_NAMES[former]
