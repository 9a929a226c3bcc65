"""What was assumed when the data were read, and what is odd about them, with what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.records import Dataset
from gui.theme import GRID_PX
from gui.words import phrase


class DataNotes(QWidget):
    """A sentence a line; a button for test images that are missing; a switch for turned ones.

    Signals:
        hold_out_requested: Training images should be set aside for testing.
        as_stored_requested: The images should be read again, as they are stored or not.
    """

    hold_out_requested = Signal()
    as_stored_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setObjectName("data_notes")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setWordWrap(True)
        self._hold_out = QPushButton(self.tr("Hold out 20 %"))
        self._hold_out.setObjectName("hold_out_page_button")
        self._hold_out.setToolTip(
            self.tr(
                "Set a fifth of the training images of each class aside, chosen at random, to "
                "test networks with."
            )
        )
        self._hold_out.clicked.connect(self.hold_out_requested)
        self._as_stored = QCheckBox(self.tr("Images as stored"))
        self._as_stored.setObjectName("as_stored_box")
        self._as_stored.setToolTip(
            self.tr(
                "Read the images again as the files have them: not turned upright, dark on "
                "light not made light on dark, 0 and 1 not made 0 and 255."
            )
        )
        self._as_stored.clicked.connect(self.as_stored_requested)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._hold_out)
        row.addWidget(self._as_stored)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._text)
        layout.addLayout(row)

    def show_notes(self, dataset: Dataset, *, from_file: bool, as_stored: bool) -> None:
        """Show what there is to say of a data set."""
        lines = [f"\N{BULLET} {phrase(note)}" for note in dataset.notes]
        self._text.setText("\n".join(lines))
        self._text.setVisible(bool(lines))
        self._hold_out.setVisible(not len(dataset.test_labels))
        self._as_stored.setVisible(from_file)
        self._as_stored.setChecked(as_stored)
