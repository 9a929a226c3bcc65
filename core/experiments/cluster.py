"""Workers of a running Dask cluster, through its client's own executor.

Each process of the cluster trains one network at a time, with one thread, by name: so it is
known who went away. The data travels once to each machine that has not got it; the messages
come home through a queue that the scheduler holds.
"""

from __future__ import annotations

import logging
import pickle
import secrets
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import InklingError, TrainingError
from core.experiments.messages import Died, Ended, Failed, Message, Wish, Work
from core.records import Dataset
from core.versions import inkling_version

CONNECT_S = 15.0
"""So long the scheduler and its first worker may take to answer."""

LOOK_S = 1.0
"""Between two looks at who is there."""

_FIND_CORE = """
try:
    import core.experiments
except ImportError:
    # Installed, Inkling's packages lie within the one that it is installed as.
    import sys
    from pathlib import Path
    import inkling
    sys.path.insert(0, str(Path(inkling.__file__).resolve().parent))
    import core.experiments
"""


@dataclass(frozen=True)
class Tls:
    """The files of an encrypted cluster, as Dask wants them (PEM)."""

    ca_file: Path
    cert: Path
    key: Path


@dataclass
class _Try:
    """A training on its way at one worker."""

    key: int
    address: str
    future: Future[None]
    begun: bool = False
    over: bool = False


class ClusterWorkers:
    """The processes of a Dask cluster; used by one thread.

    Raises
    ------
    InklingError
        If Dask is not installed, or the scheduler does not answer.
    """

    def __init__(self, address: str, dataset: Dataset, tls: Tls | None = None) -> None:
        self._address, self._dataset = address, dataset
        distributed = _dask()
        self._log = logging.getLogger("distributed")
        self._level = self._log.level
        # What happens to the cluster is told in one sentence, ours.
        self._log.setLevel(logging.CRITICAL + 1)
        try:
            self._client = _client(distributed, address, tls)
            self._executor = self._client.get_executor(pure=False)
            names = (f"inkling-{secrets.token_hex(8)}", f"inkling-{secrets.token_hex(8)}")
            self._names = names
            self._queue = distributed.Queue(names[0], client=self._client)
            self._wishes = distributed.Variable(names[1], client=self._client)
            self._wish: Wish = "resume"
            self._dropped: list[str] = []
            self._tries: dict[str, _Try] = {}
            self._known: dict[str, bool] = {}
            self._sent: Any = None
            self._there: tuple[str, ...] = ()
            self._looked = -LOOK_S
            with self._explaining():
                self._publish()
                self._client.wait_for_workers(1, timeout=CONNECT_S)
                self._look()
        except BaseException:
            self._log.setLevel(self._level)
            raise

    @property
    def size(self) -> int:
        """How many trainings run side by side: one in each process of the cluster."""
        return len(self._there)

    def start(self, work: Work) -> None:
        """Hand a training to a worker that is free."""
        busy = {one.address for one in self._tries.values()}
        address = next(address for address in self._there if address not in busy)
        token = secrets.token_hex(8)
        with self._explaining():
            data = self._data_for(address, work.fingerprint)
            future = self._executor.submit(
                _task(), token, work, self._names, data, workers=[address], key=token
            )
        self._tries[token] = _Try(work.key, address, future)

    def wait(self, timeout_s: float) -> list[Message]:
        """Return what came in, after so long at most.

        Raises
        ------
        InklingError
            If the scheduler is gone.
        """
        messages: list[Message] = []
        with self._explaining():
            if self._client.status not in ("running", "connecting"):
                raise OSError("it closed the connection")
            for token, content in self._arrived(timeout_s):
                message = self._understood(token, content)
                if message is not None:
                    messages.append(message)
            self._look()
        return [*messages, *self._lost()]

    def tell(self, wish: Wish) -> None:
        """Pass on a wish to all trainings that run."""
        self._wish = wish
        with self._explaining():
            self._publish()

    def close(self) -> None:
        """Leave the cluster as it was; what its workers had not told is lost."""
        try:
            with suppress(Exception):
                self._dropped = list(self._tries)
                if self._tries and self._client.status == "running":
                    self._publish()
                self._executor.shutdown(wait=False)
            with suppress(Exception):
                self._client.close(timeout=5)
        finally:
            self._log.setLevel(self._level)

    def _data_for(self, address: str, fingerprint: str) -> Any:
        """Return what travels to a worker: nothing where its machine has the data."""
        from core.experiments.cluster_task import has_data

        if address not in self._known:
            self._client.run(exec, _FIND_CORE, workers=[address])
            _refuse_other_version(self._client.run(inkling_version, workers=[address]))
            answers = self._client.run(has_data, fingerprint, workers=[address])
            self._known[address] = all(answers.values())
        if self._known[address]:
            return None
        if self._sent is None:
            self._sent = self._client.scatter(self._dataset, hash=False)
        return self._sent

    def _publish(self) -> None:
        self._wishes.set((self._wish, tuple(self._dropped)))

    def _arrived(self, timeout_s: float) -> list[tuple[str, bytes]]:
        try:
            first = self._queue.get(timeout=timeout_s)
        except TimeoutError:
            return []
        return [first, *self._queue.get(batch=True)]

    def _understood(self, token: str, content: bytes) -> Message | None:
        one = self._tries.get(token)
        if one is None:
            return None
        # Written by our own worker, along the cluster's own connections.
        message: Message | None = pickle.loads(content)
        if message is None:
            again, one.begun = one.begun, True
            # The cluster does by itself again what one of its workers took with it.
            return self._drop(token, "it was started anew") if again else None
        if isinstance(message, Ended | Failed):
            del self._tries[token]
        return message

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked >= LOOK_S:
            self._looked = now
            self._there = tuple(sorted(self._client.nthreads()))

    def _lost(self) -> list[Message]:
        """Return the trainings whose worker went away, or could not even begin."""
        found: list[Message] = []
        for token, one in list(self._tries.items()):
            if one.address not in self._there:
                found.append(self._drop(token, f"{one.address} left the cluster"))
            elif one.future.done() and one.over:
                error = None if one.future.cancelled() else one.future.exception()
                found.append(self._drop(token, str(error or "it gave no answer")[:300]))
            elif one.future.done():
                # Its last words may still be on their way: one more look.
                one.over = True
        return found

    def _drop(self, token: str, reason: str) -> Died:
        one = self._tries.pop(token)
        one.future.cancel()
        self._dropped.append(token)
        self._publish()
        return Died(one.key, reason)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """Say in one sentence what became of the scheduler."""
        try:
            yield
        except InklingError:
            raise
        except Exception as error:
            raise TrainingError(
                "The scheduler at {address} cannot be reached: {reason}.",
                "See that it runs and has workers; the same command then goes on where it was.",
                address=self._address,
                reason=_reason(error),
            ) from error


def _dask() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise InklingError(
            "A cluster needs the package distributed, which is not installed.",
            'Install it with: pip install "inkling[cluster]"',
        ) from error
    return distributed


def _client(distributed: Any, address: str, tls: Tls | None) -> Any:
    security = None
    if tls is not None:
        security = distributed.Security(
            tls_ca_file=str(tls.ca_file),
            tls_client_cert=str(tls.cert),
            tls_client_key=str(tls.key),
            require_encryption=True,
        )
    try:
        return distributed.Client(
            address, timeout=CONNECT_S, security=security, set_as_default=False
        )
    except (OSError, TimeoutError, ValueError, TypeError, RuntimeError) as error:
        raise TrainingError(
            "The scheduler at {address} cannot be reached: {reason}.",
            "Check its address (as tcp://host:8786, or tls://) and that it runs.",
            address=address,
            reason=_reason(error),
        ) from error


def _task() -> Any:
    from core.experiments.cluster_task import train_on_cluster

    return train_on_cluster


def _refuse_other_version(found: dict[str, str]) -> None:
    for address, version in found.items():
        if version != inkling_version():
            raise TrainingError(
                "The worker at {address} has Inkling {theirs}; this one is {ours}.",
                "Install the same version there.",
                address=address,
                theirs=version,
                ours=inkling_version(),
            )


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
