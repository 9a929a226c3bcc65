"""The difference of two confusion matrices: what the second network reads more often."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from gui.pages.mistakes.confusion_view import Cell, ConfusionView
from gui.theme import Theme, mix


class DifferenceView(ConfusionView):
    """Signed counts; what is better in one colour, what is worse in another, and the sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("difference_matrix")
        self.setAccessibleName(self.tr("Difference of the confusion matrices"))
        self._theme = theme

    def words(self, cell: Cell) -> str:
        """Return in a sentence what a cell says."""
        true, predicted = cell
        if true is None or predicted is None:
            return ""
        return self.tr(
            "Images of {true} read as {predicted}: {n} by the second network"
        ).format(
            true=self._names[true],
            predicted=self._names[predicted],
            n=f"{self._counts[true, predicted]:+d}",
        )

    def _number(self, true: int, predicted: int) -> str:
        return f"{self._counts[true, predicted]:+d}"

    def _fill(self, true: int, predicted: int, worst: int) -> QColor:
        """Mix the colour of better or worse in by the square root of the share."""
        value = int(self._counts[true, predicted])
        better = (value > 0) == (true == predicted)
        colour = self._theme.curve("training" if better else "validation")
        largest = max(1, int(np.abs(self._counts).max(initial=0)))
        share = 0.8 * float(np.sqrt(abs(value) / largest))
        return mix(self.palette().base().color(), colour, share)
