"""What sets the chosen runs apart: accuracies, whether they differ, recipes side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.diagnosis.finding import Finding
from core.runs.overview import PairTest, RunHistory, RunsOverview
from core.runs.run import Run
from gui.pages.runs.side_by_side import SideBySide
from gui.recipe_words import field_words, value_words
from gui.theme import GRID_PX, Theme
from gui.widgets.word_label import WordLabel
from gui.words import NOTHING, percent, percent_span, phrase, sentences

_MOST_COLUMNS = 4
"""More recipes side by side could not be read: the others are told by number only."""


class ComparisonView(QWidget):
    """Accuracy with intervals, the test of each pair, seeds, and differing recipe fields."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_view")
        self._accuracies = SideBySide("accuracies_table", self.tr("Test accuracies"))
        self._verdicts = WordLabel()
        self._verdicts.setObjectName("verdicts")
        self._verdicts.setWordWrap(True)
        self._verdicts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._findings = WordLabel()
        self._findings.setObjectName("runs_findings")
        self._findings.setWordWrap(True)
        self._findings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._differences = SideBySide(
            "differences_table", self.tr("Differences of recipes"), equal_from=1
        )
        self._titles: dict[QWidget, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID_PX, 0)
        layout.setSpacing(GRID_PX)
        for text, widget in (
            (self.tr("Test accuracy, 95 % interval"), self._accuracies),
            (self.tr("Is the difference real?"), self._verdicts),
            (self.tr("What they show together"), self._findings),
            (self.tr("What their recipes differ in"), self._differences),
        ):
            title = QLabel(text)
            title.setFont(theme.font("body", bold=True))
            layout.addWidget(title)
            layout.addWidget(widget)
            self._titles[widget] = title
        layout.addStretch(1)

    def show_overview(self, overview: RunsOverview, baseline: int | None = None) -> None:
        """Show the comparison of some runs; `baseline` is the number of the pinned one."""
        base = next((f.run for f in overview.histories if f.run.id == baseline), None)
        notes = any(f.run.note for f in overview.histories)
        self._accuracies.show_rows(
            (
                self.tr("Run"),
                self.tr("Accuracy"),
                self.tr("Interval"),
                *((self.tr("To baseline"),) if base else ()),
                *((self.tr("Note"),) if notes else ()),
            ),
            [self._accuracy_row(f, base, notes=notes) for f in overview.histories],
        )
        self._verdicts.setText("\n\n".join(self._sentences(overview)))
        self._findings.setText("\n\n".join(map(_finding_text, overview.findings)))
        for widget in (self._findings, self._titles[self._findings]):
            widget.setVisible(bool(overview.findings))
        self._show_differences(overview)

    def _accuracy_row(
        self, history: RunHistory, base: Run | None, *, notes: bool
    ) -> tuple[str, ...]:
        run = history.run
        row = [label(run), percent(run.test_accuracy), _interval(history.interval)]
        if base is not None:
            row.append(_apart(run, base))
        if notes:
            row.append(run.note)
        return tuple(row)

    def _show_differences(self, overview: RunsOverview) -> None:
        # The number first: a name that is cut still tells which run it is.
        runs = [f.run for f in overview.histories][:_MOST_COLUMNS]
        names = [f"#{run.id} {run.name}" for run in runs]
        rows = []
        for difference in overview.differences:
            values = [value_words(difference.what, v) for v in difference.values]
            rows.append((field_words(difference.what), *values[:_MOST_COLUMNS]))
        self._differences.show_rows((self.tr("Field"), *names), rows)

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
        real = self.tr("likely real") if pair.test.likely_real else self.tr("may be chance")
        return self.tr(
            "{a} and {b}: {real} (McNemar p = {p:.2g}; read right by the first alone: {x}, "
            "by the second alone: {y})"
        ).format(
            a=label(pair.first),
            b=label(pair.second),
            real=real,
            p=pair.test.p_value,
            x=pair.test.only_a,
            y=pair.test.only_b,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tables wrap anew."""
        super().resizeEvent(event)
        for table in (self._accuracies, self._differences):
            table.fit()


def _finding_text(finding: Finding) -> str:
    parts = (finding.evidence, finding.cause, finding.cure)
    evidence, cause, cure = (phrase(part, finding.values) for part in parts)
    return sentences(sentences(evidence, cause), cure)


def _interval(interval: tuple[float, float] | None) -> str:
    return NOTHING if interval is None else percent_span(*interval)


def _apart(run: Run, base: Run) -> str:
    """Return how far a run lies from the baseline, in percentage points."""
    if run.id == base.id or run.test_accuracy is None or base.test_accuracy is None:
        return NOTHING
    points = 100 * (run.test_accuracy - base.test_accuracy)
    return f"{points:+.2f}".replace("-", "\N{MINUS SIGN}")


def label(run: Run) -> str:
    """Name a run so that it cannot be taken for another of the same name."""
    return f"{run.name} #{run.id}"
