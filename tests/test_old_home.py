"""A home that an earlier version made opens with all that is in it."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from core.cli.main import run_command
from core.evaluation import quiz
from core.home import Home
from core.ink.drawing_files import load_drawing
from core.layers import Conv2D, Dropout
from core.networks.forward import forward
from core.networks.keras_format import keras_file
from core.own_digits.store import OwnDigits, own_hand
from core.recipes import recipe_file
from core.records import EarlyStopping
from core.runs.overview import overview
from core.runs.store import RunStore
from gui.pages.runs.runs_table import COLUMNS, RunsModel
from gui.preferences import Preferences

ARCHIVES = sorted((Path(__file__).parent / "fixtures").glob("home-*.zip"))


@pytest.fixture(params=ARCHIVES, ids=lambda path: path.stem)
def home(request, home_folder):
    """The home of an earlier version, where the program looks for its own."""
    shutil.unpack_archive(request.param, home_folder)
    return Home(home_folder)


@pytest.fixture
def run(capsys):
    """Return the events that a command printed."""

    def call(*arguments):
        code = run_command([*map(str, arguments), "--json"])
        printed = capsys.readouterr()
        assert (code, printed.err) == (0, "")
        return [json.loads(line) for line in printed.out.splitlines()]

    return call


def test_its_runs_are_listed_and_shown_with_their_recipes(home, run):
    states = {event["name"]: event["state"] for event in run("runs", "list")}
    assert states == {
        "my-dense": "finished",
        "stopped half way": "stopped",
        "impatient": "early",
        "killed": "interrupted",
    }
    assert [event["name"] for event in run("runs", "list", "--trash")] == ["went on"]
    shown, *more = run("runs", "show", 1)
    epochs = [event for event in more if event["event"] == "epoch"]
    assert (shown["note"], shown["test_accuracy"]) == ("for the talk: 好", 0.835)
    assert [event["epoch"] for event in epochs] == [1, 2, 3, 4]
    assert all(event["val_accuracy"] > 0.7 for event in epochs)


def test_every_recipe_is_read_back_as_it_was_trained(home):
    store = RunStore(home.runs)
    assert store.run(1).recipe.title == "八个隐藏单元"
    assert store.run(3).recipe.early_stopping == EarlyStopping("val_loss", patience=0)
    assert {Conv2D, Dropout} < {type(layer) for layer in store.run(2).recipe.network.layers}
    filed = recipe_file.from_json((home.folder / "files/my-dense.json").read_text("utf-8"))
    assert filed == store.run(1).recipe


def test_the_table_of_runs_says_something_of_each(home, qapp):
    model = RunsModel()
    model.show(RunStore(home.runs).runs())
    for row in range(4):
        for column in range(len(COLUMNS)):
            index = model.index(row, column)
            assert isinstance(model.data(index, Qt.ItemDataRole.DisplayRole), str)
        assert model.data(model.index(row, 0), Qt.ItemDataRole.ToolTipRole)


def test_its_runs_are_compared(home, run):
    store = RunStore(home.runs)
    run("runs", "restore", 4)
    seen = overview(store, [1, 2, 3, 4])
    assert [history.run.id for history in seen.histories] == [1, 2, 3, 4]
    assert len(seen.pairs) == 6
    assert run("runs", "compare", 2, 4)


def test_its_networks_read_the_sample_as_well_as_they_did(home, sample):
    store = RunStore(home.runs)
    for number in (1, 2, 3, 4):
        digits = forward(store.network(number), sample.test_images).digits
        # Another processor sums in another order: one image in a thousand may be that close.
        same = (digits == sample.test_labels) == store.answers_right(number)
        assert same.sum() >= 999
    saved = keras_file.load(home.folder / "files/my-dense.keras")
    assert saved.recipe == store.run(1).recipe
    taught = keras_file.load(home.networks / "my-hand.keras")
    for a, b in zip(saved.network.weights, taught.network.weights, strict=True):
        assert np.array_equal(a, b)


@pytest.mark.slow
def test_what_was_stopped_or_killed_goes_on(home, run):
    store = RunStore(home.runs)
    for number, epoch in ((2, 3), (5, 2)):
        events = run("train", "--continue", number, "--epochs", 1, "--data", "sample")
        assert [event["epoch"] for event in events if event["event"] == "epoch"] == [epoch]
        went_on = store.runs()[0]
        assert (went_on.continued_from, went_on.state) == (number, "finished")
        assert went_on.test_accuracy > 0.7


def test_drawings_and_own_digits_are_read(home):
    drawing = load_drawing(home.folder / "files/seven.strokes.json")
    assert (len(drawing.strokes), drawing.strokes[0].shape) == (1, (7, 2))
    network = keras_file.load(home.folder / "files/my-dense.keras").network
    own = own_hand(OwnDigits(home.drawings).all(), network)
    assert (own.total, own.last) == (3, 0)
    assert [row.digit for row in own.report] == [0, 1, 7]


def test_the_quiz_goes_on_where_it_was(home, sample):
    resumed = quiz.resume(home.quiz_file, sample)
    assert (len(resumed.answers), len(resumed.indices)) == (13, 100)
    assert quiz.score(resumed, sample.test_labels).right == 12


def test_the_window_remembers_what_it_was_told(home):
    preferences = Preferences(home)
    assert (preferences.theme, preferences.language) == ("dark", "zh_CN")
    assert (preferences.last_page, preferences.keep_sample) == ("runs", True)
    assert preferences.told_of_run == 2
    assert preferences.network == (Path("networks/my-hand.keras"), "my hand", 0.8)
    assert preferences.recent("networks") == (Path("files/my-dense.keras"),)
    assert not preferences.window_geometry.isEmpty()
