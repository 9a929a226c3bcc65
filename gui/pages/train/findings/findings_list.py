"""What strikes in a training, worst first: evidence, cause and cure in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.diagnosis.findings import Finding
from core.records import Recipe
from gui.pages.train.findings.finding_block import FindingBlock, muted, text
from gui.theme import GRID_PX, Theme


class FindingsList(QScrollArea):
    """One block a finding, the worst first; above them what was done about one.

    Signals:
        cure_requested: The `Finding` whose change of the recipe is to be tried.
        twin_requested: The `Finding` whose recipe is to be trained with and without its cure.
        rescue_requested: The `Finding` whose trained network is to be repaired.
        images_requested: The `Finding` whose images are to be shown.
        why_requested: The `Finding` that is to be explained.
        undo_requested: What was done is to be undone.
    """

    cure_requested = Signal(object)
    twin_requested = Signal(object)
    rescue_requested = Signal(object)
    images_requested = Signal(object)
    why_requested = Signal(object)
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings_list")
        self.setAccessibleName(self.tr("Findings"))
        self._theme = theme
        self._shown: tuple[Finding, ...] | None = None
        self._recipe: Recipe | None = None
        self._done = ""
        self._allowed = (False, False)
        self._blocks: list[FindingBlock] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear()

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are shown."""
        return self._shown or ()

    def judge(self, recipe: Recipe | None) -> None:
        """Say whose findings are shown next: their cures change this recipe."""
        self._recipe = recipe

    def allow(self, *, start: bool, rescue: bool) -> None:
        """Say whether a training can start now, and whether there is a network to rescue."""
        self._allowed = (start, rescue)
        for block in self._blocks:
            block.allow(start=start, rescue=rescue)

    def clear(self) -> None:
        """Say what will be here; what was done about a finding stays until it is forgotten."""
        self._shown = None
        words = self.tr("After each epoch: what strikes in its figures, why, and what to do.")
        self._fill([*self._done_line(), muted(words)])

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings; nothing is rebuilt where they are those already shown."""
        self._show(findings, self.tr("Nothing strikes so far."))

    def show_before(self, findings: Sequence[Finding]) -> None:
        """Show what speaks against a recipe that is not trained yet."""
        self._show(findings, self.tr("Nothing speaks against this recipe and its data."))

    def forget_done(self) -> None:
        """Say no more what was done about a finding."""
        self._done = ""

    def show_done(self, words: str) -> None:
        """Say what was done about a finding, and offer to undo it; empty takes it away."""
        self._done = words
        shown, self._shown = self._shown, None
        self.show_findings(shown or ())

    def _show(self, findings: Sequence[Finding], nothing: str) -> None:
        if tuple(findings) == self._shown and findings:
            return
        self._shown = tuple(findings)
        blocks = [self._block(finding) for finding in findings]
        self._fill([*self._done_line(), *(blocks or (muted(nothing),))])
        self._blocks = blocks
        start, rescue = self._allowed
        self.allow(start=start, rescue=rescue)

    def _done_line(self) -> list[QWidget]:
        if not self._done:
            return []
        line = QWidget()
        line.setObjectName("cured_line")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text(self._done), 1)
        undo = QPushButton(self.tr("Undo"))
        undo.setObjectName("undo_cure_button")
        undo.setToolTip(self.tr("Shows the recipe, and uses the network, of before."))
        undo.clicked.connect(self.undo_requested)
        row.addWidget(undo, 0, Qt.AlignmentFlag.AlignTop)
        return [line]

    def _fill(self, blocks: Sequence[QWidget]) -> None:
        at = self.verticalScrollBar().value()
        self._blocks = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, GRID_PX, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX + 4)
        for block in blocks:
            column.addWidget(block)
        column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().setValue(at)

    def _block(self, finding: Finding) -> FindingBlock:
        block = FindingBlock(finding, self._recipe, self._theme)
        block.cure_requested.connect(self.cure_requested)
        block.twin_requested.connect(self.twin_requested)
        block.rescue_requested.connect(self.rescue_requested)
        block.images_requested.connect(self.images_requested)
        block.why_requested.connect(self.why_requested)
        return block
