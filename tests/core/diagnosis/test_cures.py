"""What is done about findings: networks rescued, images pointed at, plots drawn."""

from __future__ import annotations

import numpy as np
import pytest

from core.diagnosis.evidence import Evidence
from core.diagnosis.finding import Finding
from core.diagnosis.illustration import illustrate
from core.diagnosis.pointing import MOST, point
from core.diagnosis.ranking import STRENGTH
from core.diagnosis.rescue import with_softmax
from core.layers import Activation, Dense, NetworkSpec
from core.networks.forward import forward
from core.recipes.catalogue import by_name
from core.records import Network, Predictions
from tests.core.diagnosis.matrix import spoiled
from tests.core.diagnosis.test_findings import probe, probed
from tests.factories import score


def finding(code="x", *, shows="", values=None):
    return Finding(code, "bad", "", "", "", values or {}, shows=shows)


@pytest.mark.parametrize(
    "layers",
    [(Dense(10, "sigmoid"),), (Dense(10), Activation("sigmoid")), (Dense(10, "relu"),)],
)
def test_behind_a_softmax_the_same_weights_answer_by_their_logits(sample, layers):
    rng = np.random.default_rng(0)
    weights = (rng.normal(-1, 3, (784, 10)).astype(np.float32), np.zeros(10, np.float32))
    network = Network(NetworkSpec(layers), weights)
    rescued = with_softmax(network)
    before, after = (forward(n, sample.test_images[:300]) for n in (network, rescued))
    assert all(a is b for a, b in zip(network.weights, rescued.weights, strict=True))
    assert np.array_equal(before.logits, after.logits)
    assert np.array_equal(after.digits, before.logits.argmax(axis=1))
    assert (before.digits != after.digits).any()


class TestPointing:
    def test_tied_outputs_of_the_network_in_use(self, sample):
        outputs = np.tile(np.arange(10, dtype=np.float32), (1000, 1))
        outputs[[4, 70], 8] = 9
        found = point(finding(shows="tied"), sample, Predictions(outputs, outputs))
        assert (found.split, found.indices.tolist()) == ("test", [4, 70])
        assert point(finding(shows="tied"), sample).indices.size == 0

    def test_the_images_of_lost_digits(self, sample):
        found = point(finding(shows="lost", values={"digits": "3, 8"}), sample)
        assert set(sample.test_labels[found.indices].tolist()) == {3, 8}
        assert len(found.indices) == np.isin(sample.test_labels, (3, 8)).sum()
        assert found.title == "images of 3, 8"

    def test_the_part_that_a_finding_names(self, sample):
        dark = spoiled.images(test=spoiled.inverted)(sample)
        found = point(finding(shows="inverted", values={"part": "test"}), dark)
        assert (found.split, len(found.indices)) == ("test", 1000)
        blank = spoiled.images(test=spoiled.blanked(1.1))(sample)
        assert (
            len(point(finding(shows="blank", values={"part": "test"}), blank).indices) == 1000
        )
        assert (
            point(finding(shows="blank", values={"part": "training"}), blank).split == "train"
        )

    def test_never_more_than_can_be_looked_through(self, sample):
        many = spoiled.repeating(2_000, 2)(sample)
        found = point(finding("repeated-images", shows="repeated"), many)
        assert len(found.indices) == MOST
        assert (np.diff(found.indices) > 0).all()

    def test_whatever_a_finding_shows_can_be_pointed_at(self, sample):
        for shows in ("doubtful", "leaked", "repeated", "test"):
            assert point(finding(shows=shows), sample).title


class TestIllustrations:
    RECIPE = by_name("mlp-128-32")

    def evidence(self):
        reports = probed((0.5, 0.3, 0.2), val=score(0.9), no_gradient=(0.4, *(0.0,) * 9))
        return Evidence(self.RECIPE, start=probe(0), epochs=reports)

    @pytest.mark.parametrize("code", STRENGTH)
    def test_every_finding_has_one_whose_series_are_as_long_as_its_x(self, code):
        drawn = illustrate(finding(code), self.evidence())
        assert drawn.series
        assert all(len(series.values) == len(drawn.x) for series in drawn.series)
        assert len(drawn.ticks) in (0, len(drawn.x))

    def test_nothing_is_drawn_where_nothing_was_measured(self):
        assert illustrate(finding("rate-too-high"), Evidence(self.RECIPE)) is None

    def test_the_numbers_are_those_of_the_training(self):
        drawn = illustrate(finding("clipped-loss"), self.evidence())
        assert drawn.series[0].values == (0.4, *(0.0,) * 9)
        line = illustrate(finding("rate-too-high"), self.evidence())
        assert line.series[0].values == (1, 1, 0.99, 1.1, 3.0, 3.0)
