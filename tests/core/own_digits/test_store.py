"""A person's digits are kept, undone and reported on; nothing of theirs is lost."""

import numpy as np
import pytest

from core.errors import DataError
from core.ink.drawing import Drawing, steadily_timed
from core.ink.preprocess import prepare
from core.own_digits.own_digit import OwnDigit
from core.own_digits.own_hand import ClassReport
from core.own_digits.store import OwnDigits, class_report, images_of

STROKES = (np.array([[0.3, 0.2], [0.7, 0.2], [0.4, 0.8]], np.float32),)
SEVEN = Drawing(STROKES, steadily_timed(STROKES))


@pytest.fixture
def own(tmp_path):
    return OwnDigits(tmp_path / "drawings")


def test_digits_are_kept_with_their_labels(own):
    assert own.all() == ()
    own.add(SEVEN, 7)
    own.add(SEVEN, 1)
    kept = OwnDigits(own.path.parent).all()
    assert [digit.digit for digit in kept] == [7, 1]
    np.testing.assert_allclose(kept[0].drawing.strokes[0], STROKES[0], atol=1e-4)


def labels(own):
    return [digit.digit for digit in own.all()]


def test_what_was_done_can_be_taken_back_step_by_step(own):
    for digit in (7, 1, 4):
        own.add(SEVEN, digit)
    own.relabel(own.all()[1], 9)
    assert labels(own) == [7, 9, 4]
    own.remove(own.all()[0])
    assert labels(own) == [9, 4]
    assert own.last_change.kind == "deleted"
    steps = []
    while own.last_change is not None:
        assert own.undo() is not None
        steps.append(labels(own))
    assert steps == [[7, 9, 4], [7, 1, 4], [7, 1], [7], []]
    assert own.undo() is None


def test_what_another_window_did_meanwhile_stays(own):
    own.add(SEVEN, 7)
    seven = own.all()[0]
    other = OwnDigits(own.path.parent)
    other.add(SEVEN, 2)
    own.remove(seven)
    other.remove(other.all()[0])
    own.undo()
    assert labels(own) == [7]
    # It is gone already.
    own.remove(other.all()[0])
    own.remove(seven)
    assert labels(own) == []


def test_a_digit_that_is_kept_already_does_not_come_in_again(own):
    own.add(SEVEN, 7)
    assert own.add_new([*own.all(), OwnDigit(1, SEVEN), OwnDigit(1, SEVEN)]) == 1
    assert labels(own) == [7, 1]
    assert own.add_new(own.all()) == 0
    own.undo()
    assert labels(own) == [7]


def test_digits_that_did_not_change_are_not_prepared_again(own):
    own.add(SEVEN, 7)
    first = own.all()[0]
    own.add(SEVEN, 1)
    assert own.all()[0] is first


def test_lines_that_cannot_be_read_are_passed_over_and_kept(own):
    own.add(SEVEN, 7)
    broken = ["{", '{"digit": 12, "strokes": [[[0, 0]]]}', "7", '{"strokes": []}', "[" * 5000]
    with own.path.open("a") as file:
        file.write("\n".join(broken) + "\n")
    own.add(SEVEN, 3)
    assert [digit.digit for digit in own.all()] == [7, 3]
    own.undo()
    assert own.path.read_text().splitlines()[1:] == broken
    own.remove(own.all()[0])
    assert own.path.read_text().splitlines() == broken


def test_a_picture_is_not_a_hand(own):
    with pytest.raises(DataError):
        own.add(Drawing(image=np.zeros((9, 9), np.uint8)), 7)
    assert not own.path.exists()


def test_a_file_that_is_no_text_is_said(own):
    own.path.parent.mkdir(parents=True)
    own.path.write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(DataError, match="cannot be read"):
        own.add(SEVEN, 7)
    assert own.path.read_bytes() == b"\xff\xfe\xfd"


def test_they_become_images_as_the_pad_makes_them(own):
    own.add(SEVEN, 7)
    images, labels = images_of(own.all())
    assert labels.tolist() == [7]
    assert np.abs(images[0].astype(int) - prepare(SEVEN.ink).centred).mean() < 1
    assert images_of(())[0].shape == (0, 28, 28)


def test_the_report_counts_what_each_digit_is_taken_for():
    labels = np.array([7, 7, 7, 7, 2, 7])
    answers = np.array([7, 1, 1, 2, 2, 7])
    assert class_report(labels, answers) == (
        ClassReport(2, 1, 1, ()),
        ClassReport(7, 2, 5, ((1, 2), (2, 1))),
    )
