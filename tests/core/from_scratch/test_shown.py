"""What the steps of the lesson show is what its program does."""

import numpy as np
import pytest

from core.data.datasets import load
from core.from_scratch import shown
from core.from_scratch.network import Settings, train


@pytest.fixture(scope="module")
def first(sample):
    return shown.first_image(sample)


def test_the_bytes_are_those_that_begin_the_files(mnist_folder, sample):
    assert shown.image_file_bytes(sample)[:4] == bytes((0, 0, 8, 3))
    images = next(mnist_folder.glob("train-images*"))
    labels = next(mnist_folder.glob("train-labels*"))
    dataset = load(mnist_folder)
    opened = __import__("gzip").open if images.suffix == ".gz" else open
    with opened(images, "rb") as file:
        assert shown.image_file_bytes(dataset) == file.read(16)
    with opened(labels, "rb") as file:
        assert shown.label_file_bytes(dataset) == file.read(16)


def test_bytes_are_written_in_fours():
    assert shown.hexadecimal(bytes((0, 0, 8, 3, 0, 0, 234, 96))) == "00 00 08 03   00 00 ea 60"


def test_labels_become_rows(sample):
    label = sample.train_labels[0]
    row = shown.one_hot_text(sample).splitlines()[0].split("[")[1].strip("]").split()
    assert row.index("1.") == label
    assert row.count("0.") == 9


def test_dropout_doubles_what_it_leaves_in(first):
    assert set(first.mask) == {0, 1}
    np.testing.assert_allclose(first.kept, first.hidden * first.mask * 2)


def test_the_published_way_back_blames_what_was_off_and_forgets_the_factor(first):
    assert 0.1 < first.wrongly_blamed < 0.4
    off, on = (first.sums <= 0), (first.sums > 0) & (first.mask == 1)
    assert not first.should[off].any()
    np.testing.assert_allclose(first.should[on], 2 * first.blamed[on])


def test_it_is_the_first_step_of_the_lesson_itself(first, sample):
    # One image, one epoch: the hidden values decide how the second table has moved.
    (epoch,) = train(sample.first(1, 1), Settings(epochs=1), sample=None)
    moved = epoch.network.weights[1]
    still = first.kept == 0
    rng = np.random.default_rng(Settings().seed)
    before = (0.2 * rng.random((784, 100)) - 0.1, 0.2 * rng.random((100, 10)) - 0.1)[1]
    assert np.allclose(moved[still], before[still], atol=1e-6)
    assert (np.abs(moved - before)[~still].max(axis=1) > 0).all()


def test_the_checks_tell_the_four_versions_apart(sample):
    found = dict(shown.checks(sample))
    assert found[">= 0"].weights_1 > 0.1
    assert found["> 0"].right
    assert found["> 0, dropout"].weights_1 == pytest.approx(1 / 3, abs=1e-6)
    assert found["> 0, dropout * 2"].right
