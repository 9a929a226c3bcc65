"""What a second look found about one image: what is like it, what holds, what counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.records import Dataset, Floats, Images
from core.runs.opinions import Opinion
from core.second_look.changes import words
from core.second_look.look import Held
from gui.images import to_qimage
from gui.pages.mistakes.choices import class_name
from gui.pages.mistakes.image_row import ImageRow, Tile
from gui.session.second_look import Alike, ImageLook
from gui.theme import GRID_PX, Theme
from gui.words import percent, phrase

_MAP_PX = 112


class HeatMap(QWidget):
    """An image under a map of what speaks for the predicted class (one hue) and against it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._image: Images | None = None
        self._map: Floats | None = None
        theme.changed.connect(self.update)

    def show_map(self, image: Images, values: Floats | None) -> None:
        """Show the map, float32 (28, 28), over the image, uint8 (28, 28)."""
        self._image, self._map = image, values
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for four screen pixels a pixel."""
        return QSize(_MAP_PX + 1, _MAP_PX + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the image faintly, and each pixel's part over it."""
        painter = QPainter(self)
        square = QRectF(0, 0, _MAP_PX, _MAP_PX)
        if self._image is None:
            return
        painter.drawImage(square, to_qimage((self._image // 3).astype(np.uint8)))
        if self._map is not None:
            self._paint_map(painter, self._map)
        painter.setPen(QPen(self._theme.color("hairline")))
        painter.drawRect(square)

    def _paint_map(self, painter: QPainter, values: Floats) -> None:
        largest = float(np.abs(values).max()) or 1.0
        side = _MAP_PX / values.shape[0]
        for row, column in zip(*np.nonzero(np.abs(values) > 0.04 * largest), strict=True):
            share = float(values[row, column]) / largest
            colour = QColor(self._theme.curve("training" if share > 0 else "validation"))
            colour.setAlphaF(min(1.0, abs(share) ** 0.6))
            painter.fillRect(QRectF(column * side, row * side, side, side), colour)


class LookPanel(QWidget):
    """Sections under the answer; they fill as soon as the look has come back.

    Signals:
        training_image_requested: The index of a training image that was clicked.
        alike_requested: What the network itself takes for alike is to be looked for.
    """

    training_image_requested = Signal(int)
    alike_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("look_panel")
        self._theme = theme
        self._digit = -1
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        self._add_title(self.tr("What other networks say"))
        self._opinions = QLabel()
        self._opinions.setObjectName("other_networks")
        self._opinions.setWordWrap(True)
        layout.addWidget(self._opinions)
        self._around_title = self._add_title("")
        self._around = ImageRow(theme, "image_around", 48)
        layout.addWidget(self._around)
        self._add_title(self.tr("Nearest training images, by pixels"))
        self._nearest = ImageRow(theme, "nearest_by_pixels", 48)
        self._nearest.tile_clicked.connect(self.training_image_requested)
        layout.addWidget(self._nearest)
        self._find_alike = QPushButton(self.tr("Nearest by what the network sees"))
        self._find_alike.setObjectName("find_alike_button")
        self._find_alike.setToolTip(
            self.tr(
                "By what its last layer is handed. The first time the network looks at all"
                " training images, which takes a while."
            )
        )
        self._find_alike.clicked.connect(self._on_find_alike)
        layout.addWidget(self._find_alike)
        self._alike = ImageRow(theme, "nearest_by_layer", 48)
        self._alike.tile_clicked.connect(self.training_image_requested)
        layout.addWidget(self._alike)
        self._maps_title = self._add_title("")
        self._maps: list[HeatMap] = []
        for name, text in (
            ("gradient_map", self.tr("Gradient times input")),
            ("occlusion_map", self.tr("What is lost when a square of 5 px is painted over")),
        ):
            made = HeatMap(theme, name)
            made.setAccessibleName(text)
            caption = QLabel(text)
            caption.setProperty("role", "muted")
            caption.setWordWrap(True)
            self._maps.append(made)
            layout.addWidget(made)
            layout.addWidget(caption)

    def clear(self) -> None:
        """Say that the look is on its way."""
        waiting = self.tr("looking ...")
        self._opinions.setText(waiting)
        self._around_title.setText(self.tr("Does the answer hold?"))
        self._around.show_tiles((), waiting)
        self._nearest.show_tiles((), waiting)
        self._alike.hide()
        self._maps_title.setText(self.tr("Where the network looked"))

    def show_look(self, found: ImageLook) -> None:
        """Show what was found."""
        look, dataset = found.look, found.predictions.dataset
        names = dataset.classes
        self._opinions.setText(self._said(look.opinions))
        self._around_title.setText(
            self.tr("Does the answer hold? {n} of {total} times").format(
                n=look.holds, total=len(look.around)
            )
        )
        self._around.show_tiles(
            tuple(self._held(held, names, look.digit) for held in look.around)
        )
        self._digit = look.digit
        self._nearest.show_tiles(
            self._training_tiles(dataset, look.by_pixels),
            self.tr("There are no training images."),
        )
        self._maps_title.setText(
            self.tr("Where the network looked, for {name}").format(name=names[look.digit])
        )
        for made, values in zip(self._maps, (look.gradient, look.occlusion), strict=True):
            made.show_map(look.image, values)

    def show_share(self, share: float) -> None:
        """Say how many training images the network has looked at, 0 to 1."""
        words = self.tr("{share} of them looked at").format(share=percent(share, 0))
        self._alike.show_tiles((), words)

    def show_alike(self, found: Alike) -> None:
        """Show what the network takes for alike."""
        self._alike.show_tiles(self._training_tiles(found.predictions.dataset, found.indices))

    def _on_find_alike(self) -> None:
        self._alike.show()
        self._alike.show_tiles((), self.tr("looking ..."))
        self.alike_requested.emit()

    def _training_tiles(self, dataset: Dataset, indices: NDArray[np.int64]) -> tuple[Tile, ...]:
        """Return the tiles of training images; marked where their label is another one."""
        return tuple(
            Tile(
                dataset.train_images[index],
                class_name(dataset.classes, int(dataset.train_labels[index])),
                str(index),
                marked=int(dataset.train_labels[index]) != self._digit,
                index=int(index),
            )
            for index in indices
        )

    def _said(self, opinions: tuple[Opinion, ...]) -> str:
        if not opinions:
            return self.tr("No other network is kept.")
        return "\n".join(
            f"{opinion.name}: {opinion.digit} ({percent(opinion.confidence, 1)})"
            for opinion in opinions
        )

    def _held(self, held: Held, names: tuple[str, ...], digit: int) -> Tile:
        return Tile(
            held.image,
            names[held.digit],
            percent(held.confidence, 0),
            marked=held.digit != digit,
            tip=phrase(words(held.change)),
        )

    def _add_title(self, text: str) -> QLabel:
        title = QLabel(text)
        title.setFont(self._theme.font("body", bold=True))
        title.setWordWrap(True)
        self._layout.addWidget(title)
        return title
