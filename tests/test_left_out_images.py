"""Images that a recipe leaves out are left out, whichever way its training begins."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from core.control import Control
from core.data.sample import load_sample
from core.errors import TrainingError
from core.experiments.conduct import conduct
from core.experiments.experiment import Experiment, Varied
from core.experiments.for_data import for_data as fitted_experiment
from core.recipes.catalogue import by_name
from core.recipes.for_classes import for_data
from core.recipes.keras_script import keras_script
from core.recipes.recipe_file import from_json, to_json
from core.runs.continuing import continuation
from core.runs.recorder import record
from gui.pages.train.form.recipe_form import RecipeForm
from tests.core.cli.conftest import run  # noqa: F401
from tests.core.experiments.kept import DATA, HandWorkers, book_in
from tests.core.runs.stored_runs import epoch_report, state

SKIP, COUNT = 100, 500
RECIPE = replace(
    by_name("softmax-10"), skip_images=SKIP, train_images=COUNT, validation=0.0, epochs=2
)


@pytest.fixture
def form(qtbot):
    form = RecipeForm()
    qtbot.addWidget(form)
    return form


def test_the_form_and_a_file_give_it_back(form):
    form.set_recipe(RECIPE)
    assert form.recipe().skip_images == SKIP
    assert from_json(to_json(RECIPE)) == RECIPE


def test_the_script_takes_the_same_images():
    script = keras_script(RECIPE)
    taken = [line for line in script.splitlines() if "_train[" in line]
    sample = load_sample()
    given = {"x_train": sample.train_images, "y_train": sample.train_labels}
    exec("\n".join(taken), given)  # Two slices of our own.
    learnt = sample.first(COUNT, None, skip=SKIP)
    np.testing.assert_array_equal(given["x_train"], learnt.train_images)
    np.testing.assert_array_equal(given["y_train"], learnt.train_labels)


def test_the_command_line_hands_it_to_the_training(run, tmp_path, monkeypatch):  # noqa: F811
    seen = []

    def train(recipe, dataset, **_):
        seen.append(recipe)
        raise TrainingError("enough")

    monkeypatch.setitem(sys.modules, "core.training.train", SimpleNamespace(train=train))
    file = tmp_path / "mine.json"
    file.write_text(to_json(RECIPE))
    run("train", "--recipe", file, "--data", "sample")
    run("train", "--recipe", "q001-lost-digit", "--data", "sample")
    # The sample has fewer than its 5,000: none is left out, and that is said.
    assert [recipe.skip_images for recipe in seen] == [SKIP, 0]
    code, out, _ = run("check", file, "--data", "sample")
    assert (code, "left out" in out) == (0, False)
    assert (
        "No training images are left out"
        in run("sweep", "--from-recipe", "q001-lost-digit", "--data", "sample", "--preview")[1]
    )


def test_an_experiment_hands_it_to_its_workers(tmp_path):
    large = replace(RECIPE, name="large", skip_images=10**6)
    varied = Varied("recipe", (RECIPE, large))
    fitted = fitted_experiment(Experiment("e", RECIPE, (varied,)), load_sample())
    assert [recipe.skip_images for recipe in fitted.experiment.varied[0].values] == [SKIP, 0]
    assert len(fitted.notes) == 1
    book, workers = book_in(tmp_path), HandWorkers()
    small = replace(RECIPE, train_images=None)
    stored = book.add(Experiment("e", small, (Varied("skip_images", (0, 3)),)), DATA)
    conduct(book, stored, DATA, workers, report=lambda _: None, control=Control())
    assert [work.recipe.skip_images for work in workers.handed] == [0, 3]


def test_a_training_that_goes_on_leaves_out_the_same(tmp_path):
    store = book_in(tmp_path).store
    recipe = for_data(RECIPE, DATA.classes, 10_000).recipe
    with record(store, recipe, DATA) as recorder:
        recorder.checkpoint(state(1), None)
        recorder.report(epoch_report(1))
    assert continuation(store, recorder.run_id).recipe.skip_images == SKIP
