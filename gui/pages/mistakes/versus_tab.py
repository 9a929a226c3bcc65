"""The tab that sets another network beside the one in use, on the same images."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.pages.mistakes.difference_view import DifferenceView
from gui.session.session import Session
from gui.session.versus import Compared
from gui.theme import GRID_PX, Theme
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.word_label import WordLabel
from gui.words import count

if TYPE_CHECKING:
    from core.runs.opinions import NamedNetwork

_STEPS = 1000


class VersusTab(QWidget):
    """Choose a network; then what it fixes and breaks, McNemar's p, and the difference.

    Signals:
        images_requested: Indices for the grid, a tuple of int, and their title.
    """

    images_requested = Signal(object, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versus_tab")
        self._session = session
        self._compared: Compared | None = None
        self._box = QComboBox()
        self._box.setObjectName("rival_box")
        self._box.setAccessibleName(self.tr("The other network"))
        self._box.setMinimumContentsLength(12)
        self._go = self._button("compare_button", self.tr("Compare"), self._on_compare_clicked)
        self._stop = self._button("stop_comparing_button", self.tr("Stop"), session.versus.stop)
        self._bar = QProgressBar()
        self._bar.setObjectName("comparing_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setMaximum(_STEPS)
        self._bar.setTextVisible(False)
        self._words = WordLabel()
        self._words.setObjectName("versus_words")
        self._words.setWordWrap(True)
        self._fixed = self._button("fixed_button", "", lambda: self._ask("fixed"))
        self._broken = self._button("broken_button", "", lambda: self._ask("broken"))
        self._both = self._button("both_button", "", lambda: self._ask("both"))
        self._matrix = DifferenceView(theme)
        self._matrix.cell_chosen.connect(self._on_cell_chosen)
        self._build()
        session.versus.listed.connect(self._on_listed)
        session.versus.compared.connect(self._on_compared)
        session.versus.stage_changed.connect(self._on_stage)
        session.versus.share_changed.connect(
            lambda share: self._bar.setValue(round(_STEPS * share))
        )
        self._on_stage(False)
        self._on_compared(session.versus.current)

    def showEvent(self, event: QShowEvent) -> None:
        """List the networks as they are now."""
        super().showEvent(event)
        self._session.versus.list_others()

    def _build(self) -> None:
        choice, results = FlowLayout(), FlowLayout()
        for widget in (self._box, self._go, self._stop):
            choice.addWidget(widget)
        for button in (self._fixed, self._broken, self._both):
            results.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(choice)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        layout.addLayout(results)
        layout.addWidget(self._matrix)
        layout.addStretch(1)

    def _on_listed(self, others: tuple[NamedNetwork, ...]) -> None:
        chosen = self._box.currentText()
        self._box.clear()
        for named in others:
            self._box.addItem(named.name, named)
        self._box.setCurrentIndex(max(0, self._box.findText(chosen)))
        self._go.setEnabled(bool(others))
        if not others and self._compared is None:
            self._words.setText(
                self.tr("No other network is kept that reads these classes. Train another one.")
            )

    def _on_compare_clicked(self) -> None:
        other = self._box.currentData()
        if other is not None:
            self._session.versus.compare(other)

    def _on_stage(self, comparing: bool) -> None:
        self._bar.setVisible(comparing)
        self._bar.setValue(0)
        self._stop.setVisible(comparing)

    def _on_compared(self, compared: Compared | None) -> None:
        self._compared = compared
        for widget in (self._fixed, self._broken, self._both, self._matrix):
            widget.setVisible(compared is not None)
        if compared is None:
            self._words.setText(
                self.tr("Choose a network to see what it fixes and what it breaks.")
            )
            return
        found = compared.versus
        self._fixed.setText(self.tr("Fixed by B: {n}").format(n=count(len(found.fixed))))
        self._broken.setText(self.tr("Broken by B: {n}").format(n=count(len(found.broken))))
        self._both.setText(self.tr("Wrong in both: {n}").format(n=count(len(found.both))))
        real = self.tr("likely real") if found.test.likely_real else self.tr("may be chance")
        self._words.setText(
            self.tr(
                "A is {a}, B is {b}. The difference: {real} (McNemar p = {p}). The matrix is"
                " B's less A's."
            ).format(
                a=compared.predictions.open_network.name,
                b=compared.name,
                real=real,
                p=f"{found.test.p_value:.2g}",
            )
        )
        self._matrix.set_counts(found.difference, compared.predictions.dataset.classes)

    def _ask(self, which: str) -> None:
        if self._compared is None:
            return
        found = self._compared.versus
        indices, title = {
            "fixed": (found.fixed, self.tr("fixed by {name}")),
            "broken": (found.broken, self.tr("broken by {name}")),
            "both": (found.both, self.tr("misread by {name} too")),
        }[which]
        self._tell(indices, title.format(name=self._compared.name))

    def _on_cell_chosen(self, cell: tuple[int | None, int | None]) -> None:
        """Show what only one of the two networks puts into the cell."""
        compared, (true, predicted) = self._compared, cell
        if compared is None or true is None or predicted is None:
            return
        known, names = compared.predictions, compared.predictions.dataset.classes
        of_class = known.dataset.labels(known.split) == true
        differ = (known.predictions.digits == predicted) != (compared.digits == predicted)
        title = self.tr("{true} as {predicted}, by one of both")
        self._tell(
            np.flatnonzero(of_class & differ),
            title.format(true=names[true], predicted=names[predicted]),
        )

    def _tell(self, indices: NDArray[np.int64], title: str) -> None:
        self.images_requested.emit(tuple(indices.tolist()), title)

    def _button(self, name: str, text: str, does: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(does)
        return button
