"""The right side of the page: a sentence, what is chosen, and the images."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.selection import Selection, everything
from core.records import Images
from gui.pages.mistakes.chips import Chips
from gui.pages.mistakes.choices import class_name, selection_of
from gui.pages.mistakes.grid_actions import GridActions
from gui.pages.mistakes.selection_bar import SelectionBar
from gui.session.mistakes import ImageRequest
from gui.session.session import Session
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme
from gui.widgets.digit_grid import Caption, DigitGrid
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.shown_stack import ShownStack
from gui.words import count


class GridPanel(QWidget):
    """Sentence, bar, chips, grid: all about one `Selection`, which the bar holds.

    Signals:
        digit_chosen: The index of the image that was clicked or moved to.
    """

    digit_chosen = Signal(int)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel()
        self._sentence.setObjectName("mistakes_sentence")
        self._sentence.setFont(theme.font("section"))
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = SelectionBar()
        self._chips = Chips()
        self._chips.selection_changed.connect(self.bar.set_selection)
        self._count = ElidedLabel()
        self._count.setObjectName("shown_count")
        self._count.setProperty("role", "muted")
        self.grid = DigitGrid()
        self.grid.setObjectName("mistakes_grid")
        self.grid.setAccessibleName(self.tr("Images that are chosen"))
        self.grid.digit_chosen.connect(self.digit_chosen)
        self.acts = GridActions(self.grid, session, theme)
        self._nothing = QLabel(self.tr("No image fits this choice."))
        self._nothing.setObjectName("nothing_selected")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "muted")
        self._views = ShownStack()
        self._views.addWidget(self.grid)
        self._views.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        for widget in (self._sentence, self.bar, self._chips):
            layout.addWidget(widget)
        layout.addLayout(self._build_foot())
        layout.addWidget(self._views, 1)

    def _build_foot(self) -> QHBoxLayout:
        size = QSlider(Qt.Orientation.Horizontal)
        size.setObjectName("digit_size_slider")
        size.setAccessibleName(self.tr("Size of the images"))
        size.setToolTip(self.tr("How large the images are drawn: from 28 to 168 pixels."))
        size.setRange(1, 6)
        size.setValue(2)
        size.setFixedWidth(scaled(110))
        size.valueChanged.connect(lambda times: self.grid.set_side(28 * times))
        export = QPushButton(self.tr("Export"))
        export.setObjectName("export_mistakes_button")
        export.setToolTip(
            self.tr("Write the selected images, or all that are shown, or the evaluation.")
        )
        export.setMenu(self.acts.menu(export))
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(size)
        row.addWidget(export)
        return row

    def say(self, sentence: str) -> None:
        """Write the sentence over the images."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def show_chips(self, selection: Selection, names: Sequence[str]) -> None:
        """Say what leaves images out."""
        self._chips.show_selection(selection, names)

    def show_labelled(self, request: ImageRequest) -> None:
        """Show images that no network has read: with their labels only."""
        dataset, split = request.dataset, request.split
        names, labels = dataset.classes, dataset.labels(split)
        self.bar.set_part(split)
        self.bar.set_classes(names)
        self.bar.set_selection(selection_of(request))
        self.say(request.title)
        self.show_chips(everything(), names)
        self.show_images(
            dataset.images(split),
            np.array(request.indices, np.int64),
            lambda index: Caption(class_name(names, int(labels[index])), str(index)),
        )

    def show_images(
        self,
        images: Images,
        indices: NDArray[np.int64],
        caption: Callable[[int], Caption],
        total: int | None = None,
    ) -> None:
        """Show these images of the split, in this order; `total` were read, else all."""
        self.grid.show_digits(images, indices, caption)
        self._count.setText(
            self.tr("{n} of {total} images").format(
                n=count(len(indices)), total=count(len(images) if total is None else total)
            )
        )
        self._views.setCurrentIndex(0 if indices.size else 1)
