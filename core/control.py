"""Ask running work, from another thread, to stop, to wait or to change its learning rate.

`StopToken` is the one way in which work is asked to stop; `Control` is the token of a training,
which can be paused too. Whoever starts the work makes the token and keeps it; the work looks at
it often.
"""

from __future__ import annotations

import threading

from core.errors import Cancelled


class StopToken:
    """The wish that some work should end; safe to set and to read from any thread."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    @property
    def stopped(self) -> bool:
        """Whether the work should end as soon as it can."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Ask the work to end. A token that was stopped stays so."""
        self._stopped.set()

    def check(self) -> None:
        """Go on unless the work should end.

        Raises
        ------
        Cancelled
            If it should.
        """
        if self.stopped:
            raise Cancelled


class Control(StopToken):
    """Wishes of the person, read by a training between two chunks of steps.

    Setting is safe from any thread; nothing here waits except `wait_while_paused` and `check`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._resumed = threading.Event()
        self._resumed.set()
        self._learning_rate: float | None = None

    @property
    def paused(self) -> bool:
        """Whether the work should wait."""
        return not self._resumed.is_set()

    def pause(self) -> None:
        """Ask the work to wait at the next chunk; one that waits can still be stopped."""
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
            if self.stopped:
                return

    def check(self) -> None:
        """Wait while paused; then go on unless the work should end, as any token."""
        self.wait_while_paused()
        super().check()
