"""Stop, pause or change the learning rate of running work from another thread."""

from __future__ import annotations

import threading


class Control:
    """Wishes of the person, read by the training between two chunks of steps.

    Setting is safe from any thread; nothing here waits except `wait_while_paused`.

    Parameters
    ----------
    stop : threading.Event, optional
        The event that means "stop"; a job hands over its own.
    """

    def __init__(self, stop: threading.Event | None = None) -> None:
        self._stop = stop or threading.Event()
        self._resumed = threading.Event()
        self._resumed.set()
        self._learning_rate: float | None = None

    @property
    def stop_requested(self) -> bool:
        """Whether the work should end as soon as it can."""
        return self._stop.is_set()

    @property
    def paused(self) -> bool:
        """Whether the work should wait."""
        return not self._resumed.is_set()

    def stop(self) -> None:
        """Ask the work to end; a paused work ends too."""
        self._stop.set()

    def pause(self) -> None:
        """Ask the work to wait at the next chunk."""
        self._resumed.clear()

    def resume(self) -> None:
        """Let a paused work go on."""
        self._resumed.set()

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use this learning rate from the next chunk on."""
        self._learning_rate = learning_rate

    def take_learning_rate(self) -> float | None:
        """Return a learning rate that was wished for since the last call, else None."""
        wish, self._learning_rate = self._learning_rate, None
        return wish

    def wait_while_paused(self) -> None:
        """Return at once when not paused, else when resumed or stopped."""
        while not self._resumed.wait(0.05):
            if self._stop.is_set():
                return
