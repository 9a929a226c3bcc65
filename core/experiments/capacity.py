"""How many trainings this machine takes side by side, with how many threads each."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

WORKER_MB = 1_100
"""What room one worker is given: on the whole MNIST workers held 826 (`cnn`) to 968
(`mlp-128-32`) at their peak, TensorFlow included (`tests.benchmarks.sweeps speed`), and 1,021
where they trained several networks in turn."""

_MB = 1_000_000


@dataclass(frozen=True)
class Capacity:
    """How an experiment uses a machine.

    Parameters
    ----------
    workers : int
        Trainings side by side, each in a process of its own.
    threads : int
        Of TensorFlow in each.
    memory_mb : int
        A worker that takes more, in millions of bytes, is ended; 0 for no limit.
    """

    workers: int
    threads: int
    memory_mb: int


def capacity(workers: int | None = None) -> Capacity:
    """Return how this machine is used.

    Parameters
    ----------
    workers : int, optional
        What the person wants; else as many as there are cores and room in the memory.
    """
    cores, memory = core_count(), memory_mb()
    if workers is None:
        room = memory // (2 * WORKER_MB) if memory else cores
        workers = max(1, min(cores, room))
    return Capacity(workers, 1, int(0.75 * memory / workers))


def core_count() -> int:
    """Return how many processors this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory_mb() -> int:
    """Return the machine's memory in millions of bytes; 0 where the system does not say."""
    with suppress(AttributeError, ValueError, OSError):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // _MB
    return 0


def held_mb(process: int) -> int:
    """Return what a process holds in millions of bytes; 0 where nobody can tell (Linux can)."""
    with suppress(OSError, ValueError, IndexError):
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") // _MB
    return 0
