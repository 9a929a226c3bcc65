"""Which images a look at the data speaks of: those that were spoiled, and no others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.data import pointed
from core.data.facts import count_facts
from tests.core.diagnosis.matrix import spoiled


def test_blank_images_are_named(sample):
    images = spoiled.blanked(0.1)(sample.train_images)
    expected = np.flatnonzero(images.reshape(len(images), -1).max(axis=1) == 0)
    assert len(expected) > 300
    assert np.array_equal(pointed.blank(images), expected)
    assert pointed.blank(sample.test_images).size == 0


def test_images_on_light_paper_are_named_and_counted_alike(sample):
    images = sample.train_images.copy()
    images[::7] = 255 - images[::7]
    assert np.array_equal(pointed.on_light_paper(images), np.arange(0, len(images), 7))
    facts = count_facts(replace(sample, train_images=images))
    assert abs(facts.train.dark - 1 / 7) < 0.001
    assert count_facts(sample).train.dark == 0


def test_each_of_repeated_images_is_named(sample):
    data = spoiled.repeating(50, 4)(sample)
    assert len(pointed.repeated(data.train_images, data.train_labels)) == 200
    assert pointed.repeated(sample.train_images, sample.train_labels).size == 0


def test_only_contradicting_ones_among_repeated_images_where_these_are_asked_for(sample):
    data = spoiled.contradicting(30)(sample)
    found = pointed.repeated(data.train_images, data.train_labels, contradicting=True)
    assert len(found) == 60
    data = spoiled.repeating(50, 4)(sample)
    plain = pointed.repeated(data.train_images, data.train_labels, contradicting=True)
    assert plain.size == 0


def test_leaked_images_are_named(sample):
    assert np.array_equal(pointed.leaked(spoiled.leaking(37)(sample)), np.arange(37))


def test_most_labels_in_doubt_are_wrong_ones(sample):
    noisy = spoiled.labels_noisy(0.1)(sample)
    wrong = noisy.train_labels != sample.train_labels
    found = pointed.doubtful(noisy)
    assert wrong[found].mean() > 0.8
    # Where the five nearest do not agree, because of wrong labels among them, none is named.
    assert np.isin(np.flatnonzero(wrong), found).mean() > 0.3


def test_test_labels_in_doubt_are_wrong_ones(sample):
    labels = sample.test_labels.copy()
    labels[:100] = (labels[:100] + 1) % 10
    found = pointed.doubtful(replace(sample, test_labels=labels), "test")
    assert (found < 100).mean() > 0.7


def test_of_no_images_none_are_named(sample):
    empty = sample.first(0, 0)
    assert pointed.blank(empty.train_images).size == 0
    assert pointed.on_light_paper(empty.train_images).size == 0
    assert pointed.repeated(empty.train_images, empty.train_labels).size == 0
    assert pointed.leaked(empty).size == 0
    assert pointed.doubtful(empty).size == 0
