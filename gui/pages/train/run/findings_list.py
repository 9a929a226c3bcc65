"""What strikes in a training, worst first: evidence, cause and cure in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.diagnosis.findings import Finding
from gui.theme import GRID_PX, Theme
from gui.words import phrase, sentences

_MARKS = {"bad": "\N{MULTIPLICATION X}", "warn": "!", "info": "i"}


class FindingsList(QScrollArea):
    """One block a finding: a mark, what the figures show, why, and what to do.

    Signals:
        cure_requested: The `Finding` whose change of the recipe is to be tried.
        undo_requested: The recipe is to be as it was before the cure.
    """

    cure_requested = Signal(object)
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings_list")
        self.setAccessibleName(self.tr("Findings"))
        self._theme = theme
        self._shown: tuple[Finding, ...] | None = None
        self._cured = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are shown."""
        return self._shown or ()

    def clear(self) -> None:
        """Say what will be here."""
        self._shown, self._cured = None, ""
        words = self.tr("After each epoch: what strikes in its figures, why, and what to do.")
        self._fill([_muted(words)])

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings; nothing is rebuilt where they are those already shown."""
        self._show(findings, self.tr("Nothing strikes so far."))

    def show_before(self, findings: Sequence[Finding]) -> None:
        """Show what speaks against a recipe that is not trained yet."""
        self._show(findings, self.tr("Nothing speaks against this recipe and its data."))

    def show_cured(self, changes: str) -> None:
        """Say what a cure changed in the recipe, and offer to undo it; empty takes it away."""
        self._cured = changes
        shown, self._shown = self._shown, None
        self.show_findings(shown or ())

    def _show(self, findings: Sequence[Finding], nothing: str) -> None:
        if tuple(findings) == self._shown and findings:
            return
        self._shown = tuple(findings)
        blocks: list[QWidget] = [self._block(finding) for finding in findings]
        self._fill([*self._cured_line(), *(blocks or [_muted(nothing)])])

    def _cured_line(self) -> list[QWidget]:
        if not self._cured:
            return []
        line = QWidget()
        line.setObjectName("cured_line")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            _muted(self.tr("The cure changed: {changes}.").format(changes=self._cured)), 1
        )
        undo = QPushButton(self.tr("Undo"))
        undo.setObjectName("undo_cure_button")
        undo.setToolTip(self.tr("Shows the recipe as it was before the cure."))
        undo.clicked.connect(self.undo_requested)
        row.addWidget(undo)
        return [line]

    def _fill(self, blocks: list[QWidget]) -> None:
        at = self.verticalScrollBar().value()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, GRID_PX, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX + 4)
        for block in blocks:
            column.addWidget(block)
        column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(at)

    def _block(self, finding: Finding) -> QWidget:
        block = QWidget()
        block.setObjectName(f"finding_{finding.code}")
        mark = QLabel(_MARKS[finding.severity])
        mark.setProperty("role", {"info": "muted"}.get(finding.severity, finding.severity))
        mark.setFont(self._theme.font("section", bold=True))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        mark.setFixedWidth(2 * GRID_PX)
        mark.setAccessibleName(self._severity_text(finding))
        evidence = QLabel(phrase(finding.evidence, finding.values))
        evidence.setFont(self._theme.font("body", bold=True))
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(2)
        grid.addWidget(mark, 0, 0, 2, 1)
        why = QLabel(
            sentences(*(phrase(t, finding.values) for t in (finding.cause, finding.cure)))
        )
        for row, label in enumerate((evidence, why)):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 1)
        for row, symptom in enumerate(finding.symptoms, start=2):
            grid.addWidget(_symptom(symptom), row, 1)
        if finding.remedy.changes:
            grid.addWidget(self._cure_button(finding), 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        return block

    def _cure_button(self, finding: Finding) -> QPushButton:
        button = QPushButton(self.tr("Try the cure"))
        button.setObjectName(f"cure_{finding.code}")
        button.setToolTip(
            self.tr("Changes the recipe as the finding says, and trains it from fresh weights.")
        )
        button.clicked.connect(lambda: self.cure_requested.emit(finding))
        return button

    def _severity_text(self, finding: Finding) -> str:
        words = {
            "bad": self.tr("Spoils the result"),
            "warn": self.tr("May spoil the result"),
            "info": self.tr("Good to know"),
        }
        return words[finding.severity]


def _symptom(finding: Finding) -> QLabel:
    """Return what a cause explains: its figures alone, under the cause."""
    label = _muted("\N{RIGHTWARDS ARROW} " + phrase(finding.evidence, finding.values))
    label.setObjectName(f"symptom_{finding.code}")
    label.setToolTip(phrase(finding.cause, finding.values))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _muted(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
