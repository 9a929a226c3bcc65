"""Qt's Fusion style, with a few looks that a widget asks for by a dynamic property.

=========  ===========================  =================================================
property   values                       look
=========  ===========================  =================================================
role       muted, good, warn, bad       a label in that colour of the theme
primary    True, False                  the button that does what the page is for
surface    True                         a frame that stands out from the page
=========  ===========================  =================================================

Not a style sheet of the application: with one, Qt polishes all widgets below again at each
step of building a page, and that costs five times the building itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

PRIMARY_HEIGHT_PX = 32

_OUTLINED = (QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QToolButton)
_STRONG = "strong_edge"

_Colors = Callable[[str], QColor]


class InklingStyle(QProxyStyle):
    """Fusion everywhere: the native styles of Windows and macOS ignore a palette.

    Parameters
    ----------
    color : callable
        Gives the theme's colour of a role.
    """

    def __init__(self, color: _Colors) -> None:
        super().__init__("Fusion")
        self._color = color

    def polish(  # type: ignore[override]
        self, target: QWidget | QApplication | QPalette
    ) -> None:
        """Dress a widget when it is shown first, or when a page polishes it again."""
        super().polish(target)
        if isinstance(target, QWidget):
            self._dress(target)

    def use(self, color: _Colors) -> None:
        """Take the colours of another theme, in every widget that bears one."""
        self._color = color
        for widget in QApplication.allWidgets():
            self._dress(widget)

    def _dress(self, widget: QWidget) -> None:
        """Give a widget the look of its kind, the first of these."""
        for kinds, dress in (
            (QLabel, self._dress_label),
            (QPushButton, self._dress_push_button),
            (_OUTLINED, self._outline),
            (QAbstractItemView, _let_tab_leave),
            (QCheckBox | QRadioButton, self._dress_box),
            (QFrame, self._raise_surface),
        ):
            if isinstance(widget, kinds):
                dress(widget)
                return

    def _dress_label(self, label: QWidget) -> None:
        role = label.property("role")
        if role is not None:
            label.setPalette(self._label_palette(role))

    def _dress_push_button(self, button: QWidget) -> None:
        primary = button.property("primary")
        if primary is not None and isinstance(button, QPushButton):
            self._dress_button(button, primary)
        if not primary:
            self._outline(button)

    def _dress_box(self, box: QWidget) -> None:
        box.setPalette(self._box_palette())

    def _raise_surface(self, frame: QWidget) -> None:
        if frame.property("surface") and isinstance(frame, QFrame):
            frame.setFrameShape(QFrame.Shape.StyledPanel)
            frame.setBackgroundRole(QPalette.ColorRole.Base)
            frame.setAutoFillBackground(True)
            self._outline(frame)

    def _outline(self, widget: QWidget) -> None:
        """Let an edge be seen in strong colours, where Fusion's own is black on black."""
        strong = self._color("hairline") == self._color("text")
        if strong or widget.property(_STRONG):
            palette = QPalette()
            if strong:
                palette.setColor(QPalette.ColorRole.Window, self._color("hairline"))
            widget.setPalette(palette)
            widget.setProperty(_STRONG, strong)

    def _label_palette(self, role: str) -> QPalette:
        # Only what is set here is the widget's own; the rest follows the application's.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, self._color(role))
        return palette

    def _box_palette(self) -> QPalette:
        # Fusion outlines a box with a darker shade of Window, which is lost on a dark page.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, self._color("muted"))
        return palette

    def _dress_button(self, button: QPushButton, primary: bool) -> None:
        palette, font = QPalette(), QFont()
        if primary:
            palette.setColor(QPalette.ColorRole.Button, _before_fusion(self._color("accent")))
            palette.setColor(QPalette.ColorRole.ButtonText, self._color("on_accent"))
            disabled = QPalette.ColorGroup.Disabled
            palette.setColor(disabled, QPalette.ColorRole.Button, self._color("hairline"))
            palette.setColor(disabled, QPalette.ColorRole.ButtonText, self._color("muted"))
            font.setWeight(QFont.Weight.DemiBold)
            button.setMinimumHeight(PRIMARY_HEIGHT_PX)
        button.setPalette(palette)
        button.setFont(font)


def _let_tab_leave(view: QWidget) -> None:
    """Let Tab leave a table, as it leaves all else: the arrows go from cell to cell."""
    if isinstance(view, QAbstractItemView):
        view.setTabKeyNavigation(False)


def _before_fusion(color: QColor) -> QColor:
    """Return the colour that Fusion, which pales and lightens a button, shows as `color`."""
    saturation = min(1.0, color.hsvSaturationF() / 0.75)
    return QColor.fromHsvF(color.hsvHueF(), saturation, color.valueF() / 1.25)
