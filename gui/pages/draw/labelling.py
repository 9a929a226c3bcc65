"""What follows a label: the drawing is kept, or asked about, and the sheet is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.own_digits.own_hand import Change
from core.records import Ink
from gui.pages.draw.drawing_pad import DrawingPad
from gui.pages.draw.own_hand_panel import OwnHandPanel
from gui.pages.draw.reading_view import ReadingView
from gui.session import Session

if TYPE_CHECKING:
    from core.own_digits.doubts import Doubt
    from core.own_digits.own_digit import OwnDigit


class Labelling(QObject):
    """Stands between pad, panel and session where digits of one's own hand are kept.

    A label that the drawing does not look like is asked about once; the next label is taken.
    """

    def __init__(
        self, panel: OwnHandPanel, pad: DrawingPad, reading: ReadingView, session: Session
    ) -> None:
        super().__init__(pad)
        self._panel = panel
        self._pad = pad
        self._reading = reading
        self._session = session
        self._doubt: Doubt | None = None
        self._asked_on_sheet = False
        self._connect()

    def label(self, digit: int) -> None:
        """Keep the drawing under this label; of several digits, the one that is looked at."""
        if self._pad.pen_is_down:
            return
        if self._reading.several:
            self._reading.keep_chosen(digit)
            if self._reading.all_typed:
                self._pad.begin_anew()
            return
        drawing = self._pad.drawing
        asked = self._doubt is not None and self._doubt.drawing is drawing
        self._withdraw()
        self._panel.set_labelling(False)
        # At once: the next stroke may come before the digit is on the disk.
        self._pad.begin_anew()
        self._session.own_hand.keep(drawing, digit, sure=asked)

    def _connect(self) -> None:
        hand, panel = self._session.own_hand, self._panel
        panel.labelled.connect(self.label)
        panel.undo_requested.connect(hand.undo)
        panel.strip.removed.connect(hand.remove)
        panel.strip.relabelled.connect(hand.relabel)
        panel.strip.shown.connect(self._show)
        panel.question.answered.connect(self._on_answered)
        panel.question.left.connect(self._withdraw)
        self._pad.drawing_finished.connect(self._on_drawing_finished)
        hand.kept.connect(self._on_kept)
        hand.doubted.connect(self._on_doubted)
        hand.undone.connect(self._on_undone)
        hand.imported.connect(panel.show_imported)
        hand.exported.connect(panel.show_exported)

    def _on_kept(self, digit: int) -> None:
        if self._pad.begins_anew:
            words = self.tr("Kept as a {digit}. Your next stroke starts a clean sheet.")
            self._pad.begin_anew(words.format(digit=digit))

    def _on_doubted(self, doubt: Doubt) -> None:
        self._doubt = doubt
        self._panel.ask(doubt)
        self._asked_on_sheet = doubt.drawing is self._pad.drawing
        if self._asked_on_sheet:
            # Not kept, so it may be drawn on.
            self._pad.go_on()
            self._panel.set_labelling(True)

    def _on_answered(self, digit: int) -> None:
        doubt = self._doubt
        self._withdraw()
        if doubt is None:
            return
        if doubt.drawing is self._pad.drawing:
            self._panel.set_labelling(False)
            self._pad.begin_anew()
        self._session.own_hand.keep(doubt.drawing, digit, sure=True)

    def _on_drawing_finished(self, ink: Ink) -> None:
        self._panel.set_labelling(bool(ink.strokes))
        # What was asked about has changed, or is gone from the sheet.
        if self._asked_on_sheet:
            self._withdraw()

    def _on_undone(self, change: Change) -> None:
        if change.kind == "kept":
            self._reading.forget_last()
            self._pad.go_on()
            self._panel.set_labelling(bool(self._pad.drawing.strokes))

    def _show(self, own: OwnDigit) -> None:
        self._pad.set_drawing(own.drawing)
        self._pad.setFocus()

    def _withdraw(self) -> None:
        self._doubt, self._asked_on_sheet = None, False
        self._panel.ask(None)
