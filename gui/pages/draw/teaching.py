"""What the tab of one's own hand shows and asks: follows the session."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.data.mnist import is_sample
from core.own_digits.own_hand import OwnHand
from gui.pages.draw.own_hand_panel import OwnHandPanel
from gui.pages.draw.teach_hand import TeachState
from gui.session import OpenNetwork, Session
from gui.session.fine_tuning import Taught
from gui.words import named


class Teaching(QObject):
    """Puts what the services of the own hand and of fine-tuning say into the panel."""

    def __init__(self, panel: OwnHandPanel, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._session = session
        self._digits = 0
        self._connect_panel()
        self._connect_service()
        self._catch_up()

    def _connect_panel(self) -> None:
        session, view = self._session, self._panel.teach
        session.own_hand.changed.connect(self._on_hand)
        session.networks.changed.connect(self._on_network)
        session.data.changed.connect(self._update)
        session.training.stage_changed.connect(self._update)
        view.teach_requested.connect(session.fine_tuning.start)
        view.stop_requested.connect(session.fine_tuning.stop)
        view.undo_requested.connect(session.fine_tuning.undo)

    def _connect_service(self) -> None:
        service, view = self._session.fine_tuning, self._panel.teach
        service.started.connect(self._on_started)
        service.stage_changed.connect(self._update)
        service.phase_changed.connect(view.show_phase)
        service.progressed.connect(view.show_progress)
        service.taught.connect(self._on_taught)
        service.undone.connect(self._on_undone)
        service.stopped.connect(view.show_stopped)

    def _catch_up(self) -> None:
        """Show what was taught before this was made."""
        last = self._session.fine_tuning.last
        if last is not None:
            self._on_taught(last)
        self._update()

    def _update(self) -> None:
        session, service = self._session, self._session.fine_tuning
        dataset, last = session.data.current, service.last
        self._panel.teach.set_state(
            TeachState(
                digits=self._digits,
                network=session.networks.current is not None,
                images=dataset is not None and len(dataset.train_labels) > 0,
                training=session.training.running,
                running=service.running,
                stopping=service.stage == "stopping",
                undo="" if last is None else last.before.name,
            )
        )

    def _on_hand(self, hand: OwnHand) -> None:
        self._digits = hand.total
        self._panel.show_hand(hand)
        self._update()

    def _on_network(self, _opened: OpenNetwork | None) -> None:
        self._session.own_hand.refresh()
        # What was said is of a network that is not in use any more.
        if self._session.fine_tuning.last is None:
            self._panel.teach.show_words("")
        self._update()

    def _on_started(self) -> None:
        self._panel.teach.show_words("")

    def _on_taught(self, taught: Taught) -> None:
        self._panel.teach.show_taught(
            taught.after.name,
            taught.result,
            named(taught.dataset.name),
            sample=is_sample(taught.dataset),
        )
        self._update()

    def _on_undone(self, before: OpenNetwork) -> None:
        self._panel.teach.show_undone(before.name)
        self._update()
