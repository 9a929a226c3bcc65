"""Work off the GUI thread: the only module that starts threads.

A *worker* is one thread with a queue: what must not run at the same time shares a
worker, and that is the whole locking strategy. A *job* is a plain function on its way
through a worker; its reports, result and error come back as signals in the GUI thread.
`LatestOnly` is a worker for questions of which only the newest matters.

Work is handed a `report` function and a `Stop`; it looks at the stop often and raises
`core.errors.Cancelled` (or returns early) when it is set. Nothing is ever terminated.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from core.errors import Cancelled

Work: TypeAlias = Callable[[Callable[[object], None], threading.Event], Any]
"""``work(report, stop)``: `report` may be called from the worker with any frozen record."""


_NICENESS = 10


class Job(QObject):
    """One piece of work for a worker.

    Signals (all arrive in the GUI thread, in the order in which the work caused them):
        reported: What the work handed to `report`.
        finished: Its return value.
        cancelled: It was stopped before it had a result.
        failed: The exception that it raised.
        ended: After any of the three above, with the job itself; nothing follows.

    Do not connect a lambda that captures the job: the connection would keep it alive.
    """

    reported = Signal(object)
    finished = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    ended = Signal(object)

    _arrived = Signal(str, object)

    def __init__(self, work: Work, stop: threading.Event | None = None) -> None:
        super().__init__()
        self._work = work
        self._stop = stop or threading.Event()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def stopping(self) -> bool:
        """Whether the job was asked to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the work to stop; it ends soon, and `ended` says when."""
        self._stop.set()

    def run(self) -> None:
        """Do the work in the calling (worker) thread."""
        try:
            if self._stop.is_set():
                raise Cancelled
            # Taken out, so that what it captured is freed with it.
            work, self._work = self._work, _done
            result = work(self._report, self._stop)
        except Cancelled:
            self._arrived.emit("cancelled", None)
        except BaseException as error:  # noqa: BLE001 - the one door through which errors come out
            self._arrived.emit("failed", error)
        else:
            self._arrived.emit("finished", result)

    def _report(self, record: object) -> None:
        self._arrived.emit("reported", record)

    def _deliver(self, kind: str, value: object) -> None:
        if kind == "reported":
            self.reported.emit(value)
            return
        if kind == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, kind).emit(value)
        self.ended.emit(self)


def _done(_report: Callable[[object], None], _stop: threading.Event) -> None:
    raise RuntimeError("a job runs once")


class Worker:
    """One worker thread that does its jobs one after another.

    Parameters
    ----------
    name : str
        The thread's name begins with ``inkling-`` and ends with it.
    yielding : bool
        Leave the processor to the window and to other workers where both want it.
    """

    def __init__(self, name: str, *, yielding: bool = False) -> None:
        self._name = name
        self._yielding = yielding
        self._jobs: deque[Job] = deque()
        self._current: Job | None = None
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None
        # A job must outlive its queued signals, and be destroyed in the GUI thread: it is
        # kept here until the worker has let go of it.
        self._undelivered: set[Job] = set()
        self._delivered: set[Job] = set()

    def submit(self, work: Work, stop: threading.Event | None = None) -> Job:
        """Queue the work and return its job; connect its signals before the next event.

        `stop` is the event that the work looks at, where the caller needs it too. A worker
        that is closed takes the work and does not do it: late signals may still ask.
        """
        job = Job(work, stop)
        job.ended.connect(self._on_delivered)
        self._undelivered.add(job)
        with self._changed:
            if self._closed:
                job.stop()
                return job
            self._jobs.append(job)
            if self._thread is None:
                # Daemonic, so that a hanging library cannot keep a closed program alive;
                # close() waits for it all the same.
                self._thread = threading.Thread(
                    target=self._loop, name=f"inkling-{self._name}", daemon=True
                )
                self._thread.start()
            self._changed.notify()
        return job

    def stop(self) -> None:
        """Ask every job to stop, and take no more."""
        with self._changed:
            self._closed = True
            for job in (*self._jobs, *((self._current,) if self._current else ())):
                job.stop()
            self._changed.notify()

    def close(self, timeout_s: float = 30.0) -> bool:
        """Stop every job and wait for the thread to end; give whether it did."""
        self.stop()
        if self._thread is None:
            return True
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _on_delivered(self, job: Job) -> None:
        self._undelivered.discard(job)
        self._delivered.add(job)
        with self._changed:
            self._delivered = {job for job in self._delivered if job is self._current}

    def _loop(self) -> None:
        if self._yielding:
            _be_nice()
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs or self._closed)
                if not self._jobs:
                    return
                self._current = self._jobs.popleft()
            self._current.run()
            with self._changed:
                self._current = None


def _be_nice() -> None:
    """Lower the priority of this thread, and of those that a library starts from it."""
    # Only Linux has a priority for each thread; elsewhere this would slow the window too.
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


class LatestOnly(QObject):
    """Questions of which only the newest matters: while one is answered, one waits.

    Signals:
        answered: The answer to a question; skipped questions are never answered.
        failed: The exception that a question raised.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._running: Job | None = None
        self._waiting: Callable[[], object] | None = None

    def ask(self, question: Callable[[], object]) -> None:
        """Answer `question` as soon as the one before is done, unless a newer one comes."""
        self._waiting = question
        if self._running is None:
            self._next()

    def _next(self) -> None:
        question, self._waiting = self._waiting, None
        if question is None:
            return
        job = self._running = self._worker.submit(lambda _report, _stop: question())
        job.finished.connect(self.answered)
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._running = None
        self._next()
