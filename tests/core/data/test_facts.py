"""A look at a data set: what it counts, and what neighbours and mean digits say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.facts import count_facts, image_keys
from core.data.near_images import NearImages
from core.data.orientation import TURNS
from core.records import Dataset
from tests.core.diagnosis.matrix import spoiled


def test_the_sample_is_as_it_should_be(sample):
    facts = count_facts(sample)
    assert (facts.train.images, facts.test.images) == (4000, 1000)
    assert facts.train.counts == (400,) * 10
    assert (facts.train.low, facts.train.high) == (0, 255)
    assert (facts.train.turn, facts.test.turn) == ("upright", "upright")
    assert facts.train.sorted_share < 0.15
    assert facts.train.border < 0.01
    assert (facts.leaked, facts.train.repeated, facts.train.blank) == (0, 0, 0)
    assert facts.neighbours.agreeing > 0.9
    assert facts.test_neighbours.agreeing > 0.85


@pytest.mark.parametrize(
    ("change", "turn"),
    [
        (spoiled.transposed, "transposed"),
        (spoiled.quarter_turned, "on the left side"),
        (spoiled.mirrored, "mirrored"),
        (lambda x: np.rot90(x, 2, (1, 2)), "upside down"),
        (lambda x: np.rot90(x, 3, (1, 2)), "on the right side"),
        (lambda x: x[:, ::-1], "mirrored upside down"),
    ],
)
def test_the_turn_of_digits_is_seen(sample, change, turn):
    assert count_facts(spoiled.images(test=change)(sample)).test.turn == turn


@pytest.mark.parametrize("how", ["transposed", "upside down", "on the left side", "mirrored"])
def test_digits_of_which_some_lie_otherwise_are_seen(sample, how):
    def part(images):
        some = np.random.default_rng(3).random(len(images)) < 0.3
        images = images.copy()
        images[some] = TURNS[how](images[some])
        return images

    mixed = count_facts(spoiled.images(part)(sample)).mixed
    assert mixed is not None
    assert mixed.alike > mixed.usual + 0.2
    for change in (lambda x: x, TURNS[how], spoiled.inverted, spoiled.noisy):
        assert count_facts(spoiled.images(change, change)(sample)).mixed is None


def test_the_paper_is_seen_past_digits_that_reach_the_rim(sample):
    def grey(images):
        return (images * 0.6 + 90).astype(np.uint8)

    assert count_facts(sample).train.paper == 0
    assert count_facts(spoiled.images(spoiled.shifted)(sample)).train.paper == 0
    assert abs(count_facts(spoiled.images(grey)(sample)).train.paper - 90 / 255) < 0.01
    assert count_facts(spoiled.images(spoiled.inverted)(sample)).train.paper == 1


def test_noise_looks_like_no_digits(sample):
    noise = np.random.default_rng(0).integers(0, 256, (1000, 28, 28), np.uint8)
    assert count_facts(replace(sample, test_images=noise)).test.turn == "unknown"


def test_labels_that_do_not_belong_have_no_neighbours(sample):
    assert count_facts(spoiled.labels_shuffled(sample)).neighbours.agreeing < 0.2
    noisy = count_facts(spoiled.labels_noisy(0.2)(sample)).neighbours
    clean = count_facts(sample).neighbours
    assert noisy.against / noisy.unanimous > 5 * clean.against / clean.unanimous


def test_repetitions_leaks_and_blank_images_are_counted(sample):
    assert count_facts(spoiled.leaking(37)(sample)).leaked == 37
    repeated = count_facts(spoiled.repeating(50, 4)(sample)).train
    assert (repeated.images, repeated.repeated, repeated.contradicting) == (200, 150, 0)
    blank = count_facts(
        spoiled.images(train=lambda x: x * (np.arange(4000) > 9)[:, None, None])(sample)
    )
    assert blank.train.blank == 10
    assert count_facts(spoiled.contradicting(40)(sample)).train.contradicting == 40


def test_equal_images_alone_have_equal_keys(sample):
    keys = image_keys(sample.train_images)
    assert len(set(keys.tolist())) == 4000
    again = sample.train_images.copy()
    again[0, 27, 27] ^= 1
    assert (image_keys(again) != keys).sum() == 1


@pytest.mark.parametrize("count", [0, 1, 3, 12])
def test_a_handful_of_images_is_looked_at_too(sample, count):
    facts = count_facts(sample.first(count, 0))
    assert facts.train.images == count
    assert facts.test_neighbours is None


def test_nothing_is_looked_at_twice_in_the_test_split(sample):
    same = Dataset(
        "", "", sample.test_images, sample.test_labels, sample.test_images, sample.test_labels
    )
    assert count_facts(same).leaked == 1000


def test_however_many_images_there_are_the_same_few_are_compared(sample, monkeypatch):
    """Counting grows with the images; comparing them, which costs most, does not."""
    asked = []
    said = NearImages._said

    def counted(near, images):
        asked.append((len(images), len(near._labels)))
        return said(near, images)

    monkeypatch.setattr(NearImages, "_said", counted)

    def compared(dataset):
        asked.clear()
        count_facts(dataset)
        return list(asked)

    twice = replace(
        sample,
        train_images=np.concatenate([sample.train_images] * 2),
        train_labels=np.concatenate([sample.train_labels] * 2),
    )
    once = compared(sample)
    assert once
    assert compared(twice) == once
