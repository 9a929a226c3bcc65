"""Work that waits to be stopped, and a token that counts how often it is looked at."""

from __future__ import annotations

import threading
from typing import NoReturn

from core.control import StopToken

_LONGEST_S = 30


class StopsAtCheck(StopToken):
    """A wish to stop that comes just before the n-th look at it; the first is number 1."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.checks = 0
        self._at = at

    def check(self) -> None:
        """Count, and raise from the n-th time on."""
        self.checks += 1
        if self.checks >= self._at:
            self.stop()
        super().check()


def wait_for_stop(token: StopToken) -> NoReturn:
    """Do nothing, as long work does, until the token is stopped; then raise as it does."""
    for _ in range(100 * _LONGEST_S):
        token.check()
        threading.Event().wait(0.01)
    raise AssertionError("nobody asked the work to stop")
