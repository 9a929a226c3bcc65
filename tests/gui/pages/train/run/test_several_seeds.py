"""Several seeds in one go: earlier ones behind the one that runs, and together a figure."""

import numpy as np
import pytest

from core.recipes.catalogue import by_name
from core.reproduction.compare import RecipeTraining
from gui.pages.train.run.run_view import RunView
from gui.pages.train.run.seeds_behind import band_of
from tests.factories import history, result, score

RECIPE = by_name("softmax-10")


@pytest.fixture
def view(qtbot, theme):
    view = RunView(theme)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.make_plots()
    return view


def train(view, turn, accuracy):
    view.begin(RecipeTraining(RECIPE), turn=turn)
    epochs = history([0.5, 0.25], accuracy=accuracy, val=score(accuracy))
    for epoch in epochs:
        view.show_epoch(epoch)
    view.show_result(result(RECIPE, epochs, test=score(accuracy)))


def behind(view):
    return [len(one._items) for one in view._plots._behind.values()]


def test_three_seeds_are_told_as_one_figure_with_a_band(view):
    train(view, (1, 3), 0.90)
    assert behind(view) == [0, 0]
    train(view, (2, 3), 0.91)
    assert behind(view) == [1, 1]
    assert "seeds" not in view.progress.text.text()
    train(view, (3, 3), 0.92)
    told = view.progress.text.text()
    assert told == "3 seeds: 91.00 \N{PLUS-MINUS SIGN} 1.00 %"
    # Student's t of two degrees of freedom: 4.303 x 1 / sqrt(3).
    assert "88.52 % to 93.48 %" in view.progress.details.text()
    assert behind(view) == [4, 4]
    train(view, (1, 1), 0.9)
    assert behind(view) == [0, 0]
    assert "seeds" not in view.progress.text.text()


def test_the_band_is_of_the_epochs_that_all_have():
    lines = [
        (np.arange(1.0, 4), np.array([1.0, 2, 3])),
        (np.arange(1.0, 3), np.array([3.0, 2])),
    ]
    epochs, low, high = band_of(lines)
    assert epochs.tolist() == [1, 2]
    assert (low + high).tolist() == [4, 4]
    assert high[1] == 2
    assert high[0] - 2 == pytest.approx(2**0.5)
    assert band_of(lines[:1]) is None
