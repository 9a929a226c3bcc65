"""What sets the chosen runs apart, in words and two small tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.runs.overview import PairTest, RunsOverview
from core.runs.run import Run
from gui.theme import GRID_PX, Theme
from gui.words import NOTHING, percent

CHANCE = 0.05
"""Below this p-value a difference is called real, as is usual."""


class ComparisonView(QWidget):
    """Accuracy with intervals, the test of each pair, seeds, and differing recipe fields."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accuracies = self._table("accuracies_table", self.tr("Test accuracies"))
        self._verdicts = QLabel()
        self._verdicts.setObjectName("verdicts")
        self._verdicts.setWordWrap(True)
        self._verdicts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._differences = self._table("differences_table", self.tr("Differences of recipes"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID_PX, 0)
        layout.setSpacing(GRID_PX)
        for text, widget in (
            (self.tr("Test accuracy, 95 % interval"), self._accuracies),
            (self.tr("Is the difference real?"), self._verdicts),
            (self.tr("What their recipes differ in"), self._differences),
        ):
            title = QLabel(text)
            title.setFont(theme.font("body", bold=True))
            layout.addWidget(title)
            layout.addWidget(widget)
        layout.addStretch(1)

    def show_overview(self, overview: RunsOverview) -> None:
        """Show the comparison of some runs."""
        rows = [
            (label(f.run), percent(f.run.test_accuracy), _interval(f.interval))
            for f in overview.histories
        ]
        _fill(
            self._accuracies, (self.tr("Run"), self.tr("Accuracy"), self.tr("Interval")), rows
        )
        self._verdicts.setText("\n\n".join(self._sentences(overview)))
        names = tuple(label(f.run) for f in overview.histories)
        _fill(
            self._differences,
            (self.tr("Field"), *names),
            [(d.what, *(_value(v) for v in d.values)) for d in overview.differences],
        )

    def _sentences(self, overview: RunsOverview) -> list[str]:
        sentences = [self._verdict(pair) for pair in overview.pairs]
        for group in overview.seed_groups:
            sentences.append(
                self.tr("{name}, {n} seeds: mean {mean}, standard deviation {sd}").format(
                    name=group.runs[0].recipe_name,
                    n=len(group.runs),
                    mean=percent(group.mean),
                    sd=percent(group.deviation),
                )
            )
        if sentences:
            return sentences
        if len(overview.histories) < 2:
            return [self.tr("Choose two runs or more, with Ctrl or Shift held, to compare.")]
        return [self.tr("These runs were not scored on the same test images.")]

    def _verdict(self, pair: PairTest) -> str:
        real = (
            self.tr("likely real") if pair.test.p_value < CHANCE else self.tr("may be chance")
        )
        return self.tr(
            "{a} and {b}: {real} (McNemar p = {p:.2g}; {x} images only the first reads right, "
            "{y} only the second)"
        ).format(
            a=label(pair.first),
            b=label(pair.second),
            real=real,
            p=pair.test.p_value,
            x=pair.test.only_a,
            y=pair.test.only_b,
        )

    def _table(self, name: str, accessible_name: str) -> QTableWidget:
        table = QTableWidget()
        table.setObjectName(name)
        table.setAccessibleName(accessible_name)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table


def _fill(
    table: QTableWidget, titles: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> None:
    table.clear()
    table.setRowCount(len(rows))
    table.setColumnCount(len(titles))
    table.setHorizontalHeaderLabels(titles)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column:
                item.setTextAlignment(
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
            table.setItem(row, column, item)
    # As high as its rows: the page around it scrolls, not the table.
    rows_px = sum(table.rowHeight(row) for row in range(len(rows)))
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows_px + 20)


def _interval(interval: tuple[float, float] | None) -> str:
    if interval is None:
        return NOTHING
    return f"{percent(interval[0])} \N{EN DASH} {percent(interval[1])}"


def label(run: Run) -> str:
    """Name a run so that it cannot be taken for another of the same name."""
    return f"{run.name} #{run.id}"


def _value(value: object) -> str:
    if value is None:
        return NOTHING
    return f"{value:g}" if isinstance(value, float) else str(value)
