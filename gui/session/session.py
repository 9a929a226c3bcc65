"""The session: the services together, the workers they share, and the end of both."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from core.home import Home
from gui.jobs import Job, Result, Worker
from gui.preferences import Preferences
from gui.session.augmented import AugmentedService
from gui.session.data import DataService
from gui.session.doctor import DoctorService
from gui.session.drawings import DrawingsService
from gui.session.evaluation_files import EvaluationFilesService
from gui.session.experiments import ExperimentsService
from gui.session.exports import ExportService
from gui.session.fine_tuning import FineTuningService
from gui.session.inside import InsideService
from gui.session.label_doubts import LabelDoubtsService
from gui.session.look_alikes import LookAlikesService
from gui.session.maps import MapsService
from gui.session.mistakes import MistakesService
from gui.session.neighbours import NeighboursService
from gui.session.networks import NetworksService
from gui.session.opinions import OpinionsService
from gui.session.own_hand import OwnHandService
from gui.session.predictions import PredictionsService, SplitPredictions
from gui.session.quiz import QuizService
from gui.session.recognition import RecognitionService
from gui.session.reviews import ReviewsService
from gui.session.robustness import RobustnessService
from gui.session.runs import RunsService
from gui.session.second_look import SecondLookService
from gui.session.service import Service
from gui.session.stored_training import StoredResult
from gui.session.summary import SummaryService
from gui.session.training import TrainingService
from gui.session.trials import TrialService
from gui.session.versus import VersusService


class Session(QObject):
    """The one shared state of the window.

    Signals:
        failed: The `BaseException` of any service; the main window shows it.
    """

    failed = Signal(object)

    def __init__(
        self, home: Home, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.home = home
        self.preferences = preferences
        # A download takes minutes: "data" is a worker of its own beside "files".
        # Only what is asked of the pad is as urgent as the window itself.
        names = ("train", "score", "read", "files", "data", "experiments")
        self._workers = {name: Worker(name, yielding=name != "read") for name in names}
        train, score, read, files, data, experiments = self._workers.values()
        self.data = DataService(home, preferences, data, self)
        self.networks = NetworksService(preferences, files, self)
        self.experiments = ExperimentsService(home.runs, self.data, files, experiments, self)
        self.training = TrainingService(
            home.runs, self.data, self.networks, self.experiments, worker=train, parent=self
        )
        self.recognition = RecognitionService(self.networks, read, self)
        self.drawings = DrawingsService(files, self)
        self.neighbours = NeighboursService(self.data, files, self)
        self.opinions = OpinionsService(home.runs, self.networks, files, self)
        self.own_hand = OwnHandService(home, self.networks, files, self)
        self.fine_tuning = FineTuningService(
            home, self.data, self.networks, self.training, worker=train, parent=self
        )
        self.predictions = PredictionsService(self.data, self.networks, score, self)
        self.trials = TrialService(self.data, self.networks, score, self)
        self.exports = ExportService(self.networks, score, self)
        self.mistakes = MistakesService(home.runs, self.data, self.predictions, files, self)
        self.label_doubts = LabelDoubtsService(
            home.doubts, self.data, self.training, worker=train, reader=files, parent=self
        )
        self.maps = MapsService(score, self)
        self.robustness = RobustnessService(home.robustness, score, self)
        self.second_look = SecondLookService(home.runs, score, self)
        self.look_alikes = LookAlikesService(self.data, files, self)
        self.reviews = ReviewsService(home.reviews, self.data, files, self)
        self.evaluation_files = EvaluationFilesService(files, self)
        self.inside = InsideService(self.networks, read, self)
        self.summary = SummaryService(self.data, score, self)
        self.augmented = AugmentedService(self.data, score, self)
        self.runs = RunsService(home.runs, self.training, self.networks, files, self)
        self.versus = VersusService(
            home.runs,
            self.networks,
            self.predictions,
            self.mistakes,
            self.runs,
            worker=score,
            parent=self,
        )
        self.doctor = DoctorService(self.data, files, self)
        self.quiz = QuizService(home, self.data, self.predictions, files, self)
        for service in self.findChildren(Service):
            service.failed.connect(self.failed)
        preferences.on_problem = self.failed.emit
        self.training.stored.connect(self._on_training_stored)

    def load_tensorflow(self) -> Job[None]:
        """Load TensorFlow, so that the first training starts at once; return the job."""
        return self._submit("train", _load_tensorflow)

    def load_modules(self, names: Sequence[str]) -> Job[None]:
        """Import modules that pages will need and that make no Qt object; return the job."""
        return self._submit("files", lambda: _import_all(names))

    def _submit(self, worker: str, function: Callable[[], Result]) -> Job[Result]:
        job = self._workers[worker].submit(function)
        job.failed.connect(self.failed)
        return job

    def close(self) -> bool:
        """Stop all work, wait for it, save the settings; give whether all work ended."""
        for worker in self._workers.values():
            worker.stop()
        ended = [worker.close() for worker in self._workers.values()]
        self.preferences.save()
        return all(ended)

    def _on_training_stored(self, stored: StoredResult) -> None:
        """Show the answers that the training gave anyway, or ask where it gave only some."""
        opened, given = self.networks.current, stored.result.test_predictions
        if opened is None or opened.network is not stored.result.network:
            return
        if stored.dataset is not self.data.current:
            return
        if given is not None and len(given.digits) == len(stored.dataset.test_labels):
            self.predictions.take(SplitPredictions(opened, stored.dataset, "test", given))
        elif len(stored.dataset.test_labels):
            self.predictions.ask("test")


def _import_all(names: Sequence[str]) -> None:
    for name in names:
        importlib.import_module(name)


def _load_tensorflow() -> None:
    from core.training.tensorflow_loading import load

    load()
