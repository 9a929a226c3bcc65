"""Lets the window go on until something holds, as it does when a person sits before it.

`QTest.qWait` keeps Python to itself while it waits, so that a training in another thread
hardly moves; an event loop of Qt's own lets the other threads work.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer


def turn_until(
    holds: Callable[[], bool], *, every_ms: int = 10, longest_s: float = 3_600
) -> float:
    """Run the event loop until `holds` is true; return the seconds that it took.

    Raises
    ------
    TimeoutError
        If it does not hold after `longest_s` seconds.
    """
    began = time.perf_counter()
    if holds():
        return 0.0
    loop, timer = QEventLoop(), QTimer(interval=every_ms)

    def look() -> None:
        if holds() or time.perf_counter() - began > longest_s:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if not holds():
        raise TimeoutError
    return time.perf_counter() - began
