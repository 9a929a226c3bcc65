"""What the recipe form is made of: exact numbers, choices, sections that fold."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite, isnan

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.limits import Limit
from gui.icons import icon_pixmap
from gui.sizes import scaled
from gui.theme import GRID_PX
from gui.widgets.word_label import WordLabel

_EXACT_DECIMALS = 323
"""A spin box rounds to its decimals: with Qt's most, no number that a recipe has is changed."""

FIELD_PX = 112
"""Width of number fields, so that they stand in line."""

LABEL_PX = 104
"""Least width of the labels, so that the fields of all parts stand in line."""

ROW_PX = 6
"""Between two rows."""

VARY_PX = 22
"""Side of the sign beside a field that can be varied."""

_VARY_OPACITY = 0.55


class FloatBox(QDoubleSpinBox):
    """A number that is shown as short as it can be and kept exactly.

    The arrows go 1, 2, 5, 10, ... where `ladder` is True, else by the box's single step.
    Text may be written as 0.001 or 1e-3, always with a point.
    """

    def __init__(self, lowest: float, highest: float, *, ladder: bool = False) -> None:
        super().__init__()
        self._ladder = ladder
        self.setLocale(QLocale.c())
        self.setDecimals(_EXACT_DECIMALS)
        self.setRange(lowest, highest)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(scaled(FIELD_PX))
        only_scroll_when_focused(self)

    @classmethod
    def within(cls, limit: Limit, *, ladder: bool = False) -> FloatBox:
        """Return a box for a field of a recipe: it takes what the field may be."""
        return cls(limit.low, limit.highest, ladder=ladder)

    def textFromValue(self, value: float) -> str:
        """Return the shortest text that reads back as the same number."""
        return str(int(value)) if value == int(value) else repr(value)

    def valueFromText(self, text: str) -> float:
        """Read a number; what is not one is the lowest."""
        return _float_of(self._bare(text), self.minimum())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let only numbers within the range be written, and what may become one."""
        bare = self._bare(text)
        value = _float_of(bare, float("nan"))
        if isfinite(value) and self.minimum() <= value <= self.maximum():
            return QValidator.State.Acceptable, text, position
        could_be = set(bare) <= set("0123456789.eE+-") and (
            isnan(value) or value < self.minimum()
        )
        state = QValidator.State.Intermediate if could_be else QValidator.State.Invalid
        return state, text, position

    def stepBy(self, steps: int) -> None:
        """Go up or down the ladder, or by the single step without rounding crumbs."""
        for _ in range(abs(steps)):
            value = _rounded(self._next(self.value(), 1 if steps > 0 else -1))
            # Just under an end that is not allowed is no number to step to.
            if value <= self.maximum() or _rounded(self.maximum()) == self.maximum():
                self.setValue(value)
        self.selectAll()

    def _next(self, value: float, direction: int) -> float:
        if not self._ladder:
            return value + direction * self.singleStep()
        if value <= 0:
            return max(self.minimum(), 1e-6) if direction > 0 else value
        rungs = [m * 10.0**e for e in range(-12, 9) for m in (1, 2, 5)]
        if direction > 0:
            return min(r for r in rungs if r > value * (1 + 1e-9))
        return max((r for r in rungs if r < value * (1 - 1e-9)), default=0.0)

    def _bare(self, text: str) -> str:
        return text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()


class WholeBox(QSpinBox):
    """A whole number."""

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__()
        self.setRange(lowest, highest)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(scaled(FIELD_PX))
        only_scroll_when_focused(self)

    @classmethod
    def within(cls, limit: Limit, *, none_below: bool = False) -> WholeBox:
        """Return a box for a field of a recipe; with `none_below` one less stands for none."""
        return cls(int(limit.low) - none_below, int(limit.high))


class ChoiceBox(QComboBox):
    """One of several values, each with its words.

    Signals:
        chosen: Another value was chosen, by the person or by the program.
    """

    chosen = Signal()

    def __init__(self, choices: Iterable[tuple[object, str]]) -> None:
        super().__init__()
        for value, words in choices:
            self.addItem(words, value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        only_scroll_when_focused(self)
        self.currentIndexChanged.connect(self.chosen)

    def value(self) -> object:
        """Return the chosen value."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose a value."""
        self.setCurrentIndex(self.findData(value))


class Section(QWidget):
    """A titled part of the form that folds away."""

    def __init__(self, title: str, *contents: QWidget, folded: bool = False) -> None:
        super().__init__()
        self._contents = contents
        self._folded = folded
        self.header = QToolButton()
        self.header.setText(title)
        self.header.setAutoRaise(True)
        self.header.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.header.font()
        font.setBold(True)
        self.header.setFont(font)
        self.header.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW_PX)
        for part in (self.header, *contents):
            column.addWidget(part)
        self._show()

    def unfold(self) -> None:
        """Show the content."""
        self._folded = False
        self._show()

    def _on_clicked(self) -> None:
        self._folded = not self._folded
        self._show()

    def _show(self) -> None:
        for part in self._contents:
            part.setVisible(not self._folded)
        arrow = Qt.ArrowType.RightArrow if self._folded else Qt.ArrowType.DownArrow
        self.header.setArrowType(arrow)


class VaryButton(QToolButton):
    """A small sign beside a field: train several values of it, and compare them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoRaise(True)
        self._side = scaled(VARY_PX)
        self.setFixedSize(self._side, self._side)
        # By the keyboard it is reached above the form, where one button is for all fields.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(
            self.tr("Train this recipe with several values of this field, and compare them.")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign: muted, and in the accent colour while the mouse is over it."""
        palette = self.palette()
        role = QPalette.ColorRole.Accent if self.underMouse() else QPalette.ColorRole.ButtonText
        gap = GRID_PX // 4
        side = self._side - 2 * gap
        with QPainter(self) as painter:
            painter.setOpacity(1.0 if self.underMouse() else _VARY_OPACITY)
            drawn = icon_pixmap("vary", palette.color(role), side, self.devicePixelRatioF())
            painter.drawPixmap(gap, gap, drawn)


class Form(QWidget):
    """A part of the recipe form: rows of a label and a field.

    Signals:
        changed: The person or the program changed a field.
        vary_requested: The person wants to compare values of a field: its short name.
    """

    changed = Signal()
    vary_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(GRID_PX, 0, 0, 0)
        self._rows.setHorizontalSpacing(GRID_PX)
        self._rows.setVerticalSpacing(ROW_PX)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    def add(self, words: str, field: QWidget, *, name: str, tip: str, vary: str = "") -> None:
        """Add a row.

        Parameters
        ----------
        name, tip : str
            The field's object name, and its tool tip.
        vary : str
            The field of the recipe whose values can be compared; empty for none.
        """
        field.setObjectName(name)
        field.setToolTip(tip)
        field.setAccessibleName(words)
        if not words:
            self._rows.addRow(field)
            return
        label = WordLabel(words)
        label.setMinimumWidth(scaled(LABEL_PX))
        label.setToolTip(tip)
        label.setBuddy(field)
        if vary:
            self._rows.addRow(label, self._with_vary_button(field, words, vary))
        else:
            self._rows.addRow(label, field)

    def _with_vary_button(self, field: QWidget, words: str, vary: str) -> QLayout:
        button = VaryButton()
        button.setObjectName(f"vary_{vary}_button")
        button.setAccessibleName(self.tr("Vary: {field}").format(field=words))
        button.clicked.connect(lambda: self.vary_requested.emit(vary))
        line = QHBoxLayout()
        line.setSpacing(GRID_PX // 2)
        # Number fields have a width of their own: the sign stands beside them.
        grows = field.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        line.addWidget(field, int(grows))
        line.addWidget(button)
        line.addStretch(int(not grows))
        return line

    def add_line(self, line: QLayout) -> None:
        """Add a row that is laid out otherwise."""
        self._rows.addRow(line)


def only_scroll_when_focused(field: QWidget) -> None:
    """Keep a field from changing when the person scrolls the form over it."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_WheelGuard(field))


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel to the form unless the field has the focus."""
        if event.type() != QEvent.Type.Wheel:
            return False
        passing = isinstance(watched, QWidget) and not watched.hasFocus()
        if passing:
            event.ignore()
        return passing


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")


def _float_of(text: str, otherwise: float) -> float:
    try:
        return float(text)
    except ValueError:
        return otherwise
