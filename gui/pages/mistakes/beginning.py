"""What the page says before a network has read anything, and the button that lets it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from core.records import SplitName
from gui.session.session import Session
from gui.widgets.empty_state import EmptyState


class Beginning(EmptyState):
    """Leads to a network, or lets the one in use read the images.

    Signals:
        training_requested: There is no network yet.
    """

    training_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("", "", "mistakes_empty_button")
        self._session = session
        self.button.clicked.connect(self._on_clicked)

    def refresh(self) -> None:
        """Say what is missing now."""
        opened = self._session.networks.current
        if opened is None:
            self.text.setText(
                self.tr("Here you will see what a network misreads. Train one first.")
            )
            self.button.setText(self.tr("Train a network"))
        elif self._first_split == "test":
            self.text.setText(
                self.tr("See which test images {name} misreads, and how surely.").format(
                    name=opened.name
                )
            )
            self.button.setText(self.tr("Read all test images"))
        else:
            self.text.setText(
                self.tr(
                    "There are no test images. See which training images {name} misreads:"
                    " those that it learnt from it reads better than others."
                ).format(name=opened.name)
            )
            self.button.setText(self.tr("Read all training images"))
        self.button.setEnabled(opened is None or self._session.data.current is not None)

    @property
    def _first_split(self) -> SplitName:
        """The split to begin with: the test images, where there are any."""
        dataset = self._session.data.current
        return "test" if dataset is None or len(dataset.test_labels) else "train"

    def _on_clicked(self) -> None:
        if self._session.networks.current is None:
            self.training_requested.emit()
        else:
            self._session.predictions.ask(self._first_split)
