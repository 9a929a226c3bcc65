"""One finding: a mark, what the figures show, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from core.diagnosis.findings import Finding
from core.records import Recipe
from gui.recipe_words import field_words, value_words
from gui.theme import GRID_PX, Theme
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.word_label import WordLabel
from gui.words import phrase, sentences

if TYPE_CHECKING:
    from core.recipes.differences import Change

_MARKS = {"bad": "\N{MULTIPLICATION X}", "warn": "!", "info": "i"}


class FindingBlock(QWidget):
    """A finding in words, with a button for each thing that can be done about it.

    Signals:
        cure_requested: The `Finding` whose cure is to be tried.
        twin_requested: The `Finding` whose cure is to be trained beside the recipe.
        rescue_requested: The `Finding` whose network is to be repaired.
        images_requested: The `Finding` whose images are to be shown.
        why_requested: The `Finding` that is to be explained.
    """

    cure_requested = Signal(object)
    twin_requested = Signal(object)
    rescue_requested = Signal(object)
    images_requested = Signal(object)
    why_requested = Signal(object)

    def __init__(self, finding: Finding, recipe: Recipe | None, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"finding_{finding.code}")
        self.finding = finding
        self._theme = theme
        self.starting: list[QPushButton] = []
        self.rescuing: list[QPushButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._mark(), 0, 0, 2, 1)
        for row, widget in enumerate(self._lines(recipe)):
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)

    def allow(self, *, start: bool, rescue: bool) -> None:
        """Say whether a training can start now, and whether there is a network to rescue."""
        for button in self.starting:
            button.setEnabled(start)
        for button in self.rescuing:
            button.setEnabled(rescue)

    def _mark(self) -> QLabel:
        severity = self.finding.severity
        mark = QLabel(_MARKS[severity])
        mark.setProperty("role", {"info": "muted"}.get(severity, severity))
        mark.setFont(self._theme.font("section", bold=True))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        mark.setFixedWidth(2 * GRID_PX)
        words = {
            "bad": self.tr("Spoils the result"),
            "warn": self.tr("May spoil the result"),
            "info": self.tr("Good to know"),
        }
        mark.setAccessibleName(words[severity])
        return mark

    def _lines(self, recipe: Recipe | None) -> list[QWidget]:
        finding = self.finding
        evidence = text(phrase(finding.evidence, finding.values))
        evidence.setFont(self._theme.font("body", bold=True))
        why = (phrase(part, finding.values) for part in (finding.cause, finding.cure))
        lines: list[QWidget] = [evidence, text(sentences(*why))]
        lines += [_symptom(symptom) for symptom in finding.symptoms]
        if recipe is not None and finding.remedy.changes:
            lines.append(self._changes(recipe))
        lines.append(self._actions())
        return lines

    def _changes(self, recipe: Recipe) -> QLabel:
        """Say what the cure would change, before anybody clicks."""
        changed = change_words(recipe, self.finding.remedy.apply(recipe))
        label = muted(self.tr("The cure: {changes}").format(changes=changed))
        label.setObjectName(f"changes_{self.finding.code}")
        return label

    def _actions(self) -> QWidget:
        row = QWidget()
        line = FlowLayout(row)
        for button in self._buttons():
            line.addWidget(button)
        return row

    def _buttons(self) -> list[QPushButton]:
        finding, buttons = self.finding, []
        if finding.remedy.changes:
            self.starting = [
                self._button(
                    "cure",
                    self.tr("Try the cure"),
                    self.tr("Changes the recipe as it says here, and trains it from fresh "
                            "weights, with the curves of before beside the new ones."),
                    self.cure_requested.emit,
                ),
                self._button(
                    "twin",
                    self.tr("Twin run"),
                    self.tr("Trains this recipe and the cured one, with the same seed and the "
                            "same order of images, and draws both."),
                    self.twin_requested.emit,
                ),
            ]  # fmt: skip
            buttons += self.starting
        if finding.remedy.rescue is not None:
            name, tip = self._rescue_words()
            self.rescuing = [self._button("rescue", name, tip, self.rescue_requested.emit)]
            buttons += self.rescuing
        if finding.shows:
            tip = self.tr("Opens the images that this speaks of.")
            words = self.tr("Show the images")
            buttons.append(self._button("images", words, tip, self.images_requested.emit))
        tip = self.tr("Explains it with the numbers of this training, and a plot.")
        buttons.append(self._button("why", self.tr("Why?"), tip, self.why_requested.emit))
        return buttons

    def _rescue_words(self) -> tuple[str, str]:
        if self.finding.remedy.rescue == "best-epoch":
            return (
                self.tr("Take its weights"),
                self.tr("Uses the network as it was after the best epoch."),
            )
        if self.finding.remedy.rescue == "softmax":
            return (
                self.tr("Rescue the network"),
                self.tr("Keeps the trained weights and puts a softmax behind them. Nothing is "
                        "trained."),
            )  # fmt: skip
        return (
            self.tr("Rescue the network"),
            self.tr("Goes on from the trained weights, with the loss taken from the logits."),
        )

    def _button(
        self, kind: str, words: str, tip: str, act: Callable[[Finding], None]
    ) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{kind}_{self.finding.code}")
        button.setToolTip(tip)
        button.clicked.connect(lambda: act(self.finding))
        return button


def change_words(old: Recipe, new: Recipe) -> str:
    """Say what is other in the second recipe: "learning rate: 1 → 0.001; seed: 0 → 1"."""
    # Imported late: the window opens before anything is found.
    from core.recipes.differences import changes

    return "; ".join(_change(change) for change in changes(old, new))


def _change(change: Change) -> str:
    old, new = (value_words(change.what, value) for value in (change.old, change.new))
    return f"{_place(change)}: {old} \N{RIGHTWARDS ARROW} {new}"


def _place(change: Change) -> str:
    if change.layers is None:
        return field_words(change.what)
    first, last = change.layers
    if first == last:
        return QCoreApplication.translate("recipes", "layer {n}").format(n=first)
    words = QCoreApplication.translate("recipes", "layers {first} to {last}")
    return words.format(first=first, last=last)


def text(words: str) -> QLabel:
    """Return words that wrap and can be copied."""
    label = WordLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        label.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    return label


def muted(words: str) -> QLabel:
    """Return words that stand back."""
    label = text(words)
    label.setProperty("role", "muted")
    return label


def _symptom(finding: Finding) -> QLabel:
    """Return what a cause explains: its figures alone, under the cause."""
    label = muted("\N{RIGHTWARDS ARROW} " + phrase(finding.evidence, finding.values))
    label.setObjectName(f"symptom_{finding.code}")
    label.setToolTip(phrase(finding.cause, finding.values))
    return label
