"""Doubtful labels in the window: found, gone through by keys, counted, kept."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from core.evaluation.doubts import doubts
from core.label_review import suspects
from core.label_review.reviews import load_reviews
from core.networks.forward import probabilities
from gui.dialogs import Dialogs
from gui.pages.mistakes.image_row import ImageRow
from gui.pages.mistakes.review_progress import ReviewProgress
from gui.pages.mistakes.review_view import ReviewView


@pytest.fixture
def found(monkeypatch, sample, ridge, answers):
    """What the judges would say, without training any."""
    ranked = doubts(sample.test_labels, [probabilities(ridge, answers)])
    monkeypatch.setattr(suspects, "find_doubts", lambda *_args, **_more: ranked)
    return ranked


@pytest.fixture
def review(qtbot, page, ready_session, found):
    """The review, begun by clicks."""
    qtbot.waitUntil(lambda: ready_session.reviews.current is not None)
    page._overview.tabs.setCurrentIndex(3)
    with qtbot.waitSignal(ready_session.label_doubts.ended):
        page.findChild(QPushButton, "find_doubts_button").click()
    page.findChild(QPushButton, "review_labels_button").click()
    return page.findChild(ReviewView)


def text_of(page, name):
    return page.findChild(QLabel, name).text()


def test_the_images_can_be_sorted_by_doubt_once_it_is_known(qtbot, page, review, found):
    page.findChild(QPushButton, "leave_review_button").click()
    page.findChild(QPushButton, "doubts_grid_button").click()
    first = [page._grid.digits.index_at(row) for row in range(10)]
    assert first == found.order[:10].tolist()


def test_the_review_begins_with_the_most_doubtful_label(page, review, found):
    suspect = found.first(1)[0]
    assert review.isVisible()
    assert review.suspect == suspect
    heading = text_of(page, "review_heading")
    assert f"Labelled {suspect.label}: is it {suspect.suggested}?" in heading


def test_keys_judge_and_go_on_and_what_was_said_is_kept(
    qtbot, page, review, found, ready_session, sample
):
    first = found.first(5)
    for key in (Qt.Key.Key_R, Qt.Key.Key_W, Qt.Key.Key_U):
        qtbot.keyClick(review, key)
    qtbot.keyClick(review, Qt.Key(ord(str(first[3].suggested))))
    assert review.suspect == first[4]
    said = [ready_session.reviews.current.of["test", each.index] for each in first[:4]]
    assert [each.says for each in said] == ["right", "wrong", "unclear", "other"]
    assert said[3].digit == first[3].suggested
    assert "4 of" in text_of(page, "review_counts")
    folder = ready_session.home.reviews
    qtbot.waitUntil(lambda: len(load_reviews(folder, sample).of) == 4)
    qtbot.keyClick(review, Qt.Key.Key_Backspace)
    assert review.suspect == first[3]
    assert ("test", first[3].index) not in ready_session.reviews.current.of


def test_the_accuracy_is_said_as_labelled_and_as_corrected(
    qtbot, page, review, found, shown, sample
):
    suspect = found.first(1)[0]
    qtbot.keyClick(review, Qt.Key(ord(str(suspect.suggested))))
    digits = shown.predictions.digits
    before = int((digits == sample.test_labels).sum())
    after = before + int(digits[suspect.index] == suspect.suggested)
    after -= int(digits[suspect.index] == suspect.label)
    words = text_of(page, "review_accuracy")
    assert f"{before / 10:.2f} %" in words.replace("\N{NO-BREAK SPACE}", " ")
    assert f"{after / 10:.2f} %" in words.replace("\N{NO-BREAK SPACE}", " ")


def test_look_alikes_of_both_classes_stand_beside_it(qtbot, page, review, found, sample):
    row = page.findChild(ImageRow, "suggested_neighbours")
    qtbot.waitUntil(lambda: bool(row.tiles))
    suggested = str(found.first(1)[0].suggested)
    assert {tile.heading for tile in row.tiles} == {suggested}
    for tile in row.tiles:
        assert sample.train_labels[int(tile.detail)] == int(suggested)


def test_a_second_review_goes_on_where_the_first_was_left(qtbot, page, review, found):
    qtbot.keyClick(review, Qt.Key.Key_R)
    qtbot.keyClick(review, Qt.Key.Key_Escape)
    assert not review.isVisible()
    page.findChild(QPushButton, "review_labels_button").click()
    assert review.suspect == found.first(2)[1]


def test_wrong_training_labels_are_left_out_of_the_data_in_use(
    qtbot, page, review, ready_session, sample
):
    from core.label_review.reviews import Review

    label = int(sample.train_labels[17])
    ready_session.reviews.say("train", 17, Review(label, "wrong"))
    with qtbot.waitSignal(ready_session.data.changed):
        page.findChild(QPushButton, "leave_wrong_out_button").click()
    data = ready_session.data.current
    assert len(data.train_labels) == len(sample.train_labels) - 1
    np.testing.assert_array_equal(data.train_images[17], sample.train_images[18])


def test_a_table_of_reviews_goes_out_and_in(qtbot, page, review, ready_session, tmp_path):
    path = tmp_path / "reviews.csv"
    progress = page.findChild(ReviewProgress)
    progress.dialogs = Dialogs(save_file=lambda *_: path, open_file=lambda *_: path)
    qtbot.keyClick(review, Qt.Key.Key_W)
    with qtbot.waitSignal(ready_session.reviews.exported):
        progress._on_export()
    before = dict(ready_session.reviews.current.of)
    review.undo()
    assert not ready_session.reviews.current.of
    with qtbot.waitSignal(ready_session.reviews.changed):
        progress._on_import()
    assert dict(ready_session.reviews.current.of) == before


def test_while_a_training_runs_no_judge_is_trained(qtbot, page, ready_session):
    ready_session.training.hold(True)
    with qtbot.waitSignal(ready_session.failed) as failed:
        page.findChild(QPushButton, "find_doubts_button").click()
    assert "runs already" in str(failed.args[0])
    ready_session.training.hold(False)
