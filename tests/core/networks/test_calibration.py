"""Confidence that means something, and the limit under which an answer is doubted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.evaluation.metrics import expected_calibration_error
from core.layers import Dense, NetworkSpec
from core.networks.calibration import confidences, with_limit, with_temperature
from core.networks.forward import forward, predict, probabilities
from core.records import Network


@pytest.fixture(scope="module")
def network():
    """Ten random sums of the pixels: sure of itself and mostly wrong."""
    weights = np.random.default_rng(0).normal(0, 1, (784, 10)).astype(np.float32)
    return Network(NetworkSpec((Dense(10, use_bias=False),)), (weights,))


@pytest.fixture(scope="module")
def labelled(sample, network):
    """Images with labels drawn from the network's own probabilities at temperature 5."""
    images = sample.train_images[:1000]
    warm = replace(network, temperature=5.0)
    shares = probabilities(warm, forward(warm, images)).cumsum(axis=1)
    drawn = np.random.default_rng(1).random((len(images), 1))
    return images, (drawn > shares[:, :-1]).sum(axis=1).astype(np.int64)


def test_the_temperature_that_made_the_labels_is_found(network, labelled):
    assert with_temperature(network, *labelled).temperature == pytest.approx(5.0, rel=0.1)


def test_confidence_becomes_as_high_as_accuracy(network, labelled):
    images, labels = labelled
    fitted = with_temperature(network, images, labels)
    right = (forward(fitted, images).digits == labels).mean()
    assert confidences(fitted, images).mean() == pytest.approx(right, abs=0.04)
    assert confidences(network, images).mean() > right + 0.1
    errors = [
        expected_calibration_error(probabilities(n, forward(n, images)), labels)
        for n in (network, fitted)
    ]
    assert errors[1] < errors[0] / 2


def test_the_temperature_changes_no_answer(network, labelled):
    images, labels = labelled
    fitted = with_temperature(network, images, labels)
    assert (forward(fitted, images).digits == forward(network, images).digits).all()


@pytest.mark.parametrize("lost", [0.01, 0.1])
def test_the_limit_loses_less_than_it_may(network, labelled, lost):
    images = labelled[0]
    warm = with_temperature(network, *labelled)
    limited = with_limit(warm, images, lost=lost)
    rejected = [not predict(limited, image).is_digit for image in images]
    assert lost - 0.01 <= np.mean(rejected) <= lost


def test_a_limit_that_may_lose_nothing_rejects_none(network, labelled):
    limited = with_limit(network, labelled[0], lost=0.0)
    assert all(predict(limited, image).is_digit for image in labelled[0][:100])
