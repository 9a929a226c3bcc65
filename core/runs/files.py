"""The folder of one run: its ``.keras`` files and the lock of the process that trains it.

========================  ==============================================================
last-EPOCH-IMAGES.keras   weights and optimizer variables after that epoch and so many
                          images of the next: to continue from
best-EPOCH.keras          the weights of the best epoch (`core.evaluation.best_epoch`)
network.keras             what the training gave in the end
validation.bits           for each epoch which images that were scored after it were read
training.bits             right, a bit each: those validated on, and those learnt from
running.lock              held as long as the training's process lives
========================  ==============================================================

The table of contents says which `last` and `best` count. A new one is written under its
own name before the table says so, and the old one is removed after: whenever the process
is killed, the file that the table names is there and whole.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.errors import InklingError
from core.file_lock import FileLock, is_held, take_lock
from core.networks.keras_format import keras_file
from core.records import Network, Recipe, TrainingState

_LOCK = "running.lock"

Part: TypeAlias = Literal["validation", "training"]
"""Images that are scored after each epoch."""


class RunFiles:
    """Names, writes and reads the files of one run.

    Parameters
    ----------
    folder : Path
        The run's own folder; it is made when something is first written into it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def network(self) -> Path:
        """The trained network."""
        return self.folder / "network.keras"

    def last(self, epoch: int, seen_images: int = 0) -> Path:
        """Name the file with weights and optimizer variables at this place."""
        return self.folder / f"last-{epoch:05d}-{seen_images:06d}.keras"

    def best(self, epoch: int) -> Path:
        """Name the file with the weights of the best epoch."""
        return self.folder / f"best-{epoch:05d}.keras"

    def lock(self) -> FileLock | None:
        """Take the lock of the run; None if the process that trains it lives."""
        return take_lock(self.folder / _LOCK)

    def is_locked(self) -> bool:
        """Say whether the process that trains the run lives, without writing anything."""
        return is_held(self.folder / _LOCK)

    def write_last(self, state: TrainingState, recipe: Recipe) -> None:
        """Write what a training needs to go on."""
        keras_file.save(
            self.last(state.epoch, state.seen_images),
            state.network,
            recipe=recipe,
            optimizer_variables=state.optimizer_variables,
            epoch=state.epoch,
            epoch_sums=state.epoch_sums,
            counts_from=state.counts_from,
        )

    def write_best(self, network: Network, recipe: Recipe, epoch: int) -> None:
        """Write the weights of the best epoch so far."""
        keras_file.save(self.best(epoch), network, recipe=recipe, epoch=epoch)

    def write_network(self, network: Network, recipe: Recipe, epoch: int) -> None:
        """Write the trained network."""
        keras_file.save(self.network, network, recipe=recipe, epoch=epoch)

    def add_right(self, part: Part, right: bytes) -> None:
        """Append which images of a part were read right after one more epoch.

        Raises
        ------
        InklingError
            When the system refuses.
        """
        if not right:
            return
        path = self.folder / f"{part}.bits"
        try:
            with path.open("ab") as file:
                file.write(right)
        except OSError as error:
            raise InklingError(
                "{file} cannot be written: {reason}.",
                "Check that the folder may be written and the disk is not full.",
                file=str(path),
                reason=error.strerror or str(error),
            ) from error

    def right_by_epoch(self, part: Part, images: int) -> NDArray[np.bool_]:
        """Return what was read right after each epoch, as far as it is known.

        Parameters
        ----------
        images : int
            How many images the part has.

        Returns
        -------
        ndarray of bool, shape (epochs, images)
        """
        try:
            told = np.frombuffer((self.folder / f"{part}.bits").read_bytes(), np.uint8)
        except OSError:
            told = np.empty(0, np.uint8)
        row = -(-images // 8) or 1
        # One that was killed may have written a part of a row.
        rows = told[: len(told) // row * row].reshape(-1, row)
        return np.unpackbits(rows, axis=1, count=images).astype(np.bool_)

    def read_state(self, epoch: int, seen_images: int) -> TrainingState:
        """Read what `write_last` wrote."""
        saved = keras_file.load(self.last(epoch, seen_images))
        return TrainingState(
            saved.network, saved.optimizer_variables, epoch, seen_images, saved.epoch_sums
        )

    def keep_only(self, *paths: Path) -> None:
        """Remove every `last`, `best` and half-written file but these.

        One that cannot be removed now stays until a later time: what counts is on the disk.
        """
        if not self.folder.is_dir():
            return
        for pattern in ("last-*.keras", "best-*.keras", ".*.part"):
            for path in self.folder.glob(pattern):
                if path not in paths:
                    with suppress(OSError):
                        path.unlink()

    def remove(self) -> None:
        """Remove the folder and all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
