"""Handing on what a training reports, and not more often than a person can see."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from core.records import Report

REPORT_S = 0.05
"""At most one progress report in so many seconds."""


class Teller:
    """Hands on reports, progress not too often."""

    def __init__(self, say: Callable[[Report], None]) -> None:
        self.say = say
        self._last = -math.inf

    def due(self) -> bool:
        """Say whether it is time for another progress report, and count it as made."""
        now = time.perf_counter()
        if now - self._last < REPORT_S:
            return False
        self._last = now
        return True
