"""Published and measured figures as a table: a row each, marked with its verdict."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from core.reproduction.verdicts import JudgedValue, Verdict
from gui.theme import Theme
from gui.words import NOTHING, count, number, percent, phrase

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

MARKS: dict[Verdict | None, str] = {
    "agrees": "\N{CHECK MARK}",
    "differs": "\N{MULTIPLICATION X}",
    "too scattered to tell": "?",
    "not reproducible as printed": "!",
    None: "",
}
_ROLES: dict[Verdict | None, str] = {
    "agrees": "good",
    "differs": "bad",
    "too scattered to tell": "warn",
    "not reproducible as printed": "warn",
    None: "muted",
}
_FIGURE, _EPOCH, _PUBLISHED, _MEASURED, VERDICT_COLUMN, WHY_COLUMN = range(6)
_NUMBERS = (_EPOCH, _PUBLISHED, _MEASURED)


class JudgedModel(QAbstractTableModel):
    """Figures as a table, a row each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.judged: tuple[JudgedValue, ...] = ()
        self._headers = (
            self.tr("Figure"),
            self.tr("Epoch"),
            self.tr("Published"),
            self.tr("Measured"),
            self.tr("Verdict"),
            self.tr("Tolerance, or reason"),
        )
        theme.changed.connect(self._on_theme_changed)

    def show(self, judged: tuple[JudgedValue, ...]) -> None:
        """Show these figures; the rows stay where they are if there are as many."""
        if len(judged) == len(self.judged):
            self.judged = judged
            self._tell_changed()
            return
        self.beginResetModel()
        self.judged = judged
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the figures."""
        return 0 if parent.isValid() else len(self.judged)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell: its text, the verdict's colour, the whole reason as tool tip."""
        item, column = self.judged[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(item, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._whole(item)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            if column == VERDICT_COLUMN:
                return self._theme.color(_ROLES[item.verdict])
            if column == WHY_COLUMN or item.measured is None:
                return self._theme.color("muted")
        if role == Qt.ItemDataRole.FontRole and column == VERDICT_COLUMN and item.verdict:
            font = QFont(self._theme.font("body"))
            font.setBold(item.verdict != "agrees")
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the titles of the columns, above what they head."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == _EPOCH:
            return self.tr("As the text counts them: the network from scratch begins with 0.")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in _NUMBERS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        return self._text(self.judged[row], column)

    def verdict_text(self, verdict: Verdict | None) -> str:
        """Return a verdict in words, behind its mark."""
        words = {
            "agrees": self.tr("agrees"),
            "differs": self.tr("differs"),
            "too scattered to tell": self.tr("too scattered to tell"),
            "not reproducible as printed": self.tr("not reproducible as printed"),
        }
        return f"{MARKS[verdict]} {words[verdict]}" if verdict else NOTHING

    def _text(self, item: JudgedValue, column: int) -> str:
        if column == _FIGURE:
            return self._what(item)
        if column == _EPOCH:
            return "" if item.epoch is None else str(item.epoch)
        if column in (_PUBLISHED, _MEASURED):
            value = item.published if column == _PUBLISHED else item.measured
            return _value_text(item, value)
        if column == VERDICT_COLUMN:
            if item.verdict == "not reproducible as printed":  # as short as the others
                return f"{MARKS[item.verdict]} {self.tr('not reproducible')}"
            if item.verdict == "too scattered to tell":
                return f"{MARKS[item.verdict]} {self.tr('too scattered')}"
            return self.verdict_text(item.verdict)
        if item.tolerance is None:
            return phrase(item.why)
        return f"\N{PLUS-MINUS SIGN} {_tolerance_text(item)}: {phrase(item.why)}"

    def _whole(self, item: JudgedValue) -> str:
        """Return all that one row says, which may not fit into its cells."""
        cells = (_PUBLISHED, _MEASURED)
        values = [f"{self._headers[cell]}: {self._text(item, cell)}" for cell in cells]
        head = [self._what(item), *values, self.verdict_text(item.verdict)]
        return "\n".join((*head, self._text(item, WHY_COLUMN)))

    def _what(self, item: JudgedValue) -> str:
        words = {
            "loss": self.tr("training loss"),
            "accuracy": self.tr("training accuracy"),
            "val_loss": self.tr("test loss"),
            "val_accuracy": self.tr("test accuracy"),
            "training_error": self.tr("training error"),
            "training_accuracy": self.tr("training accuracy"),
            "test_error": self.tr("test error"),
            "test_accuracy": self.tr("test accuracy"),
            "training accuracy": self.tr("training accuracy of the trained network"),
            "test accuracy": self.tr("test accuracy of the trained network"),
        }
        return words.get(item.what) or phrase(item.what)

    def _on_theme_changed(self) -> None:
        self._tell_changed()

    def _tell_changed(self) -> None:
        if self.judged:
            last = self.index(len(self.judged) - 1, len(self._headers) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _value_text(item: JudgedValue, value: float | str | None) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return phrase(value)
    if isinstance(value, int):
        return count(value)
    return percent(value) if "accuracy" in item.what else _short(value)


def _tolerance_text(item: JudgedValue) -> str:
    tolerance = item.tolerance or 0.0
    if "accuracy" in item.what:
        return percent(tolerance, 2 if tolerance > 1e-4 else 3)
    return QLocale().toString(tolerance, "g", 2)


def _short(value: float) -> str:
    """Return four digits after the point, of large numbers fewer."""
    return number(value, 4 if abs(value) < 10 else 2)
