"""A second look at one image, by a network that was fitted and not trained."""

from __future__ import annotations

import numpy as np
import pytest

from core.control import StopToken
from core.data.neighbours import Neighbours
from core.errors import Cancelled
from core.networks.forward import forward, probabilities
from core.runs.opinions import NamedNetwork
from core.second_look.changes import AROUND
from core.second_look.look import look_at
from core.second_look.occlusion import SQUARE_PX, occlusion
from core.second_look.robustness import (
    chosen_images,
    curves_file,
    load_curves,
    measure,
    save_curves,
)
from tests.networks import ridge_network


@pytest.fixture(scope="module")
def ridge(sample):
    return ridge_network(sample)


def test_occlusion_is_what_painting_over_loses(sample, ridge):
    image = sample.test_images[3]
    label = int(forward(ridge, image[None]).digits[0])
    found = occlusion(ridge, image, label)
    whole = probabilities(ridge, forward(ridge, image[None]))[0, label]
    covered = image.copy()
    covered[:SQUARE_PX, :SQUARE_PX] = 0
    lost = whole - probabilities(ridge, forward(ridge, covered[None]))[0, label]
    # The corner pixel is covered by that one square only.
    assert found[0, 0] == pytest.approx(lost, abs=1e-5)
    assert np.abs(found).max() > 0.01


def test_blank_paper_carries_nothing(ridge):
    assert not occlusion(ridge, np.zeros((28, 28), np.uint8), 3).any()


@pytest.mark.slow
def test_the_gradient_of_one_layer_is_its_weights(sample, ridge):
    from core.training.saliency import gradient_times_input

    image = sample.test_images[0]
    found = gradient_times_input(ridge, image, 7)
    expected = ridge.weights[0][:, 7].reshape(28, 28) * (image / np.float32(255))
    np.testing.assert_allclose(found, expected, atol=1e-5)


@pytest.mark.slow
def test_features_are_what_the_last_layer_is_handed(sample, ridge):
    from core.training.features import penultimate

    told = []
    found = penultimate(ridge, sample.test_images[:300], report=told.append)
    np.testing.assert_allclose(
        found, sample.test_images[:300].reshape(-1, 784) / np.float32(255), atol=1e-6
    )
    assert told[-1] == 1.0


@pytest.mark.slow
def test_a_look_finds_neighbours_other_opinions_and_whether_the_answer_holds(sample, ridge):
    image = sample.train_images[10]
    look = look_at(
        ridge,
        image,
        neighbours=Neighbours(sample.train_images),
        own_index=10,
        others=[NamedNetwork("same", ridge)],
    )
    assert 10 not in look.by_pixels.tolist()
    assert [opinion.agrees for opinion in look.opinions] == [True]
    assert len(look.around) == len(AROUND)
    assert look.holds == sum(held.digit == look.digit for held in look.around)
    for held in look.around:
        read = forward(ridge, held.image[None])
        assert held.digit == read.digits[0]


@pytest.mark.slow
def test_curves_are_what_the_network_reads_at_each_strength_and_are_kept(
    sample, ridge, tmp_path
):
    images, labels = chosen_images(sample.first(None, 200), "test")
    told = []
    found = measure(ridge, images, labels, report=told.append, stop=StopToken())
    right = int((forward(ridge, images).digits == labels).sum())
    for points in found.curves.values():
        assert right in [point.right for point in points]
        assert all(low <= p.accuracy <= high for p in points for low, high in [p.interval])
    turned = {point.strength: point.right for point in found.curves["rotation"]}
    assert turned[45] < turned[0]
    assert told == sorted(told)
    assert told[-1] == 1.0
    path = curves_file(tmp_path, ridge, sample, "test")
    assert load_curves(path) is None
    save_curves(path, found)
    assert load_curves(path) == found
    path.write_text('{"rotation": []}')
    assert load_curves(path) is None


@pytest.mark.slow
def test_a_measurement_that_is_stopped_ends(sample, ridge):
    stop = StopToken()
    stop.stop()
    with pytest.raises(Cancelled):
        measure(
            ridge, sample.test_images[:10], sample.test_labels[:10], report=print, stop=stop
        )


@pytest.mark.slow
def test_what_a_network_takes_for_alike_is_nearest_in_its_own_features(sample, ridge):
    from core.second_look.alike import LayerNeighbours

    images, told = sample.train_images[:500], []
    search = LayerNeighbours(ridge, images, report=told.append)
    assert told[-1] == 1.0
    # One layer: its features are the pixels.
    expected = Neighbours(images).nearest(sample.test_images[4], 5)
    found = search.nearest(sample.test_images[4], 5)
    assert len(set(found.tolist()) & set(expected.tolist())) >= 4
    assert search.nearest(images[7], 1).tolist() == [7]
