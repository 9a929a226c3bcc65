"""The published figures beside those of the training that is followed."""

from __future__ import annotations

from collections.abc import Sequence

from core.records import EpochReport, Outcome
from core.reproduction.experiment import Experiment, Measured
from gui.pages.train.run.published_table import PublishedTable
from gui.theme import Theme


class RunPublished(PublishedTable):
    """Judges one training after another as it goes, and seeds of one recipe together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._experiment: Experiment | None = None
        self._comparable = False

    def begin(self, experiment: Experiment, *, comparable: bool) -> None:
        """Judge this training from now on.

        Parameters
        ----------
        comparable : bool
            Whether what was printed is of the data that it trains on.
        """
        self._experiment, self._comparable = experiment, comparable

    def judge(self, epochs: tuple[EpochReport, ...], outcome: Outcome | None = None) -> None:
        """Show the verdicts on what was measured so far."""
        ended = Measured(epochs) if outcome is None else _measured(outcome, epochs)
        self._judge([ended])

    def judge_seeds(self, outcomes: Sequence[Outcome]) -> None:
        """Show the verdicts on several seeds of the recipe together."""
        self._judge([_measured(outcome, outcome.epochs) for outcome in outcomes])

    def _judge(self, runs: Sequence[Measured]) -> None:
        if self._experiment is not None:
            self.show_judged(self._experiment.judge(runs, comparable=self._comparable))


def _measured(outcome: Outcome, epochs: tuple[EpochReport, ...]) -> Measured:
    return Measured(epochs, outcome.test, outcome.ended)
