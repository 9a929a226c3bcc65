"""What trains can be stopped, and made to wait: the services whose work has a `Control`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from core.control import Control
from gui.session.service import Service

Stage: TypeAlias = Literal["idle", "running", "paused", "stopping"]
"""One that was asked to stop is stopping until it ended, paused before or not."""


class ControlledService(Service):
    """A service that does one work at a time, under a control.

    Signals:
        stage_changed: The `Stage` from now on.
    """

    stage_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._control: Control | None = None

    @property
    def running(self) -> bool:
        """Whether its work runs, paused or stopping or not."""
        return self._control is not None

    @property
    def stage(self) -> Stage:
        """Whether its work runs, and what that was asked to do."""
        if self._control is None:
            return "idle"
        if self._control.stopped:
            return "stopping"
        return "paused" if self._control.paused else "running"

    def pause(self) -> None:
        """Let the work wait at its next chunk."""
        if self._control is not None and self.stage == "running":
            self._control.pause()
            self._tell_stage()

    def resume(self) -> None:
        """Let a waiting work go on."""
        if self._control is not None and self.stage == "paused":
            self._control.resume()
            self._tell_stage()

    def stop(self) -> None:
        """Ask the work to end, paused or not."""
        if self._control is not None and self.stage != "stopping":
            self._control.stop()
            self._tell_stage()

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use another learning rate from the next chunk on."""
        if self._control is not None:
            self._control.set_learning_rate(learning_rate)

    def _tell_stage(self) -> None:
        self.stage_changed.emit(self.stage)
