"""The buttons under the pad: undo, redo, clear, paste, and files behind one more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from core.ink.drawing import SHEET_PEN
from gui.pages.draw.drawing_pad import DrawingPad
from gui.preferences import PenWidth
from gui.theme import GRID_PX
from gui.widgets.flow_layout import FlowLayout

PENS: dict[PenWidth, float] = {"fine": 0.02, "medium": SHEET_PEN, "broad": 0.08}
"""Width of the lines, as a share of the sheet's side."""


class PadTools(QWidget):
    """What can be done to the drawing on a pad, each as a button.

    Signals:
        open_requested: A drawing should be read from a file.
        save_requested: The drawing should be written to one.
        pen_chosen: How wide lines should look from now on, a `PenWidth`.
        pressure_chosen: Whether a pen's pressure should vary that, a bool.
    """

    open_requested = Signal()
    save_requested = Signal()
    pen_chosen = Signal(str)
    pressure_chosen = Signal(bool)

    def __init__(self, pad: DrawingPad, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = pad
        self._row = FlowLayout(self)
        self._undo = self._add("undo_button", self.tr("Undo"), pad.undo)
        self._undo.setToolTip(self.tr("Takes the last stroke back (Ctrl+Z)."))
        self._redo = self._add("redo_button", self.tr("Redo"), pad.redo)
        self._redo.setToolTip(self.tr("Draws again what was taken back (Ctrl+Shift+Z)."))
        self._clear = self._add("clear_button", self.tr("Clear"), pad.clear)
        self._clear.setToolTip(self.tr("Empties the sheet (Delete). Undo brings it back."))
        paste = self._add("paste_button", self.tr("Paste"), pad.paste)
        paste.setToolTip(
            self.tr(
                "Reads a picture of a digit or a number (Ctrl+V): a photo or scan, a page, "
                "on dark or light paper, ruled or not. You can drop a file on the sheet too."
            )
        )
        self._add_pens()
        self._add_files()
        pad.history_changed.connect(self._update)
        self._update()

    def _add(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        # clicked hands over a checked flag that nothing here wants.
        button.clicked.connect(lambda: act())
        # As narrow as the words: all of them fit below the smallest pad.
        button.setFixedWidth(button.fontMetrics().horizontalAdvance(text) + 3 * GRID_PX)
        self._row.addWidget(button)
        return button

    def _add_pens(self) -> None:
        button = QToolButton()
        button.setObjectName("pen_width_button")
        button.setText(self.tr("Pen"))
        button.setToolTip(
            self.tr(
                "How wide lines look on the sheet. The network sees them in its own width. "
                "The right mouse button, or the other end of a pen, erases."
            )
        )
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(button), QActionGroup(button)
        names = {
            "fine": self.tr("Fine"),
            "medium": self.tr("Medium"),
            "broad": self.tr("Broad"),
        }
        self._pens: dict[PenWidth, QAction] = {}
        for width in PENS:
            action = _entry(menu, f"{width}_pen_action", names[width])
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, width=width: self._choose(width))
            self._pens[width] = action
        menu.addSeparator()
        self._pressure = _entry(
            menu, "pen_pressure_action", self.tr("Pressure varies the width")
        )
        self._pressure.setCheckable(True)
        self._pressure.triggered.connect(self._choose_pressure)
        button.setMenu(menu)
        self._row.addWidget(button)

    def set_pen(self, width: PenWidth) -> None:
        """Draw with this pen."""
        self._pens[width].setChecked(True)
        self._pad.pen_share = PENS[width]

    def set_pressed(self, pressed: bool) -> None:
        """Let a pen's pressure vary the width of lines, or not."""
        self._pressure.setChecked(pressed)
        self._pad.pressed = pressed

    def _choose_pressure(self, pressed: bool) -> None:
        self.set_pressed(pressed)
        self.pressure_chosen.emit(pressed)

    def _choose(self, width: PenWidth) -> None:
        self.set_pen(width)
        self.pen_chosen.emit(width)

    def _add_files(self) -> None:
        button = QToolButton()
        button.setObjectName("drawing_file_button")
        button.setText(self.tr("File"))
        button.setToolTip(self.tr("Opens, saves or copies the drawing."))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._open = _entry(menu, "open_drawing_action", self.tr("Open picture or strokes..."))
        self._open.triggered.connect(self.open_requested)
        self._save = _entry(menu, "save_drawing_action", self.tr("Save drawing..."))
        self._save.triggered.connect(self.save_requested)
        self._copy = _entry(menu, "copy_drawing_action", self.tr("Copy as picture"))
        self._copy.triggered.connect(self._pad.copy)
        button.setMenu(menu)
        self._row.addWidget(button)

    def _update(self) -> None:
        self._undo.setEnabled(self._pad.can_undo)
        self._redo.setEnabled(self._pad.can_redo)
        for control in (self._clear, self._save, self._copy):
            control.setEnabled(not self._pad.drawing.empty)


def _entry(menu: QMenu, name: str, text: str) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    return action
