"""The kept experiments, the newest first: how far each is, and whether it runs or waits."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.session.experiments import ListedExperiment
from gui.theme import GRID_PX
from gui.words import NOTHING, count, moment

_NUMBER = Qt.ItemDataRole.UserRole
_WIDEST_PX = 10_000.0


class ExperimentsList(QListWidget):
    """One line an experiment.

    Signals:
        chosen: The number of the experiment that was chosen.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("experiments_list")
        self.setAccessibleName(self.tr("Experiments"))
        self.setMinimumWidth(200)
        self.setSpacing(GRID_PX // 4)
        self.currentItemChanged.connect(self._on_current)

    def show_experiments(
        self, found: tuple[ListedExperiment, ...], running: int | None, queue: tuple[int, ...]
    ) -> None:
        """Show these, and choose the one that was chosen, else the newest."""
        before = self.chosen_number()
        self.blockSignals(True)
        self.clear()
        for one in found:
            words = self._words(one, running, queue)
            item = QListWidgetItem(words)
            item.setSizeHint(self._room_of(words))
            item.setData(_NUMBER, one.id)
            item.setToolTip(self.tr("Data: {data}").format(data=one.data_name))
            self.addItem(item)
        self.blockSignals(False)
        known = [one.id for one in found]
        if known:
            self.choose(before if before in known else known[0], tell=before not in known)

    def choose(self, number: int, *, tell: bool = True) -> None:
        """Choose an experiment."""
        for row in range(self.count()):
            if self.item(row).data(_NUMBER) == number:
                self.blockSignals(not tell)
                self.setCurrentRow(row)
                self.blockSignals(False)

    def chosen_number(self) -> int | None:
        """Return the number of the chosen experiment."""
        item = self.currentItem()
        return None if item is None else int(item.data(_NUMBER))

    def _words(self, one: ListedExperiment, running: int | None, queue: tuple[int, ...]) -> str:
        when = moment(one.started)
        total = NOTHING if one.total is None else count(one.total)
        state = self.tr("{done} of {total} done").format(done=count(one.done), total=total)
        if one.id == running:
            state = self.tr("running, {state}").format(state=state)
        elif one.id in queue:
            state = self.tr("waiting, {state}").format(state=state)
        return f"{one.name} #{one.id}\n{state}\n{when}"

    def _room_of(self, words: str) -> QSize:
        """Return what the lines take; Qt's own guess cuts the last of three Chinese ones."""
        height = 0.0
        for words_of_line in words.split("\n"):
            layout = QTextLayout(words_of_line, self.font())
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(_WIDEST_PX)
            height += ceil(line.height())
            layout.endLayout()
        return QSize(0, int(height) + GRID_PX)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(int(item.data(_NUMBER)))
