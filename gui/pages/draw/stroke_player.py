"""The scrubber: go back and forth in the time of a drawing, or play it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from core.ink.drawing import Drawing
from gui.theme import GRID_PX
from gui.words import number

_TICK_MS = 33


class StrokePlayer(QWidget):
    """A slider over the seconds that a drawing took, with a button that plays it.

    Signals:
        moved: The second of the drawing that should be shown.
    """

    moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stroke_player")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("replay_slider")
        self._slider.setAccessibleName(self.tr("Time in the drawing"))
        self._slider.setToolTip(
            self.tr("Goes back in the drawing, and shows how the answer changed.")
        )
        self._slider.valueChanged.connect(self._on_slid)
        self._play = QToolButton()
        self._play.setObjectName("replay_button")
        self._play.setToolTip(self.tr("Draws it again, as fast as you did."))
        self._play.clicked.connect(self._on_play_clicked)
        self._time = QLabel()
        self._time.setProperty("role", "muted")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = self.fontMetrics().horizontalAdvance(self._seconds(88.8, 88.8))
        self._time.setMinimumWidth(widest)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._play)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._time)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._clock = QElapsedTimer()
        self.set_drawing(Drawing())

    @property
    def playing(self) -> bool:
        """Whether the drawing is being played."""
        return self._ticks.isActive()

    def set_drawing(self, drawing: Drawing) -> None:
        """Go over the time of this drawing; it starts at its end."""
        self.stop()
        self._slider.blockSignals(True)
        self._slider.setMaximum(round(drawing.seconds * 1000))
        self._slider.setPageStep(max(1, self._slider.maximum() // 10))
        self._slider.setSingleStep(max(1, self._slider.maximum() // 100))
        self._slider.setValue(self._slider.maximum())
        self._slider.blockSignals(False)
        self.setEnabled(self._slider.maximum() > 0)
        self._write_time()

    def stop(self) -> None:
        """Stop playing, where it is."""
        self._ticks.stop()
        self._show_button()

    def _on_play_clicked(self) -> None:
        if self.playing:
            self.stop()
            return
        if self._slider.value() == self._slider.maximum():
            self._slider.setValue(0)
        self._from_ms = self._slider.value()
        self._clock.start()
        self._ticks.start()
        self._show_button()

    def _on_tick(self) -> None:
        now_ms = self._from_ms + self._clock.elapsed()
        self._slider.setValue(min(now_ms, self._slider.maximum()))
        if now_ms >= self._slider.maximum():
            self.stop()

    def _on_slid(self, value_ms: int) -> None:
        if self._slider.isSliderDown():
            self.stop()
        self._write_time()
        # The slider counts whole milliseconds: its end is the end, whatever was cut off.
        end = value_ms == self._slider.maximum()
        self.moved.emit(float("inf") if end else value_ms / 1000)

    def _write_time(self) -> None:
        self._time.setText(
            self._seconds(self._slider.value() / 1000, self._slider.maximum() / 1000)
        )

    def _seconds(self, now: float, end: float) -> str:
        return self.tr("{now} of {end} s").format(now=number(now, 1), end=number(end, 1))

    def _show_button(self) -> None:
        playing = self.playing
        self._play.setText(
            "\N{BLACK SQUARE}" if playing else "\N{BLACK RIGHT-POINTING TRIANGLE}"
        )
        self._play.setAccessibleName(self.tr("Stop replay") if playing else self.tr("Replay"))
