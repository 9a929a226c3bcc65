"""What is this? (Shift+F1): a click on any control says what it is, and what it holds now."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from gui.glossary import linked
from gui.sizes import scaled
from gui.window.judged_values import judged

_WIDTH_PX = 360


class Explanation(QFrame):
    """What was asked for, over the window until the next click elsewhere; words are links."""

    def __init__(self, window: QWidget, open_guide: Callable[[str], object]) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel()
        self.text.setObjectName("explanation_text")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text.setMinimumWidth(scaled(_WIDTH_PX))
        self._open_guide = open_guide
        self.text.linkActivated.connect(self._on_link)
        column = QVBoxLayout(self)
        column.addWidget(self.text)

    def show_at(self, place: QPoint, html: str) -> None:
        """Show the words near a place of the screen."""
        self.text.setText(html)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        top = min(place.y() + 8, screen.bottom() - self.height())
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()
        self.text.setFocus()

    def _on_link(self, address: str) -> None:
        self.close()
        self._open_guide(address)


class Explainer(QObject):
    """Answers Qt's "What's this?" for every widget of a window.

    Parameters
    ----------
    open_guide : callable
        Is given the address of the guide's page that a word leads to.
    """

    def __init__(self, window: QWidget, open_guide: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._open_guide = open_guide

    def ask(self) -> None:
        """Let the next click ask; asked a second time, what has the focus answers."""
        app, focused = QApplication.instance(), QApplication.focusWidget()
        if QWhatsThis.inWhatsThisMode() and focused is not None:
            QWhatsThis.leaveWhatsThisMode()
            self.explain(focused, focused.mapToGlobal(focused.rect().center()))
        elif app is not None:
            # Only as long as it is needed: each event of the program goes through it.
            app.installEventFilter(self)
            QWhatsThis.enterWhatsThisMode()

    def explain(self, widget: QWidget, place: QPoint) -> None:
        """Say what a widget is, near a place of the screen."""
        Explanation(self._window, self._open_guide).show_at(place, explanation(widget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer in place of widgets that have a tool tip only, or none."""
        kind = event.type()
        if kind == QEvent.Type.LeaveWhatsThisMode:
            self._rest()
        ours = isinstance(watched, QWidget) and watched.window() is self._window
        if ours and kind == QEvent.Type.QueryWhatsThis:
            event.accept()
            return True
        if ours and isinstance(event, QHelpEvent) and kind == QEvent.Type.WhatsThis:
            self._rest()
            QWhatsThis.leaveWhatsThisMode()
            self.explain(cast("QWidget", watched), event.globalPos())
            return True
        return False

    def _rest(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)


def explanation(widget: QWidget) -> str:
    """Return what a widget, or what it is a part of, is, does and holds now, as HTML."""
    told = _told_by(widget)
    name = escape(_name(told) or _name(widget))
    parts = [f"<b>{name}</b>"] if name else []
    tip = told.whatsThis() or told.toolTip()
    if tip:
        parts.append(linked(_plain(tip)))
    now = _now(told)
    if now:
        words = QCoreApplication.translate("explain", "Now: {value}.").format(value=now)
        parts.append(escape(f"{words} {judged(told)}".strip()))
    if not parts:
        nothing = QCoreApplication.translate(
            "explain",
            "This is ground without a control. Ask again, and click a control, a value or a "
            "plot.",
        )
        return escape(nothing)
    return "<br>".join(parts)


def _told_by(widget: QWidget) -> QWidget:
    """Return the widget itself, else the nearest around it that has something to say."""
    around: QWidget | None = widget
    while around is not None and not around.isWindow():
        if around.whatsThis() or around.toolTip():
            return around
        around = around.parentWidget()
    return widget


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        return _plain(widget.text()).replace("&", "")
    return widget.windowTitle() or ""


def _now(widget: QWidget) -> str:
    """Return the value that a control shows; empty for what has none."""
    if isinstance(widget, QAbstractSpinBox | QLineEdit):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        on = QCoreApplication.translate("explain", "on")
        return on if widget.isChecked() else QCoreApplication.translate("explain", "off")
    if isinstance(widget, QProgressBar) and widget.maximum() > 0:
        return f"{round(100 * widget.value() / widget.maximum())} %"
    return widget.accessibleDescription()


def _plain(text: str) -> str:
    """Take the mark-up out of a tip that is rich text."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if "<" in text else text
