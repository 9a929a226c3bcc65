"""How each of the chosen runs is drawn: in the plots, their key and the table alike."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.theme import Theme
from gui.widgets.curve_key import CurveLook

_LINES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
_SYMBOLS = ("o", "s", "t1", "d", "t")
_COLORS = 10


def look_of(place: int, theme: Theme) -> CurveLook:
    """Return the look of the run in this place; twenty runs differ without colour too."""
    return CurveLook(
        theme.digit(place % _COLORS),
        _LINES[place % len(_LINES)],
        _SYMBOLS[place % len(_SYMBOLS)],
    )


def baseline_look(theme: Theme) -> CurveLook:
    """Return the look of the pinned baseline: the text's colour, wide."""
    return CurveLook(theme.color("text"), Qt.PenStyle.SolidLine, None, 3.0)
