"""Leads through a tour on the real window: a frame around what is meant, words beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.session import Session
from gui.sizes import scaled
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.window.tours import TOURS, Step, Tour

_PANEL_PX = 340
_CALM_MS = 1200


class Pointer(QWidget):
    """A frame around a widget; the mouse goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_pointer")
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("accent"), 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)


class TourPanel(QFrame):
    """The words of a step, where the tour is, and three buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour_panel")
        self.setAccessibleName(self.tr("Guided tour"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.title = QLabel()
        self.title.setObjectName("tour_title")
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.words = QLabel()
        self.words.setObjectName("tour_words")
        self.words.setWordWrap(True)
        self.leave = self._button("tour_leave", self.tr("Leave"))
        self.back = self._button("tour_back", self.tr("Back"))
        self.next = self._button("tour_next", self.tr("Next"))
        self.next.setProperty("primary", True)
        line = QHBoxLayout()
        line.setSpacing(GRID_PX)
        line.addWidget(self.leave)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GRID_PX)
        for widget in (self.title, self.words):
            column.addWidget(widget)
        column.addLayout(line)
        self.setFixedWidth(scaled(_PANEL_PX))
        self.hide()

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        return button


class TourGuide(QObject):
    """Takes a person through a tour; it can be left, and taken up again where it was.

    Parameters
    ----------
    show_page : callable
        Brings the page of a key to the front and gives it.
    start : callable
        Trains the recipe of a name.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        theme: Theme,
        *,
        show_page: Callable[[str], QWidget],
        start: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._show_page = show_page
        self._start = start
        self._tour: Tour | None = None
        self._at = 0
        self._target: QWidget | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(lambda: self._on_done("read"))
        self.panel = TourPanel(window)
        self.pointer = Pointer(theme, window)
        self.panel.leave.clicked.connect(self.leave)
        self.panel.back.clicked.connect(lambda: self._go(-1))
        self.panel.next.clicked.connect(lambda: self._go(1))
        session.recognition.answered.connect(self._on_answered)
        session.training.finished.connect(lambda _outcome: self._on_done("trained"))
        window.installEventFilter(self)

    @property
    def step(self) -> Step | None:
        """The step that is shown; None while no tour is on."""
        return None if self._tour is None else self._tour.steps[self._at]

    def begin(self, name: str, at: int = 0) -> None:
        """Begin a tour, or take it up again at a step."""
        self._tour, self._at = TOURS[name], min(at, len(TOURS[name].steps) - 1)
        self._show()
        if self._tour.recipe and not at and self._session.training.can_start:
            self._start(self._tour.recipe)

    def take_up(self) -> None:
        """Go on with the tour that was left."""
        name, _, at = self._session.preferences.tour.partition(":")
        if name in TOURS:
            self.begin(name, int(at) if at.isdigit() else 0)

    def leave(self) -> None:
        """End the tour; where it was is kept, unless it came to its end."""
        if self._tour is not None:
            last = self._at == len(self._tour.steps) - 1
            self._session.preferences.tour = "" if last else f"{self._tour.name}:{self._at}"
        self._tour = self._target = None
        self.panel.hide()
        self.pointer.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self._tour is not None:
            QTimer.singleShot(0, self._place)
        return False

    def _go(self, by: int) -> None:
        if self._tour is None:
            return
        if self._at + by >= len(self._tour.steps):
            self.leave()
            return
        self._at = max(0, self._at + by)
        self._show()

    def _show(self) -> None:
        tour, step = self._tour, self.step
        if tour is None or step is None:
            return
        page = self._show_page(step.page)
        self._target = page.findChild(QWidget, step.target)
        number = self.tr("{title}: {n} of {last}").format(
            title=tour.heading(), n=self._at + 1, last=len(tour.steps)
        )
        self.panel.title.setText(number)
        self.panel.words.setText(step.text())
        self.panel.back.setEnabled(self._at > 0)
        last = self._at == len(tour.steps) - 1
        self.panel.next.setText(self.tr("Done") if last else self.tr("Next"))
        self.panel.adjustSize()
        self.panel.show()
        self._place()
        # Once the page is laid out.
        QTimer.singleShot(0, self._place)

    def _place(self) -> None:
        """Put the frame around the target, and the words where they hide the least of it."""
        if self._tour is None:
            return
        self.panel.adjustSize()
        around = QRect()
        if self._target is not None and self._target.isVisible():
            corner = self._target.mapTo(self._window, QPoint(0, 0))
            around = QRect(corner, self._target.size()).adjusted(-4, -4, 4, 4)
            self.pointer.setGeometry(around)
            self.pointer.show()
            self.pointer.raise_()
        else:
            self.pointer.hide()
        self.panel.move(best_place(self._window.rect(), around, self.panel.size()))
        self.panel.raise_()

    def _on_answered(self, prediction: object) -> None:
        """Go on when the pen rests for a moment, not amid the first stroke."""
        if prediction is None:
            self._calm.stop()
        else:
            self._calm.start()

    def _on_done(self, what: str) -> None:
        step = self.step
        if step is not None and step.done == what:
            self._go(1)


def best_place(window: QRect, around: QRect, panel: QSize) -> QPoint:
    """Return where the panel hides the least of what it is about: one of four corners."""
    left, top = MARGIN_PX * 7, MARGIN_PX * 5
    right = window.width() - panel.width() - MARGIN_PX
    bottom = window.height() - panel.height() - 3 * MARGIN_PX
    corners = [QPoint(x, y) for y in (bottom, top) for x in (right, left)]

    def hidden(corner: QPoint) -> int:
        common = QRect(corner, panel).intersected(around)
        return common.width() * common.height() if common.isValid() else 0

    return min(corners, key=hidden)
