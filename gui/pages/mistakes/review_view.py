"""The review of labels: one doubtful image large, those of both classes beside it, and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.evaluation.doubts import Suspect
from core.label_review.reviews import Review, Says
from core.records import Dataset, SplitName
from gui.images import to_pixmap
from gui.pages.mistakes.image_row import ImageRow, Tile
from gui.pages.mistakes.review_progress import ReviewProgress
from gui.session.look_alikes import LookAlikes
from gui.session.session import Session
from gui.theme import GRID_PX, Theme
from gui.widgets.flow_layout import FlowLayout
from gui.words import number

IMAGE_PX = 280
"""Ten times MNIST's side."""

MOST = 100
"""So many of the most doubtful labels are gone through, and all that are contradicted."""


class ReviewView(QWidget):
    """Goes through the most doubtful labels of a split, one after another.

    Keys: R right, W wrong, U unclear, a digit: it is that one; the arrows go back and forth,
    Backspace takes the last word back, Escape leaves.

    Signals:
        left: The person has seen enough.
        images_requested: Indices for the grid, a tuple of int, and their title.
    """

    left = Signal()
    images_requested = Signal(object, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session, self._theme = session, theme
        self._dataset: Dataset | None = None
        self._split: SplitName = "test"
        self._suspects: tuple[Suspect, ...] = ()
        self._place = 0
        self._progress = ReviewProgress(session, theme)
        self._progress.left.connect(self.left)
        self._progress.listed.connect(self._on_list_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._progress)
        layout.addLayout(self._build_middle(), 1)
        session.look_alikes.found.connect(self._on_look_alikes)
        session.reviews.changed.connect(lambda _reviews: self._refresh())

    @property
    def suspect(self) -> Suspect | None:
        """What is looked at."""
        return self._suspects[self._place] if self._suspects else None

    def begin(self, dataset: Dataset, split: SplitName, suspects: Sequence[Suspect]) -> None:
        """Go through these labels from the first on that nothing was said of."""
        self._dataset, self._split, self._suspects = dataset, split, tuple(suspects)
        self._other.clear()
        self._other.addItem(self.tr("Another class ..."), None)
        for label, name in enumerate(dataset.classes):
            self._other.addItem(name, label)
        self._place = self._next_unsaid(0)
        self._show()
        self.setFocus()

    def say(self, says: Says, digit: int | None = None) -> None:
        """Say something of the label that is looked at, and go on to the next."""
        suspect = self.suspect
        if suspect is None or self._session.reviews.current is None:
            return
        if says == "other" and digit == suspect.label:
            says, digit = "right", None
        self._session.reviews.say(
            self._split, suspect.index, Review(suspect.label, says, digit)
        )
        self._go(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say something, or move."""
        says: dict[int, Says] = {
            Qt.Key.Key_R: "right",
            Qt.Key.Key_W: "wrong",
            Qt.Key.Key_U: "unclear",
        }
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = event.key()
        if key in says:
            self.say(says[key])
        elif key in moves:
            self._go(moves[Qt.Key(key)])
        elif key == Qt.Key.Key_Backspace:
            self.undo()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._class_of_key(event.text()) is not None:
            self.say("other", self._class_of_key(event.text()))
        else:
            super().keyPressEvent(event)

    def undo(self) -> None:
        """Take the last word back, and look at its image again."""
        key = self._session.reviews.undo()
        if key is None:
            return
        for place, suspect in enumerate(self._suspects):
            if (self._split, suspect.index) == key:
                self._place = place
        self._show()

    def _build_middle(self) -> QHBoxLayout:
        self._picture = QLabel()
        self._picture.setObjectName("review_image")
        self._heading = QLabel()
        self._heading.setObjectName("review_heading")
        self._heading.setFont(self._theme.font("section"))
        self._heading.setWordWrap(True)
        self._note = QLabel()
        self._note.setObjectName("review_note")
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._said = QLabel()
        self._said.setObjectName("review_said")
        left = QVBoxLayout()
        left.setSpacing(GRID_PX)
        for widget in (self._heading, self._note, self._picture, self._said):
            left.addWidget(widget)
        left.addLayout(self._build_buttons())
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(3 * GRID_PX)
        middle.addLayout(left, 1)
        middle.addLayout(self._build_neighbours(), 1)
        return middle

    def _build_buttons(self) -> FlowLayout:
        buttons = FlowLayout()
        for name, text, does in (
            ("label_right_button", self.tr("Right (R)"), lambda: self.say("right")),
            ("label_wrong_button", self.tr("Wrong (W)"), lambda: self.say("wrong")),
            ("label_unclear_button", self.tr("Unclear (U)"), lambda: self.say("unclear")),
            ("review_back_button", self.tr("Back"), lambda: self._go(-1)),
            ("review_forth_button", self.tr("Next"), lambda: self._go(1)),
            ("review_undo_button", self.tr("Undo (Backspace)"), self.undo),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(does)
            buttons.addWidget(button)
        self._other = QComboBox()
        self._other.setObjectName("other_class_box")
        self._other.setAccessibleName(self.tr("It is another class"))
        self._other.setToolTip(self.tr("What it is instead; of digits the keys 0 to 9."))
        self._other.activated.connect(self._on_other_chosen)
        buttons.addWidget(self._other)
        return buttons

    def _build_neighbours(self) -> QVBoxLayout:
        self._titles, self._rows = [], []
        column = QVBoxLayout()
        column.setSpacing(GRID_PX)
        for name in ("label_neighbours", "suggested_neighbours"):
            title, row = QLabel(), ImageRow(self._theme, name, 70)
            title.setWordWrap(True)
            self._titles.append(title)
            self._rows.append(row)
            column.addWidget(title)
            column.addWidget(row)
        column.addStretch(1)
        return column

    def _show(self) -> None:
        suspect, dataset = self.suspect, self._dataset
        if suspect is None or dataset is None:
            return
        names = dataset.classes
        image = dataset.images(self._split)[suspect.index]
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(to_pixmap(image, IMAGE_PX, device_ratio=ratio))
        self._picture.setAccessibleName(self.tr("Image {index}").format(index=suspect.index))
        self._heading.setText(
            self.tr("Labelled {label}: is it {suggested}?").format(
                label=names[suspect.label], suggested=names[suspect.suggested]
            )
        )
        self._note.setText(
            self.tr(
                "Image {index}, doubt {score}: {place} of {total}. The networks that say so"
                " have not learnt from it."
            ).format(
                index=suspect.index,
                score=number(suspect.score, 3),
                place=self._place + 1,
                total=len(self._suspects),
            )
        )
        for title, label in zip(self._titles, self._pair(suspect), strict=True):
            title.setText(
                self.tr("Nearest training images labelled {name}").format(name=names[label])
            )
        for row in self._rows:
            row.show_tiles(())
        self._session.look_alikes.find(self._split, suspect.index, self._pair(suspect))
        self._refresh()

    def _refresh(self) -> None:
        """Say what was said of this image, and how far the review is."""
        suspect, dataset = self.suspect, self._dataset
        reviews = self._session.reviews.current
        if suspect is None or dataset is None or reviews is None:
            return
        review = reviews.of.get((self._split, suspect.index))
        self._said.setText("" if review is None else self._words(review, dataset))
        done = sum((self._split, each.index) in reviews.of for each in self._suspects)
        self._progress.show_progress(self._split, done, len(self._suspects))

    def _words(self, review: Review, dataset: Dataset) -> str:
        if review.says == "other" and review.digit is not None:
            return self.tr("You said: it is {name}.").format(name=dataset.classes[review.digit])
        return {
            "right": self.tr("You said: the label is right."),
            "wrong": self.tr("You said: the label is wrong."),
            "unclear": self.tr("You said: nobody can tell."),
        }[review.says]

    def _on_look_alikes(self, found: LookAlikes) -> None:
        suspect, dataset = self.suspect, self._dataset
        if suspect is None or dataset is None:
            return
        if (found.split, found.index) != (self._split, suspect.index):
            return
        for row, label in zip(self._rows, self._pair(suspect), strict=True):
            indices = found.of_class.get(label, ())
            row.show_tiles(
                tuple(
                    Tile(dataset.train_images[i], dataset.classes[label], str(i))
                    for i in indices
                ),
                self.tr("No training image has this label."),
            )

    def _on_other_chosen(self) -> None:
        label = self._other.currentData()
        self._other.setCurrentIndex(0)
        if label is not None:
            self.say("other", label)
        self.setFocus()

    def _on_list_requested(self, title: str) -> None:
        self.images_requested.emit(tuple(each.index for each in self._suspects), title)

    def _go(self, step: int) -> None:
        self._place = min(max(self._place + step, 0), max(len(self._suspects) - 1, 0))
        self._show()

    def _next_unsaid(self, place: int) -> int:
        reviews = self._session.reviews.current
        if reviews is None:
            return place
        for number_ in range(place, len(self._suspects)):
            if (self._split, self._suspects[number_].index) not in reviews.of:
                return number_
        return place

    def _class_of_key(self, text: str) -> int | None:
        """Return the class whose name is this one key."""
        if self._dataset is None or len(text) != 1 or text not in self._dataset.classes:
            return None
        return self._dataset.classes.index(text)

    def _pair(self, suspect: Suspect) -> tuple[int, int]:
        return suspect.label, suspect.suggested
