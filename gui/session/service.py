"""What all services are: one subject, its state and signals, its errors through one door."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.jobs import Job, LatestOnly, Result


class Service(QObject):
    """One subject of the session.

    Signals:
        failed: The `BaseException` that a work of this service raised.
    """

    failed = Signal(object)

    def _watch(self, job: Job[Result]) -> Job[Result]:
        """Let the errors of a job come out of this service."""
        job.failed.connect(self.failed)
        return job

    def _watch_latest(self, latest: LatestOnly[Result]) -> LatestOnly[Result]:
        """Let the errors of questions come out of this service."""
        latest.failed.connect(self.failed)
        return latest
