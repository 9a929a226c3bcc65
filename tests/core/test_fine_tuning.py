"""Fine-tuning: learns a person's hand and does not forget the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from core.control import Control
from core.errors import DataError
from core.fine_tuning import fine_tune
from core.recipes import by_name


@pytest.fixture(scope="module")
def network(sample):
    from core.training import train

    recipe = replace(by_name("mlp-128-32"), epochs=4)
    return train(recipe, sample, report=lambda report: None, control=Control()).network


@pytest.fixture(scope="module")
def slanted(sample):
    """A hand that slants strongly: 80 test images, turned by 35 degrees."""
    turned = [Image.fromarray(image).rotate(-35) for image in sample.test_images[:80]]
    return np.stack([np.asarray(image) for image in turned]), sample.test_labels[:80]


def tune(network, own, dataset, control=None):
    return fine_tune(
        network, *own, dataset, report=lambda report: None, control=control or Control()
    )


def test_a_strange_hand_is_read_better_and_mnist_is_not_forgotten(network, slanted, sample):
    tuned = tune(network, slanted, sample)
    assert tuned.held_out
    assert tuned.own_before.images == 40
    assert tuned.own_after.right >= tuned.own_before.right + 5
    assert tuned.test_after.accuracy >= tuned.test_before.accuracy - 0.02


def test_temperature_and_rejection_stay_as_they_were(network, slanted, sample):
    doubting = replace(network, temperature=1.7, reject_below=0.3)
    few = slanted[0][:5], slanted[1][:5]
    tuned = tune(doubting, few, sample.first(500, 100))
    assert (tuned.network.temperature, tuned.network.reject_below) == (1.7, 0.3)
    assert not tuned.held_out
    assert tuned.own_before.images == 5


def test_a_stopped_fine_tuning_still_gives_a_network(network, slanted, sample):
    control = Control()
    control.stop()
    tuned = tune(network, slanted, sample.first(500, 100), control)
    assert np.array_equal(tuned.network.weights[0], network.weights[0])


def test_without_digits_there_is_nothing_to_learn_from(network, sample):
    nothing = np.empty((0, 28, 28), np.uint8), np.empty(0, np.int64)
    with pytest.raises(DataError, match="0 own digits"):
        tune(network, nothing, sample)
