"""The answer: the digit or the number as large as it can be, how sure the network is, bars."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.records import Prediction
from gui.pages.draw.number_label import NumberLabel, Shown
from gui.pages.draw.probability_bars import ProbabilityBars
from gui.theme import GRID_PX, Theme
from gui.words import percent

SURE = 0.8
"""Above it over 99 % of drawn digits are read right, below it two in three."""

_NEARLY_ALL = 0.995


class AnswerView(QWidget):
    """Shows one `Prediction`, or says why there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.number = self._digit = NumberLabel(theme)
        self._digit.setObjectName("predicted_digit")
        self._digit.setAccessibleName(self.tr("Predicted digit"))
        self._verdict = self._words("answer_verdict", "title")
        self._detail = self._words("answer_detail_words", "section")
        self._detail.setProperty("role", "muted")
        self.bars = ProbabilityBars(theme)
        words = QVBoxLayout()
        words.setSpacing(GRID_PX // 2)
        words.addStretch(1)
        words.addWidget(self._verdict)
        words.addWidget(self._detail)
        words.addStretch(1)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(2 * GRID_PX)
        top.addWidget(self._digit)
        top.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(top)
        layout.addWidget(self.bars, 1)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_nothing(drawn=False)

    def show_digits(self, digits: tuple[Shown, ...], selected: int) -> None:
        """Show all digits that were read; `show_prediction` says more of the selected one."""
        self._digit.set_digits(digits, selected)
        direction = QBoxLayout.Direction
        several = len(digits) > 1
        self._top.setDirection(direction.TopToBottom if several else direction.LeftToRight)

    def show_prediction(self, prediction: Prediction, *, which: str = "") -> None:
        """Show what the network says; `which` says which of several digits it says it of."""
        order = np.argsort(-prediction.probabilities, kind="stable")
        best = prediction.digit
        second = next(int(digit) for digit in order if digit != best)
        sure, then = prediction.confidence, float(prediction.probabilities[second])
        named = {
            "best": prediction.name,
            "second": prediction.names[second],
            "sure": self._percent(sure),
            "then": self._percent(then),
        }
        if not prediction.is_digit:
            verdict = self.tr("Not a digit, I think")
            detail = self.tr("If it is one: {best} with {sure}, {second} with {then}")
        elif sure < SURE:
            verdict = self.tr("Not sure: {best} or {second}?")
            detail = self.tr("{best} with {sure}, {second} with {then}")
        else:
            verdict = "{sure}"
            detail = self.tr("then {second} with {then}")
        if not self._digit.several:
            self._digit.set_digits((Shown(prediction.name, 0),), 0)
        self._write(verdict.format(**named), f"{which}{detail.format(**named)}")
        self._digit.setEnabled(prediction.is_digit or self._digit.several)
        self.bars.set_probabilities(prediction.probabilities, prediction.names)

    def show_nothing(self, *, drawn: bool) -> None:
        """Show that there is no answer: nothing is drawn, or nothing in it can be read."""
        hint = self.tr("The answer appears here while you draw.")
        self.show_digits((), 0)
        self._write("", self.tr("Nothing to read here.") if drawn else hint)
        self.bars.set_probabilities(None)

    def _percent(self, probability: float) -> str:
        """Return a percentage that never says that something is certain, or impossible."""
        if probability >= _NEARLY_ALL:
            return self.tr("over 99 %")
        if probability < 1 - _NEARLY_ALL:
            return self.tr("under 1 %")
        return percent(probability, 0)

    def _words(self, name: str, size: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)  # names of classes are a stranger's
        label.setFont(self._theme.font(size))
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return label

    def _write(self, verdict: str, detail: str) -> None:
        self._verdict.setText(verdict)
        self._detail.setText(detail)

    def _restyle(self) -> None:
        palette = self._digit.palette()
        role, group = palette.ColorRole.WindowText, palette.ColorGroup
        palette.setColor(group.Active, role, self._theme.color("text"))
        palette.setColor(group.Inactive, role, self._theme.color("text"))
        palette.setColor(group.Disabled, role, self._theme.blend("muted", "background", 0.5))
        self._digit.setPalette(palette)
