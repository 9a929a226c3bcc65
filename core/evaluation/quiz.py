"""The human quiz: a hundred random test digits, answered by a person as a network answers.

The idea is of a tutorial on fully connected networks for MNIST. It says that people read 97.5
to 98.5 % right, as "experiments show", and names none: the quiz tests that claim, and the
confidence interval says how much a hundred images can tell.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias, TypeGuard

import numpy as np
from numpy.typing import NDArray

from core.atomic_file import write_atomically
from core.errors import InklingError
from core.evaluation.metrics import wilson
from core.layers import MOST_CLASSES
from core.records import Dataset, Labels
from core.regular_file import read_text

QUESTIONS = 100
"""As in the tutorial."""

CLAIM = (0.975, 0.985)
"""What the tutorial says that people reach on average, without a source."""

Standing: TypeAlias = Literal["below", "within", "above", "open"]
"""Where a score lies beside the claim; "open" where its interval reaches beyond both."""

MOST_KEPT = 20
"""So many quizzes, each about another data set; the one answered last is the first."""

_MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Quiz:
    """The questions, and the answers so far.

    Parameters
    ----------
    data_fingerprint : str
        Of the data set that the questions are of.
    indices : tuple of int
        The test images that are asked, in order.
    answers : tuple of int
        What the person typed, for the first ``len(answers)`` of them.
    """

    data_fingerprint: str
    indices: tuple[int, ...]
    answers: tuple[int, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether every question is answered."""
        return len(self.answers) == len(self.indices)

    @property
    def current(self) -> int:
        """The index of the test image that is asked now; the last one when finished."""
        return self.indices[min(len(self.answers), len(self.indices) - 1)]

    def answered(self, digit: int) -> Quiz:
        """Return the quiz after the current question was answered with `digit`."""
        return self if self.finished else replace(self, answers=(*self.answers, digit))

    def taken_back(self) -> Quiz:
        """Return the quiz before the last answer, which may have been a slip of the hand."""
        return replace(self, answers=self.answers[:-1])


@dataclass(frozen=True)
class QuizScore:
    """How many of `asked` images were read right, with the 95 % Wilson interval."""

    right: int
    asked: int
    low: float
    high: float


def begin(dataset: Dataset, rng: np.random.Generator) -> Quiz:
    """Choose the questions: test images without repetition, at most a hundred."""
    count = min(QUESTIONS, len(dataset.test_labels))
    if not count:
        raise InklingError(
            "{name} has no test images to ask about.",
            "Open a data set with a test split.",
            name=dataset.name,
        )
    chosen = rng.choice(len(dataset.test_labels), size=count, replace=False)
    return Quiz(dataset.fingerprint, tuple(int(index) for index in chosen))


def score(quiz: Quiz, labels: Labels) -> QuizScore:
    """Score the person on what was answered so far; `labels` are of the test split."""
    asked = len(quiz.answers)
    right = labels[list(quiz.indices[:asked])] == np.array(quiz.answers, np.int64)
    return _scored(right)


def score_of_network(quiz: Quiz, right: NDArray[np.bool_]) -> QuizScore:
    """Score a network on the same questions.

    Parameters
    ----------
    quiz : Quiz
        Only what the person has answered so far counts.
    right : ndarray of bool, shape (test images,)
        Which test images the network reads right.
    """
    return _scored(right[list(quiz.indices[: len(quiz.answers)])])


def against_claim(score: QuizScore) -> Standing:
    """Say what a score tells of the claim: only an interval that leaves it out speaks."""
    low, high = CLAIM
    if score.high < low:
        return "below"
    if score.low > high:
        return "above"
    return "within" if low <= score.low and score.high <= high else "open"


def save(quiz: Quiz, path: Path) -> None:
    """Keep a quiz that may be resumed later, beside those about other data sets."""
    others = [kept for kept in _kept(path) if kept.data_fingerprint != quiz.data_fingerprint]
    text = json.dumps({"quizzes": [asdict(kept) for kept in (quiz, *others)][:MOST_KEPT]})

    def write(file: BinaryIO) -> None:
        file.write(text.encode())

    write_atomically(path, write)


def resume(path: Path, dataset: Dataset) -> Quiz | None:
    """Return the quiz about this data set that was kept, if there is one."""
    for quiz in _kept(path):
        if quiz.data_fingerprint == dataset.fingerprint:
            known = max(quiz.indices) < len(dataset.test_labels)
            known = known and max(quiz.answers, default=0) < len(dataset.classes)
            return quiz if known else None
    return None


def _kept(path: Path) -> list[Quiz]:
    try:
        data = json.loads(read_text(path, _MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        # A quiz is a game: one that cannot be read is simply begun anew.
        return []
    # The first version kept one quiz only.
    listed = data.get("quizzes", [data]) if isinstance(data, dict) else []
    quizzes = (_quiz(each) for each in listed) if isinstance(listed, list) else ()
    return [quiz for quiz in quizzes if quiz is not None]


def _quiz(data: Any) -> Quiz | None:
    """Return the quiz that this says; None where it is none."""
    if not isinstance(data, dict) or not isinstance(data.get("data_fingerprint"), str):
        return None
    indices, answers = data.get("indices"), data.get("answers")
    if not (_are_numbers(indices, 2**31) and _are_numbers(answers, MOST_CLASSES)):
        return None
    quiz = Quiz(data["data_fingerprint"], tuple(indices), tuple(answers))
    return quiz if quiz.indices and len(quiz.answers) <= len(quiz.indices) else None


def _are_numbers(values: Any, below: int) -> TypeGuard[list[int]]:
    return (
        isinstance(values, list)
        and len(values) <= QUESTIONS
        and all(type(value) is int and 0 <= value < below for value in values)
    )


def _scored(right: NDArray[np.bool_]) -> QuizScore:
    low, high = wilson(int(right.sum()), right.size) if right.size else (0.0, 1.0)
    return QuizScore(int(right.sum()), right.size, low, high)
