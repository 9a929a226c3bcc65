"""The network from scratch: the tutorial's printed figures, its bug, and the cure."""

import numpy as np
import pytest

from core.data.datasets import load
from core.errors import Cancelled
from core.from_scratch.gradient_check import check_gradient
from core.from_scratch.network import Settings, relu, relu_derivative, shortfall, train
from core.networks.forward import forward
from core.recipes.published import SCRATCH_NAME, published
from tests.stopping import StopsAtCheck


@pytest.fixture(scope="module")
def first_images(mnist_folder):
    return load(mnist_folder).first(1000, 1000)


@pytest.mark.slow
def test_all_eighty_printed_numbers_come_out(first_images):
    printed = published(SCRATCH_NAME).curves
    epochs = list(train(first_images))
    assert tuple(round(e.training_error, 3) for e in epochs) == printed["training_error"]
    assert tuple(e.training_accuracy for e in epochs) == printed["training_accuracy"]
    assert tuple(round(e.test_error, 3) for e in epochs) == printed["test_error"]
    assert tuple(e.test_accuracy for e in epochs) == printed["test_accuracy"]
    assert sum(len(column) for column in printed.values()) == 80


@pytest.mark.slow
def test_the_cured_derivative_learns_better(first_images):
    *_, last = train(first_images, Settings("cured"))
    figures = last.training_error, last.training_accuracy, last.test_error, last.test_accuracy
    assert tuple(round(figure, 3) for figure in figures) == (0.305, 0.881, 0.367, 0.810)


def test_the_published_derivative_is_always_one():
    outputs = relu(np.array([-2.0, -0.5, 0.0, 0.5, 2.0]))
    assert relu_derivative(outputs, "published").tolist() == [True] * 5
    assert relu_derivative(outputs, "cured").tolist() == [False, False, False, True, True]


def test_the_gradient_check_finds_the_bug_in_the_hidden_layer_only(sample):
    wrong = check_gradient(sample, derivative="published")
    assert wrong.weights_1 > 0.1
    assert wrong.weights_2 < 1e-8
    assert not wrong.right
    assert check_gradient(sample, derivative="cured").right


def test_with_dropout_the_hidden_layer_takes_half_the_step(sample):
    check = check_gradient(sample, derivative="cured", dropout=True)
    assert check.weights_1 == pytest.approx(1 / 3, abs=1e-6)
    assert check.weights_2 < 1e-8
    assert check_gradient(sample, derivative="cured", dropout=True, doubled=True).right


def test_the_same_seed_gives_the_same_epochs_and_another_does_not(sample):
    def two(seed):
        return list(train(sample, Settings(epochs=2, seed=seed), sample=50))

    assert two(1) == two(1)
    assert two(1) != two(2)


def test_it_stops_between_two_images(sample):
    told, stop = [], StopsAtCheck(76)
    with pytest.raises(Cancelled):
        told.extend(epoch.epoch for epoch in train(sample, sample=50, stop=stop))
    assert told == [0]
    assert stop.checks == 76


def test_its_network_answers_like_the_lesson_and_is_not_touched_afterwards(sample):
    lesson = train(sample, Settings(epochs=3), sample=200)
    first = next(lesson)
    before = [table.copy() for table in first.network.weights]
    list(lesson)
    for then, now in zip(before, first.network.weights, strict=True):
        np.testing.assert_array_equal(then, now)
    answers = forward(first.network, sample.test_images[:200])
    accuracy = (answers.digits == sample.test_labels[:200]).mean()
    assert accuracy == pytest.approx(first.test_accuracy, abs=0.005)


def test_of_the_cross_entropy_the_missing_shares_are_its_slope():
    scores, target = np.array([1.0, -2.0, 0.5]), np.array([0.0, 0.0, 1.0])
    missing, error = shortfall(target, scores, "crossentropy")
    for place in range(3):
        hair = np.zeros(3)
        hair[place] = 1e-6
        above, below = (
            shortfall(target, scores + sign * hair, "crossentropy")[1] for sign in (1, -1)
        )
        assert (above - below) / 2e-6 == pytest.approx(-missing[place], abs=1e-6)
    assert error == pytest.approx(-np.log(np.exp(0.5) / np.exp(scores).sum()))
