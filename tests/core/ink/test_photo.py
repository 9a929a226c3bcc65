"""Pictures of a digit: what is ink and what is paper, light, lines, dirt."""

from dataclasses import replace

import numpy as np
import pytest

from core.data.datasets import load
from core.ink.picture.components import label
from core.ink.picture.darkness import otsu
from core.ink.picture.photo import find_ink
from core.ink.picture.ruled_lines import without_ruled_lines
from core.ink.picture.writing import without_specks
from core.ink.preprocess import naive, prepare
from core.ink.strokes import reduced, smooth, stamp
from core.layers import Dense, NetworkSpec
from core.networks.forward import forward
from core.records import Ink, Network

FIVE = ((80, 20), (35, 22), (32, 48), (60, 42), (78, 62), (60, 84), (28, 80))


def drawn(side=200, pen=9.0, scale=1.0, at=(0, 0)):
    """A five: 1 where there is ink, 0 on paper."""
    points = np.array(FIVE, np.float32) * (side / 100 * scale) + np.array(at, np.float32)
    lines = smooth((points,))
    return reduced(stamp(lines, side_px=side, pen_px=pen * side / 200, finer=4), 4) / 255


def picture(ink, paper=230.0, darkest=40.0):
    return np.clip(paper + (darkest - paper) * ink, 0, 255).astype(np.uint8)


def likeness(first, second):
    """The cosine of the angle between two images, the best within one pixel of shift."""
    a = first.astype(float).ravel()
    shifts = [(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
    rolled = [np.roll(second, shift, (0, 1)).astype(float).ravel() for shift in shifts]
    return max(a @ b / np.linalg.norm(a) / np.linalg.norm(b) for b in rolled)


@pytest.fixture(scope="module")
def clean():
    return prepare(Ink(image=picture(drawn()))).centred


def fitted_network(images, labels):
    """Random features and ridge regression: a good network in one solve, always the same."""
    rng = np.random.default_rng(4)
    kernel = rng.normal(0, 0.1, (784, 1200)).astype(np.float32)
    bias = rng.normal(0, 0.5, 1200).astype(np.float32)
    hidden = np.maximum(images.reshape(-1, 784).astype(np.float32) / 255 @ kernel + bias, 0)
    targets = 20 * np.eye(10, dtype=np.float32)[labels] - 2
    gram = hidden.T @ hidden + 5 * np.eye(1200, dtype=np.float32)
    solved = np.linalg.solve(gram, hidden.T @ targets).astype(np.float32)
    spec = NetworkSpec((Dense(1200, "relu"), Dense(10)))
    return Network(spec, (kernel, bias, solved, np.zeros(10, np.float32)))


@pytest.mark.parametrize("side", [40, 90, 200, 700, 1500])
def test_a_picture_of_any_size_gives_the_same_digit(side, clean):
    read = prepare(Ink(image=picture(drawn(side)))).centred
    assert likeness(clean, read) > (0.9 if side < 50 else 0.97)


@pytest.mark.parametrize(("scale", "at"), [(0.4, (0, 0)), (0.4, (110, 100)), (0.7, (40, 20))])
def test_size_and_place_on_the_sheet_change_nothing(scale, at, clean):
    read = prepare(Ink(image=picture(drawn(pen=9 * scale, scale=scale, at=at)))).centred
    assert likeness(clean, read) > 0.96


@pytest.mark.parametrize(("paper", "darkest"), [(30, 230), (255, 0), (0, 255), (200, 140)])
def test_light_on_dark_and_pale_ink_are_read_alike(paper, darkest, clean):
    read = prepare(Ink(image=picture(drawn(), paper, darkest))).centred
    assert likeness(clean, read) > 0.98


def uneven(kind, side=200):
    rows, columns = np.indices((side, side)) / side
    if kind == "slope":
        return 0.4 + 0.6 * (rows + columns) / 2
    if kind == "corners":
        return 1 - 0.9 * ((rows - 0.5) ** 2 + (columns - 0.5) ** 2)
    return 0.55 + 0.45 / (1 + np.exp(-40 * (columns - 0.45)))


@pytest.mark.parametrize("kind", ["slope", "corners", "shadow"])
@pytest.mark.parametrize("noise", [0, 4])
def test_uneven_light_and_grain_are_not_taken_for_ink(kind, noise, clean):
    rng = np.random.default_rng(1)
    lit = picture(drawn()) * uneven(kind) + rng.normal(0, noise, (200, 200))
    read = prepare(Ink(image=np.clip(lit, 0, 255).astype(np.uint8))).centred
    assert likeness(clean, read) > 0.95


@pytest.mark.parametrize("tilt", [-2.0, 0.0, 1.5])
@pytest.mark.parametrize("squared", [False, True])
@pytest.mark.parametrize("side", [200, 640])
def test_ruled_and_squared_paper_is_taken_away(tilt, squared, side, clean):
    rows, columns = np.indices((side, side))
    lean = np.radians(tilt)
    down = rows * np.cos(lean) + columns * np.sin(lean)
    across = columns * np.cos(lean) - rows * np.sin(lean)
    line = down % (side / 11) < side / 180
    line |= squared & (across % (side / 11) < side / 180)
    paper = np.where(line, 120, 235)
    ink = drawn(side)
    image = (paper * (1 - ink) + 40 * ink).astype(np.uint8)
    assert likeness(clean, prepare(Ink(image=image)).centred) > 0.95


def test_a_pen_that_is_thicker_than_the_lines_of_the_paper_is_kept():
    """Though it is as thin as lines may be on other paper, and runs along one."""
    rows, columns = np.indices((400, 800))
    lines = (rows % 20 == 0) | (columns % 20 == 0)
    pen = (abs(rows - 204) < 4) & (abs(columns - 400) < 60)
    left = without_ruled_lines(lines | pen, lines | pen)
    assert left[pen].mean() > 0.9
    assert left[lines & ~pen].mean() < 0.05


def test_specks_and_the_edge_of_the_sheet_are_dropped(clean):
    image = picture(drawn())
    image[:14] = 20
    for row, column in ((30, 180), (190, 5), (170, 170), (60, 8)):
        image[row : row + 3, column : column + 3] = 40
    assert likeness(clean, prepare(Ink(image=image)).centred) > 0.97


def test_a_digit_cut_out_closely_keeps_the_bar_along_the_side():
    image = np.full((60, 40), 240, np.uint8)
    image[:8] = 20
    for row in range(60):
        right = 38 - row // 2
        image[row, max(0, right - 8) : right] = 20
    small = prepare(Ink(image=image)).small
    top = small[0] > 128
    assert top.sum() >= 12


@pytest.mark.parametrize("value", [0, 128, 255])
def test_bare_paper_is_nothing_to_read(value):
    assert prepare(Ink(image=np.full((90, 120), value, np.uint8))) is None


def test_grain_alone_is_nothing_to_read():
    grain = np.random.default_rng(0).normal(200, 5, (200, 300)).clip(0, 255).astype(np.uint8)
    assert find_ink(grain) is None


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (3, 2)])
def test_pictures_too_small_for_a_digit_do_no_harm(shape):
    image = np.zeros(shape, np.uint8)
    image[0, 0] = 255
    stages = prepare(Ink(image=image))
    assert stages is None or stages.centred.shape == (28, 28)


def test_a_thin_line_is_thickened_rather_than_lost():
    image = picture(drawn(640, pen=1.2))
    centred = prepare(Ink(image=image)).centred
    assert centred.mean() / 255 > 0.06


def mass_centres(images):
    weights = images.astype(float)
    total = weights.sum((1, 2))
    places = np.arange(28)
    return np.stack([weights.sum(2) @ places / total, weights.sum(1) @ places / total])


def through_the_image_path(images):
    return np.stack([prepare(Ink(image=255 - image)).centred for image in images])


def assert_digits_come_back(dataset):
    images = dataset.test_images
    back = through_the_image_path(images)
    moved = np.abs(mass_centres(back) - mass_centres(images)).max(axis=0)
    assert moved.max() <= 1.05
    assert np.percentile(np.abs(back.astype(int) - images).mean((1, 2)), 95) < 4
    network = fitted_network(dataset.train_images[:20_000], dataset.train_labels[:20_000])
    before, after = forward(network, images).digits, forward(network, back).digits
    assert (before == dataset.test_labels).mean() > 0.91
    assert (before == after).mean() >= 0.995


def test_real_digits_come_back_within_a_pixel_and_keep_their_answer(sample):
    assert_digits_come_back(sample)


@pytest.mark.slow
def test_every_tenth_digit_of_the_whole_test_set_comes_back(mnist_folder):
    whole = load(mnist_folder)
    assert_digits_come_back(
        replace(whole, test_images=whole.test_images[::10], test_labels=whole.test_labels[::10])
    )


def test_polarity_is_right_for_every_real_digit(sample):
    for image in sample.test_images[:200]:
        dark, light = prepare(Ink(image=255 - image)), prepare(Ink(image=image))
        np.testing.assert_array_equal(dark.centred, light.centred)


def test_naive_reading_squeezes_the_whole_picture():
    image = np.full((100, 200), 255, np.uint8)
    image[40:60, 20:60] = 0
    small = naive(Ink(image=image))
    assert small.shape == (28, 28)
    rows, columns = np.nonzero(small > 128)
    assert (rows.min(), rows.max()) == (11, 16)
    assert (columns.min(), columns.max()) == (3, 7)


def test_otsu_separates_two_heaps():
    values = np.concatenate([np.full(90, 0.1), np.full(10, 0.8)]).astype(np.float32)
    assert 0.1 <= otsu(values) <= 0.8


def test_pieces_are_numbered_across_corners_and_spirals():
    mask = np.array([[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 0, 0], [1, 1, 0, 1]], bool)
    labels, count = label(mask)
    assert count == 4
    assert labels[0, 0] == labels[1, 1]
    assert labels[0, 3] == labels[1, 3]
    assert len({labels[0, 0], labels[0, 3], labels[3, 0], labels[3, 3]}) == 4
    assert not labels[~mask].any()


def test_no_ink_has_no_pieces():
    mask = np.zeros((5, 5), bool)
    assert label(mask)[1] == 0
    assert not without_specks(mask).any()
