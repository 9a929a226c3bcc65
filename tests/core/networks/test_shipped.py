"""The network that comes with Inkling: small, whole, good, and able to doubt."""

from __future__ import annotations

import importlib.resources

import numpy as np
import pytest

from core.ink.preprocess import prepare
from core.networks.forward import forward, predict
from core.networks.keras_format import keras_file
from core.networks.shipped import shipped_network
from core.recipes.catalogue import by_name
from core.records import Ink


@pytest.fixture(scope="module")
def file():
    stored = importlib.resources.files("resources") / "networks" / "pen.keras"
    with importlib.resources.as_file(stored) as path:
        yield path


def read(*strokes):
    """The shipped network's answer to strokes, each a text of points "x y x y ..."."""
    points = [np.array(text.split(), np.float32).reshape(-1, 2) for text in strokes]
    dense = [np.concatenate([_filled(path), path[-1:]]) for path in points]
    stages = prepare(Ink(tuple(path.astype(np.float32) for path in dense)))
    return predict(shipped_network(), stages.centred)


def _filled(path):
    """A point every tenth of each straight piece, as a mouse would leave them."""
    share = np.linspace(0, 1, 10, endpoint=False)[:, None, None]
    return (path[:-1] + share * (path[1:] - path[:-1])).swapaxes(0, 1).reshape(-1, 2)


def test_it_is_read_once():
    assert shipped_network() is shipped_network()


def test_the_file_is_small_and_has_no_optimizer_state(file):
    assert file.stat().st_size <= 2_000_000
    assert keras_file.load(file).optimizer_variables == ()


def test_it_is_the_network_of_its_recipe(file):
    saved = keras_file.load(file)
    assert saved.network.spec == by_name("pen").network
    assert saved.recipe == by_name("pen")


def test_it_reads_the_sample(sample):
    predictions = forward(shipped_network(), sample.test_images)
    assert (predictions.digits == sample.test_labels).mean() >= 0.99


def test_one_prediction_is_ten_probabilities(sample):
    prediction = predict(shipped_network(), sample.test_images[0])
    assert prediction.probabilities.shape == (10,)
    assert prediction.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert prediction.digit == sample.test_labels[0]
    assert prediction.is_digit


@pytest.mark.parametrize(
    ("digit", "strokes"),
    [
        (7, ("0 0 4 0 1.5 6", "0.8 3 3.2 2.9")),
        (1, ("0 1.8 1.8 0 1.8 6",)),
        (1, ("0.8 1.2 2 0 2 6", "0.4 6 3.6 6")),
        (4, ("0.6 0 0 3.6 3.6 3.6", "2.8 0 2.8 6")),
        (0, ("2 0 0.6 1 0 3 0.6 5 2 6 3.4 5 4 3 3.4 1 2 0", "0.4 5.6 3.6 0.4")),
    ],
    ids=["crossed 7", "flagged 1", "1 with flag and base", "open 4", "slashed 0"],
)
def test_habits_of_pens_are_read(digit, strokes):
    prediction = read(*strokes)
    assert (prediction.digit, prediction.is_digit) == (digit, True)


@pytest.mark.parametrize(
    "strokes",
    [
        ("0 0 4 0.3",),
        ("0 0 4 6", "4 0 0 6"),
        ("0 6 0 0 2 4 4 0 4 6",),
        ("0 0 4 1 0 2 4 3 0 4 4 5 0 6 4 7 1 0 3 7 0 5 4 1",),
    ],
    ids=["dash", "cross", "M", "scribble"],
)
def test_what_is_no_digit_is_doubted(strokes):
    assert not read(*strokes).is_digit
