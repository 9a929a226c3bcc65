"""The published figures beside those of the training that is followed."""

from __future__ import annotations

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
        self._seeds: list[Measured] = []

    def begin(self, experiment: Experiment, turn: tuple[int, int], *, comparable: bool) -> None:
        """Judge this training from now on.

        Parameters
        ----------
        turn : tuple of two int
            Which of how many seeds it is; the verdicts are on all that have ended.
        comparable : bool
            Whether what was printed is of the data that it trains on.
        """
        self._experiment, self._comparable = experiment, comparable
        if turn[0] == 1:
            self._seeds = []

    def judge(self, epochs: tuple[EpochReport, ...], outcome: Outcome | None = None) -> None:
        """Show the verdicts on what was measured so far."""
        if self._experiment is None:
            return
        if outcome is not None and not (outcome.ended == "stopped" and self._seeds):
            # (A seed that was cut short would cut the others short.)
            self._seeds.append(Measured(epochs, outcome.test, outcome.ended))
        runs = self._seeds or [Measured(epochs)]
        self.show_judged(self._experiment.judge(runs, comparable=self._comparable))
