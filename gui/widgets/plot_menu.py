"""The context menu of plots: copy, save, reset, logarithmic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from core.atomic_file import write_atomically
from core.errors import InklingError
from gui.dialogs import Dialogs, FileQuestion
from gui.theme import Theme
from gui.widgets.widget_pictures import picture_of, write_picture


class PlotMenu(QObject):
    """What can be done with some plots that belong together.

    Tests put their own `dialogs` here.

    Parameters
    ----------
    parts : sequence of QWidget
        What a picture of them shows: titles, keys, plots.
    figures : callable
        Gives what is drawn as CSV.
    show_all : callable
        Undoes the person's zoom.
    logarithmic : QCheckBox
        The switch that the menu has too.

    Signals:
        failed: An `InklingError`: a file could not be written.
        written: The `Path` that was written.
    """

    failed = Signal(object)
    written = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        parts: Sequence[QWidget],
        figures: Callable[[], str],
        show_all: Callable[[], object],
        logarithmic: QCheckBox,
    ) -> None:
        super().__init__(parent)
        self.dialogs = Dialogs()
        self._theme = theme
        self._window = parent
        self._parts = parts
        self._figures = figures
        self.menu = QMenu(parent)
        self.menu.addAction(self.tr("Copy picture"), self.copy)
        self.menu.addAction(self.tr("Save picture (PNG, SVG)..."), self.save_picture)
        self.menu.addAction(self.tr("Save figures (CSV)..."), self.save_figures)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Show all (A)"), show_all)
        switch = self.menu.addAction(self.tr("Logarithmic loss"))
        switch.setCheckable(True)
        switch.setChecked(logarithmic.isChecked())
        switch.toggled.connect(logarithmic.setChecked)
        logarithmic.toggled.connect(switch.setChecked)

    def serve(self, plot: QWidget) -> None:
        """Open at a right click on this plot, or at the menu key."""
        plot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

        def open_menu(place: QPoint) -> None:
            self.menu.popup(plot.mapToGlobal(place))

        plot.customContextMenuRequested.connect(open_menu)

    def copy(self) -> None:
        """Put the picture onto the clipboard."""
        picture = picture_of(self._parts, self._theme.color("surface"))
        QGuiApplication.clipboard().setImage(picture)

    def save_picture(self) -> None:
        """Ask for a file and write the picture to it."""
        filters = self.tr("PNG (*.png);;SVG (*.svg)")
        title, name = self.tr("Save picture"), "curves.png"
        path = self._ask(title, name, filters, ".png", ".svg")
        if path is not None:
            ground = self._theme.color("surface")
            self._write(path, lambda: write_picture(path, self._parts, ground))

    def save_figures(self) -> None:
        """Ask for a file and write what is drawn to it, one row a point."""
        title, filters = self.tr("Save figures"), self.tr("CSV (*.csv)")
        path = self._ask(title, "curves.csv", filters, ".csv")
        if path is not None:
            lines = [self._figures().encode("utf-8")]
            self._write(path, lambda: write_atomically(path, lambda f: f.writelines(lines)))

    def _ask(self, title: str, name: str, filters: str, *endings: str) -> Path | None:
        question = FileQuestion(title, Path.home() / name, filters)
        failed = self.failed.emit
        return self.dialogs.file_to_write(self._window, question, *endings, failed=failed)

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except InklingError as error:
            self.failed.emit(error)
        else:
            self.written.emit(path)
