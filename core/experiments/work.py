"""What a worker does: one training, told home epoch by epoch. Runs in a process of its own."""

from __future__ import annotations

import time
from collections.abc import Callable

from core.control import Control
from core.errors import InklingError, TrainingError
from core.experiments.messages import Ended, EpochDone, Failed, Message, Told, Wish, Work
from core.records import Dataset, EpochReport, Network, Progress, Report, TrainingState

PROGRESS_S = 0.5
"""At most one report of the progress in so many seconds: nobody watches eight closely."""

Tell = Callable[[Message], None]
Hear = Callable[[], Wish | None]


class DistantControl(Control):
    """A control whose wishes come from another process: it listens whenever it is asked.

    Parameters
    ----------
    hear : callable
        Gives the next wish, None if there is none; must be quick.
    """

    def __init__(self, hear: Hear) -> None:
        super().__init__()
        self._hear = hear

    @property
    def stopped(self) -> bool:
        """Whether the work should end as soon as it can."""
        self.listen()
        return super().stopped

    def wait_while_paused(self) -> None:
        """Return at once when not paused, else when resumed or stopped."""
        self.listen()
        super().wait_while_paused()

    def listen(self) -> None:
        """Do what was asked for since the last time."""
        while (wish := self._hear()) is not None:
            {"pause": self.pause, "resume": self.resume, "stop": self.stop}[wish]()


def perform(work: Work, dataset: Dataset, tell: Tell, hear: Hear) -> None:
    """Train, and tell everything home; whatever goes wrong is told too."""
    try:
        tell(_trained(work, dataset, _Teller(work, tell), DistantControl(hear)))
    except InklingError as error:
        tell(Failed(work.key, error))
    except MemoryError:
        tell(Failed(work.key, _out_of_memory()))
    except Exception as error:  # noqa: BLE001 - the asking process decides what it means
        tell(Failed(work.key, _unexpected(error)))


class _Teller:
    """Tells reports home: each epoch with its state, progress not too often."""

    def __init__(self, work: Work, tell: Tell) -> None:
        self._work, self._tell = work, tell
        self._state: TrainingState | None = None
        self._network: Network | None = None
        self._last = 0.0

    def checkpoint(self, state: TrainingState, network: Network) -> None:
        # Without an average the network is the state's own: it need not travel twice.
        averaged = self._work.recipe.weight_average > 0
        self._state, self._network = state, network if averaged else None

    def report(self, report: Report) -> None:
        if isinstance(report, EpochReport):
            assert self._state is not None
            self._tell(EpochDone(self._work.key, report, self._state, self._network))
            return
        if isinstance(report, Progress):
            now = time.monotonic()
            if now - self._last < PROGRESS_S:
                return
            self._last = now
        self._tell(Told(self._work.key, report))


def _trained(work: Work, dataset: Dataset, teller: _Teller, control: Control) -> Ended:
    from core.training.tensorflow_loading import load

    load(work.threads)
    from core.training.train import train

    result = train(
        work.recipe,
        dataset,
        report=teller.report,
        control=control,
        start=work.start,
        earlier=work.earlier,
        checkpoint=teller.checkpoint,
    )
    return Ended(work.key, result)


def _out_of_memory() -> InklingError:
    return TrainingError("There is not enough memory for this.", "Try it with less data.")


def _unexpected(error: Exception) -> InklingError:
    # Not the error itself: it may hold what cannot be pickled.
    return TrainingError(
        "Something unexpected happened: {said}",
        said=f"{type(error).__name__}: {' '.join(str(error).split())[:300]}",
    )
