"""The Quiz page, by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from core.networks.forward import forward
from core.runs.store import RunStore
from gui.pages.quiz.page import QuizPage
from gui.session.predictions import SplitPredictions
from tests.gui.pages.runs.test_page import keep_run

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, ready_session, theme):
    page = QuizPage(ready_session, theme)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def begun(qtbot, page, ready_session):
    qtbot.mouseClick(page.findChild(QPushButton, "begin_quiz_button"), LEFT)
    return ready_session.quiz


def true_digit(service, session):
    return int(session.data.current.test_labels[service.current.current])


def test_the_label_is_shown_only_after_the_answer(qtbot, page, begun, ready_session):
    said = page.findChild(QLabel, "quiz_last_answer")
    assert said.text() == ""
    true = true_digit(begun, ready_session)
    qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + (true + 1) % 10))
    assert f"the label is {true}" in said.text()


def test_typing_the_right_digit_counts(qtbot, page, begun, ready_session):
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key(Qt.Key.Key_0 + true_digit(begun, ready_session)))
    assert page.findChild(QProgressBar, "quiz_progress").value() == 3
    assert "3 of 3 right" in page.findChild(QLabel, "quiz_scores").text()


def test_buttons_answer_too(qtbot, page, begun):
    qtbot.mouseClick(page.findChild(QPushButton, "answer_7"), LEFT)
    assert begun.current.answers == (7,)


def test_after_the_last_answer_the_score_and_the_misread_digits_are_shown(
    qtbot, page, begun, ready_session
):
    for number in range(100):
        true = true_digit(begun, ready_session)
        begun.answer(true if number else (true + 1) % 10)
    assert "99 of 100 right" in page.findChild(QLabel, "quiz_verdict").text()
    assert page._missed.digits.rowCount() == 1
    page.findChild(QPushButton, "quiz_mistakes_button").click()
    assert ready_session.mistakes.request.indices == (begun.current.indices[0],)


def test_the_network_is_scored_on_the_same_images(page, begun, ready_session, sample, ridge):
    begun.answer(0)
    opened = ready_session.networks.current
    answers = SplitPredictions(opened, sample, "test", forward(ridge, sample.test_images))
    ready_session.predictions.take(answers)
    index = begun.current.indices[0]
    right = int(answers.predictions.digits[index] == sample.test_labels[index])
    assert f"ridge: {right} of 1 right" in page.findChild(QLabel, "quiz_scores").text()
    said = page.findChild(QLabel, "quiz_last_answer").text()
    assert f"ridge reads {answers.predictions.digits[index]}." in said


def test_a_slip_of_the_hand_is_taken_back_by_key_and_by_button(qtbot, page, begun):
    for digit in (1, 2, 3):
        begun.answer(digit)
    asked = begun.current.current
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert begun.current.answers == (1, 2)
    qtbot.mouseClick(page.findChild(QPushButton, "quiz_take_back_button"), LEFT)
    begun.answer(7)
    assert begun.current.answers == (1, 7)
    begun.answer(3)
    assert begun.current.current == asked


def test_a_quiz_goes_on_where_it_was_left(qtbot, page, begun, ready_session, sample):
    begun.answer(4)
    questions = begun.current.indices
    with qtbot.waitSignal(begun.changed, check_params_cb=lambda quiz: quiz is not None):
        ready_session.data.use(sample)
    assert begun.current.indices == questions
    assert begun.current.answers == (4,)


def test_kept_runs_are_scored_on_the_same_images(
    qtbot, home_folder, ready_session, theme, sample, ridge
):
    run_id = keep_run(RunStore(home_folder / "runs"), sample, ridge, seed=1, accuracy=0.9)
    page = QuizPage(ready_session, theme)
    qtbot.addWidget(page)
    ready_session.data.use(sample)
    ready_session.quiz.begin()
    ready_session.quiz.answer(3)
    index = ready_session.quiz.current.indices[0]
    words = f"softmax-10 #{run_id}: {int(index < 900)} of 1 right"
    scores = page.findChild(QLabel, "quiz_scores")
    qtbot.waitUntil(lambda: words in scores.text())


def test_the_claim_that_it_tests_is_said_with_its_source_and_judged(
    qtbot, page, begun, ready_session
):
    assert "names no experiment" in page.findChild(QLabel, "quiz_claim").text()
    for _ in range(100):
        begun.answer(true_digit(begun, ready_session))
    assert "neither confirm nor refute" in page.findChild(QLabel, "quiz_verdict").text()


def test_the_network_that_comes_with_inkling_stands_beside_the_person(qtbot, page, begun):
    begun.answer(3)
    scores = page.findChild(QLabel, "quiz_scores")
    qtbot.waitUntil(lambda: "pen (comes with Inkling): " in scores.text(), timeout=20_000)
    assert "of 1 right" in scores.text()
