"""The tab with the map: images of the split as points, coloured by class, wrong ones ringed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.pages.mistakes.point_map import PointMap
from gui.session.maps import Features, SplitMap
from gui.session.mistakes import SplitMistakes
from gui.session.session import Session
from gui.theme import GRID_PX, Theme
from gui.widgets.flow_layout import FlowLayout
from gui.words import count

if TYPE_CHECKING:
    from core.second_look.planes import Method

_STEPS = 1000


class MapTab(QWidget):
    """Asks for a map, shows it, and tells what was taken with the lasso.

    Signals:
        images_requested: Indices for the grid, a tuple of int, and their title.
    """

    images_requested = Signal(object, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map_tab")
        self._session, self._theme = session, theme
        self._shown: SplitMistakes | None = None
        self._made: SplitMap | None = None
        self._features = self._box("map_features_box", self.tr("What is alike"))
        features: tuple[tuple[str, Features], ...] = (
            (self.tr("By pixels"), "pixels"),
            (self.tr("By the layer before the last"), "layer"),
        )
        for text, kind in features:
            self._features.addItem(text, kind)
        self._method = self._box("map_method_box", self.tr("Kind of map"))
        methods: tuple[tuple[str, Method], ...] = (
            (self.tr("Principal components"), "pca"),
            (self.tr("t-SNE (minutes)"), "tsne"),
            (self.tr("UMAP (minutes)"), "umap"),
        )
        for text, method in methods:
            self._method.addItem(text, method)
        self._colour = self._box("map_colour_box", self.tr("Colour"))
        self._colour.addItem(self.tr("Coloured by true class"), "true")
        self._colour.addItem(self.tr("Coloured by predicted class"), "predicted")
        self._colour.currentIndexChanged.connect(self._show)
        self._go = QPushButton(self.tr("Draw the map"))
        self._go.setObjectName("draw_map_button")
        self._go.clicked.connect(self._on_go_clicked)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setObjectName("stop_map_button")
        self._stop.clicked.connect(session.maps.stop)
        self._bar = QProgressBar()
        self._bar.setObjectName("map_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setMaximum(_STEPS)
        self._bar.setTextVisible(False)
        self._words = QLabel()
        self._words.setObjectName("map_words")
        self._words.setWordWrap(True)
        self.map = PointMap(theme)
        self.map.setAccessibleName(self.tr("Map of the images"))
        self.map.lassoed.connect(self._on_lassoed)
        self.map.clicked.connect(lambda place: self._on_lassoed(np.array([place])))
        self._build()
        session.maps.made.connect(self._on_made)
        session.maps.stage_changed.connect(self._on_stage)
        session.maps.share_changed.connect(
            lambda share: self._bar.setValue(round(_STEPS * share))
        )
        theme.changed.connect(self._show)
        self._on_stage(False)

    def show_mistakes(self, shown: SplitMistakes) -> None:
        """Know the answers; a map of other images, or by another network's layer, goes."""
        self._shown = shown
        made = self._made
        if made is not None:
            same = made.predictions.dataset is shown.predictions.dataset
            same &= made.predictions.part == shown.predictions.part
            same &= made.features == "pixels" or made.predictions is shown.predictions
            self._made = made if same else None
        self._show()

    def mark(self, indices: list[int]) -> None:
        """Show in the map which images are selected in the grid."""
        if self._made is not None:
            self.map.choose(np.flatnonzero(np.isin(self._made.indices, indices)))

    def _build(self) -> None:
        choice = FlowLayout()
        for box in (self._features, self._method, self._colour):
            choice.addWidget(box)
        choice.addWidget(self._go)
        choice.addWidget(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(choice)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        layout.addWidget(self.map, 1)

    def _on_go_clicked(self) -> None:
        if self._shown is not None:
            self._session.maps.ask(
                self._shown.predictions,
                self._features.currentData(),
                self._method.currentData(),
            )

    def _on_stage(self, making: bool) -> None:
        self._bar.setVisible(making)
        self._bar.setValue(0)
        self._stop.setVisible(making)
        self._go.setEnabled(not making)

    def _on_made(self, made: SplitMap) -> None:
        if self._shown is not None and made.predictions is self._shown.predictions:
            self._made = made
            self._show()

    def _show(self) -> None:
        shown, made = self._shown, self._made
        self.map.setVisible(made is not None)
        if shown is None or made is None:
            self._words.setText(
                self.tr("Images that are alike lie together: see where classes touch.")
            )
            return
        known, report = made.predictions, shown.report
        labels, digits = report.labels[made.indices], report.digits[made.indices]
        coloured = labels if self._colour.currentData() == "true" else digits
        wrong = labels != digits
        self.map.show_points(made.points, [self._colour_of(int(c)) for c in coloured], wrong)
        names = known.dataset.classes
        self.map.show_images(
            known.dataset.images(known.split)[made.indices],
            tuple(
                f"{names[true] if true >= 0 else '-'} \N{RIGHTWARDS ARROW} {names[read]}"
                for true, read in zip(labels.tolist(), digits.tolist(), strict=True)
            ),
        )
        self._words.setText(
            self.tr(
                "{n} images; a ring is a mistake. Draw around some to see them in the grid; the"
                " wheel zooms, the right button moves, a double click shows all."
            ).format(n=count(len(made.indices)))
        )

    def _colour_of(self, label: int) -> QColor:
        """Return the colour of a class: the theme's for ten, else evenly around the circle."""
        assert self._shown is not None
        classes = len(self._shown.predictions.dataset.classes)
        if label < 0:
            return self._theme.color("muted")
        if classes <= 10:
            return self._theme.digit(label)
        return QColor.fromHsvF(label / classes, 0.65, 0.75)

    def _on_lassoed(self, places: np.ndarray) -> None:
        if self._made is not None and len(places):
            taken = tuple(self._made.indices[places].tolist())
            title = self.tr("{n} from the map").format(n=count(len(taken)))
            self.images_requested.emit(taken, title)

    def _box(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        return box
