"""A training by a recipe and a lesson answer the window's questions alike."""

from __future__ import annotations

import pytest

from core.control import Control
from core.data.datasets import load
from core.errors import DataError
from core.recipes.catalogue import CATALOGUE, by_name
from core.recipes.published import published
from core.reproduction.compare import OTHER_DATA, RecipeTraining
from core.reproduction.experiment import Experiment, Measured
from core.reproduction.reproduce import reproduce
from core.reproduction.scratch_training import LESSONS
from core.reproduction.trained_runs import TrainedRuns
from core.runs.store import RunStore
from tests.factories import history, result, score
from tests.mnist_look_alike import look_alike

EXPERIMENTS: list[Experiment] = [*map(RecipeTraining, CATALOGUE), *LESSONS]


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_each_can_be_shown_diagnosed_and_judged(experiment, sample):
    epochs = history([0.5, 0.4], val=score(), train=score())
    outcome = result(by_name("softmax-10"), epochs, test=score())
    assert experiment.network.layers
    assert experiment.epochs > 0
    assert {finding.severity for finding in experiment.findings(epochs, outcome)} <= {
        "bad",
        "warn",
        "info",
    }
    for comparable in (True, False):
        judged = experiment.judge([Measured(epochs)], comparable=comparable)
        with_verdict = [
            item for item in judged if item.verdict and not item.what.startswith("parameters")
        ]
        assert comparable or all(
            item.verdict == "not reproducible as printed" for item in with_verdict
        )
    assert not experiment.applies_to(sample)


def test_what_only_counts_as_many_images_as_mnist_is_not_judged_by_its_figures(mnist_folder):
    fashion, mnist = look_alike(), load(mnist_folder)
    for experiment in (RecipeTraining(by_name("t003-model1")), LESSONS[0]):
        assert experiment.applies_to(mnist)
        assert not experiment.applies_to(fashion)
        assert experiment.published_on(mnist) is not None
        assert experiment.published_on(fashion) is None
    judged = RecipeTraining(by_name("t003-model1")).judge(
        [Measured(history([0.2]), score(0.98), "finished")], comparable=False
    )
    rest = [item for item in judged if not item.what.startswith("parameters")]
    assert {(item.verdict, item.why) for item in rest} == {(None, OTHER_DATA)}
    assert "other data" in OTHER_DATA


def test_the_published_figures_are_not_reproduced_on_what_only_counts_as_mnist(tmp_path):
    trained = TrainedRuns(
        look_alike(),
        RunStore(tmp_path / "runs"),
        report=lambda recipe, report: None,
        control=Control(),
    )
    with pytest.raises(DataError, match="is another data set"):
        reproduce(["t003-model1"], trained)


def test_what_is_special_about_a_published_run_stands_on_it_and_not_in_its_name():
    assert published("q000-falling-accuracy").pictures_only
    assert published("q000-falling-accuracy").curves == {}
    assert [name for name in (recipe.name for recipe in CATALOGUE) if ties(name)] == [
        "q002-posted-0.01",
        "q002-posted-0.03",
    ]
    assert published("q002-posted-0.01").curves == published("q002-sgd-0.01").curves
    assert (published("t003-model7").seeds, published("t003-model8").seeds) == (3, 2)


def ties(name):
    run = published(name)
    return run is not None and run.outputs_tie
