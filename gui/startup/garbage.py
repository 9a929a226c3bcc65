"""Python's cyclic garbage is collected in the GUI thread, and only there.

Left alone, the collector runs in whichever thread allocates most: a training would
destroy widgets from its own thread (Qt aborts), and with the million objects of
TensorFlow each full pass would stop the window for half a second. So the collector is
switched off and called from a timer, and what libraries made is frozen out of its sight.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class GuiThreadCollector(QObject):
    """Collects on a timer in the thread that made it, from `start` until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._collect)
        self._frozen = False
        self._thresholds = gc.get_threshold()

    def start(self) -> None:
        """Take over from the automatic collector."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Return the work back to the automatic collector."""
        self._timer.stop()
        gc.enable()

    def hold(self) -> None:
        """Collect nothing while a large library is imported: nearly all of it stays."""
        self._timer.stop()

    def release(self) -> None:
        """Go on; what the first held import made is left out of all later passes."""
        if self._timer.isActive():
            return
        if not self._frozen:
            gc.freeze()
            self._frozen = True
        self._timer.start()

    def collect_all(self) -> None:
        """Make a full pass, when something large was let go."""
        gc.collect()

    def _collect(self) -> None:
        youngest, middle, _oldest = gc.get_count()
        if middle > self._thresholds[1]:
            gc.collect(1)
        elif youngest > self._thresholds[0]:
            gc.collect(0)
