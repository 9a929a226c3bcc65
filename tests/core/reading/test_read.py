"""Several digits are read as several, in order; one digit stays as it was."""

from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.ink.preprocess import prepare
from core.ink.strokes import reduced, smooth, stamp
from core.networks.forward import predict
from core.networks.shipped import shipped_network
from core.reading.read import read
from core.records import Ink
from tests.core.ink.golden.drawings import DIGITS, SHEET, drawn
from tests.core.ink.golden.test_golden import photo


def written(text, *, gap=60.0, leading=90.0):
    """Return the strokes of digits side by side, lines below each other."""
    strokes = []
    for line, row in enumerate(text.split("\n")):
        for place, digit in enumerate(row):
            shift = np.array((place * gap, line * leading), np.float32)
            strokes += [stroke + shift for stroke in DIGITS[int(digit)]]
    return Ink(tuple(strokes), sheet=(60.0 * len(text) + 100, 90.0 * text.count("\n") + 100))


@pytest.fixture(scope="module")
def network():
    return shipped_network()


@pytest.mark.parametrize("text", ["42", "2026", "1000", "57", "70417", "12\n34", "4\n7\n9"])
def test_numbers_are_read_in_order(text, network):
    assert read(written(text), network).text == text


@pytest.mark.parametrize("digit", range(10))
def test_one_digit_stays_as_it_was(digit, network):
    reading = read(drawn(digit), network)
    alone = prepare(drawn(digit))
    assert reading.only is not None
    np.testing.assert_array_equal(reading.only.image, alone.centred)
    np.testing.assert_array_equal(
        reading.only.probabilities, predict(network, alone.centred).probabilities
    )


def test_a_single_upright_stroke_waits_for_no_judge(network, monkeypatch):
    def no_judge(_network):
        raise AssertionError("the network that judges was read")

    monkeypatch.setattr("core.reading.read._judge_for", no_judge)
    stroke = np.array([[50, 20], [48, 50], [50, 80]], np.float32)
    assert read(Ink((stroke,), sheet=(100, 100)), network).text == "1"


def test_each_digit_has_the_box_of_its_own_strokes(network):
    reading = read(written("57", gap=70), network)
    five, seven = reading.digits
    assert five.box[2] < seven.box[0]
    points = np.concatenate(DIGITS[5])
    np.testing.assert_allclose(five.box, [*points.min(axis=0), *points.max(axis=0)], atol=1)
    assert len(five.ink.strokes) == len(DIGITS[5])


def test_a_bar_that_is_drawn_last_still_belongs_to_its_seven(network):
    seven, bar = DIGITS[7]
    right = np.array((60, 0), np.float32)
    two = tuple(stroke + right for stroke in DIGITS[2])
    assert read(Ink((seven, *two, bar), sheet=SHEET), network).text == "72"


def without_lifting(text, gap=60.0):
    """Return digits of one stroke each, written as a single stroke."""
    lines = [DIGITS[int(digit)][0] + (place * gap, 0) for place, digit in enumerate(text)]
    return Ink((np.concatenate(lines).astype(np.float32),), sheet=(200, 100))


@pytest.mark.parametrize("text", ["23", "36", "62", "33"])
def test_digits_that_are_written_without_lifting_the_pen_are_told_apart(text, network):
    ink = without_lifting(text)
    reading = read(ink, network)
    assert reading.text == text
    # Each is a part of the one stroke.
    for digit in reading.digits:
        assert all(np.shares_memory(part, ink.strokes[0]) for part in digit.ink.strokes)


@pytest.mark.parametrize(
    "strokes",
    [
        ([(0, 0), (25, 100), (50, 30), (75, 100), (100, 0)],),
        ([(0, 100), (45, 0), (90, 100)], [(20, 60), (70, 60)]),
        ([(0, 100), (0, 0), (60, 100), (60, 0)],),
        ([(0, 0), (0, 100)], [(60, 0), (60, 100)], [(0, 50), (60, 50)]),
        tuple([(20 * n, 100), (20 * n + 30, 0)] for n in range(6)),
    ],
    ids=["W", "A", "N", "H", "hatching"],
)
def test_the_legs_of_a_letter_are_no_number(strokes, network):
    lines = [np.concatenate([np.linspace(a, b, 12) for a, b in pairwise(s)]) for s in strokes]
    ink = Ink(tuple(line.astype(np.float32) for line in lines), sheet=(200, 200))
    reading = read(ink, network)
    assert reading.only is not None
    assert not reading.only.is_digit


def test_nothing_is_read_as_nothing(network):
    assert read(Ink(), network).digits == ()
    assert read(Ink(image=np.full((50, 50), 200, np.uint8)), network).text == ""


def test_many_dots_are_answered_soon_and_without_harm(network):
    dots = tuple(np.array([[x, y]], np.float32) for x in range(40) for y in range(40))
    assert len(read(Ink(dots, sheet=(40, 40)), network).digits) <= 1


def side_by_side(*digits):
    return np.concatenate([photo(digit, "light")[:, 60:240] for digit in digits], axis=1)


def test_a_picture_of_a_number_is_read(network):
    image = side_by_side(4, 0, 7)
    reading = read(Ink(image=image), network)
    assert reading.text == "407"
    assert [digit.box[0] // 180 for digit in reading.digits] == [0, 1, 2]


@pytest.mark.parametrize("digit", [3, 8])
def test_a_digit_that_is_torn_in_its_middle_is_one(digit, network):
    image = photo(digit, "light")
    rows = np.flatnonzero((image < 120).any(axis=1))
    middle = (rows[0] + rows[-1]) // 2
    image[middle : middle + 8] = np.median(image)
    assert read(Ink(image=image), network).text == str(digit)


def folded(digit):
    """Return a digit on paper whose lower part, from a slanted fold on, is in the shade."""
    lines = tuple(line * 2.4 + 60 for line in smooth(DIGITS[digit]))
    ink = reduced(stamp(lines, side_px=400, pen_px=18, finer=2), 2) / 255
    rows, columns = np.indices(ink.shape)
    paper = np.where(rows > 200 - 0.1 * columns, 195.0, 228.0)
    return np.rint(paper * (1 - 0.85 * ink)).astype(np.uint8)


@pytest.mark.parametrize("digit", [2, 6, 8])
def test_what_a_fold_runs_through_is_read_whole(digit, network):
    assert read(Ink(image=folded(digit)), network).text == str(digit)


def test_boxes_are_in_the_unit_of_the_sheet(network):
    image = side_by_side(4, 2)
    pixels = read(Ink(image=image), network)
    doubled = read(Ink(image=image, sheet=(720.0, 600.0)), network)
    for one, other in zip(pixels.digits, doubled.digits, strict=True):
        np.testing.assert_allclose(np.array(one.box) * 2, other.box)


def test_what_was_paper_ink_and_neither_is_told(network):
    image = side_by_side(2)
    image[5:7] = 60
    found = read(Ink(image=image), network).found
    assert found is not None
    assert (found == 0).mean() > 0.7
    assert 0.02 < (found == 1).mean() < 0.3
    assert (found[5:7] == 2).mean() > 0.5


def test_a_page_full_of_digits_is_read_whole(network):
    row = np.concatenate([photo(digit, "light") for digit in range(10)], axis=1)[::3, ::3]
    page = np.concatenate([row] * 6)
    reading = read(Ink(image=page), network)
    assert reading.text.split("\n") == ["0123456789"] * 6


@pytest.mark.parametrize("seed", range(4))
def test_noise_does_no_harm(seed, network):
    rng = np.random.default_rng(seed)
    shape = tuple(rng.integers(1, 400, 2))
    read(Ink(image=rng.integers(0, 256, shape).astype(np.uint8)), network)


def pictured(text, *, overlap, size=1.0, sheet=None):
    """Return digits in a picture, each a little over the one before."""
    strokes, right = [], 0.0
    for digit in text:
        own = [np.asarray(stroke, np.float32) * size for stroke in DIGITS[int(digit)]]
        every = np.concatenate(own)
        shift = np.array([right - every[:, 0].min(), -every[:, 1].min()], np.float32)
        strokes += [stroke + shift + 20 for stroke in own]
        right += float(np.ptp(every[:, 0])) - overlap
    side = sheet or int(right + 60)
    return 255 - reduced(stamp(smooth(tuple(strokes)), side_px=side, pen_px=7, finer=2), 2)


@pytest.mark.parametrize("text", ["92", "53"])
def test_digits_that_touch_in_a_picture_are_parted(text, network):
    image = pictured(text, overlap=2).astype(np.uint8)
    assert read(Ink(image=image), network).text == text


def test_a_digit_on_a_printed_page_is_read_alone(network):
    """The letters around it, some of which look like digits, are not."""
    page = Image.fromarray(pictured("7", overlap=0, size=1.6, sheet=400).astype(np.uint8))
    pen = ImageDraw.Draw(page)
    for line in range(3):
        pen.text((20, 300 + 30 * line), "a page of print, lines of it", fill=40, font_size=14)
    assert read(Ink(image=np.asarray(page)), network).text == "7"


def ring(x, y, radius):
    turn = np.linspace(0, 2 * np.pi, 40)
    return np.stack([x + radius * np.sin(turn), y - radius * np.cos(turn)], 1).astype(
        np.float32
    )


def test_an_eight_of_two_rings_is_one_and_two_zeros_are_two(network):
    eight = Ink((ring(50, 30, 18), ring(50, 69, 21)), sheet=(100, 100))
    assert read(eight, network).text == "8"
    zeros = Ink((ring(50, 20, 16), ring(50, 75, 16)), sheet=(100, 100))
    assert read(zeros, network).text == "0\n0"


def test_a_digit_at_the_edge_of_a_shadow_is_not_lost(network):
    """The shaded part looks like a sheet; the 1 that leaves it belongs to the others."""
    lines = tuple(line * 1.6 + (40, 80) for line in smooth(written("100").strokes))
    ink = reduced(stamp(lines, side_px=460, pen_px=8, finer=2), 2) / 255
    paper = np.where(np.arange(460) > 106, 120.0, 228.0)
    image = np.rint(paper * (1 - 0.85 * ink)).astype(np.uint8)
    assert read(Ink(image=image[:330]), network).text == "100"


def across_an_edge(text, *, left, shade):
    """Return a number on paper whose right half is darker: black is 0, as light as before 1."""
    lines = tuple(line * 1.6 + (left, 80) for line in smooth(written(text).strokes))
    ink = reduced(stamp(lines, side_px=460, pen_px=8, finer=2), 2) / 255
    paper = np.where(np.arange(460) > 230, 228.0 * shade, 228.0)
    return np.rint(paper * (1 - 0.85 * ink)).astype(np.uint8)[:330]


@pytest.mark.parametrize(("left", "shade"), [(80, 0.85), (80, 0.5), (110, 0.85)])
def test_digits_on_both_sides_of_a_fold_or_shadow_are_one_number(left, shade, network):
    """Whether its edge runs between them (at 80) or through them (at 110)."""
    image = across_an_edge("417", left=left, shade=shade)
    assert read(Ink(image=image), network).text == "417"


@pytest.mark.parametrize(("thick", "grain"), [(20, 0), (8, 5)])
def test_what_lies_beside_a_sheet_is_no_digit(thick, grain, network):
    """A pencil as high as the writing, on a desk that the sheet partly covers.

    It is thicker than the pen that wrote, or the desk has a grain that paper has not.
    """
    image = across_an_edge("42", left=-20, shade=0.5)
    image[90:240, 330 : 330 + thick] = 10
    rough = np.random.default_rng(0).normal(0, grain, image.shape) * (np.arange(460) > 230)
    image = np.clip(image + rough, 0, 255).astype(np.uint8)
    assert read(Ink(image=image), network).text == "42"
