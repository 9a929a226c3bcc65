"""What passes between the asking process and its workers; all of it can be pickled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from core.probes import Probe
from core.records import (
    Earlier,
    EpochReport,
    Network,
    Phase,
    Progress,
    Recipe,
    RunResult,
    TrainingState,
)

Wish: TypeAlias = Literal["pause", "resume", "stop"]
"""What the person asks of the trainings that run."""


@dataclass(frozen=True, eq=False)
class Work:
    """One training, as a worker is handed it.

    Parameters
    ----------
    key : int
        By which its messages are told from others; the number of the training.
    recipe : Recipe
        What is trained, seed included.
    fingerprint : str
        Of the data, which the worker has, or finds.
    start, earlier : TrainingState or None, Earlier or None
        Where it goes on, and what is behind that.
    threads : int
        Of TensorFlow, in the worker's process.
    """

    key: int
    recipe: Recipe
    fingerprint: str
    start: TrainingState | None = None
    earlier: Earlier | None = None
    threads: int = 1


@dataclass(frozen=True)
class Told:
    """A report of a running training that is only shown, or a probe, which is kept too."""

    key: int
    report: Phase | Progress | Probe


@dataclass(frozen=True, eq=False)
class EpochDone:
    """A finished epoch with what it came to.

    `network` is what the training would give, where that is not the network of `state`.
    """

    key: int
    report: EpochReport
    state: TrainingState
    network: Network | None = None


@dataclass(frozen=True, eq=False)
class Ended:
    """A training that came to its end, or was stopped."""

    key: int
    result: RunResult


@dataclass(frozen=True, eq=False)
class Failed:
    """A training that raised an error; another try would raise it again."""

    key: int
    error: Exception


@dataclass(frozen=True)
class Died:
    """A worker that went away amid a training; `reason` says how, in English."""

    key: int
    reason: str


Message: TypeAlias = Told | EpochDone | Ended | Failed | Died


class Workers(Protocol):
    """Who trains: processes of this machine, or those of a cluster."""

    @property
    def size(self) -> int:
        """How many trainings run side by side."""

    def start(self, work: Work) -> None:
        """Hand a training to a worker that is free."""

    def wait(self, timeout_s: float) -> Sequence[Message]:
        """Return what came in, after so long at most; empty if nothing did.

        Raises
        ------
        InklingError
            If no worker can be reached any more.
        """

    def tell(self, wish: Wish) -> None:
        """Pass on a wish to all trainings that run."""

    def close(self) -> None:
        """End the workers; what they had not told is lost."""
