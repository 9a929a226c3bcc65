"""Work off the GUI thread: the only module that starts threads.

A *worker* is one thread with a queue: what must not run at the same time shares a
worker, and that is the whole locking strategy. A *job* is a function on its way through a
worker; its reports, result and error come back as signals in the GUI thread. `LatestOnly`
is a worker for questions of which only the newest matters.

Most functions are plain: `Worker.submit` takes them without arguments; asked to stop they do
not start, or their result is dropped. One that reports, or that can stop amid its work, goes
through `Worker.submit_reporting`: it is handed a `Report` and a `core.control.StopToken`,
looks at the token often, and raises `core.errors.Cancelled` (or returns what it has) when it
is set. Nothing is ever terminated.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from core.control import StopToken
from core.errors import Cancelled

Result = TypeVar("Result")
Token = TypeVar("Token", bound=StopToken)

Report: TypeAlias = Callable[[object], None]
"""May be called from the worker with any frozen record; it comes out of `Job.reported`."""

_NICENESS = 10


class Job(QObject, Generic[Result]):
    """One function on its way through a worker; `Result` is what it returns.

    Signals (all arrive in the GUI thread, in the order in which the work caused them):
        reported: What the work handed to its `Report`.
        finished: The `Result`; `then` connects to it with the type checked.
        cancelled: It was stopped before it had a result.
        failed: The `BaseException` that it raised.
        ended: After any of the three above, with the `Job` itself; nothing follows.

    Do not connect a lambda that captures the job: the connection would keep it alive.
    """

    reported = Signal(object)
    finished = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    ended = Signal(object)

    _arrived = Signal(str, object)

    def __init__(
        self, work: Callable[[Report], Result], token: StopToken, *, drops_late: bool
    ) -> None:
        super().__init__()
        self._work = work
        self._token = token
        self._drops_late = drops_late
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def stopping(self) -> bool:
        """Whether the job was asked to stop."""
        return self._token.stopped

    def stop(self) -> None:
        """Ask the work to stop; it ends soon, and `ended` says when."""
        self._token.stop()

    def then(self, use: Callable[[Result], object]) -> Job[Result]:
        """Call `use` with the result, in the GUI thread; return the job."""
        self.finished.connect(use)
        return self

    def run(self) -> None:
        """Do the work in the calling (worker) thread."""
        try:
            self._token.check()
            # Taken out, so that what it captured is freed with it.
            work, self._work = self._work, _done
            result = work(self._report)
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
        if kind == "finished" and self._drops_late and self.stopping:
            kind = "cancelled"
        if kind == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, kind).emit(value)
        self.ended.emit(self)


def _done(_report: Report) -> Any:
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
        self._jobs: deque[Job[Any]] = deque()
        self._current: Job[Any] | None = None
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None
        # A job must outlive its queued signals, and be destroyed in the GUI thread: it is
        # kept here until the worker has let go of it.
        self._undelivered: set[Job[Any]] = set()
        self._delivered: set[Job[Any]] = set()

    def submit(self, function: Callable[[], Result]) -> Job[Result]:
        """Queue a plain function and return its job; connect its signals before the next event.

        A job that was asked to stop never finishes: what its function returns is dropped. A
        worker that is closed takes the function and does not call it: late signals may still
        ask.
        """
        return self._queue(Job(lambda _report: function(), StopToken(), drops_late=True))

    def submit_reporting(
        self, function: Callable[[Report, Token], Result], token: Token
    ) -> Job[Result]:
        """Queue a function that reports or can stop amid its work, as `submit` does.

        The function is handed the token and decides what a stop means: to raise `Cancelled`, or
        to return what it has.
        """
        return self._queue(Job(lambda report: function(report, token), token, drops_late=False))

    def _queue(self, job: Job[Result]) -> Job[Result]:
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

    def _on_delivered(self, job: Job[Any]) -> None:
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


class LatestOnly(QObject, Generic[Result]):
    """Questions of which only the newest matters: while one is answered, one waits.

    Signals:
        answered: The answer to a question, a `Result`; `then` connects to it with the type
            checked. Skipped questions are never answered.
        failed: The `BaseException` that a question raised.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._running: Job[Result] | None = None
        self._waiting: Callable[[], Result] | None = None

    def ask(self, question: Callable[[], Result]) -> None:
        """Answer `question` as soon as the one before is done, unless a newer one comes."""
        self._waiting = question
        if self._running is None:
            self._next()

    def then(self, use: Callable[[Result], object]) -> None:
        """Call `use` with each answer, in the GUI thread."""
        self.answered.connect(use)

    def _next(self) -> None:
        question, self._waiting = self._waiting, None
        if question is None:
            return
        job = self._running = self._worker.submit(question)
        job.finished.connect(self.answered)
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._running = None
        self._next()
