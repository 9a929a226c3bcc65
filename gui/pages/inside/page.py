"""The Inside page: one image on its way through the network, layer by layer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.networks.inside import Inside
from core.records import Images, Prediction
from gui.images import to_pixmap
from gui.pages.inside.feature_maps import FeatureMaps
from gui.pages.inside.softmax_table import SoftmaxTable
from gui.session import Session
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.page import PageWithEmptyState
from gui.widgets.word_label import WordLabel
from gui.words import percent

IMAGE_PX = 168
"""Six times MNIST's side."""

_TABLE_PX, _TABLE_OF_LARGE_PX = 360, 310
"""How wide the table of the softmax is: at least, and of letters that are made larger."""


class InsidePage(PageWithEmptyState):
    """The image and its softmax at the left, all layers at the right."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "inside", parent)
        self._drawn: Prediction | None = None
        self._lent: Images | None = None
        self._maps: list[tuple[QLabel, FeatureMaps]] = []
        empty = EmptyState(
            self.tr("Here you will see what each layer of a network makes of a digit."),
            self.tr("Train a network"),
            "inside_empty_button",
        )
        empty.button.clicked.connect(lambda: self._lead_to("train"))
        self._build_column().addWidget(self._build_views(empty, self._build_content()))
        session.inside.looked.connect(self._on_looked)
        session.inside.followed.connect(self._on_followed)
        session.networks.changed.connect(self._look)
        session.data.changed.connect(self._on_data_changed)
        session.recognition.answered.connect(self._on_drawn)
        self._on_data_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the network as it is now: while hidden, nothing is computed."""
        super().showEvent(event)
        self._look()

    def _build_content(self) -> QWidget:
        view = QWidget()
        self._layers = QVBoxLayout()
        self._layers.setSpacing(GRID_PX)
        legend = WordLabel(
            self.tr(
                "Blue is above zero, orange below; the stronger the colour, the farther. "
                "Silent: the share of values that are zero for this image."
            )
        )
        legend.setObjectName("layers_legend")
        legend.setProperty("role", "muted")
        legend.setWordWrap(True)
        self._layers.addWidget(legend)
        self._layers.addStretch(1)
        maps = QWidget()
        maps.setLayout(self._layers)
        image = _scrolled("image_area", self._build_image())
        # Tab goes to what stands in it, and it follows.
        image.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Room for the bar that a low window needs beside the table.
        image.setFixedWidth(_table_px() + image.verticalScrollBar().sizeHint().width())
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * GRID_PX)
        row.addWidget(image)
        row.addWidget(_scrolled("layers_area", maps), 1)
        return view

    def _build_image(self) -> QWidget:
        self._picture = QLabel()
        self._picture.setObjectName("inside_image")
        self._answer = QLabel()
        self._answer.setObjectName("inside_answer")
        self._answer.setFont(self._theme.font("section"))
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setWordWrap(True)
        self._softmax = SoftmaxTable()
        self._softmax.setFixedWidth(_table_px())
        title = WordLabel(self.tr("From logits to an answer"))
        title.setFont(self._theme.font("body", bold=True))
        self._how = WordLabel()
        self._how.setObjectName("inside_how")
        self._how.setProperty("role", "muted")
        self._how.setWordWrap(True)
        self._how.setFixedWidth(_table_px())
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addLayout(self._build_choice())
        for widget in (self._picture, self._answer, title, self._softmax, self._how):
            column.addWidget(widget)
        column.addStretch(1)
        return view

    def _build_choice(self) -> QHBoxLayout:
        self._split = QComboBox()
        self._split.setObjectName("inside_split_box")
        self._split.setAccessibleName(self.tr("Which images"))
        self._split.addItem(self.tr("Test image"), "test")
        self._split.addItem(self.tr("Training image"), "train")
        self._split.setToolTip(self.tr("Whether to follow a test or a training image."))
        self._split.currentIndexChanged.connect(self._on_split_chosen)
        self._index = QSpinBox()
        self._index.setObjectName("inside_index_box")
        self._index.setAccessibleName(self.tr("Index of the image"))
        self._index.setToolTip(self.tr("Which image to follow, by its index; the first is 0."))
        self._index.valueChanged.connect(self._on_index_changed)
        self._mine = QPushButton(self.tr("My drawing"))
        self._mine.setObjectName("inside_drawing_button")
        self._mine.setCheckable(True)
        self._mine.setToolTip(self.tr("Follow what is on the pad of the Draw page."))
        self._mine.toggled.connect(self._on_mine_toggled)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(self._split)
        row.addWidget(self._index)
        row.addWidget(self._mine)
        row.addStretch(1)
        return row

    def _image(self) -> Images | None:
        if self._lent is not None:
            return self._lent
        if self._mine.isChecked() and self._drawn is not None:
            return self._drawn.image
        images = self._images()
        if images is None or not len(images):
            return None
        image: Images = images[self._index.value()]
        return image

    def _images(self) -> Images | None:
        dataset = self._session.data.current
        return None if dataset is None else dataset.images(self._split.currentData())

    def _look(self, *_news: object) -> None:
        image = self._image()
        self._mine.setEnabled(self._drawn is not None)
        if self._session.networks.current is None or image is None:
            self._show_content(False)
        elif self.isVisible():
            self._session.inside.look(image)

    def _on_looked(self, inside: Inside) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(to_pixmap(inside.image, IMAGE_PX, device_ratio=ratio))
        probabilities = inside.softmax.probabilities
        digit = int(probabilities.argmax())
        self._answer.setText(
            self.tr("Read as {digit}, {probability}").format(
                digit=inside.softmax.names[digit],
                probability=percent(float(probabilities[digit])),
            )
        )
        self._softmax.show_softmax(inside.softmax)
        self._how.setText(self._softmax.words(inside.softmax))
        # Where it scrolls, nobody else asks how high so many words are.
        self._how.setFixedHeight(self._how.heightForWidth(_table_px()))
        self._show_layers(inside)
        self._show_content()

    def _show_layers(self, inside: Inside) -> None:
        """Reuse the feature maps that are there: most often only the image changed."""
        parts = [
            (
                self.tr("{name} ({kind}): {shape}, {silent} silent").format(
                    name=view.name,
                    kind=view.kind,
                    shape=" \N{MULTIPLICATION SIGN} ".join(map(str, view.shape)),
                    silent=percent(view.silent, 0),
                ),
                view.pictures,
            )
            for view in inside.layers
        ]
        if inside.weights is not None:
            parts.append(
                (self.tr("What the first layer looks for (its weights)"), inside.weights)
            )
        while len(self._maps) < len(parts):
            self._maps.append((QLabel(wordWrap=True), FeatureMaps()))
            for widget in self._maps[-1]:
                self._layers.insertWidget(self._layers.count() - 1, widget)
        for number, widgets in enumerate(self._maps):
            for widget in widgets:
                widget.setVisible(number < len(parts))
        for (title, pictures), (label, maps) in zip(parts, self._maps, strict=False):
            label.setText(title)
            maps.setAccessibleName(title)
            maps.set_pictures(pictures)

    def _on_followed(self, image: Images) -> None:
        """Follow an image of another page until one is chosen here."""
        self._lent = image
        self._look()

    def _on_mine_toggled(self) -> None:
        self._lent = None
        self._look()

    def _on_split_chosen(self) -> None:
        self._lent = None
        self._mine.setChecked(False)
        self._fit_index()
        self._look()

    def _on_index_changed(self) -> None:
        self._lent = None
        self._mine.setChecked(False)
        self._look()

    def _on_data_changed(self, *_news: object) -> None:
        self._lent = None
        dataset = self._session.data.current
        if dataset is not None and not len(dataset.images(self._split.currentData())):
            # Whatever there is can be followed.
            self._split.setCurrentIndex(1 - self._split.currentIndex())
        self._fit_index()
        self._look()

    def _fit_index(self) -> None:
        images = self._images()
        self._index.setMaximum(0 if images is None else max(len(images) - 1, 0))

    def _on_drawn(self, prediction: Prediction | None) -> None:
        self._drawn = prediction
        self._mine.setEnabled(prediction is not None)
        if prediction is None:
            self._mine.setChecked(False)
        elif self._mine.isChecked():
            self._look()


def _table_px() -> int:
    return max(_TABLE_PX, scaled(_TABLE_OF_LARGE_PX))


def _scrolled(name: str, content: QWidget) -> QScrollArea:
    """Let the content be scrolled down where the window is too low for it."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
