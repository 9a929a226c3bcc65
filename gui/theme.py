"""Colours and type: one table of roles, light and dark, for widgets and plots alike.

A page is handed the one `Theme` of the program, asks it for colours by role and connects
to `changed`, so that everything it paints itself follows a live switch. What Qt paints
follows the palette and the style that the theme sets on the application.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from gui.style import InklingStyle

Scheme: TypeAlias = Literal["light", "dark"]
SchemeChoice: TypeAlias = Literal["system", "light", "dark"]
Curve: TypeAlias = Literal["training", "validation", "published", "logits"]

GRID_PX = 8
"""Spacing is a multiple of this."""

MARGIN_PX = 2 * GRID_PX
"""Around a page."""

ROLES: dict[Scheme, dict[str, str]] = {
    "light": {
        "background": "#f4f5f7",
        "surface": "#ffffff",
        "raised": "#fbfbfc",
        "hairline": "#d5d8de",
        "text": "#1d2129",
        "muted": "#5d6673",
        "accent": "#2f5fd0",
        "on_accent": "#ffffff",
        "accent_soft": "#e1e9fb",
        "good": "#1b7a43",
        "warn": "#8f5a00",
        "warn_soft": "#fdf3dc",
        "bad": "#b3261e",
        "bad_soft": "#fbe6e4",
        "paper": "#ffffff",
        "ink": "#14181f",
    },
    "dark": {
        "background": "#191b20",
        "surface": "#22252b",
        "raised": "#2a2e35",
        "hairline": "#3b4049",
        "text": "#e7e9ed",
        "muted": "#a0a8b4",
        "accent": "#7da2f5",
        "on_accent": "#10151f",
        "accent_soft": "#2b3856",
        "good": "#5fc98b",
        "warn": "#e6b455",
        "warn_soft": "#3a3222",
        "bad": "#f28b82",
        "bad_soft": "#46292a",
        "paper": "#2b2f36",
        "ink": "#f2f3f5",
    },
}
"""What each colour is for; `paper` and `ink` are the person's side of a digit."""

HIGH_CONTRAST: dict[Scheme, dict[str, str]] = {
    "light": {
        "background": "#ffffff",
        "surface": "#ffffff",
        "raised": "#ffffff",
        "hairline": "#000000",
        "text": "#000000",
        "muted": "#202020",
        "accent": "#0033a0",
        "accent_soft": "#dfe8ff",
        "good": "#005020",
        "warn": "#5c3a00",
        "bad": "#8b0000",
        "ink": "#000000",
    },
    "dark": {
        "background": "#000000",
        "surface": "#000000",
        "raised": "#101010",
        "hairline": "#ffffff",
        "text": "#ffffff",
        "muted": "#e0e0e0",
        "accent": "#9ec1ff",
        "on_accent": "#000000",
        "accent_soft": "#00245c",
        "good": "#7dff9e",
        "warn": "#ffd24d",
        "bad": "#ff9d94",
        "paper": "#000000",
        "ink": "#ffffff",
    },
}
"""What is otherwise where the system asks for a high contrast: 7:1 and more for texts."""

CURVES: dict[Scheme, dict[Curve, str]] = {
    "light": {
        "training": "#0072b2",
        "validation": "#d55e00",
        "published": "#7a7f87",
        "logits": "#009e73",
    },
    # The same hues, lighter: on a dark ground the originals fall under a contrast of 3:1.
    "dark": {
        "training": "#4aa8e0",
        "validation": "#f08a3c",
        "published": "#9aa1ab",
        "logits": "#2fc79a",
    },
}
"""Okabe and Ito's colours, told apart by the colour-blind; one meaning on every page."""

DIGITS: dict[Scheme, tuple[str, ...]] = {
    "light": (
        "#4e6fae", "#c2571a", "#2e8b57", "#b23a48", "#7a5ba8",
        "#8a5a3c", "#c2559d", "#6b7280", "#8a8a00", "#008b9a",
    ),
    "dark": (
        "#8fb0ee", "#f0955a", "#6fcf97", "#ef7f8c", "#b79ae6",
        "#c99a7c", "#ee92cd", "#a9b0bc", "#c9c94a", "#4fc3d0",
    ),
}  # fmt: skip
"""One colour for each digit, of about equal weight."""

_SIZES = {"small": 0.88, "body": 1.0, "section": 1.2, "title": 2.0, "hero": 7.0}


class Theme(QObject):
    """The colours in use, and the choice between light, dark and the system's.

    Parameters
    ----------
    scheme : {"light", "dark"}
        What it starts with, before `choose` or `apply` is called.

    Signals:
        changed: The scheme switched; ask for the colours again.
    """

    changed = Signal()

    def __init__(self, scheme: Scheme = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme = scheme
        self._choice: SchemeChoice = scheme
        self._contrast = False

    @classmethod
    def light(cls) -> Theme:
        """Return the light colours."""
        return cls("light")

    @classmethod
    def dark(cls) -> Theme:
        """Return the dark colours."""
        return cls("dark")

    @property
    def scheme(self) -> Scheme:
        """Which of the two tables is in use."""
        return self._scheme

    @property
    def choice(self) -> SchemeChoice:
        """What the person chose."""
        return self._choice

    def color(self, role: str) -> QColor:
        """Return the colour of a role of `ROLES`."""
        strong = HIGH_CONTRAST[self._scheme] if self._contrast else {}
        return QColor(strong.get(role) or ROLES[self._scheme][role])

    def digit(self, digit: int) -> QColor:
        """Return the colour that stands for a digit, or for another class by its number.

        There are ten, which come again: no more can be told apart, so whatever has more
        classes has to be told by something else too.
        """
        colors = DIGITS[self._scheme]
        return QColor(colors[digit % len(colors)])

    def curve(self, curve: Curve) -> QColor:
        """Return the colour of a curve."""
        return QColor(CURVES[self._scheme][curve])

    def blend(self, role: str, onto: str, share: float) -> QColor:
        """Mix `share` (0 to 1) of one role into another: steps of a single-hue scale."""
        return mix(self.color(onto), self.color(role), share)

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """Return the system's font as "small", "body", "section", "title" or "hero"."""
        font = QFont(QApplication.font())
        font.setPixelSize(round(QFontInfo(font).pixelSize() * _SIZES[size]))
        font.setBold(bold)
        return font

    def palette(self) -> QPalette:
        """Return the colours as Qt's palette."""
        return _palette(self)

    def choose(self, choice: SchemeChoice) -> None:
        """Use light, dark, or what the system uses; takes effect at once."""
        self._choice = choice
        hints = QGuiApplication.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
        else:
            dark = choice == "dark"
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._switch(system_scheme() if choice == "system" else choice)

    @property
    def high_contrast(self) -> bool:
        """Whether the colours of a high contrast are in use."""
        return self._contrast

    def set_contrast(self, high: bool) -> None:
        """Use the colours of a high contrast, or the usual ones."""
        differs = high != self._contrast
        self._contrast = high
        if differs:
            self.apply()
            self.changed.emit()

    def follow_system(self) -> None:
        """From now on, switch when the system switches, if that is the person's choice."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_contrast_changed)
        self._on_contrast_changed()

    def apply(self) -> None:
        """Return the application these colours, and the style that knows what they are for."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        style = app.style()
        if not isinstance(style, InklingStyle):
            app.setStyle(InklingStyle(self.color))
        app.setPalette(self.palette())
        QToolTip.setPalette(self.palette())
        if isinstance(style, InklingStyle):
            style.use(self.color)

    def _switch(self, scheme: Scheme) -> None:
        differs = scheme != self._scheme
        self._scheme = scheme
        self.apply()
        if differs:
            self.changed.emit()

    def _on_contrast_changed(self) -> None:
        wanted = QGuiApplication.styleHints().accessibility().contrastPreference()
        self.set_contrast(wanted == Qt.ContrastPreference.HighContrast)

    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self._switch(system_scheme())


def system_scheme() -> Scheme:
    """Return what the desktop uses now; light where it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return the colour that lies `share` (0 to 1) of the way from the first to the second."""
    rest = 1 - share
    return QColor.fromRgbF(
        rest * first.redF() + share * second.redF(),
        rest * first.greenF() + share * second.greenF(),
        rest * first.blueF() + share * second.blueF(),
    )


def readable_on(ground: QColor) -> QColor:
    """Return black or white, whichever reads better on `ground` (WCAG's luminance)."""
    red, green, blue = (_linear(c) for c in (ground.redF(), ground.greenF(), ground.blueF()))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return QColor("black") if luminance > 0.179 else QColor("white")


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, source in {
        role.Window: "background",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "raised",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "bad",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.PlaceholderText: "muted",
        role.Mid: "hairline",
        role.Midlight: "hairline",
    }.items():
        palette.setColor(target, theme.color(source))
    disabled = theme.blend("muted", "background", 0.6)
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, disabled)
    palette.setColor(
        QPalette.ColorGroup.Disabled, role.Highlight, theme.blend("muted", "background", 0.4)
    )
    return palette
