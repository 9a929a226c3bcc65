"""The Draw page: the pad, what the network reads in it, and how the ink got to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.ink.drawing import Drawing
from core.records import Ink, Prediction
from gui.dialogs import Dialogs
from gui.first_paint import after_first_paint
from gui.pages.draw.answer_view import AnswerView
from gui.pages.draw.drawing_dialogs import DrawingFiles, OwnHandFiles
from gui.pages.draw.drawing_pad import DrawingPad
from gui.pages.draw.labelling import Labelling
from gui.pages.draw.look_closer import LookCloser
from gui.pages.draw.naive_view import NaiveView
from gui.pages.draw.pad_tools import PadTools
from gui.pages.draw.pasted import to_grey
from gui.pages.draw.pipeline_strip import PipelineStrip
from gui.pages.draw.reading_view import ReadingView
from gui.pages.draw.stroke_player import StrokePlayer
from gui.pages.draw.teaching import Teaching
from gui.preferences import PenWidth
from gui.session.neighbours import NearestDigits
from gui.session.session import Session
from gui.theme import GRID_PX, MARGIN_PX, Theme
from gui.widgets.page import EDITS, Page
from gui.widgets.shown_stack import ShownStack

DIGITS = "0123456789"
_WIDEST_ANSWER_PX = 720
_CALM_MS = 200


class DrawPage(Page):
    """Draw a digit and see it read."""

    edits = frozenset(EDITS)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        dialogs: Dialogs | None = None,
    ) -> None:
        super().__init__(session, theme, "draw", parent)
        self._dialogs = dialogs or Dialogs()
        self._prediction: Prediction | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self.pad = DrawingPad(theme)
        self._build()
        self._connect()
        self._connect_closer()
        self._on_network_changed()
        self.setFocusProxy(self.pad)

    def undo(self) -> None:
        """Take back the last stroke."""
        self.pad.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.pad.redo()

    def clear(self) -> None:
        """Empty the sheet."""
        self.pad.clear()

    def copy(self) -> None:
        """Put the drawing onto the clipboard, as a picture."""
        self.pad.copy()

    def paste(self) -> None:
        """Take a picture from the clipboard."""
        self.pad.paste()

    def open_file(self, path: Path) -> None:
        """Put the picture or the strokes in a file onto the sheet."""
        self._session.preferences.add_recent("pictures", path)
        self._session.drawings.open(path)

    def ask_open(self) -> None:
        """Ask for a picture or strokes, and put them onto the sheet."""
        self._files.open()

    def ask_save(self) -> None:
        """Ask for a file, and write the drawing to it."""
        self._files.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pad's column as wide as the pad is high: its sheet is square."""
        super().resizeEvent(event)
        spacing = 3 * GRID_PX
        below = (self._tools, self._player, self._strip)
        height = self.height() - 2 * MARGIN_PX - spacing
        side = height - sum(_height_of(widget, self._left.width()) for widget in below)
        self._left.setMaximumWidth(max(side, self._left.minimumSizeHint().width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Report on the person's hand as it is now, once the page is seen."""
        super().showEvent(event)
        after_first_paint(self, self._session.own_hand.refresh)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the drawing under the digit that is typed: its right label."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        typed = event.text()
        if typed and typed in DIGITS and not modifiers and self._closer.own_hand.labelling:
            self._closer.show_own_hand()
            self._labelling.label(int(typed))
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._strip = PipelineStrip(self._theme)
        self._player = StrokePlayer()
        self._tools = PadTools(self.pad)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GRID_PX)
        left.addWidget(self.pad, 1)
        left.addWidget(self._tools)
        left.addWidget(self._player)
        left.addWidget(self._strip)
        self._answers = ShownStack()
        self._answers.addWidget(self._build_empty())
        self._answers.addWidget(self._build_answer())
        layout = QHBoxLayout()
        self._build_column().addLayout(layout)
        layout.setSpacing(2 * MARGIN_PX)
        layout.addWidget(self._left, 55)
        layout.addWidget(self._answers, 45)
        layout.addStretch(1)
        # Longer bars would say nothing more, and part a digit from its percentage.
        self._answers.setMaximumWidth(_WIDEST_ANSWER_PX)

    def _build_empty(self) -> QWidget:
        page = QWidget()
        heading = QLabel(self.tr("No network yet"))
        heading.setObjectName("no_network_heading")
        heading.setFont(self._theme.font("title"))
        words = QLabel(
            self.tr(
                "Train one, and it reads what you draw: a small network takes less than a "
                "minute. Or open one that was saved: drop a .keras file anywhere."
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        train = QPushButton(self.tr("Train a network"))
        train.setObjectName("train_network_button")
        train.setProperty("primary", True)
        train.clicked.connect(lambda: self._lead_to("train"))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        layout.addStretch(1)
        layout.addWidget(heading)
        layout.addWidget(words)
        layout.addWidget(train, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(2)
        return page

    def _build_answer(self) -> QWidget:
        page = QWidget()
        self._answer = AnswerView(self._theme)
        self._naive = NaiveView()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        self._closer = LookCloser(self._theme)
        layout.addWidget(self._answer, 3)
        layout.addWidget(self._naive)
        layout.addWidget(self._closer, 2)
        return page

    def _connect(self) -> None:
        session = self._session
        self.pad.ink_changed.connect(self._on_ink_changed)
        self.pad.drawing_finished.connect(self._on_drawing_finished)
        self.pad.file_dropped.connect(self.open_file)
        self.pad.picture_dropped.connect(lambda image: session.drawings.take(image, to_grey))
        self._player.moved.connect(self.pad.show_until)
        self._files = DrawingFiles(self, self.pad, session, self._dialogs)
        self._tools.open_requested.connect(self._files.open)
        self._tools.save_requested.connect(self._files.save)
        self._tools.set_pen(session.preferences.pen_width)
        self._tools.pen_chosen.connect(self._on_pen_chosen)
        self._tools.set_pressed(session.preferences.pen_pressure)
        self._tools.pressure_chosen.connect(self._on_pressure_chosen)
        self._naive.switched.connect(self._on_naive_switched)
        self._reading = ReadingView(self.pad, self._answer, self._strip, session)
        session.recognition.answered.connect(self._on_answered)
        session.recognition.naively_answered.connect(self._on_naively_answered)
        session.networks.changed.connect(self._on_network_changed)
        session.drawings.opened.connect(self._on_drawing_opened)

    def _connect_closer(self) -> None:
        session, closer = self._session, self._closer
        session.neighbours.found.connect(self._on_nearest_found)
        session.opinions.given.connect(closer.opinions.show_opinions)
        session.data.changed.connect(self._look_closer)
        closer.currentChanged.connect(self._look_closer)
        self._calm.timeout.connect(self._look_closer)
        self._labelling = Labelling(closer.own_hand, self.pad, self._reading, session)
        files = OwnHandFiles(self, session, self._dialogs)
        closer.own_hand.export_requested.connect(files.export)
        closer.own_hand.import_requested.connect(files.bring_in)
        Teaching(closer.own_hand, session, self)

    def _on_ink_changed(self, ink: Ink) -> None:
        self._session.recognition.read(ink, growing=self.pad.pen_is_down)

    def _on_drawing_finished(self, ink: Ink) -> None:
        self._session.recognition.read(ink, at_once=True)
        self._player.set_drawing(self.pad.drawing)

    def _on_pen_chosen(self, width: PenWidth) -> None:
        self._session.preferences.pen_width = width

    def _on_pressure_chosen(self, varies: bool) -> None:
        self._session.preferences.pen_pressure = varies

    def _on_drawing_opened(self, drawing: Drawing) -> None:
        self.pad.set_drawing(drawing)
        self.pad.setFocus()

    def _on_answered(self, prediction: Prediction | None) -> None:
        self._prediction = prediction
        if prediction is None:
            self._naive.show_prediction(None, right=None)
        # After a moment without a new answer, so that live answers have the machine.
        self._calm.start()

    def _look_closer(self) -> None:
        """Ask what takes longer than an answer, for the tab that is looked at."""
        prediction = self._prediction
        if self.pad.pen_is_down:
            return
        if self._closer.currentIndex() == LookCloser.NEAREST:
            image = None if prediction is None else prediction.image
            self._session.neighbours.find(image)
        elif self._closer.currentIndex() == LookCloser.OPINIONS:
            self._session.opinions.ask(prediction)

    def _on_nearest_found(self, nearest: NearestDigits | None) -> None:
        if nearest is None or self._prediction is None:
            self._closer.nearest.clear()
            return
        read = self._prediction.name
        self._closer.nearest.show_images(
            nearest.images, nearest.labels, nearest.indices, read=read
        )

    def _on_naively_answered(self, naive: Prediction | None) -> None:
        right = None if self._prediction is None else self._prediction.name
        self._naive.show_prediction(naive, right=right)

    def _on_naive_switched(self, on: bool) -> None:
        self._session.recognition.compare_naive = on

    def _on_network_changed(self) -> None:
        self._answers.setCurrentIndex(self._session.networks.current is not None)


def _height_of(widget: QWidget, width: int) -> int:
    """Return how high a widget is that may need more than one line."""
    hint = widget.sizeHint().height()
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else hint
