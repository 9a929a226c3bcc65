"""core.data.oddities: what is odd about a data set is said, and only that."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.oddities import oddities


def changed(sample, change):
    return replace(
        sample,
        train_images=change(sample.train_images),
        test_images=change(sample.test_images),
    )


def test_nothing_is_said_of_mnist(sample):
    assert oddities(sample) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda images: 255 - images, "5000 of 5000 images are dark on light"),
        (lambda images: images // 128, "The pixels are 0 and 1 only"),
        (lambda images: images // 8, "brightest pixel of all images is 31 of 255"),
        (np.zeros_like, "All images are blank"),
        (lambda images: np.full_like(images, 255), "All images are blank"),
    ],
)
def test_pixels(sample, change, said):
    assert said in " ".join(oddities(changed(sample, change)))


def test_some_blank_images_are_counted(sample):
    images = sample.train_images.copy()
    images[:3] = 0
    assert oddities(replace(sample, train_images=images)) == ("3 of 5000 images are blank.",)


def test_classes(sample):
    sevens = sample.train_labels == 7
    one = replace(
        sample,
        train_images=sample.train_images[sevens],
        train_labels=sample.train_labels[sevens],
    )
    assert "All training images are of one class, 7" in oddities(one)[0]
    rest = replace(
        sample,
        train_images=sample.train_images[~sevens],
        train_labels=sample.train_labels[~sevens],
    )
    assert oddities(rest) == (
        "No training image is of the class 7; a network has an output for each of the 10 "
        "classes all the same.",
        "The test images hold classes that no training image is of: 7.",
    )


def test_the_order_of_a_table_that_was_sorted(sample):
    order = np.argsort(sample.train_labels, kind="stable")
    by_class = replace(
        sample,
        train_images=sample.train_images[order],
        train_labels=sample.train_labels[order],
    )
    assert "sorted by class" in oddities(by_class)[0]


def test_missing_test_images(sample):
    assert "There are no test images" in oddities(sample.first(None, 0))[0]
