"""The session: the desks together, the lanes they share, and the end of both."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.home import Home
from gui.jobs import Job, Lane
from gui.preferences import Preferences
from gui.session.answers import AnswersDesk, SplitAnswers
from gui.session.data import DataDesk
from gui.session.desk import Desk
from gui.session.drawings import DrawingsDesk
from gui.session.fine_tuning import FineTuningDesk
from gui.session.kept_training import KeptResult
from gui.session.neighbours import NeighboursDesk
from gui.session.networks import NetworksDesk
from gui.session.opinions import OpinionsDesk
from gui.session.own_hand import OwnHandDesk
from gui.session.quiz import QuizDesk
from gui.session.reading import ReadingDesk
from gui.session.runs import RunsDesk
from gui.session.training import TrainingDesk


class Session(QObject):
    """The one shared state of the window.

    Signals:
        failed: Any exception of any desk; the main window shows it.
    """

    failed = Signal(object)

    def __init__(
        self, home: Home, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.home = home
        self.preferences = preferences
        # A download takes minutes: "data" is a lane of its own beside "files".
        # Only what is asked of the pad is as urgent as the window itself.
        names = ("train", "score", "read", "files", "data")
        self.lanes = {name: Lane(name, yielding=name != "read") for name in names}
        train, score, read, files, data = self.lanes.values()
        self.data = DataDesk(home, preferences, data, self)
        self.networks = NetworksDesk(preferences, files, self)
        self.training = TrainingDesk(home.runs, self.data, self.networks, train, self)
        self.reading = ReadingDesk(self.networks, read, self)
        self.drawings = DrawingsDesk(files, self)
        self.neighbours = NeighboursDesk(self.data, files, self)
        self.opinions = OpinionsDesk(home.runs, self.networks, files, self)
        self.own_hand = OwnHandDesk(home, self.networks, files, self)
        self.fine_tuning = FineTuningDesk(
            home, self.data, self.networks, self.training, lane=train, parent=self
        )
        self.answers = AnswersDesk(self.data, self.networks, score, self)
        self.runs = RunsDesk(home.runs, self.training, self.networks, files, self)
        self.quiz = QuizDesk(home, self.data, self.answers, files, self)
        for desk in self.findChildren(Desk):
            desk.failed.connect(self.failed)
        self.training.kept.connect(self._on_training_kept)

    def warm_up(self) -> Job:
        """Load TensorFlow, so that the first training starts at once; give the job."""
        job = self.lanes["train"].submit(lambda _report, _stop: _load_tensorflow())
        job.failed.connect(self.failed)
        return job

    def close(self) -> bool:
        """Stop all work, wait for it, save the settings; give whether all work ended."""
        for lane in self.lanes.values():
            lane.stop()
        ended = [lane.close() for lane in self.lanes.values()]
        self.preferences.save()
        return all(ended)

    def _on_training_kept(self, kept: KeptResult) -> None:
        """Show the answers that the training gave anyway, or ask where it gave only some."""
        opened, given = self.networks.current, kept.result.test_answers
        if opened is None or opened.network is not kept.result.network:
            return
        if kept.dataset is not self.data.current:
            return
        if given is not None and len(given.digits) == len(kept.dataset.test_labels):
            self.answers.take(SplitAnswers(opened, kept.dataset, "test", given))
        else:
            self.answers.ask("test")


def _load_tensorflow() -> None:
    from core.training.tensorflow_loading import load

    load()
