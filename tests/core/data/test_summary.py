from __future__ import annotations

import numpy as np

from core.data.summary import sample_sheet, summarise


def test_the_sample_is_stratified_and_its_pixels_span_the_whole_range(sample):
    summary = summarise(sample)
    assert summary.train.counts.tolist() == [400] * 10
    assert summary.test.counts.tolist() == [100] * 10
    assert summary.train.pixel_range == (0, 255)


def test_histogram_counts_every_pixel_once(sample):
    summary = summarise(sample).test
    assert summary.histogram.sum() == sample.test_images.size
    assert summary.histogram[0] == (sample.test_images == 0).sum()
    assert np.isclose(summary.mean_ink, sample.test_images.mean() / 255)


def test_mean_digits_are_means_of_their_own_images(sample):
    means = summarise(sample).train.mean_digits
    sevens = sample.train_images[sample.train_labels == 7]
    assert np.abs(means[7] - sevens.mean(axis=0)).max() <= 0.5 + 1e-3


def test_an_empty_split_has_figures_too(sample):
    summary = summarise(sample.first(10, 0)).test
    assert (summary.images, summary.pixel_range, summary.mean_ink) == (0, (0, 0), 0.0)
    assert summary.counts.tolist() == [0] * 10


def test_a_sample_sheet_repeats_no_image():
    sheet = sample_sheet(64, 1000, np.random.default_rng(1))
    assert len(set(sheet.tolist())) == 64
    assert sorted(sample_sheet(64, 5, np.random.default_rng(1)).tolist()) == [0, 1, 2, 3, 4]
