"""What the window follows: a training by a recipe, or a lesson; all that it asks of either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from core.data.facts import DataFacts
from core.diagnosis.finding import Finding
from core.layers import NetworkSpec
from core.probes import Probe
from core.recipes.published import PublishedRun
from core.records import Dataset, EarlyStopping, Ending, EpochReport, Outcome, Score
from core.reproduction.verdicts import JudgedValue

LossLevel: TypeAlias = Literal["guessing", "clipped"]
"""A loss with a meaning of its own: that of guessing, and the most that a clipped one is."""


@dataclass(frozen=True)
class Measured:
    """One training as far as it has come.

    Parameters
    ----------
    test : Score or None
        Of the trained network, once there is one.
    ending : str or None
        How it ended; None while it runs.
    """

    epochs: tuple[EpochReport, ...] = ()
    test: Score | None = None
    ending: Ending | None = None


class Experiment(Protocol):
    """What is trained, and how what it gives is shown and judged."""

    @property
    def name(self) -> str:
        """Short, as on the command line."""

    @property
    def network(self) -> NetworkSpec:
        """The layers."""

    @property
    def epochs(self) -> int:
        """How many it trains."""

    @property
    def early_stopping(self) -> EarlyStopping | None:
        """By what its best epoch is the best."""

    @property
    def validates_on_test(self) -> bool:
        """Whether the figures of its validation are those of the test images."""

    @property
    def loss_levels(self) -> tuple[LossLevel, ...]:
        """What its loss is compared with in the plot."""

    @property
    def by_form(self) -> bool:
        """Whether the recipe's form has a say in it."""

    @property
    def stored(self) -> bool:
        """Whether it is kept as a run."""

    def published_on(self, dataset: Dataset) -> PublishedRun | None:
        """Return what a text printed for it, if it is worth a look beside these data."""

    def applies_to(self, dataset: Dataset) -> bool:
        """Return whether what was printed is of these data."""

    def judge(self, runs: Sequence[Measured], *, comparable: bool) -> tuple[JudgedValue, ...]:
        """Set what was measured beside what was printed.

        Parameters
        ----------
        runs : sequence of Measured
            At least one; several are seeds of the same experiment.
        comparable : bool
            Whether what was printed is of the data that they were trained on; if not, each
            value says why there is no verdict.
        """

    def findings(
        self,
        epochs: tuple[EpochReport, ...],
        outcome: Outcome | None,
        *,
        facts: DataFacts | None = None,
        start: Probe | None = None,
    ) -> tuple[Finding, ...]:
        """Say what strikes in these epochs, and, where there is one, in the outcome.

        Parameters
        ----------
        facts : DataFacts, optional
            What the data shows.
        start : Probe, optional
            The look before the first step.
        """
