"""The Data page: what is in the data set in use, how it looks, and how much of it to use."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.data.summary import DataSummary, sample_sheet
from core.records import SplitName
from gui.opening import data_filters
from gui.pages.data.facts_area import FactsArea
from gui.pages.data.notes import DataNotes
from gui.pages.data.split_view import SplitView
from gui.session import Session
from gui.theme import GRID_PX, Theme
from gui.widgets.digit_grid import Caption, DigitGrid
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.flow_layout import FlowLayout
from gui.widgets.page import PageWithEmptyState
from gui.words import named

SHEET = 64
"""Eight by eight, as the tutorial shows them."""


class DataPage(PageWithEmptyState):
    """Figures at the left, random samples at the right."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "data", parent)
        self._summary: DataSummary | None = None
        self._rng = np.random.default_rng()
        empty = EmptyState(
            self.tr("Here you will see the images that networks learn from."),
            self.tr("Open the 5,000-image sample"),
            "open_sample_button",
        )
        empty.button.clicked.connect(session.data.open_sample)
        self._build_column().addWidget(self._build_views(empty, self._build_content()))
        session.summary.summarised.connect(self._on_summarised)
        session.data.changed.connect(session.summary.ask)
        session.summary.ask()

    def _build_content(self) -> QWidget:
        view = QWidget()
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * GRID_PX)
        row.addWidget(FactsArea(self._build_facts()), 1)
        row.addLayout(self._build_sheet(), 1)
        return view

    def _build_facts(self) -> QWidget:
        panel = QWidget()
        self._title = QLabel()
        self._title.setObjectName("data_title")
        self._title.setFont(self._theme.font("section"))
        self._figures = SplitView()
        self._notes = DataNotes()
        self._notes.hold_out_requested.connect(self._session.data.hold_out)
        self._notes.as_stored_requested.connect(
            lambda as_stored: self._session.data.open_again(as_stored=as_stored)
        )
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 2 * GRID_PX, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._title)
        layout.addLayout(self._build_openers())
        layout.addWidget(self._notes)
        layout.addLayout(self._build_choice())
        layout.addWidget(self._figures)
        layout.addSpacing(GRID_PX)
        layout.addLayout(self._build_subset())
        layout.addStretch(1)
        return panel

    def _build_openers(self) -> QHBoxLayout:
        opener = QPushButton(self.tr("Open your own"))
        opener.setObjectName("open_data_button")
        opener.setToolTip(
            self.tr("IDX files as MNIST has them, arrays (npz, npy, HDF5), a table (CSV) with "
                    "an image a row, or a folder of pictures with a subfolder for each class.")
        )  # fmt: skip
        menu = QMenu(opener)
        menu.addAction(self.tr("File..."), self._on_open_file)
        menu.addAction(self.tr("Folder..."), self._on_open_folder)
        menu.addAction(self.tr("Built-in sample"), self._session.data.open_sample)
        opener.setMenu(menu)
        self._download = QPushButton(self.tr("Get all 70,000"))
        self._download.setObjectName("data_download_button")
        self._download.setToolTip(self.tr("Download the whole MNIST (11 MB)."))
        self._download.clicked.connect(self._session.data.download)
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(opener)
        row.addWidget(self._download)
        row.addStretch(1)
        return row

    def _build_choice(self) -> QHBoxLayout:
        """Radio buttons for the split, and for how pixel values are counted."""
        self._test_button = QRadioButton(self.tr("Test"))
        self._test_button.setObjectName("test_split_button")
        train = QRadioButton(self.tr("Training"))
        train.setObjectName("train_split_button")
        self._unit_button = QRadioButton(self.tr("divided by 255"))
        self._unit_button.setObjectName("unit_pixels_button")
        self._unit_button.setToolTip(self.tr("Pixels from 0 to 1, as most networks want them."))
        raw = QRadioButton(self.tr("raw"))
        raw.setToolTip(self.tr("Pixels from 0 to 255, as the files have them."))
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        for buttons in ((train, self._test_button), (raw, self._unit_button)):
            group = QButtonGroup(self)
            buttons[0].setChecked(True)
            for button in buttons:
                group.addButton(button)
                row.addWidget(button)
            group.buttonToggled.connect(lambda _button, on: self._refill() if on else None)
            row.addSpacing(2 * GRID_PX)
        row.addStretch(1)
        return row

    def _build_subset(self) -> FlowLayout:
        self._train_count = self._count_box("train_count_box", self.tr("Training images"))
        self._test_count = self._count_box("test_count_box", self.tr("Test images"))
        use = QPushButton(self.tr("Use"))
        use.setObjectName("use_subset_button")
        use.setToolTip(self.tr("Use only the first images of each split, for quick trials."))
        use.clicked.connect(
            lambda: self._session.data.use_first(
                self._train_count.value(), self._test_count.value()
            )
        )
        row = FlowLayout()
        row.addWidget(QLabel(self.tr("Use the first")))
        row.addWidget(self._train_count)
        row.addWidget(QLabel(self.tr("training and")))
        row.addWidget(self._test_count)
        row.addWidget(QLabel(self.tr("test images")))
        row.addWidget(use)
        return row

    def _count_box(self, name: str, words: str) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setToolTip(self.tr("How many of the first images of this part are used."))
        box.setGroupSeparatorShown(True)
        box.setSingleStep(1000)
        return box

    def _build_sheet(self) -> QVBoxLayout:
        self._sheet = DigitGrid()
        self._sheet.setObjectName("sample_sheet")
        self._sheet.grow_to_fill()
        self._sheet.setAccessibleName(self.tr("Random images"))
        again = QPushButton(self.tr("64 others"))
        again.setObjectName("other_samples_button")
        again.setToolTip(self.tr("Show 64 other images, chosen at random."))
        again.clicked.connect(self._show_sheet)
        head = FlowLayout()
        words = ElidedLabel(self.tr("64 images at random: label and index"))
        words.setProperty("role", "muted")
        head.addWidget(words)
        head.addWidget(again)
        column = QVBoxLayout()
        column.setSpacing(GRID_PX)
        column.addLayout(head)
        column.addWidget(self._sheet, 1)
        return column

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "muted")
        return label

    @property
    def _split(self) -> SplitName:
        return "test" if self._test_button.isChecked() else "train"

    def _on_summarised(self, summary: DataSummary) -> None:
        whole = self._session.data.whole
        if whole is None:
            return
        self._summary = summary
        self._title.setText(named(summary.dataset.name))
        data = self._session.data
        self._download.setVisible(data.is_sample)
        self._notes.show_notes(
            summary.dataset, from_file=not data.is_sample, as_stored=data.as_stored
        )
        for box, most, now in (
            (self._train_count, len(whole.train_labels), summary.train.images),
            (self._test_count, len(whole.test_labels), summary.test.images),
        ):
            box.setRange(min(most, 1), most)
            box.setValue(now)
        self._refill()
        self._show_content()

    def _refill(self) -> None:
        if self._summary is None:
            return
        split = self._summary.train if self._split == "train" else self._summary.test
        source = self._summary.dataset.source
        classes = self._summary.dataset.classes
        unit = self._unit_button.isChecked()
        self._figures.show_split(split, source, classes, unit=unit)
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self._summary is None:
            return
        dataset, split = self._summary.dataset, self._split
        labels, classes = dataset.labels(split), dataset.classes
        self._sheet.show_digits(
            dataset.images(split),
            sample_sheet(SHEET, len(labels), self._rng),
            lambda index: Caption(classes[labels[index]], str(index)),
        )

    def _on_open_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open data set"),
            "",
            data_filters(),
        )
        if path:
            self._session.data.open(Path(path))

    def _on_open_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Open data set"))
        if path:
            self._session.data.open(Path(path))
