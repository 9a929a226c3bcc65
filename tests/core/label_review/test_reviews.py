from __future__ import annotations

import numpy as np
import pytest

from core.errors import DataError
from core.label_review.reviews import (
    Review,
    Reviews,
    from_csv,
    load_reviews,
    read_table,
    reviews_file,
    save_reviews,
    to_csv,
    write_table,
)
from core.records import Dataset

CLASSES = ("cat", "dog", "owl")
TRAIN, TEST = np.array([0, 1, 2, 0, 1, 2]), np.array([2, 1, 0, 0])


@pytest.fixture
def dataset():
    rng = np.random.default_rng(0)
    images = rng.integers(0, 255, (10, 28, 28)).astype(np.uint8)
    return Dataset("pets", "here", images[:6], TRAIN, images[6:], TEST, CLASSES)


@pytest.fixture
def reviews(dataset):
    """One of each kind about test images, and one training label that is wrong."""
    said = Reviews(dataset.fingerprint)
    said = said.said(("test", 0), Review(2, "right"))
    said = said.said(("test", 1), Review(1, "wrong"))
    said = said.said(("test", 2), Review(0, "unclear"))
    said = said.said(("test", 3), Review(0, "other", 2))
    return said.said(("train", 4), Review(1, "wrong"))


def test_what_was_said_is_read_again_and_the_data_stay_as_they_are(dataset, reviews, tmp_path):
    before = dataset.test_labels.copy()
    save_reviews(tmp_path, reviews)
    assert dict(load_reviews(tmp_path, dataset).of) == dict(reviews.of)
    np.testing.assert_array_equal(dataset.test_labels, before)


def test_other_data_have_reviews_of_their_own(dataset, reviews, tmp_path):
    save_reviews(tmp_path, reviews)
    other = dataset.first(5, None)
    assert not load_reviews(tmp_path, other).of


def test_a_damaged_file_is_named_and_not_taken_for_nothing(dataset, tmp_path):
    path = reviews_file(tmp_path, dataset.fingerprint)
    path.write_text("{")
    with pytest.raises(DataError, match="damaged"):
        load_reviews(tmp_path, dataset)


def test_a_line_that_is_no_review_is_passed_over(dataset, tmp_path):
    path = reviews_file(tmp_path, dataset.fingerprint)
    good = '{"split": "test", "index": 1, "says": "right"}'
    strange = '{"split": "test", "index": 77, "says": "right"}, 5, {"says": "other"}'
    path.write_text(f'{{"reviews": [{good}, {strange}]}}')
    assert dict(load_reviews(tmp_path, dataset).of) == {("test", 1): Review(1, "right")}


def test_undo_takes_back_word_after_word(reviews):
    before, key = reviews.undone()
    assert key == ("train", 4)
    assert ("train", 4) not in before.of
    changed = before.said(("test", 0), Review(2, "wrong"))
    again, key = changed.undone()
    assert key == ("test", 0)
    assert again.of["test", 0] == Review(2, "right")


def test_corrected_labels_take_the_other_class_and_leave_out_what_is_wrong_or_unclear(reviews):
    corrected, counts = reviews.corrected(TEST, "test")
    assert corrected.tolist() == [2, 1, 0, 2]
    assert counts.tolist() == [True, False, False, True]
    assert reviews.counts("test") == {"right": 1, "wrong": 1, "unclear": 1, "other": 1}


def test_the_wrong_ones_are_left_out_of_training_and_a_note_says_so(dataset, reviews):
    without = reviews.without_wrong(dataset)
    assert without.train_labels.tolist() == [0, 1, 2, 0, 2]
    np.testing.assert_array_equal(without.test_labels, dataset.test_labels)
    assert "were called wrong: 1 of the training images" in without.notes[-1]


def test_a_table_goes_out_and_in(dataset, reviews, tmp_path):
    text = to_csv(reviews, CLASSES)
    assert text.splitlines()[:2] == ["split,index,label,says,digit", "test,0,owl,right,"]
    assert "test,3,cat,other,owl" in text
    path = tmp_path / "reviews.csv"
    write_table(path, reviews, CLASSES)
    read = read_table(path, Reviews(dataset.fingerprint), dataset)
    assert dict(read.of) == dict(reviews.of)


def test_a_table_counts_where_both_speak(dataset, reviews):
    text = "split,index,says\ntest,0,unclear\n"
    assert from_csv(text, reviews, dataset).of["test", 0] == Review(2, "unclear")
    assert len(from_csv(text, reviews, dataset).of) == len(reviews.of)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("index,label\n3,4\n", "no table of reviewed labels"),
        ("", "no table of reviewed labels"),
        ("split,index,says\ntest,99,right\n", "Line 2"),
        ("split,index,says\ntest,1,right\nvalidation,1,right\n", "Line 3"),
        ("split,index,says\ntest,1,maybe\n", "Line 2"),
        ("split,index,says\ntest,-1,right\n", "Line 2"),
        ("split,index,says,digit\ntest,1,other,fox\n", "fox"),
        ("split,index,label,says\ntest,1,owl,right\n", "image 1 as a owl; here it is a dog"),
    ],
)
def test_a_table_of_something_else_is_refused_whole(dataset, reviews, text, problem):
    with pytest.raises(DataError, match=problem):
        from_csv(text, reviews, dataset)


def test_a_table_that_cannot_be_read_is_named(dataset, reviews, tmp_path):
    path = tmp_path / "reviews.csv"
    path.write_bytes(b"\xff\xfe\x00")
    for broken in (path, tmp_path / "none.csv", tmp_path):
        with pytest.raises(DataError, match="cannot be read"):
            read_table(broken, reviews, dataset)
