"""The first start: three cards over the window, each the way into a short guided tour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.sizes import scaled
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.window.tours import DRAW, PUZZLES, WATCH, Tour

_CARD_PX = 244


class Welcome(QFrame):
    """Three cards: draw, watch, solve a puzzle. Escape, or a button, goes on without.

    Signals:
        chosen: The name of a tour.
        taken_up: The person wants to go on with the tour that was left.
        left: The person wants none.
    """

    chosen = Signal(str)
    taken_up = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, unfinished: bool) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Welcome"))
        self.setAutoFillBackground(True)
        title = QLabel(self.tr("Welcome to Inkling"))
        title.setFont(theme.font("title"))
        self._cards: list[QFrame] = [
            self._card(theme, DRAW, (self._start(DRAW, self.tr("Draw")),)),
            self._card(theme, WATCH, (self._start(WATCH, self.tr("Start")),)),
            self._puzzles(theme),
        ]
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(MARGIN_PX)
        row.addStretch(1)
        for card in self._cards:
            row.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        row.addStretch(1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(2 * MARGIN_PX)
        column.addStretch(2)
        column.addWidget(title, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addLayout(self._ways_out(unfinished))
        column.addStretch(3)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._over = parent
        parent.installEventFilter(self)

    def open(self) -> None:
        """Lie over the whole of the parent."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.findChildren(QPushButton)[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under each other where they have no room side by side."""
        super().resizeEvent(event)
        needed = len(self._cards) * (scaled(_CARD_PX) + MARGIN_PX) + 2 * MARGIN_PX
        direction = QBoxLayout.Direction
        beside = self.width() >= needed
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, theme: Theme, tour: Tour, buttons: tuple[QPushButton, ...]) -> QFrame:
        return self._framed(theme, tour.heading(), tour.promise(), buttons)

    def _puzzles(self, theme: Theme) -> QFrame:
        words = self.tr("What is wrong with this training? Three that people asked about.")
        buttons = tuple(self._start(tour, tour.heading(), primary=False) for tour in PUZZLES)
        return self._framed(theme, self.tr("Solve a puzzle"), words, buttons)

    def _framed(
        self, theme: Theme, title: str, words: str, buttons: tuple[QPushButton, ...]
    ) -> QFrame:
        card = QFrame()
        card.setProperty("surface", True)
        card.setFixedWidth(scaled(_CARD_PX))
        heading, about = QLabel(title), QLabel(words)
        heading.setFont(theme.font("section", bold=True))
        for label in (heading, about):
            label.setWordWrap(True)
            # Where it scrolls, nobody else asks how many lines there are.
            room = scaled(_CARD_PX) - 2 * MARGIN_PX - 2
            label.setMinimumHeight(label.heightForWidth(room))
        column = QVBoxLayout(card)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(heading)
        column.addWidget(about)
        column.addStretch(1)
        for button in buttons:
            column.addWidget(button)
        return card

    def _start(self, tour: Tour, words: str, *, primary: bool = True) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"welcome_{tour.name}")
        button.setProperty("primary", primary)
        button.setToolTip(tour.promise())
        button.clicked.connect(lambda: self.chosen.emit(tour.name))
        return button

    def _ways_out(self, unfinished: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        line.addStretch(1)
        if unfinished:
            again = QPushButton(self.tr("Go on with the tour"))
            again.setObjectName("welcome_take_up")
            again.clicked.connect(self.taken_up)
            line.addWidget(again)
        leave = QPushButton(self.tr("Look around by myself"))
        leave.setObjectName("welcome_leave")
        leave.setToolTip(self.tr("Help > Welcome brings these cards back."))
        leave.clicked.connect(self.left)
        line.addWidget(leave)
        line.addStretch(1)
        return line
