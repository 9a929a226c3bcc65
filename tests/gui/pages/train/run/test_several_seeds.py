"""Several seeds in one go: faint behind the first one, with a band, and as one figure."""

import pytest

from core.recipes.catalogue import by_name
from core.reproduction.compare import RecipeTraining
from gui.pages.train.run.run_view import RunView
from gui.session.seeds import SeedsProgress
from tests.factories import history, result, score

RECIPE = by_name("softmax-10")


@pytest.fixture
def view(qtbot, theme):
    view = RunView(theme)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.make_plots()
    view.begin(RecipeTraining(RECIPE), seeds=3)
    return view


def seed(accuracy, ended="finished"):
    epochs = history([0.5, 0.25], accuracy=accuracy, val=score(accuracy))
    return result(RECIPE, epochs, test=score(accuracy), ended=ended)


def behind(view):
    view._plots.redraw()
    return [len(one._items) for one in view._plots._behind.values()]


def test_three_seeds_are_told_as_one_figure_with_a_band(view):
    assert "softmax-10, 3 seeds" in view.progress.text.text()
    given = [seed(0.90), seed(0.91), seed(0.92)]
    for epoch in given[0].epochs:
        view.show_epoch(epoch)
    assert behind(view) == [2, 2]
    for place in (1, 2):
        for epoch in given[place].epochs:
            view.show_other_epoch(place, epoch)
    # Two lines beside the first, which is drawn as the training itself, and the band between
    # its two edges.
    assert behind(view) == [5, 5]
    # Where all lies between 0.90 and 0.92 no plot begins at 0.
    view._plots.accuracy_plot.settle()
    (_, (least, _)) = view._plots.accuracy_plot.viewRange()
    assert least > 0.8
    view.show_seeds_progress(SeedsProgress(2, 3, 0.8, 4.0))
    assert "2 done" in view.progress.text.text()
    view.show_result(given[0])
    view.show_seeds(given)
    told = view.progress.text.text()
    assert told == "3 seeds: 91.00 \N{PLUS-MINUS SIGN} 1.00 %"
    # Student's t of two degrees of freedom: 4.303 x 1 / sqrt(3).
    assert "88.52 % to 93.48 %" in view.progress.details.text()
    view.begin(RecipeTraining(RECIPE))
    assert behind(view) == [0, 0]
    assert "seeds" not in view.progress.text.text()


def test_a_seed_that_was_stopped_is_no_part_of_the_figure(view):
    given = [seed(0.90), seed(0.92), seed(0.11, ended="stopped")]
    view.show_result(given[0])
    view.show_seeds(given)
    told = view.progress.text.text()
    assert told == "2 of 3 seeds: 91.00 \N{PLUS-MINUS SIGN} 1.41 %"


def test_one_whole_seed_is_told_as_itself(view):
    given = [seed(0.90), seed(0.11, ended="stopped")]
    view.show_result(given[0])
    view.show_seeds(given)
    assert view.progress.text.text() == "softmax-10, 3 seeds: 90.00 % on test"
