"""What the banner offers: the whole MNIST, test images, how to take pixels; and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.records import Dataset
from gui.session import Session
from gui.widgets.banner import Banner
from gui.words import continue_words, phrase, size

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.data.download import DownloadProgress
    from core.networks.trial import Trial
    from core.runs.repair import Repair
    from core.runs.run import Run


_SHOWN_AFTER_MS = 500
"""What is read sooner needs no progress bar."""


class Offers(QObject):
    """Decides what the banner says; one thing at a time, the newest."""

    def __init__(self, session: Session, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._downloading = False
        self._reads = False
        session.data.changed.connect(self._on_data)
        self._slow = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._slow.timeout.connect(self._show_reading)
        self._reading = ("", 0.0)
        session.data.loading.connect(self._on_loading)
        session.data.reading.connect(self._on_reading)
        session.data.downloading.connect(self._on_downloading)
        session.data.idle.connect(self._on_idle)
        session.trials.tried.connect(self._on_tried)
        session.trials.untried.connect(self._on_untried)
        session.runs.interrupted.connect(self._on_interrupted)
        session.runs.repaired.connect(self._on_repaired)

    def _on_loading(self, name: str) -> None:
        self._reading = (name, 0.0)
        self._slow.start()

    def _on_reading(self, share: float) -> None:
        self._reading = (self._reading[0], share)
        if self._reads:
            self._show_reading()

    def _show_reading(self) -> None:
        """Show how far the reading is: it takes so long that somebody may want it to end."""
        if not self._session.data.busy:
            return
        self._reads = True
        name, share = self._reading
        cancel = (self.tr("Cancel"), self._session.data.cancel)
        self._banner.progress(
            self.tr("Reading {name}").format(name=name),
            share,
            {"cancel_reading_button": cancel},
        )

    def _on_data(self) -> None:
        self._downloading = self._reads = False
        self._slow.stop()
        data = self._session.data
        if data.is_sample and not self._session.preferences.keep_sample:
            self._offer_download()
        elif data.current is not None and not len(data.current.test_labels):
            self._offer_hold_out(data.current)
        else:
            self._banner.clear()

    def _offer_hold_out(self, dataset: Dataset) -> None:
        self._banner.offer(
            self.tr(
                "{name} has no test images, so that nothing tells how well a network reads new "
                "ones."
            ).format(name=dataset.name),
            {
                "hold_out_button": (
                    self.tr("Hold out 20 % for testing"),
                    self._session.data.hold_out,
                ),
                "no_test_images_button": (self.tr("Leave it so"), self._banner.clear),
            },
        )

    def _offer_download(self) -> None:
        self._banner.offer(
            self.tr("You are using the 5,000-image sample of MNIST."),
            {
                "download_button": (self.tr("Get all 70,000"), self._on_download),
                "keep_sample_button": (self.tr("Keep using the sample"), self._on_keep),
            },
        )

    def _on_download(self) -> None:
        self._downloading = True
        self._show_progress(self.tr("Downloading MNIST"), None)
        self._session.data.download()

    def _on_keep(self) -> None:
        self._session.preferences.keep_sample = True
        self._banner.clear()

    def _on_downloading(self, progress: DownloadProgress) -> None:
        text = self.tr("Downloading MNIST: {file}, {size}").format(
            file=progress.file, size=size(progress.total_bytes)
        )
        self._show_progress(text, progress.fraction)

    def _show_progress(self, text: str, fraction: float | None) -> None:
        cancel = (self.tr("Cancel"), self._session.data.cancel)
        self._banner.progress(text, fraction, {"cancel_download_button": cancel})

    def _on_idle(self) -> None:
        # Cancelled or failed: offer it again. A download that succeeded changed the data.
        self._slow.stop()
        if self._downloading or self._reads:
            self._on_data()

    def _on_tried(self, trial: Trial, name: str) -> None:
        """Say what a trial of a stranger's network showed, and let its pixels be changed."""
        buttons: dict[str, tuple[str, Callable[[], object]]] = {
            "trial_seen_button": (self.tr("All right"), self._on_data)
        }
        if trial.measured and trial.network.spec.pixels == "unit":
            buttons["raw_pixels_button"] = (self.tr("Use 0 to 255"), self._on_raw)
        elif trial.measured:
            buttons["unit_pixels_button"] = (self.tr("Use 0 to 1"), self._on_unit)
        self._banner.offer(" ".join(phrase(note) for note in trial.notes(name)), buttons)

    def _on_untried(self, name: str) -> None:
        """Ask how pixels go in, where the data set in use cannot tell."""
        self._banner.offer(
            self.tr(
                "{name} does not say how it wants pixels; Inkling hands them over as 0 to 1."
            ).format(name=name),
            {
                "raw_pixels_button": (self.tr("Use 0 to 255"), self._on_raw),
                "unit_pixels_button": (self.tr("Keep 0 to 1"), self._on_unit),
            },
        )

    def _on_interrupted(self, run: Run) -> None:
        """Offer once to go on with a training whose process went away."""
        if run.id <= self._session.preferences.told_of_run:
            return
        # Imported late: the window's first paint does not wait for the run store.
        from core.runs.continuing import plan_of

        self._session.preferences.told_of_run = run.id
        self._banner.offer(
            self.tr(
                "The training of {name} was interrupted after epoch {n}; it is kept."
            ).format(name=run.name, n=run.last_epoch),
            {
                "continue_interrupted_button": (
                    continue_words(plan_of(run)),
                    lambda: self._continue(run.id),
                ),
                "leave_interrupted_button": (self.tr("Leave it"), self._on_data),
            },
        )

    def _on_repaired(self, repair: Repair) -> None:
        """Say what a rebuilt list of runs has."""
        text = self.tr(
            "The list of runs was rebuilt: {kept} as they were, {backup} from a backup,"
            " {folder} from their networks alone."
        )
        counts = {"kept": repair.kept, "backup": repair.from_backup}
        self._banner.offer(
            text.format(**counts, folder=repair.from_folder),
            {"repaired_button": (self.tr("Good"), self._on_data)},
        )

    def _continue(self, run_id: int) -> None:
        self._session.runs.continue_run(run_id)
        self._on_data()

    def _on_raw(self) -> None:
        self._session.networks.take_pixels(raw=True)
        self._on_data()

    def _on_unit(self) -> None:
        self._session.networks.take_pixels(raw=False)
        self._on_data()
