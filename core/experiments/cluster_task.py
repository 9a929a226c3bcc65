"""What a worker of a Dask cluster does: find the data, train, tell home through the scheduler.

Nothing here opens a port: messages go along the connections that the cluster has anyway.
"""

from __future__ import annotations

import pickle
import threading
import time
from contextlib import suppress
from typing import Any

from core.data.datasets import find_mnist, load, load_sample
from core.errors import InklingError
from core.experiments.messages import Message, Wish, Work
from core.experiments.work import perform
from core.home import default_home
from core.records import Dataset

HEAR_S = 1.0
"""Between two questions of a worker for what the person wishes: each asks the scheduler."""

_own: dict[str, Dataset] = {}
_one_at_a_time = threading.Lock()


def has_data(fingerprint: str) -> bool:
    """Say whether this machine has the data set itself: built in, or in its INKLING_DATA."""
    return _found(fingerprint) is not None


def train_on_cluster(
    token: str, work: Work, names: tuple[str, str], sent: Dataset | None
) -> None:
    """Train, in a process of the cluster.

    Parameters
    ----------
    token : str
        Of this try; every message bears it.
    names : tuple of two str
        Of the queue for messages, and of the variable with the person's wishes.
    sent : Dataset or None
        The data, where the machine has not got it itself.
    """
    from distributed import Queue, Variable, get_client

    client = get_client()
    queue = Queue(names[0], client=client)
    wishes = Variable(names[1], client=client)

    def tell(message: Message | None) -> None:
        queue.put((token, pickle.dumps(message)))

    # (Two threads of one worker would only be in each other's way.)
    with _one_at_a_time:
        tell(None)  # It begins.
        dataset = sent or _found(work.fingerprint)
        assert dataset is not None
        perform(work, dataset, tell, _Ear(wishes, token).hear)


class _Ear:
    """Hears what the person wishes, now and then."""

    def __init__(self, wishes: Any, token: str) -> None:
        self._wishes, self._token = wishes, token
        self._known: Wish = "resume"
        self._asked = time.monotonic()

    def hear(self) -> Wish | None:
        """Return a wish that is new."""
        now = time.monotonic()
        if now - self._asked < HEAR_S:
            return None
        self._asked = now
        wish, dropped = self._wishes.get(timeout=30)
        if self._token in dropped:
            wish = "stop"
        if wish == self._known:
            return None
        self._known = wish
        new: Wish = wish
        return new


def _found(fingerprint: str) -> Dataset | None:
    """Return the data set if this machine has it; it is read once."""
    if fingerprint not in _own:
        for dataset in _own_data():
            _own[dataset.fingerprint] = dataset
    return _own.get(fingerprint)


def _own_data() -> list[Dataset]:
    found = [load_sample()]
    path = find_mnist(default_home())
    if path is not None:
        # What cannot be read is sent.
        with suppress(InklingError, OSError):
            found.append(load(path))
    return found
