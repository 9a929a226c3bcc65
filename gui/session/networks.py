"""Which network answers, and how it comes from a file or goes into one."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import NetworkError
from core.records import Network, Recipe, TrainingState
from gui.jobs import Job, Worker
from gui.preferences import Preferences
from gui.session.service import Service

if TYPE_CHECKING:
    from core.runs.continuing import Continuation
    from core.runs.run import Run


SHIPPED_NAME = "pen"
"""What the network that comes with Inkling is called: its recipe's name."""


@dataclass(frozen=True, eq=False)
class OpenNetwork:
    """A network in use, with what is known about it.

    Parameters
    ----------
    name : str
        Short: the recipe's or the file's name.
    origin : str
        Where it comes from, in words for the status bar.
    accuracy : float or None
        On the test images, where that was measured.
    continuation : Continuation or None
        How its training goes on, where that is known.
    run_id : int or None
        The kept run that it was trained in.
    run : Run or None
        What is kept of its training, though it may be of an epoch before the last.
    pixels_known : bool
        Whether the file said how pixels are handed to it (0 to 1, or 0 to 255).
    """

    name: str
    network: Network
    origin: str
    accuracy: float | None = None
    recipe: Recipe | None = None
    path: Path | None = None
    continuation: Continuation | None = None
    run_id: int | None = None
    run: Run | None = None
    pixels_known: bool = True


class NetworksService(Service):
    """The network in use.

    Signals:
        changed: The `OpenNetwork` that answers from now on, or None.
        saved: The `Path` that the network was written to.
    """

    changed = Signal(object)
    saved = Signal(object)

    def __init__(
        self, preferences: Preferences, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._worker = worker
        self._current: OpenNetwork | None = None

    @property
    def current(self) -> OpenNetwork | None:
        """The network in use."""
        return self._current

    def adopt(self, network: OpenNetwork) -> None:
        """Use this network from now on; the next start too, if it is in a file."""
        self._current = network
        if network.path is not None:
            self._preferences.remember_network(
                network.path, network.name, network.accuracy or 0.0
            )
        self.changed.emit(network)

    def restore(self, network: OpenNetwork) -> None:
        """Use a network again in place of one that is given up, at the next start too."""
        if network.path is None:
            self._preferences.forget_network()
        self.adopt(network)

    def open(self, path: Path) -> None:
        """Read a file with a network, and use it from then on."""
        origin = self.tr("file {name}").format(name=path.name)
        self._watch(self._worker.submit(lambda: _read(path, origin))).then(self._on_opened)

    def open_or(self, path: Path, otherwise: Callable[[Path], None]) -> None:
        """Do the same with an HDF5 file; hand it on where it holds no network."""

        def go_on(holds_network: bool) -> None:
            (self.open if holds_network else otherwise)(path)

        self._watch(self._worker.submit(lambda: _holds_network(path))).then(go_on)

    def open_shipped(self) -> Job[OpenNetwork]:
        """Use the network that comes with Inkling, now and at the next start."""
        self._preferences.forget_network()
        origin = self.tr("comes with Inkling")
        return self._watch(self._worker.submit(lambda: _shipped(origin))).then(self.adopt)

    def open_best(self) -> Job[OpenNetwork]:
        """Use the network that was used last, else the one that comes with Inkling."""
        path, name, accuracy = self._preferences.network
        # (os.path: a name that is too long for the system is no file, and no error.)
        if path is None or not os.path.isfile(path):  # noqa: PTH113
            return self.open_shipped()
        origin = self.tr("used last time")
        work = partial(_read, path, origin, name, accuracy or None)
        job = self._watch(self._worker.submit(work)).then(self.adopt)
        # Damaged since: said once, and the next start does not meet it again.
        job.failed.connect(lambda _error: self.open_shipped())
        return job

    def save(self, path: Path) -> None:
        """Write the network in use as a standard `.keras` file; replaces it as a whole.

        A name that ends in nothing gets that ending; one of another format is refused.
        """
        opened = self._current
        if opened is None:
            self.failed.emit(
                NetworkError("There is no network to save yet.", "Train or open one first.")
            )
            return
        self._watch(self._worker.submit(lambda: _write(path, opened))).then(self._on_saved)

    def take_pixels(self, *, raw: bool) -> None:
        """Say how pixels are handed to the network in use, where its file did not."""
        opened = self._current
        if opened is None:
            return
        spec = replace(opened.network.spec, pixels="raw" if raw else "unit")
        network = replace(opened.network, spec=spec)
        self.adopt(replace(opened, network=network, pixels_known=True))

    def doubt_below(self, confidence: float) -> None:
        """Let the network in use answer "not a digit, I think" below this confidence."""
        opened = self._current
        if opened is not None:
            network = replace(opened.network, reject_below=confidence)
            self.adopt(replace(opened, network=network))

    def _on_opened(self, opened: OpenNetwork) -> None:
        if opened.path is not None:
            self._preferences.add_recent("networks", opened.path)
        self.adopt(opened)

    def _on_saved(self, path: Path) -> None:
        self._preferences.add_recent("networks", path)
        self.saved.emit(path)


def _read(
    path: Path, origin: str, name: str = "", accuracy: float | None = None
) -> OpenNetwork:
    from core.networks.keras_format import keras_file
    from core.runs.continuing import of_network

    saved = keras_file.load(path)
    state = None
    if saved.optimizer_variables:
        state = TrainingState(
            saved.network,
            tuple(saved.optimizer_variables),
            saved.epoch,
            counts_from=saved.counts_from,
        )
    return OpenNetwork(
        name=name or path.stem,
        network=saved.network,
        origin=origin,
        accuracy=accuracy,
        recipe=saved.recipe,
        path=path,
        continuation=of_network(saved.recipe, state),
        pixels_known=saved.pixels_known,
    )


def _shipped(origin: str) -> OpenNetwork:
    from core.networks.shipped import shipped_network

    return OpenNetwork(SHIPPED_NAME, shipped_network(), origin)


def _holds_network(path: Path) -> bool:
    from core.networks.keras_format.keras_file import holds_network

    return holds_network(path)


def _write(path: Path, opened: OpenNetwork) -> Path:
    from core.networks.keras_format import keras_file

    path = keras_file.checked_target(path)

    state = None if opened.continuation is None else opened.continuation.state
    keras_file.save(
        path,
        opened.network,
        recipe=opened.recipe,
        optimizer_variables=() if state is None else state.optimizer_variables,
        epoch=0 if state is None else state.epoch,
        counts_from=0 if state is None else state.counts_from,
    )
    return path
