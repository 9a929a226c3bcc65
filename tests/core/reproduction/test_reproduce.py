"""Published against measured: the verdicts, the names, and what is trained only once."""

from dataclasses import replace

import pytest

from core.control import Control
from core.data.datasets import load
from core.errors import Cancelled, DataError, RecipeError
from core.recipes.catalogue import by_name
from core.recipes.published import SCRATCH_NAME, published
from core.reproduction.reproduce import chosen, reproduce
from core.reproduction.trained_runs import TrainedRuns
from core.reproduction.tutorials import MODELS
from core.reproduction.verdicts import exact, student
from core.runs.store import RunStore


def trained(dataset, folder, **options):
    trained = []
    found = TrainedRuns(
        dataset,
        RunStore(folder),
        report=lambda recipe, report: trained.append((recipe.seed, report)),
        control=options.pop("control", Control()),
        **options,
    )
    found.trained = trained
    return found


@pytest.mark.slow
def test_the_network_from_scratch_agrees_in_all_eighty_numbers(mnist_folder, tmp_path):
    judged = list(reproduce(["004"], trained(load(mnist_folder), tmp_path)))
    numbers = [item for item in judged if item.epoch is not None]
    assert len(numbers) == 80
    data = [item for item in judged if item.epoch is None and item.verdict]
    assert [item.what for item in data] == [
        "label of training image 59999",
        *["pixels of training image 59999"] * 3,
        *["scaled pixels of training image 0"] * 3,
        *[f"one-hot row of training image {row}" for row in range(3)],
    ]
    assert {item.verdict for item in data} == {"agrees"}
    assert {item.verdict for item in numbers} == {"agrees"}
    assert all(item.tolerance <= 0.000501 for item in numbers)
    assert (numbers[0].epoch, numbers[0].published) == (0, 0.898)
    words = [item.measured for item in judged if item.verdict is None]
    assert words[-1] == "0.305 0.881 0.367 0.810"


def test_an_exact_figure_may_be_off_by_its_rounding_only():
    assert exact("x", "loss", 0.898, 0.8984, unit=0.001).verdict == "agrees"
    assert exact("x", "loss", 0.898, 0.8986, unit=0.001).verdict == "differs"
    assert exact("x", "parameters", 104_938, 104_938).verdict == "agrees"
    assert exact("x", "parameters", 104_938, 104_939).verdict == "differs"


def test_few_degrees_of_freedom_ask_for_more_deviations():
    # Tables of Student's t, one tail of .00135.
    assert student(3, 10) == pytest.approx(3.957, rel=0.01)
    assert student(3, 30) == pytest.approx(3.270, rel=0.01)
    assert student(3, 0) == 3


def test_the_posted_code_is_held_to_the_table_printed_beside_it():
    assert published("q002-posted-0.03").curves == published("q002-sgd-0.03").curves
    assert published("q002-unit-pixels-0.01") is None
    assert len(published("q001-lost-digit").curves["val_loss"]) == 40
    assert len(published(SCRATCH_NAME).curves) == 4


def test_names_choose_experiments_each_once():
    assert len(chosen([])) == 3 + len(MODELS) + 1
    assert chosen(["003"]) == chosen(list(reversed(MODELS)))
    assert chosen(["q002-posted-0.01", "002"]) == chosen(["002"])
    assert chosen(["004"]) == chosen([SCRATCH_NAME])
    with pytest.raises(RecipeError, match=r"Did you mean .*t003-model7"):
        chosen(["t003-model9"])
    with pytest.raises(RecipeError, match="Choose from 000"):
        chosen(["zzz"])


def test_the_sample_is_refused(sample, tmp_path):
    with pytest.raises(DataError, match=r"4,000 \+ 1,000"):
        reproduce(["002"], trained(sample, tmp_path))


@pytest.mark.slow
def test_a_training_is_done_once_and_found_again(sample, tmp_path):
    recipe = replace(by_name("softmax-10"), epochs=1)
    first = trained(sample, tmp_path)
    runs = first.seeds(recipe, 2)
    assert [run.recipe.seed for run in runs] == [0, 1]
    assert runs[0].test != runs[1].test
    again = trained(sample, tmp_path)
    assert again.seeds(recipe, 2) == runs
    assert again.trained == []
    anew = trained(sample, tmp_path, again=True).seeds(recipe, 1)
    assert anew[0].test == runs[0].test
    assert anew[0].run_id not in {run.run_id for run in runs}
    (share,) = again.training_accuracies(runs[:1])
    assert 0.5 < share < 1


def test_a_stopped_training_gives_no_figure(sample, tmp_path):
    control = Control()
    control.stop()
    halted = trained(sample, tmp_path, control=control)
    with pytest.raises(Cancelled):
        halted.seeds(by_name("softmax-10"), 1)
