"""The figures of one split: sizes and types, how many of each digit, means, pixel values."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.data.summary import SplitSummary
from core.records import DIGITS
from gui.pages.data.bar_chart import BarChart
from gui.pages.data.mean_digits import MeanDigits
from gui.theme import GRID_PX
from gui.words import named


class SplitView(QWidget):
    """A few lines of text and three charts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = QLabel()
        self._facts.setObjectName("data_facts")
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.setWordWrap(True)
        self._counts = BarChart()
        self._counts.setObjectName("class_counts")
        self._means = MeanDigits()
        self._means.setObjectName("mean_digits")
        self._histogram = BarChart()
        self._histogram.setObjectName("pixel_histogram")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._facts)
        self._titles: dict[QWidget, QLabel] = {}
        self._histogram.setAccessibleName(self.tr("Pixel values (logarithmic count)"))
        for chart in (self._counts, self._means, self._histogram):
            label = self._titles[chart] = QLabel(chart.accessibleName())
            label.setProperty("role", "muted")
            layout.addSpacing(GRID_PX)
            layout.addWidget(label)
            layout.addWidget(chart)

    def show_split(
        self, split: SplitSummary, source: str, classes: tuple[str, ...], *, unit: bool
    ) -> None:
        """Show a split that was read from `source`; `unit`: pixels divided by 255."""
        self._facts.setText("\n".join(self._lines(split, source, unit=unit)))
        self._facts.setToolTip(named(source))
        digits = classes == DIGITS
        images = self.tr("Images of each digit") if digits else self.tr("Images of each class")
        means = self.tr("Mean of each digit") if digits else self.tr("Mean of each class")
        for chart, text in ((self._counts, images), (self._means, means)):
            self._titles[chart].setText(text)
            chart.setAccessibleName(text)
        self._counts.set_values(split.counts, classes)
        self._means.set_images(split.mean_digits, () if digits else classes)
        ends = ("0", "0.5", "1") if unit else ("0", "128", "255")
        self._histogram.set_values(split.histogram, ends, logarithmic=True)

    def _lines(self, split: SplitSummary, source: str, *, unit: bool) -> tuple[str, ...]:
        low, high = split.pixel_range
        return (
            self.tr("Read from: {source}").format(source=_short(named(source))),
            self.tr("Images: shape {shape}, {kind}").format(
                shape=f"({split.images}, 28, 28)", kind="float32" if unit else "uint8"
            ),
            self.tr("Labels: shape ({n},), int64").format(n=split.images),
            self.tr("Pixels: {low:g} to {high:g}, mean {mean:.4g}").format(
                low=low / 255 if unit else low,
                high=high / 255 if unit else high,
                mean=split.mean_ink if unit else 255 * split.mean_ink,
            ),
        )


def _short(source: str) -> str:
    """Return a path's last part; where the folder is, the tool tip says."""
    return PurePath(source).name if PurePath(source).is_absolute() else source
