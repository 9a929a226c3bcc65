"""What a hand does to the drawing on a pad: strokes and erasing, undone and done again."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

from core.ink.drawing import Drawing
from core.records import Floats
from gui.pages.draw.drawing_history import Eraser, History, PenStroke


class PadHand:
    """The drawing as it becomes; places are shares of the sheet's side."""

    def __init__(self) -> None:
        self._history = History()
        self._pen: PenStroke | None = None
        self._eraser: Eraser | None = None
        self._clock = QElapsedTimer()

    @property
    def finished(self) -> Drawing:
        """What is on the sheet, without the stroke under the pen."""
        return self._history.current

    @property
    def drawing(self) -> Drawing:
        """What is on the sheet, the stroke under the pen included."""
        return self._history.current if self._pen is None else self._pen.drawing

    @property
    def pen_is_down(self) -> bool:
        """Whether a stroke is being drawn."""
        return self._pen is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return self._history.can_redo

    def wet_points(self, *, pressed: bool) -> Floats | None:
        """Return the points of the stroke under the pen, maybe with the pressure beside."""
        if self._pen is None:
            return None
        return self._pen.pressed_points if pressed else self._pen.points

    def put(self, drawing: Drawing) -> None:
        """Put another drawing onto the sheet; it can be undone."""
        self._pen = None
        self._history.add(drawing)

    def undo(self) -> None:
        """Take back what was done last."""
        self._pen = None
        self._history.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._pen = None
        self._history.redo()

    def pen_down(self, x: float, y: float, pressure: float | None) -> None:
        """Begin a stroke."""
        since_last_s = self._clock.elapsed() / 1000 if self._clock.isValid() else 0.0
        self._pen = PenStroke(self._history.current)
        self._pen.begin(x, y, since_last_s=since_last_s, pressure=pressure)
        self._clock.start()

    def pen_moved(self, x: float, y: float, pressure: float | None) -> bool:
        """Go on with the stroke, if there is one; give whether the point is new."""
        if self._pen is None:
            return False
        after_s = self._clock.elapsed() / 1000
        return self._pen.move(x, y, after_s=after_s, pressure=pressure)

    def pen_up(self) -> Drawing | None:
        """End the stroke; give the drawing with it, None where there was none."""
        if self._pen is None:
            return None
        finished, self._pen = self._pen.drawing, None
        self._history.add(finished)
        self._clock.start()
        return finished

    @property
    def last_pressure(self) -> float | None:
        """How hard the pen pressed at its last point; None where nothing tells it."""
        return None if self._pen is None else self._pen.last_pressure

    def eraser_down(self) -> None:
        """Begin to erase: all until it is lifted is one change."""
        self._eraser = Eraser(self._history)

    def erase(self, x: float, y: float) -> bool:
        """Take away what is at a place; give whether there was something."""
        return self._eraser is not None and self._eraser.erase(x, y)

    def eraser_up(self) -> None:
        """End to erase."""
        self._eraser = None
