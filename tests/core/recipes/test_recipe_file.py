"""Recipes as JSON come back exactly, refuse what they cannot say, and run as Keras scripts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from core.errors import RecipeError
from core.layers import Activation, Dense, Dropout, NetworkSpec, Rescaling, parameter_count
from core.recipes.catalogue import CATALOGUE, by_name
from core.recipes.keras_script import keras_script
from core.recipes.recipe_file import from_data, from_json, to_json
from core.records import Augmentation, EarlyStopping, Recipe
from tests.core.keras_models import SPECS

MINIMAL = {
    "inkling_recipe": 1,
    "name": "mine",
    "network": {"layers": [{"layer": "Dense", "units": 10}]},
}
RECIPES = {recipe.name: recipe for recipe in CATALOGUE}


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_every_recipe_comes_back_exactly(recipe):
    assert from_json(to_json(recipe)) == recipe


@pytest.mark.parametrize("name", SPECS)
def test_every_layer_comes_back_exactly(name):
    recipe = Recipe("mine", SPECS[name], early_stopping=EarlyStopping("loss", 3, False))
    assert from_json(to_json(recipe)) == recipe


def test_a_minimal_recipe_has_keras_defaults():
    recipe = from_data(MINIMAL)
    assert recipe == Recipe("mine", NetworkSpec((Dense(10),)))


def test_a_saved_recipe_says_what_one_would_ask():
    data = json.loads(to_json(by_name("softmax-10")))
    asked = {"optimizer", "loss", "batch_size", "epochs", "validation", "seed"}
    assert asked <= set(data)
    assert data["network"]["layers"] == [{"layer": "Dense", "units": 10}]
    assert "augmentation" not in data


def test_each_layer_stands_on_one_line():
    lines = to_json(by_name("pen")).splitlines()
    layers = by_name("pen").network.layers
    assert sum('{"layer": ' in line and "}" in line for line in lines) == len(layers)


def test_texts_of_any_language_come_back():
    recipe = replace(by_name("cnn"), title="卷积网络", about='Says "no" \\ and\nnew lines')
    text = to_json(recipe)
    assert "卷积网络" in text
    assert from_json(text) == recipe


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"epochs": "ten"}, 'epochs should be a whole number, but it is "ten"'),
        ({"epochs": 2.5}, "epochs should be a whole number, but it is 2.5"),
        ({"epochs": True}, "epochs should be a whole number, but it is true"),
        ({"epochs": 0}, "epochs is 0; it can be 1 to 100000"),
        ({"epochs": None}, "epochs should be a whole number, but it is null"),
        ({"epcohs": 3}, "says epcohs, which Inkling does not know. Did you mean epochs?"),
        ({"name": 3}, "name should be a text"),
        ({"loss": "hinge"}, 'loss is "hinge".*Write one of "crossentropy"'),
        ({"loss": ["crossentropy"]}, "loss is a list"),
        ({"validation": "tset"}, 'validation is "tset".*Did you mean "test"'),
        ({"validation": 1.5}, "validation is 1.5; it can be 0 to less than 1"),
        ({"validation": {}}, "validation is an object in braces"),
        ({"optimizer": {"kind": "adam", "lr": 1}}, "says optimizer.lr"),
        ({"optimizer": {"learning_rate": "fast"}}, "optimizer.learning_rate should be a num"),
        ({"optimizer": [1]}, "optimizer should be an object in braces, but it is a list"),
        ({"early_stopping": {"patience": -1}}, "early_stopping.patience is -1"),
        ({"augmentation": {"pen_habits": 2}}, "augmentation.pen_habits is 2.0"),
        ({"seed": 10**5000}, "seed is a very large number"),
        ({"score_training": 1}, "score_training should be true or false, but it is 1"),
        ({"network": {}}, "does not say network.layers"),
        ({"network": {"layers": {}}}, "network.layers should be a list"),
        ({"network": {"layers": [3]}}, r"network.layers\[0\] should be an object"),
        ({"network": {"layers": [{"units": 10}]}}, r"does not say network.layers\[0\].layer"),
        (
            {"network": {"layers": [{"layer": "Lambda"}]}},
            r'network.layers\[0\].layer is "Lambda", which Inkling does not know',
        ),
        ({"network": {"layers": [{"layer": "Dense"}]}}, r"not say network.layers\[0\].units"),
        (
            {"network": {"layers": [{"layer": "Dense", "units": 10, "activation": "rleu"}]}},
            r'network.layers\[0\].activation is "rleu".*Did you mean "relu"',
        ),
        ({"network": {"layers": [{"layer": "Dense", "units": -1}]}}, "units is -1"),
        (
            {"network": {"layers": [{"layer": "Dense", "units": 101}]}},
            r"The last layer of this network gives \(101,\)",
        ),
        (
            {"network": {"layers": [{"layer": "Dense", "units": 10}], "input_shape": [7, 7]}},
            r"wants inputs of shape \(7, 7\)",
        ),
        (
            {"network": {"layers": [{"layer": "Dense", "units": 65536}] * 3 + [{}]}},
            r"does not say network.layers\[3\].layer",
        ),
        (
            {"network": {"layers": [{"layer": "Dense", "units": n} for n in (65536, 10)]}},
            "has 52101130 weights; Inkling trains at most 16000000",
        ),
        (
            {"network": {"layers": [{"layer": "Dense", "units": 10}] * 201}},
            "has 201 layers; Inkling trains at most 200",
        ),
        ({"inkling_recipe": 2}, "version 2; this Inkling reads version 1"),
        ({"inkling_recipe": "1"}, "This is no recipe of Inkling's"),
    ],
)
def test_what_is_wrong_is_named_with_its_path(change, said):
    with pytest.raises(RecipeError) as caught:
        from_data({**MINIMAL, **change})
    assert re.search(said, str(caught.value).replace("\n", " "))


@pytest.mark.parametrize("data", [None, [], 3, {}, {"name": "mine"}])
def test_what_is_no_recipe_is_refused(data):
    with pytest.raises(RecipeError, match="no recipe of Inkling's"):
        from_data(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON: line 1"),
        ('{\n  "name": mine\n}', "not JSON: line 2, column 11"),
        ('{"inkling_recipe": 1, "seed": 1, "seed": 2}', 'says "seed" twice'),
        ('{"inkling_recipe": 1, "seed": NaN}', "NaN, which is no number"),
        ('{"inkling_recipe": 1, "seed": -Infinity}', "-Infinity, which is no number"),
        ("[" * 100_000, "beyond all measure"),
        ('{"seed": ' + "9" * 5000 + "}", "beyond all measure"),
        (" " * 1_000_001, "too long"),
    ],
)
def test_hostile_text_is_refused(text, said):
    with pytest.raises(RecipeError, match=said):
        from_json(text)


def test_an_overflowing_number_is_refused():
    text = to_json(by_name("softmax-10")).replace(
        '"learning_rate": 0.001', '"learning_rate": 1e999'
    )
    with pytest.raises(RecipeError, match=r"optimizer\.learning_rate is inf"):
        from_json(text)


def test_broken_text_gives_recipe_errors_only():
    text = to_json(by_name("pen"))
    rng = np.random.default_rng(0)
    survived, said = 0, []
    for _ in range(500):
        place, letter = int(rng.integers(len(text))), chr(int(rng.integers(32, 127)))
        try:
            from_json(text[:place] + letter + text[place + 1 :])
            survived += 1
        except RecipeError as error:
            said.append(str(error))
    assert 0 < survived < 500
    assert all(said)


@pytest.fixture(scope="module")
def tiny_npz(tmp_path_factory, sample):
    file = tmp_path_factory.mktemp("data") / "tiny.npz"
    part = sample.first(1500, 300)
    np.savez(
        file,
        x_train=part.train_images,
        y_train=part.train_labels,
        x_test=part.test_images,
        y_test=part.test_labels,
    )
    return file


def _run(script, tmp_path, *arguments):
    file = tmp_path / "script.py"
    file.write_text(script, encoding="utf-8")
    # Away from our own packages: a script must not need Inkling.
    result = subprocess.run(
        [sys.executable, str(file), *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    return result.stdout


def _tested(output):
    found = re.search(r"test loss: (\S+) - test accuracy: (\S+)", output)
    return float(found[1]), float(found[2])


def _parameters(output):
    return int(re.search(r"Total params: ([\d,]+)", output)[1].replace(",", ""))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["mlp-256-128-64-dropout", "q001-small-weights"])
def test_a_script_trains_the_recipes_network(name, tmp_path, tiny_npz):
    # The text of question 1 sets 5,000 images aside: more than there are here.
    recipe = replace(by_name(name), epochs=2, skip_images=0)
    saved = tmp_path / "trained.keras"
    output = _run(keras_script(recipe), tmp_path, "--data", str(tiny_npz), "--save", str(saved))
    loss, accuracy = _tested(output)
    assert _parameters(output) == parameter_count(recipe.network)
    assert accuracy > 0.6
    assert 0 < loss < 2.0
    assert output.count("val_accuracy") == 2
    assert saved.exists()


@pytest.mark.slow
def test_a_script_has_the_clipped_loss_on_raw_pixels(tmp_path, tiny_npz):
    recipe = replace(by_name("q001-lost-digit"), epochs=1)
    loss, accuracy = _tested(_run(keras_script(recipe), tmp_path, "--data", str(tiny_npz)))
    # On the clipped path a wrong answer costs 16.1: loss is that times the error rate.
    assert loss == pytest.approx(16.1 * (1 - accuracy), rel=0.35)


@pytest.mark.slow
def test_a_script_with_every_option_runs(tmp_path, tiny_npz):
    network = NetworkSpec(
        (
            Rescaling(1 / 255),
            Dense(32, "silu", initializer="he_normal", l2=1e-4),
            Dropout(0.1),
            Dense(10, use_bias=False),
            Activation("sigmoid"),
        ),
        pixels="raw",
    )
    recipe = Recipe(
        name="all",
        network=network,
        optimizer=replace(by_name("pen").optimizer, kind="rmsprop", momentum=0.5),
        schedule="cosine",
        label_smoothing=0.1,
        weight_average=0.9,
        augmentation=Augmentation(),
        early_stopping=EarlyStopping("val_accuracy", 5),
        validation=0.2,
        train_images=400,
        test_images=100,
        score_training=True,
        epochs=1,
    )
    output = _run(keras_script(recipe), tmp_path, "--data", str(tiny_npz))
    assert _parameters(output) == parameter_count(network)
    assert 0 <= _tested(output)[1] <= 1


@pytest.mark.slow
def test_the_pen_recipe_is_a_script_too(tmp_path, tiny_npz):
    recipe = replace(by_name("pen"), epochs=1, train_images=260, test_images=100)
    output = _run(keras_script(recipe), tmp_path, "--data", str(tiny_npz))
    assert _parameters(output) == parameter_count(recipe.network)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_every_script_is_python(recipe):
    compile(keras_script(recipe), recipe.name, "exec")


@pytest.mark.parametrize("field", ["name", "title", "about"])
@pytest.mark.parametrize(
    "text",
    ['"""\nimport os', "a\nimport os", "a\r\x0bimport os\x0cb", "a\u2028import os", "\\\n'''x"],
)
def test_texts_of_a_strangers_recipe_never_become_code(field, text):
    recipe = replace(by_name("softmax-10"), **{field: text})
    lines = [line for line in keras_script(recipe).splitlines() if not line.startswith("#")]
    plain = keras_script(by_name("softmax-10")).splitlines()
    assert lines == [line for line in plain if not line.startswith("#")]
