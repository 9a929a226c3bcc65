"""The keys of the quiz: a button for each class, and what may be typed in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QWidget

from core.layers import CLASSES
from core.records import DIGITS
from gui.sizes import scaled
from gui.theme import GRID_PX
from gui.words import elided

_SHORT = 2
"""Letters of a name that fits on a key like that of a digit."""

_KEY_PX, _NARROW_KEY_PX, _NARROWEST_KEY_PX, _WIDE_KEY_PX = 60, 44, 32, 132
_LEAST_PX = 84
"""Three rows of keys; what a low window has no room for is scrolled."""


class AnswerKeys(QScrollArea):
    """Buttons with the names of the classes, in rows; many are scrolled.

    Signals:
        answered: The label that was clicked.
    """

    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._names: tuple[str, ...] = ()
        self.set_classes(DIGITS)

    def set_classes(self, names: tuple[str, ...]) -> None:
        """Offer these classes."""
        if names == self._names:
            return
        self._names = names
        keys = QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID_PX)
        columns, width = self._shape()
        for label in range(len(names)):
            grid.addWidget(self._key(label, width), label // columns, label % columns)
        self.setWidget(keys)
        self.setFixedWidth(
            keys.sizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )
        height = keys.sizeHint().height()
        self.setMinimumHeight(min(height, scaled(_LEAST_PX)))
        self.setMaximumHeight(height)

    def label_typed(self, text: str) -> int | None:
        """Return the label that a typed character means; None for none.

        A name of one character, in any case where that is clear; or, of up to ten classes with
        longer names, their numbers.
        """
        if text in self._names:
            return self._names.index(text)
        alike = [n for n, name in enumerate(self._names) if name.lower() == text.lower()]
        if len(alike) == 1 and text:
            return alike[0]
        numbered = len(self._names) <= CLASSES and text.isascii() and text.isdigit()
        return int(text) if numbered and int(text) < len(self._names) else None

    def _shape(self) -> tuple[int, int]:
        """Return how many keys stand in a row, and how wide each is at least."""
        if max(map(len, self._names)) > _SHORT:
            return 4, scaled(_WIDE_KEY_PX)
        if len(self._names) <= CLASSES:
            return 5, max(_KEY_PX, scaled(_NARROWEST_KEY_PX))
        return 10, max(_NARROW_KEY_PX, scaled(_NARROWEST_KEY_PX))

    def _key(self, label: int, width: int) -> QPushButton:
        name = self._names[label]
        key = QPushButton()
        key.setObjectName(f"answer_{label}")
        # Fixed: a style's own least width would make a row of letters wider than the page.
        key.setFixedWidth(width)
        numbered = name != str(label) and self.label_typed(str(label)) == label
        words = f"{label}  {name}" if numbered else name
        # "&" would make the next letter a shortcut.
        key.setText(elided(key, words, width - 2 * GRID_PX).replace("&", "&&"))
        key.setAccessibleName(name)
        key.setToolTip(name if len(name) > _SHORT else "")
        # What is typed is typed on the page itself; a button must not take the keys away.
        typed = len(name) == 1 or numbered
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus if typed else Qt.FocusPolicy.TabFocus)
        key.clicked.connect(lambda _on, label=label: self.answered.emit(label))
        return key
