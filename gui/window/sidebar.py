"""The sidebar: one button a page, at the left edge of the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.icons import ICON_SIZE, icon
from gui.theme import GRID_PX, Theme

_LEAST = QSize(84, 60)
"""Of a page's button."""


class _SidebarButton(QToolButton):
    """A page's button; the page in use bears a bar of the accent colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(ICON_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Have room for the word as it is written while the page is in use: bold."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(font)
        width = words.horizontalAdvance(self.text()) + GRID_PX
        height = ICON_SIZE.height() + words.height() + GRID_PX
        return QSize(width, height).expandedTo(_LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.fillRect(0, 8, 3, self.height() - 16, self._theme.color("accent"))


class Sidebar(QFrame):
    """The pages of the window; exactly one is in use.

    Signals:
        page_chosen: The key of the page whose button was clicked.
    """

    page_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self._theme = theme
        self._icons: dict[str, str] = {}
        self._buttons: dict[str, _SidebarButton] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GRID_PX, 0, GRID_PX)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def add_page(self, key: str, title: str, icon_name: str, tip: str) -> None:
        """Add a page's button below those that are there."""
        button = _SidebarButton(self._theme, self)
        button.setObjectName(f"sidebar_{key}")
        button.setText(title)
        button.setToolTip(tip)
        button.setAccessibleName(title)
        button.clicked.connect(lambda: self.page_chosen.emit(key))
        self._icons[key], self._buttons[key] = icon_name, button
        self._group.addButton(button)
        self._layout.insertWidget(self._layout.count() - 1, button)
        self._draw_icon(key)

    def choose(self, key: str) -> None:
        """Show which page is in use."""
        self._buttons[key].setChecked(True)

    def _restyle(self) -> None:
        color = self._theme.color
        self.setStyleSheet(
            f"Sidebar {{ background: {color('surface').name()};"
            f" border: none; border-right: 1px solid {color('hairline').name()}; }}"
            f"QToolButton {{ border: none; color: {color('muted').name()}; }}"
            f"QToolButton:hover {{ background: {color('raised').name()};"
            f" color: {color('text').name()}; }}"
            f"QToolButton:checked {{ background: {color('accent_soft').name()};"
            f" color: {color('accent').name()}; font-weight: 600; }}"
            f"QToolButton:focus {{ border: 1px solid {color('accent').name()}; }}"
        )
        for key in self._buttons:
            self._draw_icon(key)

    def _draw_icon(self, key: str) -> None:
        muted, accent = self._theme.color("muted"), self._theme.color("accent")
        self._buttons[key].setIcon(icon(self._icons[key], muted, checked=accent))
