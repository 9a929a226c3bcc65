"""The predictions service: what the network in use says of a whole split."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal, TypeAlias

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.control import StopToken
from core.errors import DataError
from core.phrases import listed
from core.records import ALL, Dataset, Predictions, SplitName
from gui.jobs import Job, Report, Worker
from gui.session.data import DataService
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.service import Service

Part: TypeAlias = Literal["test", "train", "validation"]
"""What can be asked about: a split, or the training images that the recipe holds out."""


@dataclass(frozen=True, eq=False)
class SplitPredictions:
    """The answers of one network for one split of one data set.

    Parameters
    ----------
    predictions : Predictions
        A row for each image of the split.
    only : slice
        Which of them were read, where not all were: the others' rows are 0.
    """

    open_network: OpenNetwork
    dataset: Dataset
    split: SplitName
    predictions: Predictions
    only: slice = field(default_factory=lambda: ALL)

    @property
    def part(self) -> Part:
        """What was asked about."""
        return self.split if self.only == ALL else "validation"

    @property
    def read_dataset(self) -> Dataset:
        """The data set; of its training images only those that were read."""
        if self.only == ALL:
            return self.dataset
        images, labels = self.dataset.train_images, self.dataset.train_labels
        return replace(
            self.dataset, train_images=images[self.only], train_labels=labels[self.only]
        )

    def of_network(self, open_network: OpenNetwork) -> SplitPredictions:
        """Return the same answers, of what is the same network by another name or limit."""
        return replace(self, open_network=open_network)


class PredictionsService(Service):
    """The answers that the pages show; they go when network or data set change.

    Signals:
        changed: The `SplitPredictions`, or None when those that were known no longer hold.
        progressed: The `Part` that is being answered; empty when that ended.
        share_changed: How much of it is answered, 0 to 1.
    """

    changed = Signal(object)
    progressed = Signal(str)
    share_changed = Signal(float)

    def __init__(
        self,
        data: DataService,
        networks: NetworksService,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._networks = networks
        self._worker = worker
        self._job: Job[SplitPredictions] | None = None
        self._part: Part = "test"
        self._current: SplitPredictions | None = None
        data.changed.connect(self.forget)
        networks.changed.connect(self.forget)

    @property
    def current(self) -> SplitPredictions | None:
        """The predictions that hold for the network and data set in use."""
        return self._current

    @property
    def busy(self) -> bool:
        """Whether a split is being answered."""
        return self._job is not None

    @property
    def asked(self) -> Part | None:
        """What is being answered."""
        return self._part if self.busy else None

    @property
    def holds_out(self) -> bool:
        """Whether the network in use was trained with validation images of its own."""
        opened = self._networks.current
        recipe = None if opened is None else opened.recipe
        return recipe is not None and isinstance(recipe.validation, float)

    @property
    def can_ask(self) -> bool:
        """Whether there is a network and a data set."""
        return self._data.current is not None and self._networks.current is not None

    def ask(self, part: Part = "test") -> None:
        """Let the network in use answer a split, or a part of it.

        A question before this one is dropped.
        """
        dataset, opened = self._data.current, self._networks.current
        if dataset is None or opened is None:
            return
        split: SplitName = "test" if part == "test" else "train"
        if not len(dataset.labels(split)):
            self.failed.emit(_nothing_to_read(dataset, split))
            return
        if not opened.network.fits(dataset.classes):
            self.failed.emit(_other_classes(opened, dataset))
            return
        self.stop()
        self._part = part
        work = partial(_answer, opened, dataset, part)
        job = self._watch(self._worker.submit_reporting(work, StopToken()))
        self._job = job.then(self._on_finished)
        job.reported.connect(self._on_share)
        job.ended.connect(self._on_ended)
        self.progressed.emit(part)

    def take(self, predictions: SplitPredictions) -> None:
        """Show answers that somebody else computed."""
        self.stop()
        self._current = predictions
        self.changed.emit(predictions)

    def stop(self) -> None:
        """Drop the question that is being answered."""
        if self._job is not None:
            self._job.stop()

    def forget(self) -> None:
        """Drop answers that no longer belong to the network and data set in use."""
        self.stop()
        if self._current is not None:
            self._current = None
            self.changed.emit(None)

    def _on_finished(self, predictions: SplitPredictions) -> None:
        current = self._networks.current
        # A question that was dropped may have had its answer by then.
        if (
            current is not None
            and predictions.open_network.network is current.network
            and predictions.dataset is self._data.current
            and predictions.part == self._part
        ):
            self._current = predictions
            self.changed.emit(predictions)

    def _on_share(self, share: float) -> None:
        if self.busy:
            self.share_changed.emit(share)

    def _on_ended(self, job: Job[Any]) -> None:
        if job is self._job:
            self._job = None
            self.progressed.emit("")


def _nothing_to_read(dataset: Dataset, split: SplitName) -> DataError:
    if split == "test":
        return DataError(
            "{name} has no test images.",
            "Look at its training images, or open a data set with a test split.",
            name=dataset.name,
        )
    return DataError(
        "{name} has no training images.", "Look at its test images.", name=dataset.name
    )


def _other_classes(opened: OpenNetwork, dataset: Dataset) -> DataError:
    return DataError(
        "{network} tells {outputs} classes apart ({names}); {data} has {n}: {classes}.",
        "Train a network on this data set, or open one that was trained for its classes.",
        network=opened.name,
        outputs=len(opened.network.names),
        names=listed(opened.network.names),
        data=dataset.name,
        n=len(dataset.classes),
        classes=listed(dataset.classes),
    )


def _answer(
    opened: OpenNetwork, dataset: Dataset, part: Part, report: Report, stop: StopToken
) -> SplitPredictions:
    from core.training.scoring import predict

    if part == "validation":
        return _answer_held_out(opened, dataset, report, stop)
    given = predict(opened.network, dataset.images(part), stop=stop, report=report)
    return SplitPredictions(opened, dataset, part, given)


def _answer_held_out(
    opened: OpenNetwork, dataset: Dataset, report: Report, stop: StopToken
) -> SplitPredictions:
    """Let a network read the images that it validated on, and no others of the split."""
    from core.training.schedules import held_out
    from core.training.scoring import predict

    images = dataset.train_images
    run = opened.run
    if run is None or run.data_fingerprint != dataset.fingerprint:
        raise DataError(
            "It is not known which images of {data} {network} was validated on.",
            "Train it on this data set, or open its run under Runs.",
            network=opened.name,
            data=dataset.name,
        )
    among = held_out(run.recipe, len(images))
    if not among:
        raise DataError(
            "The recipe of {network} holds no images out.",
            "Look at the test images.",
            network=opened.name,
        )
    only = slice(among.start, among.stop)
    given = predict(opened.network, images[only], stop=stop, report=report)
    whole = [
        np.zeros((len(images), rows.shape[1]), np.float32)
        for rows in (given.logits, given.outputs)
    ]
    whole[0][only], whole[1][only] = given.logits, given.outputs
    return SplitPredictions(opened, dataset, "train", Predictions(*whole), only)
