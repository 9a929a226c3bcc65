"""The quiz service: the questions in hand, kept on disk after each answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.errors import InklingError
from core.evaluation import quiz as quizzes
from core.evaluation.quiz import Quiz, QuizScore
from core.home import Home
from core.records import DIGITS, Dataset
from gui.jobs import Worker
from gui.session.data import DataService
from gui.session.predictions import PredictionsService, SplitPredictions
from gui.session.service import Service

MOST_RUNS = 5
"""So many of the best kept runs stand beside the person."""


class QuizService(Service):
    """One quiz at a time, about the test images of the data set in use.

    One about other data is kept meanwhile, and is back with them.

    Signals:
        changed: The `Quiz` after an answer or a new beginning; None without data.
        network_changed: The network's answers to the same questions are known, or gone.
    """

    changed = Signal(object)
    network_changed = Signal()

    def __init__(
        self,
        home: Home,
        data: DataService,
        predictions: PredictionsService,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = home.quiz_file
        self._folder = home.runs
        self._runs: tuple[tuple[str, NDArray[np.bool_]], ...] = ()
        self._shipped: NDArray[np.bool_] | None = None
        self._data = data
        self._predictions = predictions
        self._worker = worker
        self._current: Quiz | None = None
        data.changed.connect(self._on_data_changed)
        predictions.changed.connect(self._on_predictions_changed)

    @property
    def current(self) -> Quiz | None:
        """The quiz that is being answered, or was; None without data."""
        return self._current

    def begin(self) -> None:
        """Ask new questions; the answers so far are dropped."""
        dataset = self._data.current
        if dataset is None:
            return
        try:
            self._set(quizzes.begin(dataset, np.random.default_rng()))
        except InklingError as error:
            self.failed.emit(error)

    def answer(self, digit: int) -> None:
        """Answer the current question."""
        if self._current is not None:
            self._set(self._current.answered(digit))

    def take_back(self) -> None:
        """Ask the question that was answered last once more."""
        if self._current is not None and self._current.answers:
            self._set(self._current.taken_back())

    @property
    def network_said(self) -> int | None:
        """What the network in use reads in the image that was answered last, if known."""
        known, quiz = self._known_answers(), self._current
        if known is None or quiz is None or not quiz.answers:
            return None
        return int(known.predictions.digits[quiz.indices[len(quiz.answers) - 1]])

    @property
    def score(self) -> QuizScore | None:
        """The person's score so far."""
        dataset = self._data.current
        if self._current is None or dataset is None:
            return None
        # Others may ask in the moment between other data and their quiz.
        if self._current.data_fingerprint != dataset.fingerprint:
            return None
        return quizzes.score(self._current, dataset.test_labels)

    @property
    def run_scores(self) -> tuple[tuple[str, QuizScore], ...]:
        """The names of kept runs with their scores on the same questions, best first."""
        if self.score is None or self._current is None:
            return ()
        quiz = self._current
        scores = [(name, quizzes.score_of_network(quiz, right)) for name, right in self._runs]
        return tuple(sorted(scores, key=lambda named: -named[1].right)[:MOST_RUNS])

    @property
    def shipped_score(self) -> QuizScore | None:
        """The score of the network that comes with Inkling, once it has answered."""
        if self.score is None or self._current is None or self._shipped is None:
            return None
        return quizzes.score_of_network(self._current, self._shipped)

    @property
    def network_score(self) -> QuizScore | None:
        """The score of the network in use on the same questions, where that is known."""
        known = self._known_answers()
        if self._current is None or known is None:
            return None
        right = known.predictions.digits == known.dataset.test_labels
        return quizzes.score_of_network(self._current, right)

    def _known_answers(self) -> SplitPredictions | None:
        """Return the answers of the network in use to the images that are asked of."""
        known, quiz = self._predictions.current, self._current
        if quiz is None or known is None or known.split != "test":
            return None
        return known if quiz.data_fingerprint == known.dataset.fingerprint else None

    def ask_network(self) -> None:
        """Let the network in use answer too."""
        self._predictions.ask("test")

    def _set(self, quiz: Quiz) -> None:
        self._take(quiz)
        self._watch(self._worker.submit(lambda: quizzes.save(quiz, self._path)))
        self.changed.emit(quiz)

    def _take(self, quiz: Quiz) -> None:
        """Go on with a quiz; to new questions the shipped network gives its answers too."""
        before, dataset = self._current, self._data.current
        self._current = quiz
        if dataset is None or (before is not None and before.indices == quiz.indices):
            return
        self._shipped = None
        if dataset.classes != DIGITS:
            return
        job = self._watch(self._worker.submit(lambda: _read_by_shipped(quiz, dataset)))
        job.then(lambda right: self._on_shipped_read(quiz, right))

    def _on_shipped_read(self, quiz: Quiz, right: NDArray[np.bool_]) -> None:
        if self._current is not None and self._current.indices == quiz.indices:
            self._shipped = right
            self.network_changed.emit()

    def _on_data_changed(self, dataset: Dataset) -> None:
        self._current = None
        self._runs = ()
        kept = self._watch(self._worker.submit(lambda: _right_answers(self._folder, dataset)))
        kept.then(self._on_runs_read)
        job = self._watch(self._worker.submit(lambda: quizzes.resume(self._path, dataset)))
        job.then(self._on_resumed)
        self.changed.emit(None)

    def _on_resumed(self, quiz: Quiz | None) -> None:
        dataset = self._data.current
        if quiz is None or dataset is None or self._current is not None:
            return
        # Data that came later has a reading of its own.
        if quiz.data_fingerprint == dataset.fingerprint:
            self._take(quiz)
            self.changed.emit(quiz)

    def _on_runs_read(self, known: _RunAnswers) -> None:
        dataset = self._data.current
        if dataset is None or known.data_fingerprint != dataset.fingerprint:
            return
        self._runs = known.right
        self.network_changed.emit()

    def _on_predictions_changed(self, _predictions: object) -> None:
        self.network_changed.emit()


@dataclass(frozen=True, eq=False)
class _RunAnswers:
    """For each finished run on some data, which test images its network reads right."""

    data_fingerprint: str
    right: tuple[tuple[str, NDArray[np.bool_]], ...]


def _read_by_shipped(quiz: Quiz, dataset: Dataset) -> NDArray[np.bool_]:
    """Return which test images the shipped network reads right, of those that are asked."""
    from core.networks.forward import forward
    from core.networks.shipped import shipped_network

    asked = list(quiz.indices)
    right = np.zeros(len(dataset.test_labels), np.bool_)
    digits = forward(shipped_network(), dataset.test_images[asked]).digits
    right[asked] = digits == dataset.test_labels[asked]
    return right


def _right_answers(folder: Path, dataset: Dataset) -> _RunAnswers:
    from core.runs.store import RunStore

    store = RunStore(folder)
    runs = [r for r in store.runs() if r.data_fingerprint == dataset.fingerprint]
    answers = ((f"{run.name} #{run.id}", store.answers_right(run.id)) for run in runs)
    images = len(dataset.test_labels)
    right = tuple(
        (name, right) for name, right in answers if right is not None and len(right) == images
    )
    return _RunAnswers(dataset.fingerprint, right)
