"""How far a training is, above its plots: its phase, the time left, at the end its result."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from core.evaluation.metrics import wilson
from core.evaluation.student import mean_interval
from core.records import Outcome, Phase, Progress
from gui.session.seeds import SeedsProgress
from gui.theme import GRID_PX, Theme
from gui.widgets.busy_bar import BusyBar
from gui.widgets.elided_label import ElidedLabel
from gui.words import count, duration, epochs_words, number, percent, phase_words

_STEPS = 1000
_BAR_PX = 8


class RunProgress(QWidget):
    """A line of words, what is left at its right, a thin bar, and at the end the details."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._last_progress: Progress | None = None
        self.text = ElidedLabel()
        self.text.setObjectName("progress_text")
        self.text.setFont(theme.font("section"))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.left = ElidedLabel()
        self.left.setObjectName("time_left")
        self.left.setProperty("role", "muted")
        self.left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.bar = BusyBar(theme)
        self.bar.setObjectName("run_progress")
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.bar.setMaximum(_STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_PX)
        self.details = ElidedLabel()
        self.details.setObjectName("result_details")
        self.details.setProperty("role", "muted")
        # Its room is there before its words: nothing moves when a training ends.
        policy = self.details.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.details.setSizePolicy(policy)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID_PX // 2)
        grid.addWidget(self.text, 0, 0)
        grid.addWidget(self.left, 0, 1)
        grid.addWidget(self.bar, 1, 0, 1, 2)
        grid.addWidget(self.details, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.show_idle()

    def show_idle(self) -> None:
        """Say that nothing was trained yet."""
        self._write(self.tr("Nothing trained yet"), self.tr("The plots fill while it learns."))
        self._set_bar(0)

    def begin(self, name: str, seeds: int = 1) -> None:
        """Say what begins, and of how many seeds."""
        self._name = name
        if seeds > 1:
            self._name = self.tr("{name}, {n} seeds").format(name=name, n=seeds)
        self._last_progress = None
        self._write(self.tr("{name}: starting").format(name=self._name))
        self._set_bar(None)

    def show_phase(self, phase: Phase) -> None:
        """Say what the training is busy with before its first step or after its last."""
        words = self.tr("{name}: {doing}")
        self._write(words.format(name=self._name, doing=phase_words(phase)))
        self._set_bar(None)

    def show_progress(self, progress: Progress) -> None:
        """Say where the training stands, and how long it will still take."""
        self._last_progress = progress
        text = self.tr("{name}: epoch {n} of {last}").format(
            name=self._name, n=progress.epoch, last=progress.last_epoch
        )
        self._write(text, self.tr("{time} left").format(time=duration(progress.seconds_left)))
        self._set_bar(progress.fraction)

    def show_seeds_progress(self, progress: SeedsProgress) -> None:
        """Say how far several seeds are together."""
        text = self.tr("{name}: {done} done").format(name=self._name, done=progress.done)
        left = progress.seconds_left
        time = "" if left is None else self.tr("{time} left").format(time=duration(left))
        self._write(text, time)
        self._set_bar(progress.fraction)

    def show_paused(self, paused: bool) -> None:
        """Say that it waits, or goes on."""
        progress = self._last_progress
        if paused and progress is not None:
            words = self.tr("{name}: paused in epoch {n} of {last}")
            self._write(
                words.format(name=self._name, n=progress.epoch, last=progress.last_epoch)
            )
        elif paused:
            self._write(self.tr("{name}: paused").format(name=self._name))
        elif progress is not None:
            self.show_progress(progress)

    def show_kept(self, name: str, state: str, epochs: int, accuracy: float | None) -> None:
        """Say what a training of before this start came to; `state` is its run's."""
        self._name = name
        ended = {
            "finished": self.tr("finished"),
            "stopped": self.tr("stopped"),
            "early": self.tr("stopped early"),
            "diverged": self.tr("diverged"),
        }.get(state, self.tr("interrupted"))
        words = self.tr("{name}: {accuracy} on test").format(
            name=name, accuracy=percent(accuracy)
        )
        said = self.tr("{ended}, {epochs}").format(ended=ended, epochs=epochs_words(epochs))
        self._write(name if accuracy is None else words, said)
        self._set_bar(0)

    def show_failed(self) -> None:
        """Say that the training ended without a result; why is said elsewhere."""
        self._write(self.tr("{name}: ended without a result").format(name=self._name))
        self._set_bar(0)

    def show_result(self, result: Outcome, published: float | None = None) -> None:
        """Say what the training gave, beside what its text printed."""
        words = {
            "finished": self.tr("{epochs} in {time}"),
            "stopped": self.tr("stopped, {epochs} in {time}"),
            "early": self.tr("stopped early, no better: {epochs} in {time}"),
            "diverged": self.tr("diverged, the loss is no number: {epochs} in {time}"),
        }[result.ended]
        trained = epochs_words(len(result.epochs))
        done = words.format(epochs=trained, time=duration(result.seconds))
        self._write(self._result_text(result), done)
        self._set_bar(0 if result.ended == "diverged" else 1)
        self._write_details(result, published)

    def show_seeds(self, accuracies: Sequence[float], seeds: int) -> None:
        """Say what several seeds gave together: mean and standard deviation on test.

        Of two or more accuracies; there may be fewer than seeds.
        """
        found = mean_interval(accuracies)
        mean = percent(found.mean).removesuffix(" %")
        figure = f"{mean} \N{PLUS-MINUS SIGN} {percent(found.deviation)}"
        words = self.tr("{n} seeds: {figure}")
        if found.count < seeds:
            words = self.tr("{n} of {seeds} seeds: {figure}")
        self.text.setText(words.format(n=found.count, seeds=seeds, figure=figure))
        interval = self.tr("95 % interval of the mean {low} to {high}").format(
            low=percent(found.low), high=percent(found.high)
        )
        self.details.setText(interval)
        self.details.show()

    def _result_text(self, result: Outcome) -> str:
        if result.test is None:
            return self._name
        return self.tr("{name}: {accuracy} on test").format(
            name=self._name, accuracy=percent(result.test.accuracy)
        )

    def _write_details(self, result: Outcome, published: float | None) -> None:
        parts = []
        if result.test is not None:
            right = round(result.test.accuracy * result.test.images)
            low, high = wilson(right, result.test.images)
            parts.append(
                self.tr("{n} test images, 95 % interval {low} to {high}").format(
                    n=count(result.test.images), low=percent(low), high=percent(high)
                )
            )
            parts.append(self.tr("test loss {loss}").format(loss=number(result.test.loss)))
        if published is not None:
            parts.append(self.tr("published {accuracy}").format(accuracy=percent(published)))
        self.details.setText(", ".join(parts))
        self.details.setVisible(bool(parts))

    def _write(self, text: str, left: str = "") -> None:
        self.details.hide()
        if self.text.text() != text:
            self.text.setText(text)
        if self.left.text() != left:
            self.left.setText(left)

    def _set_bar(self, fraction: float | None) -> None:
        """Show a fraction (0 to 1); None: busy, nobody knows how long."""
        self.bar.setMaximum(0 if fraction is None else _STEPS)
        self.bar.setValue(0 if fraction is None else round(_STEPS * fraction))
