"""What can be done with the chosen runs: buttons under the table, and its context menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from core.errors import RecipeError
from core.runs.continuing import plan_of
from core.runs.run import Run
from gui.pages.runs.notice import Notice
from gui.theme import GRID_PX
from gui.words import continue_words, error_text


class RunActions(QWidget):
    """The buttons, each with an entry in the menu, and what was done last between them.

    Signals:
        requested: The name of what the person wants: "open", "continue", "versus", "rename",
            "note", "pin", "delete", "csv", "plots" or "tensorboard".
    """

    requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self.menu = QMenu(self)
        self.menu.setObjectName("runs_menu")
        self._entries: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._continue_tip = self.tr(
            "Train on with the same weights, optimizer state and recipe: to its last epoch, "
            "or, where that is reached, for as many epochs once more."
        )
        self._add("open", self.tr("Use this network"),
                  self.tr("Read digits with the network that this run gave."),
                  "open_run_button")  # fmt: skip
        self._add("continue", self.tr("Continue"), self._continue_tip, "continue_run_button")
        self._add("versus", self.tr("Compare mistakes"),
                  self.tr("Choose two runs: see which test images the second network fixes, "
                          "and which it breaks."), "compare_mistakes_button")  # fmt: skip
        self._add("rename", self.tr("Rename"), self.tr("Give the run another name (F2)."))
        self._add("note", self.tr("Edit note"), self.tr("Write down what you tried, or saw."))
        self._add("pin", self.tr("Pin as baseline"),
                  self.tr("Keeps this run beside whatever is chosen, and says how far the "
                          "others lie from it."), "pin_run_button")  # fmt: skip
        self._add("delete", self.tr("Delete"),
                  self.tr("Delete the chosen runs; this can be undone."),
                  "delete_runs_button")  # fmt: skip
        self._lay_out()

    def serve(self, table: QWidget) -> None:
        """Open the menu at a right click on a widget, or at the menu key."""
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        def open_menu(place: QPoint) -> None:
            self.menu.popup(table.mapToGlobal(place))

        table.customContextMenuRequested.connect(open_menu)

    def follow(self, runs: tuple[Run, ...], baseline: int | None) -> None:
        """Offer what can be done with these runs."""
        for name in ("open", "rename", "note"):
            self._enable(name, len(runs) == 1)
        for name in ("delete", "csv", "plots", "tensorboard"):
            self._enable(name, bool(runs))
        self._export.setEnabled(bool(runs))
        self._enable("versus", len(runs) == 2)
        pinned = len(runs) == 1 and runs[0].id == baseline
        self._enable("pin", len(runs) == 1)
        self._name("pin", self.tr("Unpin baseline") if pinned else self.tr("Pin as baseline"))
        self._show_plan(runs)

    def _show_plan(self, runs: tuple[Run, ...]) -> None:
        """Say what Continue would do with the chosen run."""
        words, tip = self.tr("Continue"), self._continue_tip
        possible = len(runs) == 1 and runs[0].state != "running"
        if possible:
            try:
                words = continue_words(plan_of(runs[0]))
            except RecipeError as error:
                possible, tip = False, error_text(error)
        self._name("continue", words)
        self._buttons["continue"].setToolTip(tip)
        self._enable("continue", possible)

    def _add(self, what: str, words: str, tip: str, button_name: str = "") -> None:
        entry = self.menu.addAction(words, lambda: self.requested.emit(what))
        entry.setToolTip(tip)
        self._entries[what] = entry
        if button_name:
            button = QPushButton(words)
            button.setObjectName(button_name)
            button.setToolTip(tip)
            button.clicked.connect(lambda: self.requested.emit(what))
            self._buttons[what] = button

    def _lay_out(self) -> None:
        exports = self.menu.addMenu(self.tr("Export"))
        for what, words in (
            ("csv", self.tr("Figures as CSV...")),
            ("plots", self.tr("Plots as PNG or SVG...")),
            ("tensorboard", self.tr("TensorBoard event files...")),
        ):
            self._entries[what] = exports.addAction(words, partial(self.requested.emit, what))
        self._export = QPushButton(self.tr("Export"))
        self._export.setObjectName("export_runs_button")
        self._export.setToolTip(self.tr("Write the chosen runs' figures or plots to files."))
        self._export.setMenu(exports)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addWidget(self.notice, 1)
        row.addWidget(self._export)

    def _enable(self, what: str, enabled: bool) -> None:
        self._entries[what].setEnabled(enabled)
        if what in self._buttons:
            self._buttons[what].setEnabled(enabled)

    def _name(self, what: str, words: str) -> None:
        self._entries[what].setText(words)
        self._buttons[what].setText(words)
