"""The drawer at the right: one image with its answer, and what a second look finds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.records import SplitName
from gui.pages.mistakes.answer_detail import AnswerDetail
from gui.pages.mistakes.look_panel import LookPanel
from gui.session.mistakes import SplitMistakes
from gui.session.second_look import Alike, ImageLook
from gui.session.session import Session
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme


class DetailDrawer(QScrollArea):
    """Shows one image at a time; hidden until there is one.

    Signals:
        close_requested: The person has seen enough.
        page_requested: The key of the page that the image is to be opened on.
    """

    close_requested = Signal()
    page_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail_drawer")
        self._session = session
        self._shown: tuple[SplitMistakes, int] | None = None
        self._answer = AnswerDetail()
        self._answer.close_requested.connect(self.close_requested)
        self._look = LookPanel(theme)
        self._look.training_image_requested.connect(self._on_training_image)
        self._look.alike_requested.connect(self._on_alike_requested)
        session.second_look.looked.connect(self._on_looked)
        session.second_look.found_alike.connect(self._on_alike_found)
        session.second_look.share_changed.connect(self._look.show_share)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID_PX, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self._answer)
        column.addLayout(self._build_buttons())
        column.addWidget(self._look)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self.setMinimumWidth(280)
        self.setMaximumWidth(scaled(420))
        self.hide()

    def show_image(self, shown: SplitMistakes, index: int) -> None:
        """Show image `index` of the split, and begin the second look."""
        known, report = shown.predictions, shown.report
        self._shown = (shown, index)
        self._answer.show_answer(
            known.dataset.images(known.split)[index],
            index=index,
            true=int(report.labels[index]),
            probabilities=report.probabilities[index],
            logits=known.predictions.logits[index],
            names=known.dataset.classes,
        )
        self._look.clear()
        self._session.second_look.look(known, index)
        self.show()

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        for name, text, tip, does in (
            (
                "open_inside_button",
                self.tr("Open in Inside"),
                self.tr("Follow this image through the layers of the network."),
                self._on_inside_clicked,
            ),
            (
                "open_on_pad_button",
                self.tr("Open on the pad"),
                self.tr("Put this image on the pad of the Draw page."),
                self._on_pad_clicked,
            ),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setToolTip(tip)
            button.clicked.connect(does)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _on_looked(self, found: ImageLook) -> None:
        if self._shown is None or self.isHidden():
            return
        shown, index = self._shown
        if found.predictions is shown.predictions and found.index == index:
            self._look.show_look(found)

    def _on_alike_requested(self) -> None:
        if self._shown is not None:
            shown, index = self._shown
            self._session.second_look.find_alike(shown.predictions, index)

    def _on_alike_found(self, found: Alike) -> None:
        if self._shown is not None and found.index == self._shown[1]:
            self._look.show_alike(found)

    def _on_training_image(self, index: int) -> None:
        split: SplitName = "train"
        title = self.tr("training image {index}").format(index=index)
        self._session.mistakes.show_images(split, [index], title)

    def _on_inside_clicked(self) -> None:
        if self._shown is not None:
            known, index = self._shown[0].predictions, self._shown[1]
            # The page must be there before it can be told what to follow.
            self.page_requested.emit("inside")
            self._session.inside.follow(known.dataset.images(known.split)[index])

    def _on_pad_clicked(self) -> None:
        if self._shown is not None:
            known, index = self._shown[0].predictions, self._shown[1]
            self.page_requested.emit("draw")
            self._session.drawings.show_image(known.dataset.images(known.split)[index])
