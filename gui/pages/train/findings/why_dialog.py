"""Why? A finding explained: its numbers, one plot of them, what follows, what to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.diagnosis.evidence import Evidence
from core.diagnosis.finding import Finding
from core.diagnosis.illustration import illustrate
from gui.pages.train.findings.finding_block import muted, text
from gui.sizes import resize_within_screen, scaled
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.words import phrase


class WhyDialog(QDialog):
    """The explanation of one finding; it stays open beside the window."""

    def __init__(
        self, finding: Finding, evidence: Evidence, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("why_dialog")
        self.setWindowTitle(self.tr("Why?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID_PX, 0)
        column.setSpacing(GRID_PX)
        for widget in self._parts(finding, evidence):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        resize_within_screen(self, scaled(560), scaled(600))

    def _parts(self, finding: Finding, evidence: Evidence) -> list[QWidget]:
        parts: list[QWidget] = [
            self._heading(self.tr("What was seen")),
            text(phrase(finding.evidence, finding.values)),
            *self._plot(finding, evidence),
            self._heading(self.tr("Why it is so")),
            text(phrase(finding.cause, finding.values)),
        ]
        if finding.symptoms:
            parts.append(self._heading(self.tr("What follows from it")))
        for symptom in finding.symptoms:
            parts.append(text(phrase(symptom.evidence, symptom.values)))
            parts.append(muted(phrase(symptom.cause, symptom.values)))
        if finding.cure:
            parts.append(self._heading(self.tr("What to do")))
            parts.append(text(phrase(finding.cure, finding.values)))
        if finding.source:
            parts.append(self._heading(self.tr("To read on")))
            parts.append(muted(finding.source))
        return parts

    def _plot(self, finding: Finding, evidence: Evidence) -> list[QWidget]:
        drawn = illustrate(finding, evidence)
        if drawn is None:
            return [muted(self.tr("The plot comes with the first epoch."))]
        # Imported late: pyqtgraph delays the first paint.
        from gui.pages.train.findings.why_plot import WhyPlot

        return [muted(phrase(drawn.title)), WhyPlot(drawn, self._theme)]

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(self._theme.font("body", bold=True))
        return label
