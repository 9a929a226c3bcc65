"""Which epoch of a training was best: one rule for all that keep, restore or show it.

The best epoch is the one that is best by what early stopping monitors; by the validation loss
where nothing is monitored, or what is monitored was not measured; and by the training loss
where nothing is validated on. Of epochs that are equally good the first one counts, and one
whose figure is infinite or no number never does, both as in Keras's EarlyStopping.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite, nan

from core.records import EarlyStopping, EpochReport, QuantityName


def judged_by(settings: EarlyStopping | None, report: EpochReport) -> QuantityName:
    """Return by which of its figures an epoch is compared with others."""
    if settings is not None and getattr(report, settings.monitor) is not None:
        return settings.monitor
    return "loss" if report.val_loss is None else "val_loss"


@dataclass
class BestEpoch:
    """The best of the epochs that it was shown, one after another.

    Parameters
    ----------
    settings : EarlyStopping or None
        Those of the recipe.
    epoch : int or None
        The number of the best epoch so far; None before there is one.
    by : {"loss", "accuracy", "val_loss", "val_accuracy"}
        By which figure it is the best.
    """

    settings: EarlyStopping | None = None
    epoch: int | None = None
    by: QuantityName = "loss"
    _value: float = nan

    def improves(self, report: EpochReport) -> bool:
        """Take note of an epoch and say whether it is the best one up to now."""
        self.by = judged_by(self.settings, report)
        value = float(getattr(report, self.by))
        if not isfinite(value) or not self._is_better(value):
            return False
        self._value, self.epoch = value, report.epoch
        return True

    def _is_better(self, value: float) -> bool:
        if self.epoch is None:
            return True
        return value > self._value if self.by.endswith("accuracy") else value < self._value


def best_epoch(settings: EarlyStopping | None, epochs: Iterable[EpochReport]) -> BestEpoch:
    """Return which of these epochs was best, and by what."""
    best = BestEpoch(settings)
    for report in epochs:
        best.improves(report)
    return best
