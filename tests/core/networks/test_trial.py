"""Strangers' networks are tried both ways, and the better way is taken and said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.layers import Dense, NetworkSpec
from core.networks.trial import MOST_IMAGES, try_network, with_pixels
from core.records import Network
from tests.networks import ridge_network


@pytest.fixture(scope="module")
def of_unit(sample):
    """Reads pixels from 0 to 1."""
    return ridge_network(sample)


@pytest.fixture(scope="module")
def of_raw(of_unit):
    """Computes the same of pixels from 0 to 255."""
    kernel, bias = of_unit.weights
    return Network(of_unit.spec, (kernel / np.float32(255), bias))


def test_pixels_are_handed_over_as_the_network_reads_them_best(of_unit, of_raw, sample):
    assert try_network(of_unit, sample, pixels_known=False).network.spec.pixels == "unit"
    trial = try_network(of_raw, sample, pixels_known=False)
    assert trial.network.spec.pixels == "raw"
    assert trial.images == MOST_IMAGES == 1_000
    assert trial.accuracies["raw"] > 0.8
    (note,) = trial.notes("theirs.keras")
    share = f"{100 * trial.accuracies['raw']:.1f} %"
    assert (
        f"right as 0 to 1 and {share} as 0 to 255: Inkling hands them over as 0 to 255" in note
    )


def test_where_both_read_as_many_right_the_loss_decides(sample):
    """Without biases the largest logit is the same, however large the pixels are."""
    kernel, _ = ridge_network(sample).weights
    spec = NetworkSpec((Dense(10, "softmax", use_bias=False),))
    for factor, pixels in ((1, "unit"), (1 / 255, "raw")):
        network = Network(spec, (kernel * np.float32(factor),))
        trial = try_network(network, sample, pixels_known=False)
        assert trial.accuracies["unit"] == trial.accuracies["raw"]
        assert trial.network.spec.pixels == pixels


def test_what_the_file_says_is_not_asked_again(of_raw, sample):
    trial = try_network(with_pixels(of_raw, "raw"), sample, pixels_known=True)
    assert trial.network.spec.pixels == "raw"
    assert list(trial.accuracies) == ["raw"]
    assert not trial.notes("theirs.keras")


def test_a_network_that_answers_all_alike_is_warned_about(sample):
    spec = NetworkSpec((Dense(10),))
    bias = np.eye(10, dtype=np.float32)[7] * 50
    blind = Network(spec, (np.zeros((784, 10), np.float32), bias))
    trial = try_network(blind, sample, pixels_known=True)
    assert trial.alike == "7"
    (note,) = trial.notes("blind.keras")
    assert note.startswith("blind.keras answers 7 to nearly every image of MNIST sample")


def test_that_it_has_learnt_something_else_is_said(sample):
    rng = np.random.default_rng(0)
    weights = rng.normal(0, 0.1, (784, 10)).astype(np.float32), np.zeros(10, np.float32)
    trial = try_network(Network(NetworkSpec((Dense(10),)), weights), sample, pixels_known=False)
    assert "it may have been trained on something else" in trial.notes("x")[0]


def test_data_that_cannot_tell_are_not_asked(of_unit, sample):
    letters = replace(sample, classes=tuple("abcdefghijklmnopqrstuvwxyz"))
    assert try_network(of_unit, letters, pixels_known=False) is None
    empty = sample.first(0, 0)
    assert try_network(of_unit, empty, pixels_known=False) is None


def test_an_output_before_those_of_the_classes_is_left_out(of_unit, sample):
    """As of networks that learnt labels from 1."""
    kernel, bias = of_unit.weights
    wider = (np.pad(kernel, ((0, 0), (1, 0))), np.pad(bias, (1, 0), constant_values=-9))
    spec = replace(
        of_unit.spec,
        layers=(*of_unit.spec.layers[:-1], Dense(11, of_unit.spec.layers[-1].activation)),
    )
    trial = try_network(Network(spec, wider), sample, pixels_known=False)
    assert trial.network.names == sample.classes
    for ours, theirs in zip(trial.network.weights, of_unit.weights, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    share = f"{100 * trial.accuracies['unit']:.1f} %"
    assert f"has 11 outputs, and {sample.name} has 10 classes" in trial.notes("x.h5")[1]
    assert f"the others read {share} right" in trial.notes("x.h5")[1]
    # Where that does not make it read better, nothing is cut.
    turned = (wider[0][:, ::-1].copy(), wider[1])
    assert try_network(Network(spec, turned), sample, pixels_known=False) is None
