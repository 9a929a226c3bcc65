"""The figures of a running training as arrays that a plot can draw: no Qt, no pyqtgraph.

x is the epoch: a point after half of the third epoch lies at 2.5, the figures of the finished
third epoch at 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.diagnosis.course import RateChange
from core.evaluation.best_epoch import BestEpoch, best_epoch
from core.records import EarlyStopping, EpochReport, Progress, Score

Axis: TypeAlias = NDArray[np.float64]
PlotName: TypeAlias = Literal["accuracy", "loss"]
CurveName: TypeAlias = Literal[
    "steps",
    "training",
    "validation",
    "training_logits",
    "validation_logits",
    "published_training",
    "published_validation",
    "beside_training",
    "beside_validation",
]
Key: TypeAlias = tuple[PlotName, CurveName]

_PLOTS: tuple[PlotName, PlotName] = ("accuracy", "loss")
_PUBLISHED_KEYS: dict[str, Key] = {
    "accuracy": ("accuracy", "published_training"),
    "val_accuracy": ("accuracy", "published_validation"),
    "loss": ("loss", "published_training"),
    "val_loss": ("loss", "published_validation"),
}

FEW = 0.03
"""Share of an epoch over which a mean is mere chance."""

MOST_STEPS = 1024
"""Points within epochs that are kept; more would cost redraws and show nothing new."""


class Points:
    """Points that come one after another, in arrays that double when they are full.

    Parameters
    ----------
    limit : int or None
        Keep at most so many: when they are reached, every second one is dropped, and from
        then on points come at least that far apart.
    """

    def __init__(self, limit: int | None = None) -> None:
        self._limit = limit
        self._data = np.empty((2, 64))
        self._count = 0
        self._gap = 0.0

    def __len__(self) -> int:
        return self._count

    @property
    def x(self) -> Axis:
        """The epochs, float64, a view: copy it to keep it."""
        return self._data[0, : self._count]

    @property
    def y(self) -> Axis:
        """The values, float64, nan where there was no finite one; a view too."""
        return self._data[1, : self._count]

    def add(self, x: float, y: float) -> bool:
        """Append a point and return True, or skip one that comes too close to the last."""
        if self._count and x - self.x[-1] < self._gap:
            return False
        if self._limit is not None and self._count >= self._limit:
            self._thin_out()
        if self._count == self._data.shape[1]:
            self._data = np.concatenate((self._data, np.empty_like(self._data)), axis=1)
        self._data[:, self._count] = x, y if np.isfinite(y) else np.nan
        self._count += 1
        return True

    def cut_after(self, x: float) -> None:
        """Drop the points beyond `x`."""
        self._count = int(np.searchsorted(self.x, x, side="right"))

    def _thin_out(self) -> None:
        kept = self._data[:, : self._count : 2].copy()
        self._count = kept.shape[1]
        self._data[:, : self._count] = kept
        self._gap = float((kept[0, -1] - kept[0, 0]) / max(1, self._count - 1))


class RunCurves:
    """Every curve of one training, fed with its reports.

    Parameters
    ----------
    published : mapping of str to sequence of float, optional
        What a text printed for this training, one figure an epoch, under "loss",
        "accuracy", "val_loss" and "val_accuracy" as far as it did.
    early_stopping : EarlyStopping, optional
        Of the recipe: it says by what the best epoch is the best.
    beside : sequence of EpochReport
        The epochs of another training, to draw beside this one.
    """

    def __init__(
        self,
        published: Mapping[str, Sequence[float]] | None = None,
        early_stopping: EarlyStopping | None = None,
        beside: Sequence[EpochReport] = (),
    ) -> None:
        self._curves: dict[Key, Points] = {}
        self._changed: set[Key] = set()
        self.last_epoch = 0
        self._early_stopping = early_stopping
        self.best = BestEpoch(early_stopping)
        self._logits_differ = False
        self.rate_changes: tuple[RateChange, ...] = ()
        for name, figures in (published or {}).items():
            for epoch, figure in enumerate(figures, start=1):
                self._add(_PUBLISHED_KEYS[name], epoch, figure)
        for report in beside:
            self._add_figures(report, "beside_training", "beside_validation")

    def points(self, key: Key) -> Points:
        """Return the points of a curve, empty where nothing was reported yet."""
        return self._curves.setdefault(key, Points(MOST_STEPS if key[1] == "steps" else None))

    @property
    def keys(self) -> tuple[Key, ...]:
        """The curves that have points."""
        return tuple(key for key, points in self._curves.items() if len(points))

    def take_changed(self) -> frozenset[Key]:
        """Return the curves that got points since the last call."""
        changed, self._changed = frozenset(self._changed), set()
        return changed

    def add_progress(self, progress: Progress) -> None:
        """Add a point within an epoch: means since the epoch began.

        After the first epoch the means over its first few steps are left out: they jump so
        far that nothing else could be seen.
        """
        if progress.epoch > 1 and progress.step < FEW * progress.steps:
            return
        x = progress.epoch - 1 + progress.step / max(1, progress.steps)
        for plot in _PLOTS:  # an epoch that is done again takes the place of its first try
            self.points((plot, "steps")).cut_after(x)
        self._add(("accuracy", "steps"), x, progress.accuracy)
        self._add(("loss", "steps"), x, progress.loss)

    def add_epoch(self, report: EpochReport) -> None:
        """Add the figures of a finished epoch.

        Where the whole training split was scored after the epoch, its figures stand for
        training; else the means over the epoch.
        """
        epoch, trained = report.epoch, report.train_score
        self.last_epoch = epoch
        self._add_figures(report, "training", "validation")
        self._add_logits(epoch, "training_logits", trained)
        self._add_logits(epoch, "validation_logits", report.val_score)
        self.best.improves(report)

    def count_from(self, epoch: int, epochs: Sequence[EpochReport]) -> None:
        """Look for the best epoch among those after `epoch` only, first among these."""
        counted = [report for report in epochs if report.epoch > epoch]
        self.best = best_epoch(self._early_stopping, counted)

    def at(self, plot: PlotName, epoch: float) -> dict[CurveName, float]:
        """Return the values of all curves at a finished epoch, nan left out."""
        values: dict[CurveName, float] = {}
        for (of_plot, name), points in self._curves.items():
            if of_plot != plot or name == "steps" or not self.shows((plot, name)):
                continue
            found = points.y[points.x == epoch]
            if found.size and np.isfinite(found[-1]):
                values[name] = float(found[-1])
        return values

    def nearest_epoch(self, x: float) -> int | None:
        """Return the finished (or published) epoch that lies nearest to `x`."""
        epochs = [p.x for (_, name), p in self._curves.items() if name != "steps" and len(p)]
        if not epochs:
            return None
        all_epochs = np.unique(np.concatenate(epochs))
        return int(all_epochs[np.abs(all_epochs - x).argmin()])

    def shows(self, key: Key) -> bool:
        """Whether a curve says anything: accuracy by logits only where it ever differs."""
        return len(self.points(key)) > 0 and (
            self._logits_differ or not key[1].endswith("_logits")
        )

    def _add_figures(
        self, report: EpochReport, training: CurveName, validation: CurveName
    ) -> None:
        shown = report.train_score or report
        self._add(("accuracy", training), report.epoch, shown.accuracy)
        self._add(("loss", training), report.epoch, shown.loss)
        if report.val_score is not None:
            self._add(("accuracy", validation), report.epoch, report.val_score.accuracy)
            self._add(("loss", validation), report.epoch, report.val_score.loss)

    def _add(self, key: Key, x: float, y: float) -> None:
        if self.points(key).add(x, y):
            self._changed.add(key)

    def _add_logits(self, epoch: int, name: CurveName, score: Score | None) -> None:
        if score is None:
            return
        self._add(("accuracy", name), epoch, score.logit_accuracy)
        if score.logit_accuracy != score.accuracy and not self._logits_differ:
            self._logits_differ = True
            self._changed |= {key for key in self._curves if key[1].endswith("_logits")}


def whole_epochs(x: Axis) -> NDArray[np.int32]:
    """Give, for each point within an epoch, 1 if the next one belongs to the same epoch.

    The means start anew with each epoch: a line across the border would say nothing.
    """
    joined = np.zeros(x.size, dtype=np.int32)
    epochs = np.ceil(x - 1e-9)
    joined[:-1] = epochs[1:] == epochs[:-1]
    return joined
