"""Cyclic garbage goes in the GUI thread, whoever made it."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from gui.jobs import Worker
from gui.startup.garbage import GuiThreadCollector


@pytest.fixture
def collector(qapp):
    collector = GuiThreadCollector()
    collector.start()
    yield collector
    collector.stop()
    gc.unfreeze()
    assert gc.isenabled()


class Ring:
    """Holds itself and a QObject, and says in which thread it goes."""

    def __init__(self, gone: list[object]) -> None:
        self.me = self
        self.object = QObject()
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread())


def allocate() -> None:
    """Make enough objects to start the automatic collector many times."""
    kept = []
    for _ in range(20_000):
        kept.append([])


def test_a_busy_worker_does_not_destroy_what_the_window_made(qtbot, collector):
    gone, worker = [], Worker("test")
    Ring(gone)
    with qtbot.waitSignal(worker.submit(allocate).ended):
        pass
    assert gone == []
    kept = [[] for _ in range(2000)]
    qtbot.waitUntil(lambda: len(gone) == 1, timeout=5000)
    assert len(kept) == 2000
    assert gone == [threading.main_thread()]
    assert worker.close()


def test_nothing_is_collected_while_held(qtbot, collector):
    gone = []
    collector.hold()
    Ring(gone)
    allocate()
    assert gone == []
    collector.collect_all()
    assert len(gone) == 1


def test_what_the_first_held_import_made_is_frozen_once(collector):
    collector.hold()
    collector.release()
    frozen = gc.get_freeze_count()
    assert frozen > 0
    collector.hold()
    collector.release()
    assert gc.get_freeze_count() <= frozen


def test_a_full_pass_frees_what_was_let_go(collector):
    ring = Ring([])
    watched = weakref.ref(ring)
    del ring
    collector.collect_all()
    assert watched() is None
