"""What all services are: one subject, its state and signals, its errors through one door."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job


class Service(QObject):
    """One subject of the session.

    Signals:
        failed: The exception that a work of this service raised.
    """

    failed = Signal(object)

    def _watch(self, job: Job) -> Job:
        """Let the errors of a job come out of this service."""
        job.failed.connect(self.failed)
        return job
