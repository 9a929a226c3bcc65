"""Help > Keyboard: every key and every gesture of the mouse that does something."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from gui.sizes import resize_within_screen, scaled
from gui.theme import MARGIN_PX

Rows = tuple[tuple[str, str], ...]

_DRAW = (
    (QT_TRANSLATE_NOOP("keyboard", "Left button, pen"), QT_TRANSLATE_NOOP("keyboard", "draws")),
    (
        QT_TRANSLATE_NOOP("keyboard", "Right button, other end of the pen"),
        QT_TRANSLATE_NOOP("keyboard", "erases"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Escape, Delete, Backspace"),
        QT_TRANSLATE_NOOP("keyboard", "empties the sheet; Undo brings it back"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "0 ... 9"),
        QT_TRANSLATE_NOOP(
            "keyboard", "keeps the drawing as one of your own digits, so labelled"
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Left, Right (on the number)"),
        QT_TRANSLATE_NOOP("keyboard", "goes from digit to digit, where several are read"),
    ),
)
_PLOTS = (
    (
        QT_TRANSLATE_NOOP("keyboard", "Wheel, drag"),
        QT_TRANSLATE_NOOP("keyboard", "zooms, moves"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Double-click, A"),
        QT_TRANSLATE_NOOP("keyboard", "shows all again"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Left, Right"),
        QT_TRANSLATE_NOOP("keyboard", "goes from epoch to epoch and reads its values"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Right-click, Menu key"),
        QT_TRANSLATE_NOOP("keyboard", "copies, saves as PNG, SVG or CSV, resets the view"),
    ),
)
_RUNS = (
    (
        QT_TRANSLATE_NOOP("keyboard", "Ctrl+click, Shift+click, Shift+Down"),
        QT_TRANSLATE_NOOP("keyboard", "chooses several runs to compare"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "F2, double-click"),
        QT_TRANSLATE_NOOP("keyboard", "edits the name or the note"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Delete"),
        QT_TRANSLATE_NOOP("keyboard", "deletes the chosen runs; Undo brings them back"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Right-click, Menu key"),
        QT_TRANSLATE_NOOP("keyboard", "all that can be done with the chosen runs"),
    ),
)
_OTHERS = (
    (
        QT_TRANSLATE_NOOP("keyboard", "Arrow keys (matrix, grids of digits)"),
        QT_TRANSLATE_NOOP("keyboard", "goes from cell to cell, from image to image"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Escape (Mistakes)"),
        QT_TRANSLATE_NOOP("keyboard", "closes the detail, then shows all cells again"),
    ),
    (QT_TRANSLATE_NOOP("keyboard", "0 ... 9 (Quiz)"), QT_TRANSLATE_NOOP("keyboard", "answers")),
    (
        QT_TRANSLATE_NOOP("keyboard", "Backspace (Quiz)"),
        QT_TRANSLATE_NOOP("keyboard", "takes the last answer back"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Up, Down (number fields)"),
        QT_TRANSLATE_NOOP(
            "keyboard", "one step more, less; the wheel does so in a field in use"
        ),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Tab, Shift+Tab"),
        QT_TRANSLATE_NOOP("keyboard", "next, previous field or button"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Enter, Space"),
        QT_TRANSLATE_NOOP("keyboard", "presses the button that has the focus"),
    ),
    (
        QT_TRANSLATE_NOOP("keyboard", "Drop a file anywhere"),
        QT_TRANSLATE_NOOP("keyboard", "opens it"),
    ),
)
_PARTS = (
    (QT_TRANSLATE_NOOP("keyboard", "Draw"), _DRAW),
    (QT_TRANSLATE_NOOP("keyboard", "Plots"), _PLOTS),
    (QT_TRANSLATE_NOOP("keyboard", "Runs"), _RUNS),
    (QT_TRANSLATE_NOOP("keyboard", "Everywhere else"), _OTHERS),
)


def keyboard_html(menu_keys: list[tuple[str, str]]) -> str:
    """Return all keys as a page: those of the menus first, then what each page knows."""
    translate = QCoreApplication.translate
    rows = [_heading(translate("keyboard", "Menus")), *map(_row, menu_keys)]
    for title, part in _PARTS:
        rows.append(_heading(translate("keyboard", str(title))))
        rows += [
            _row((translate("keyboard", str(keys)), translate("keyboard", str(does))))
            for keys, does in part
        ]
    return f"<table cellspacing='0'>{''.join(rows)}</table>"


def show_keyboard(parent: QWidget, menu_keys: list[tuple[str, str]]) -> None:
    """Open the list in a window of its own, which can stay open."""
    dialog = QDialog(parent)
    dialog.setObjectName("keyboard_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("keyboard", "Keyboard and mouse"))
    text = QTextBrowser(dialog)
    text.setObjectName("keyboard_text")
    text.setAccessibleName(dialog.windowTitle())
    text.setHtml(keyboard_html(menu_keys))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
    column.addWidget(text, 1)
    column.addWidget(buttons)
    resize_within_screen(dialog, scaled(680), scaled(560))
    dialog.show()


def _heading(text: str) -> str:
    return f"<tr><td colspan='2' style='padding-top: 12px'><h4>{escape(text)}</h4></td></tr>"


def _row(row: tuple[str, str]) -> str:
    keys, does = map(escape, row)
    return f"<tr><td style='padding-right: 24px'><b>{keys}</b></td><td>{does}</td></tr>"
