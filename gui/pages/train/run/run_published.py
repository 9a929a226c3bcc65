"""The published figures beside those of the training that is followed."""

from __future__ import annotations

from core.records import EpochReport, Recipe, RunResult
from core.reproduction.compare import WHOLE_MNIST, Measured, judge
from core.reproduction.scratch_training import Lesson, LessonResult, judge_lesson
from gui.pages.train.run.published_table import PublishedTable
from gui.theme import Theme


class RunPublished(PublishedTable):
    """Judges one training after another as it goes, and seeds of one recipe together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._recipe: Recipe | Lesson | None = None
        self._split_sizes = WHOLE_MNIST
        self._seeds: list[Measured] = []

    def begin(
        self, recipe: Recipe | Lesson, split_sizes: tuple[int, int], turn: tuple[int, int]
    ) -> None:
        """Judge this training from now on.

        Parameters
        ----------
        splits : tuple of two int
            How many training and test images there are.
        turn : tuple of two int
            Which of how many seeds it is; the verdicts are on all that have ended.
        """
        self._recipe, self._split_sizes = recipe, split_sizes
        if turn[0] == 1:
            self._seeds = []

    def judge(
        self, epochs: tuple[EpochReport, ...], result: RunResult | LessonResult | None = None
    ) -> None:
        """Show the verdicts on what was measured so far."""
        if isinstance(self._recipe, Lesson):
            self.show_judged(judge_lesson(self._recipe, epochs, self._split_sizes))
        elif self._recipe is not None:
            if result is not None and not (result.ended == "stopped" and self._seeds):
                # (A seed that was cut short would cut the others short.)
                self._seeds.append(Measured(epochs, result.test, result.ended))
            runs = self._seeds or [Measured(epochs)]
            self.show_judged(judge(self._recipe, runs, self._split_sizes))
