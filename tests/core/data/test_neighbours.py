"""The nearest images are the nearest, in order, whatever the way to find them."""

import numpy as np
import pytest

from core.data.neighbours import Neighbours


def slowly(images, image, count):
    gaps = images.astype(np.float64) - image
    return np.argsort((gaps**2).sum((1, 2)), kind="stable")[:count]


def test_it_finds_what_a_plain_search_finds(sample):
    search = Neighbours(sample.train_images)
    for image in sample.test_images[:20]:
        expected = slowly(sample.train_images, image, 5)
        np.testing.assert_array_equal(search.nearest(image, 5), expected)


def test_an_image_is_nearest_to_itself(sample):
    search = Neighbours(sample.train_images)
    assert [search.nearest(sample.train_images[i], 1)[0] for i in (0, 7, 3999)] == [0, 7, 3999]


def test_the_nearest_alone_reads_most_digits_right(sample):
    search = Neighbours(sample.train_images)
    nearest = [search.nearest(image, 1)[0] for image in sample.test_images[:200]]
    assert (sample.train_labels[nearest] == sample.test_labels[:200]).mean() > 0.9


def test_equally_near_images_come_in_their_own_order():
    images = np.zeros((5, 28, 28), np.uint8)
    images[1:4, 3, 3] = 9
    query = np.zeros((28, 28), np.uint8)
    query[3, 3] = 9
    np.testing.assert_array_equal(Neighbours(images).nearest(query, 2), [1, 2])


@pytest.mark.parametrize(("images", "count", "found"), [(0, 5, 0), (3, 5, 3), (3, 0, 0)])
def test_fewer_images_give_fewer_neighbours(sample, images, count, found):
    search = Neighbours(sample.train_images[:images])
    assert len(search.nearest(sample.test_images[0], count)) == found
