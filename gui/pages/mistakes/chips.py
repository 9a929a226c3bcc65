"""What leaves images out at the moment, a chip each; a click takes one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.evaluation.selection import EVERY_CONFIDENCE, Selection, everything
from core.records import DIGITS
from gui.widgets.flow_layout import FlowLayout
from gui.words import percent, plural

Change = Callable[[Selection], Selection]

_LONGEST = 48


class Chips(QWidget):
    """The filters of a `Selection` in words, and "Show all".

    Signals:
        selection_changed: The `Selection` without what was taken back.
    """

    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_chips")
        self._layout = FlowLayout(self)
        self._selection = Selection()
        self._buttons: list[QPushButton] = []

    def show_selection(self, selection: Selection, names: Sequence[str] = DIGITS) -> None:
        """Show what this choice leaves out, classes by their names."""
        self._selection = selection
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        chips = self._chips(selection, names)
        self._buttons = [self._chip(text, change) for text, change in chips]
        if chips:
            self._buttons.append(self._show_all())
        self.updateGeometry()

    def texts(self) -> tuple[str, ...]:
        """Return what the chips say, "Show all" not among them."""
        return tuple(button.accessibleName() for button in self._buttons[:-1])

    def _chips(self, selection: Selection, names: Sequence[str]) -> list[tuple[str, Change]]:
        chips: list[tuple[str, Change]] = []
        if selection.indices is not None:
            one, many = self.tr("{n} listed image"), self.tr("{n} listed images")
            title = selection.title or plural(len(selection.indices), one, many)
            order = everything(selection.order).order
            chips.append((title, lambda s: replace(s, indices=None, title="", order=order)))
        if selection.which == "wrong" and not selection.of_the_diagonal:
            chips.append((self.tr("misread only"), lambda s: replace(s, which="all")))
        if selection.which == "right" and not selection.of_the_diagonal:
            chips.append((self.tr("read right only"), lambda s: replace(s, which="all")))
        if selection.true is not None:
            text = self.tr("is {name}").format(name=names[selection.true])
            chips.append((text, lambda s: replace(s, true=None)))
        if selection.predicted is not None:
            text = self.tr("read as {name}").format(name=names[selection.predicted])
            chips.append((text, lambda s: replace(s, predicted=None)))
        return chips + self._finer_chips(selection)

    def _finer_chips(self, selection: Selection) -> list[tuple[str, Change]]:
        chips: list[tuple[str, Change]] = []
        if selection.confidence != EVERY_CONFIDENCE:
            low, high = (percent(end, 0) for end in selection.confidence)
            text = self.tr("sure by {low} to {high}").format(low=low, high=high)
            chips.append((text, lambda s: replace(s, confidence=EVERY_CONFIDENCE)))
        if selection.missed_by_all:
            text = self.tr("misread by every network")
            chips.append((text, lambda s: replace(s, missed_by_all=False)))
        if selection.learnt != "any":
            never = selection.learnt == "never"
            text = self.tr("never read right") if never else self.tr("forgotten")
            chips.append((text, lambda s: replace(s, learnt="any")))
        if selection.ties != "any":
            only = selection.ties == "only"
            text = self.tr("tied outputs only") if only else self.tr("without tied outputs")
            chips.append((text, lambda s: replace(s, ties="any")))
        return chips

    def _chip(self, text: str, change: Change) -> QPushButton:
        short = (
            text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
        )
        chip = QPushButton(f"{short}  \N{MULTIPLICATION SIGN}".replace("&", "&&"), self)
        chip.setAccessibleName(text)
        chip.setToolTip(self.tr("Take this filter back: {filter}").format(filter=text))
        chip.clicked.connect(lambda: self.selection_changed.emit(change(self._selection)))
        return self._added(chip)

    def _show_all(self) -> QPushButton:
        button = QPushButton(self.tr("Show all"), self)
        button.setObjectName("show_all_button")
        button.setToolTip(self.tr("Take every filter back: show all images of the split."))
        order = self._selection.order
        button.clicked.connect(lambda: self.selection_changed.emit(everything(order)))
        return self._added(button)

    def _added(self, button: QPushButton) -> QPushButton:
        button.setFlat(False)
        self._layout.addWidget(button)
        button.show()
        return button
