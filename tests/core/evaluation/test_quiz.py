from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np
import pytest

from core.errors import InklingError
from core.evaluation import quiz as quizzes


@pytest.fixture
def quiz(sample):
    return quizzes.begin(sample, np.random.default_rng(0))


def test_a_hundred_different_test_images_are_asked(quiz, sample):
    assert len(set(quiz.indices)) == 100
    assert max(quiz.indices) < len(sample.test_labels)


def test_answers_are_scored_against_the_true_digits_with_an_interval(quiz, sample):
    for number in range(10):
        true = int(sample.test_labels[quiz.current])
        quiz = quiz.answered(true if number < 9 else (true + 1) % 10)
    score = quizzes.score(quiz, sample.test_labels)
    assert (score.right, score.asked) == (9, 10)
    assert score.low < 0.9 < score.high


def test_a_network_is_scored_on_the_answered_images_only(quiz, sample):
    right = np.zeros(len(sample.test_labels), bool)
    right[list(quiz.indices[:3])] = True
    for _ in range(4):
        quiz = quiz.answered(0)
    score = quizzes.score_of_network(quiz, right)
    assert (score.right, score.asked) == (3, 4)


def test_a_finished_quiz_takes_no_more_answers(quiz):
    for _ in range(101):
        quiz = quiz.answered(1)
    assert quiz.finished
    assert len(quiz.answers) == 100


def test_a_kept_quiz_is_resumed_where_it_stopped(quiz, sample, tmp_path):
    quiz = quiz.answered(3).answered(7)
    quizzes.save(quiz, tmp_path / "quiz.json")
    assert quizzes.resume(tmp_path / "quiz.json", sample) == quiz


KEPT = '{"data_fingerprint": "f", "indices": [%s], "answers": [%s]}'


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "[" * 100_000, '"x"', "null", '{"quizzes": 5}', '{"quizzes": [[]]}'),
        *('{"indices": [5]}', '{"indices": "x", "answers": 3}', " " * 2_000_000),
        *(
            KEPT % ("1e999", ""),
            KEPT % ("5", "1e999"),
            KEPT % ("-1", ""),
            KEPT % ("9" * 5000, ""),
        ),
        *(KEPT % ("5", "12"), KEPT % ("5", "1, 2"), KEPT % ("", ""), KEPT % ("true", "")),
    ],
)
def test_a_kept_quiz_that_cannot_be_read_is_forgotten(text, sample, tmp_path):
    (tmp_path / "quiz.json").write_text(text.replace('"f"', f'"{sample.fingerprint}"'))
    assert quizzes.resume(tmp_path / "quiz.json", sample) is None


def test_a_quiz_about_other_data_is_not_resumed(quiz, sample, tmp_path):
    quizzes.save(quiz, tmp_path / "quiz.json")
    assert quizzes.resume(tmp_path / "quiz.json", sample.first(100, 500)) is None


def test_quizzes_about_several_data_sets_are_kept_beside_each_other(quiz, sample, tmp_path):
    path, few = tmp_path / "quiz.json", sample.first(100, 500)
    other = quizzes.begin(few, np.random.default_rng(1)).answered(2)
    for kept in (quiz, other, quiz.answered(4)):
        quizzes.save(kept, path)
    assert quizzes.resume(path, sample) == quiz.answered(4)
    assert quizzes.resume(path, few) == other


def test_a_quiz_that_the_first_version_kept_is_resumed(quiz, sample, tmp_path):
    path = tmp_path / "quiz.json"
    path.write_text(json.dumps(asdict(quiz)))
    assert quizzes.resume(path, sample) == quiz


def test_a_data_set_without_test_images_is_refused_in_words(sample):
    with pytest.raises(InklingError, match="no test images"):
        quizzes.begin(sample.first(10, 0), np.random.default_rng(0))


@pytest.mark.parametrize(
    ("low", "high", "standing"),
    [
        (0.90, 0.97, "below"),
        (0.986, 0.999, "above"),
        (0.976, 0.984, "within"),
        (0.93, 0.98, "open"),
        (0.93, 0.999, "open"),
    ],
)
def test_only_an_interval_that_leaves_the_claim_out_speaks_against_it(low, high, standing):
    assert quizzes.against_claim(quizzes.QuizScore(98, 100, low, high)) == standing
