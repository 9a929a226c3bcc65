"""Fine-tuning: learns a person's hand and does not forget the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from core.augmentation.non_digits import non_digits
from core.control import Control
from core.errors import Cancelled, DataError, TrainingError
from core.networks.forward import forward, probabilities
from core.networks.shipped import shipped_network
from core.own_digits import fine_tuning
from core.own_digits.fine_tuning import fine_tune
from core.recipes.catalogue import by_name
from core.records import Phase, Predictions

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def network(sample):
    from core.training.train import train

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
    assert 35 <= tuned.own_before.images <= 40
    assert tuned.own_after.right >= tuned.own_before.right + 5
    assert tuned.test_after.accuracy >= tuned.test_before.accuracy - 0.02


def test_temperature_and_rejection_stay_as_they_were(network, slanted, sample):
    doubting = replace(network, temperature=1.7, reject_below=0.3)
    few = slanted[0][:5], slanted[1][:5]
    tuned = tune(doubting, few, sample.first(500, 100))
    assert (tuned.network.temperature, tuned.network.reject_below) == (1.7, 0.3)
    assert not tuned.held_out
    assert tuned.own_before.images == 5


def test_a_stopped_fine_tuning_gives_nothing(network, slanted, sample):
    seen = []
    for last in ("testing", "compiling", "epoch"):
        control = Control()

        def stop_at(report, control=control, last=last):
            seen.append(report)
            if getattr(report, "name", "epoch") == last:
                control.stop()

        with pytest.raises(Cancelled):
            fine_tune(
                network, *slanted, sample.first(500, 100), report=stop_at, control=control
            )
    # The first stop came before any training.
    assert seen[:2] == [Phase("testing"), Phase("testing")]


def test_a_network_that_becomes_no_number_is_refused(network, slanted, sample):
    broken = replace(network, weights=tuple(np.full_like(w, np.inf) for w in network.weights))
    with pytest.raises(TrainingError, match="no number"):
        tune(broken, slanted, sample.first(500, 100))


def test_the_shipped_network_learns_and_still_rejects(sample):
    """It has batch normalisation, dropout, and an answer for what is no digit."""
    shipped = shipped_network()
    images = non_digits(sample.test_images, sample.test_labels, 200, np.random.default_rng(1))
    own = sample.test_images[:10], sample.test_labels[:10]
    tuned = tune(shipped, own, sample.first(600, 100))
    changed = [
        not np.array_equal(one, other)
        for one, other in zip(shipped.weights, tuned.network.weights, strict=True)
    ]
    # The means and variances of batch normalisation too.
    assert all(changed)
    assert tuned.test_after.right >= tuned.test_before.right - 2
    before, after = (rejected(net, images) for net in (shipped, tuned.network))
    assert after > before - 0.1


def rejected(network, images):
    given = probabilities(network, forward(network, images))
    return float((given.max(axis=1) < network.reject_below).mean())


def test_what_is_held_out_once_is_held_out_when_more_were_drawn(
    network, slanted, sample, monkeypatch
):
    """So the score stays honest when a taught network is taught again."""
    held = []

    def score(_network, images, **_):
        held.append({image.tobytes() for image in images})
        return Predictions(*np.zeros((2, len(images), 10), np.float32))

    monkeypatch.setattr("core.training.scoring.predict", score)
    monkeypatch.setattr(fine_tuning, "_train", lambda network, *_: network)
    for count in (30, 50):
        fine_tune(
            network,
            slanted[0][:count],
            slanted[1][:count],
            sample.first(100, 0),
            report=lambda report: None,
            control=Control(),
        )
    first, _, _, _, later, *_ = held
    assert 10 <= len(first) <= 15
    assert first <= later
    assert not {image.tobytes() for image in slanted[0][:30]} - first & later


def test_without_digits_there_is_nothing_to_learn_from(network, sample):
    nothing = np.empty((0, 28, 28), np.uint8), np.empty(0, np.int64)
    with pytest.raises(DataError, match="0 own digits"):
        tune(network, nothing, sample)
