"""What happens after the first paint, one after another.

Two threads that run Python at once only hinder each other, and the window most of all. So
there is one chain: a worker reads the network that was used last; a worker reads the data
set; PySide's classes are made here, a few each turn of the event loop; a worker imports
pyqtgraph and what pages need of the core; the pages are imported, made and given their
plots here, one each turn; at last a worker imports TensorFlow.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer

from core.records import Phase
from gui.startup.garbage import GuiThreadCollector
from gui.window.main_window import MainWindow

SLICE_S = 0.004
"""How long one turn may take, where the work can be cut."""

PAUSE_MS = 6
"""Between two turns: two that follow at once are one long turn for whoever waits."""

_MODULES = (
    "pyqtgraph",
    "core.augmentation.augment",
    "core.data.summary",
    "core.diagnosis.findings",
    "core.evaluation.mistakes",
    "core.networks.inside",
    "core.reproduction.compare",
    "core.reproduction.scratch_training",
    "core.recipes.published",
    "core.recipes.recipe_file",
    "core.recipes.catalogue",
    "core.runs.overview",
)
"""What takes long to import and makes no Qt object; the pages then find it there."""

_QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest")


class WarmUp(QObject):
    """The chain; `begin` starts it."""

    def __init__(self, window: MainWindow, collector: GuiThreadCollector) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._collector = collector

    def begin(self) -> None:
        """Start with the network: the pad waits for it."""
        for service in (self._session.training, self._session.fine_tuning):
            service.phase_changed.connect(self._on_phase)
            service.ended.connect(self._collector.collect_all)
        self._session.networks.open_best().ended.connect(self._read_data)

    def _read_data(self) -> None:
        self._session.data.idle.connect(
            self._make_classes, Qt.ConnectionType.SingleShotConnection
        )
        self._session.data.open_best()

    def _make_classes(self) -> None:
        self._take_turns(make_classes(), self._import_modules)

    def _import_modules(self) -> None:
        job = self._session.load_modules(_MODULES)
        job.ended.connect(self._make_pages)
        job.ended.connect(self._session.runs.look_for_interrupted)
        job.ended.connect(self._session.runs.look_for_last)
        job.ended.connect(self._session.runs.back_up)

    def _make_pages(self) -> None:
        self._take_turns(self._window.make_pages(with_plots=True), self._load_tensorflow)

    def _load_tensorflow(self) -> None:
        self._collector.hold()
        self._session.load_tensorflow().ended.connect(self._collector.release)

    def _on_phase(self, phase: Phase) -> None:
        """Know of a training that loads TensorFlow itself, because it begins so early."""
        if phase.name == "loading":
            self._collector.hold()
        else:
            self._collector.release()

    def _take_turns(self, steps: Iterator[None], then: Callable[[], None]) -> None:
        """Take one step in each turn of the event loop, and go on with `then`."""
        try:
            next(steps)
        except StopIteration:
            then()
        else:
            QTimer.singleShot(PAUSE_MS, lambda: self._take_turns(steps, then))


def make_classes() -> Iterator[None]:
    """Let PySide make its classes, in small steps.

    It makes each when it is first asked for, which is not safe while another thread does
    the same: importing pyqtgraph, which asks for all of them, in a worker could crash.
    """
    ends = time.perf_counter() + SLICE_S
    for module_name in _QT_MODULES:
        module = importlib.import_module(f"PySide6.{module_name}")
        for name in dir(module):
            getattr(module, name)
            if time.perf_counter() > ends:
                yield
                ends = time.perf_counter() + SLICE_S
