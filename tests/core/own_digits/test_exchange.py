"""Own digits go into files and come back; what is none is refused by what is wrong with it."""

import json

import numpy as np
import pytest

from core.data.datasets import load
from core.errors import DataError
from core.ink.drawing import Drawing, steadily_timed
from core.own_digits.exchange import export_digits, import_digits
from core.own_digits.own_digit import OwnDigit
from core.own_digits.store import OwnDigits, images_of
from tests.core.ink.golden.drawings import DIGITS


def drawing(digit):
    strokes = tuple(np.float32(stroke) / 240 for stroke in DIGITS[digit])
    return Drawing(strokes, steadily_timed(strokes))


@pytest.fixture
def own(tmp_path):
    own = OwnDigits(tmp_path / "drawings")
    for digit in (7, 1, 4):
        own.add(drawing(digit), digit)
    return own


def test_strokes_come_back_as_they_were(own, tmp_path):
    file = tmp_path / "mine.strokes.json"
    export_digits(file, own.all())
    entries = json.loads(file.read_text())
    assert [entry["digit"] for entry in entries] == [7, 1, 4]
    assert [back.line for back in import_digits(file)] == [kept.line for kept in own.all()]
    other = OwnDigits(tmp_path / "other")
    assert other.add_new(import_digits(file)) == 3
    assert other.path.read_bytes() == own.path.read_bytes()


def test_the_file_in_which_they_are_kept_can_be_brought_in_too(own):
    assert [digit.digit for digit in import_digits(own.path)] == [7, 1, 4]


def test_images_are_a_data_set_that_inkling_opens(own, tmp_path):
    file = tmp_path / "mine.npz"
    export_digits(file, own.all())
    dataset = load(file)
    images, labels = images_of(own.all())
    np.testing.assert_array_equal(dataset.train_images, images)
    np.testing.assert_array_equal(dataset.train_labels, labels)
    assert len(dataset.test_labels) == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "it is no JSON"),
        ("[]", "it has no digits"),
        ("7", "digit 1, it has no label"),
        ('[{"digit": 10, "strokes": [[[0, 0]]]}]', "digit 1, it has no label from 0 to 9"),
        ('[{"digit": true, "strokes": [[[0, 0]]]}]', "it has no label from 0 to 9"),
        ('[{"digit": 1, "strokes": []}]', "digit 1, it has no strokes"),
        (
            '[{"digit": 1, "strokes": [[[0, 0]]]}, {"digit": 1, "strokes": [[["a", 0]]]}]',
            "digit 2, stroke 1 is not made of points",
        ),
        ("[" * 5000, "it is no JSON"),
        ('[{"digit": 1, "strokes": [[[NaN, 0]]]}]', "has numbers that are no places"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path, content, words):
    file = tmp_path / "mine.json"
    file.write_text(content)
    with pytest.raises(DataError, match=words):
        import_digits(file)


def test_a_file_of_images_is_not_taken_for_strokes(own, tmp_path):
    file = tmp_path / "mine.npz"
    export_digits(file, own.all())
    with pytest.raises(DataError, match="holds images, not strokes"):
        import_digits(file)


def test_no_digits_are_not_exported(tmp_path):
    with pytest.raises(DataError, match="no digits of yours"):
        export_digits(tmp_path / "mine.json", ())
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataError, match=r"gone\.json.*No such file"):
        import_digits(tmp_path / "gone.json")


def test_a_label_of_its_own_makes_another_digit():
    assert OwnDigit(7, drawing(7)).line != OwnDigit(1, drawing(7)).line
