"""Workers on this machine: processes that are started anew where one goes away.

Not `concurrent.futures.ProcessPoolExecutor`: when one of its processes dies, all work of the
others is lost with it. Here each process has a pipe of its own. One that dies costs its
unfinished epoch, and is followed by another.

A worker ends by itself as soon as the asking process is gone: its pipe is then closed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from core.errors import InklingError
from core.experiments.capacity import Capacity, held_mb
from core.experiments.data_folder import DataFolder, read_data
from core.experiments.messages import Died, Ended, Failed, Message, Wish, Work
from core.experiments.work import perform
from core.records import Dataset

LOOK_S = 2.0
"""Between two looks at how much memory the workers hold."""

END_S = 5.0
"""So long a worker may take to end by itself."""

TIRED_MB = 1_500
"""A worker that holds more after a training is followed by a fresh one."""

_NICENESS = 5


@dataclass
class _Process:
    """One worker process and what it is doing."""

    process: BaseProcess
    pipe: Connection
    key: int | None = None
    reason: str = ""


class LocalWorkers:
    """Processes of this machine; used by one thread."""

    def __init__(self, capacity: Capacity, dataset: Dataset) -> None:
        self.capacity = capacity
        # spawn: TensorFlow survives no fork.
        self._context = multiprocessing.get_context("spawn")
        self._data = DataFolder(dataset)
        self._processes: list[_Process] = []
        self._looked = time.monotonic()

    @property
    def size(self) -> int:
        """How many trainings run side by side."""
        return self.capacity.workers

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The numbers of the processes that there are now."""
        return tuple(one.process.pid or 0 for one in self._processes)

    def start(self, work: Work) -> None:
        """Hand a training to a worker that is free; one is started where none is."""
        free = next((one for one in self._processes if one.key is None), None)
        free = free or self._started()
        free.key = work.key
        try:
            free.pipe.send(work)
        except OSError:
            # It went away while it was idle: that is told like any other death.
            free.reason = "it could not be reached"

    def wait(self, timeout_s: float) -> list[Message]:
        """Return what came in, after so long at most."""
        self._end_the_greedy()
        ends = {one.pipe: one for one in self._processes}
        messages: list[Message] = []
        for pipe in wait(list(ends), timeout_s):
            one = ends[pipe]  # type: ignore[index]
            message = self._received(one)
            if message is not None:
                messages.append(message)
        return messages

    def tell(self, wish: Wish) -> None:
        """Pass on a wish to all trainings that run."""
        for one in self._processes:
            if one.key is not None:
                with suppress(OSError):
                    one.pipe.send(wish)

    def close(self) -> None:
        """End the processes; what they had not told is lost."""
        for one in self._processes:
            one.pipe.close()
        for one in self._processes:
            one.process.join(END_S if one.key is None else 0)
            if one.process.is_alive():
                one.process.kill()
            one.process.join()
            one.process.close()
        self._processes.clear()
        self._data.close()

    def _started(self) -> _Process:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve,
            args=(theirs, str(self._data.path)),
            daemon=True,
            name="inkling-worker",
        )
        with _deaf_to_interrupts():
            process.start()
        theirs.close()
        one = _Process(process, ours)
        self._processes.append(one)
        return one

    def _received(self, one: _Process) -> Message | None:
        """Return what a worker says; that it died, where it can say nothing any more."""
        try:
            message: Message = one.pipe.recv()
        except (EOFError, OSError):
            return self._buried(one)
        if isinstance(message, Ended | Failed):
            one.key = None
            if held_mb(one.process.pid or 0) > TIRED_MB:
                self._dismiss(one)
        return message

    def _buried(self, one: _Process) -> Message | None:
        one.pipe.close()
        one.process.join()
        code = one.process.exitcode or 0
        one.process.close()
        self._processes.remove(one)
        if one.key is None:
            return None
        return Died(one.key, one.reason or _how_it_ended(code))

    def _dismiss(self, one: _Process) -> None:
        """Let an idle worker end: its pipe is closed, and it sees that."""
        one.pipe.close()
        one.process.join()
        one.process.close()
        self._processes.remove(one)

    def _end_the_greedy(self) -> None:
        most, now = self.capacity.memory_mb, time.monotonic()
        if not most or now - self._looked < LOOK_S:
            return
        self._looked = now
        for one in self._processes:
            held = held_mb(one.process.pid or 0)
            if held > most:
                one.reason = f"it held {held} MB, more than the {most} MB that it may"
                one.process.kill()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let a process that starts be deaf to Ctrl+C from its first moment: it inherits that."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:
        # Only the main thread can; in a window nobody types Ctrl+C.
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _how_it_ended(code: int) -> str:
    if code >= 0:
        return f"its process ended with {code}"
    with suppress(ValueError):
        return f"its process was ended by {signal.Signals(-code).name}"
    return f"its process was ended by signal {-code}"


def serve(pipe: Connection, folder: str) -> None:
    """Do work as it comes, until the asking process closes the pipe or is gone."""
    # Ctrl+C is for the asking process, which then asks to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_NICENESS)
    dataset: Dataset | None = None
    with suppress(EOFError, OSError):
        while True:
            work = pipe.recv()
            if not isinstance(work, Work):
                continue  # A wish that came too late.
            try:
                dataset = dataset or read_data(Path(folder), work.fingerprint)
            except InklingError as error:
                pipe.send(Failed(work.key, error))
            else:
                perform(work, dataset, pipe.send, partial(_heard, pipe))


def _heard(pipe: Connection) -> Wish | None:
    """Return the next wish; ends the process where nobody is there any more."""
    if not pipe.poll():
        return None
    try:
        wish: Wish = pipe.recv()
    except (EOFError, OSError):
        # Nobody would hear what it comes to.
        os._exit(1)
    return wish
