"""Published against measured: the verdicts, the names, and what is trained only once."""

from dataclasses import replace

import numpy as np
import pytest

from core.control import Control
from core.data.datasets import load
from core.errors import Cancelled, DataError, RecipeError
from core.recipes.catalogue import by_name
from core.recipes.published import SCRATCH_NAME, published
from core.reproduction.questions import losses_of_digits
from core.reproduction.reproduce import chosen, reproduce
from core.reproduction.trained_runs import Trained, TrainedRuns
from core.reproduction.tutorials import MODELS
from core.reproduction.verdicts import accuracy, curve, exact, student
from core.runs.store import RunStore
from tests.factories import epoch_report, score


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
    numbers = [item for item in judged if item.published is not None]
    assert len(numbers) == 80
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


def test_an_accuracy_may_be_off_by_three_binomial_deviations():
    sigma = np.sqrt(0.98 * 0.02 / 10_000)
    one = accuracy("x", "test accuracy", 0.98, [0.98 + 2.9 * sigma], images=10_000)
    assert one.verdict == "agrees"
    assert one.tolerance == pytest.approx(3 * sigma)
    assert "binomial" in one.why
    off = accuracy("x", "test accuracy", 0.98, [0.98 + 3.1 * sigma], images=10_000)
    assert off.verdict == "differs"


def test_seeds_that_scatter_more_widen_the_tolerance():
    wide = accuracy("x", "test accuracy", 0.98, [0.97, 0.98, 0.99], images=10_000)
    assert wide.tolerance == pytest.approx(3 * 0.01 * np.sqrt(4 / 3))
    assert "between 3 seeds" in wide.why


def test_training_accuracies_are_compared_by_what_is_left_to_learn():
    def verdict(printed, *measured):
        return accuracy("x", "training accuracy", printed, measured, images=60_000).verdict

    assert verdict(0.9982, 0.9963, 0.9969) == "agrees"
    assert verdict(0.9982, 0.9990, 0.9993) == "agrees"
    assert verdict(0.9982, 0.9930, 0.9936) == "differs"
    assert verdict(0.9930, 0.9982, 0.9984) == "differs"


def test_a_curve_is_held_to_the_scatter_between_its_seeds():
    rng = np.random.default_rng(0)
    true = 2 / np.arange(1, 21)
    seeds = true * np.exp(rng.normal(0, 0.02, (3, 20)))
    printed = true * np.exp(rng.normal(0, 0.02, 20))
    judged = curve("x", "loss", printed, seeds, images=60_000)
    assert [item.epoch for item in judged] == list(range(1, 21))
    assert sum(item.verdict == "agrees" for item in judged) >= 19
    far = curve("x", "loss", printed * 1.2, seeds, images=60_000)
    assert sum(item.verdict == "differs" for item in far) >= 18


def test_a_loss_is_held_to_the_same_factor_up_and_down():
    seeds = [[0.5] * 5, [1.0] * 5, [2.0] * 5]
    (item, *_) = curve("x", "val_loss", [1.5] * 5, seeds, images=10_000)
    factor = 1 + item.tolerance / item.measured
    low, high = (
        curve("x", "val_loss", [item.measured * by] * 5, seeds, images=10_000)[0].verdict
        for by in (1.01 / factor, 1.01 * factor)
    )
    assert (low, high) == ("agrees", "differs")
    below = curve("x", "val_loss", [item.measured * 0.99 / factor] * 5, seeds, images=10_000)
    assert below[0].verdict == "differs"


def test_a_curve_that_ends_early_differs_where_it_is_missing():
    judged = curve("x", "loss", [1.0, 0.5, 0.3], [[1.0, 0.5]], images=60_000)
    assert [item.verdict for item in judged] == ["agrees", "agrees", "differs"]
    assert judged[2].measured is None


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


def test_a_lost_digit_is_told_with_its_epochs():
    def epoch(number, *lost):
        recalls = tuple(0.005 if digit in lost else 0.9 for digit in range(10))
        return epoch_report(number, val=score(0.8, recalls=recalls, images=10_000))

    recipe = by_name("q001-lost-digit")
    lost = tuple(
        epoch(n, *([0] if n < 4 else []), *([7] if n in (2, 5) else [])) for n in range(1, 6)
    )
    runs = [
        Trained(recipe, 1, lost, score(0.8)),
        Trained(replace(recipe, seed=1), 2, (epoch(1),), score(0.8)),
    ]
    item = losses_of_digits("x", runs, "yes", expected=True)
    assert item.verdict == "agrees"
    assert (
        item.measured
        == "1 of 2 seeds (seed 0: digit 0 after epoch 1-3, digit 7 after epoch 2 5)"
    )
    assert losses_of_digits("x", runs, "not tried", expected=False).verdict == "differs"
    assert losses_of_digits("x", runs[1:], "not tried", expected=False).verdict == "agrees"


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
