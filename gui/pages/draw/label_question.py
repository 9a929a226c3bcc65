"""The one question before a drawing is kept under a label that it does not look like."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.pages.draw.own_digits_strip import THUMBNAIL_PX, thumbnail
from gui.theme import GRID_PX, Theme

if TYPE_CHECKING:
    from core.own_digits.doubts import Doubt


class LabelQuestion(QWidget):
    """The drawing, what it looks like, and a button for each way out.

    Signals:
        answered: The label under which the drawing should be kept.
        left: It should not be kept.
    """

    answered = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label_question")
        self._theme = theme
        self._digit, self._looks_like = 0, 0
        self._picture = QLabel()
        self._picture.setFixedSize(THUMBNAIL_PX, THUMBNAIL_PX)
        self._words = QLabel()
        self._words.setObjectName("label_question_words")
        self._words.setWordWrap(True)
        self._keep = self._button("keep_anyway_button", lambda: self.answered.emit(self._digit))
        self._other = self._button(
            "keep_as_seen_button", lambda: self.answered.emit(self._looks_like)
        )
        self._leave = self._button("do_not_keep_button", self.left.emit)
        self._leave.setText(self.tr("Do not keep it"))
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID_PX)
        for button in (self._keep, self._other, self._leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GRID_PX // 2)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def ask(self, doubt: Doubt) -> None:
        """Ask about a drawing."""
        self._digit, looks = doubt.digit, doubt.looks_like
        self._looks_like = doubt.digit if looks is None else looks
        if looks is None:
            words = self.tr("This does not look like a digit.")
        else:
            words = self.tr("This looks like a {looks}, not like a {digit}.")
        self._words.setText(words.format(digit=doubt.digit, looks=looks))
        self._keep.setText(self.tr("Keep as a {digit} anyway").format(digit=doubt.digit))
        self._keep.setToolTip(self.tr("Or press {digit} once more.").format(digit=doubt.digit))
        self._other.setText(self.tr("It is a {looks}").format(looks=looks))
        self._other.setVisible(looks is not None)
        self._show(doubt)

    def _show(self, doubt: Doubt) -> None:
        from core.ink.preprocess import prepare

        stages = prepare(doubt.drawing.ink)
        if stages is not None:
            paper, ink = self._theme.color("paper"), self._theme.color("ink")
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(thumbnail(stages.centred, ratio, paper, ink))

    def _button(self, name: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        return button
