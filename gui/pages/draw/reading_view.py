"""Shows what was read: marks on the pad, the number, and more of the digit that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.ink.drawing import Drawing, steadily_timed
from core.records import Prediction, ReadDigit, Reading
from gui.pages.draw.answer_view import SURE, AnswerView
from gui.pages.draw.drawing_pad import DrawingPad
from gui.pages.draw.marks import Mark
from gui.pages.draw.number_label import Shown
from gui.pages.draw.pipeline_strip import PipelineStrip
from gui.session import Session
from gui.words import percent

_MOST = 0.99
Box = tuple[float, float, float, float]


class ReadingView(QObject):
    """Puts the reading of the session onto the pad, into the answer and into the strip.

    One drawn digit needs no mark; of several, and in a picture, each gets one. A digit that
    was typed stands in the place of the one that was read.
    """

    def __init__(
        self, pad: DrawingPad, answer: AnswerView, strip: PipelineStrip, session: Session
    ) -> None:
        super().__init__(pad)
        self._pad = pad
        self._answer = answer
        self._strip = strip
        self._session = session
        self._typed: dict[Box, int] = {}
        recognition = session.recognition
        recognition.reading_changed.connect(self._on_reading)
        recognition.answered.connect(self._on_answered)
        pad.mark_chosen.connect(recognition.select)
        answer.number.chosen.connect(recognition.select)

    @property
    def several(self) -> bool:
        """Whether several digits were read."""
        return len(self._reading.digits) > 1

    @property
    def all_typed(self) -> bool:
        """Whether each of the digits was typed by the person."""
        return all(digit.box in self._typed for digit in self._reading.digits)

    def keep_chosen(self, digit: int) -> None:
        """Keep the chosen one of several drawn digits as one of one's own, and go on."""
        recognition = self._session.recognition
        chosen = self._reading.digits[recognition.selected]
        if chosen.box in self._typed or not chosen.ink.strokes:
            return
        self._typed[chosen.box] = digit
        # Whoever corrects a reading knows what it looks like.
        self._session.own_hand.keep(_alone(chosen), digit, sure=True)
        left = [n for n, read in enumerate(self._reading.digits) if read.box not in self._typed]
        later = [n for n in left if n > recognition.selected]
        recognition.select((later or left or [recognition.selected])[0])

    def forget_last(self) -> None:
        """Show again what was read in the place of what was typed last."""
        if self._typed:
            self._typed.popitem()
            self._session.recognition.select(self._session.recognition.selected)

    @property
    def _reading(self) -> Reading:
        return self._session.recognition.reading

    def _on_reading(self, reading: Reading) -> None:
        there = {digit.box for digit in reading.digits}
        self._typed = {box: digit for box, digit in self._typed.items() if box in there}
        self._strip.set_found(reading.found)

    def _on_answered(self, prediction: Prediction | None) -> None:
        digits, selected = self._reading.digits, self._session.recognition.selected
        self._strip.set_stages(None if prediction is None else prediction.stages)
        self._pad.set_marks(self._marks(digits, selected))
        if prediction is None:
            self._answer.show_nothing(drawn=not self._pad.drawing.empty)
            return
        shown = tuple(Shown(self._said(d), d.line, self._doubtful(d)) for d in digits)
        self._answer.show_digits(shown, selected)
        self._answer.show_prediction(prediction, which=self._which(digits, selected))

    def _marks(self, digits: tuple[ReadDigit, ...], selected: int) -> tuple[Mark, ...]:
        if len(digits) == 1 and self._pad.drawing.image is None:
            return ()
        return tuple(
            Mark(
                self._box(digit),
                self._said(digit),
                self._sureness(digit),
                self._doubtful(digit),
                len(digits) > 1 and number == selected,
            )
            for number, digit in enumerate(digits)
        )

    def _box(self, digit: ReadDigit) -> Box:
        """Return the box around what is seen of a digit: its strokes are as wide as the pen."""
        reach = self._pad.pen_share / 2 if digit.ink.strokes else 0.0
        left, top, right, bottom = digit.box
        return left - reach, top - reach, right + reach, bottom + reach

    def _said(self, digit: ReadDigit) -> str:
        return str(self._typed.get(digit.box, digit.prediction.name))

    def _doubtful(self, digit: ReadDigit) -> bool:
        prediction = digit.prediction
        doubtful = not prediction.is_digit or prediction.confidence < SURE
        return doubtful and digit.box not in self._typed

    def _sureness(self, digit: ReadDigit) -> str:
        if digit.box in self._typed:
            return "\N{CHECK MARK}"
        if not digit.prediction.is_digit:
            return self.tr("no digit?")
        confidence = digit.prediction.confidence
        # Nothing is certain.
        return (
            f"\N{GREATER-THAN OR EQUAL TO} {percent(_MOST, 0)}"
            if confidence >= _MOST
            else percent(confidence, 0)
        )

    def _which(self, digits: tuple[ReadDigit, ...], selected: int) -> str:
        if len(digits) < 2:
            return ""
        words = self.tr("Digit {n} of {count}, read as {digit}:")
        digit = digits[selected].prediction.name
        return words.format(n=selected + 1, count=len(digits), digit=digit) + " "


def _alone(digit: ReadDigit) -> Drawing:
    """Return the drawing of one digit, without the others."""
    ink = digit.ink
    return Drawing(ink.strokes, steadily_timed(ink.strokes), ink.sheet or (1.0, 1.0))
