"""The page with data of other classes than the ten digits: everything by their names."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from core.evaluation.doubts import doubts
from core.layers import Dense, NetworkSpec
from core.networks.forward import forward, probabilities
from core.records import Dataset, Network
from gui.pages.mistakes.chips import Chips
from gui.pages.mistakes.class_table import ClassTable
from gui.pages.mistakes.confusion_view import ConfusionView
from gui.pages.mistakes.page import MistakesPage
from gui.pages.mistakes.review_view import ReviewView
from gui.session.label_doubts import SplitDoubts
from gui.session.networks import OpenNetwork
from gui.session.predictions import SplitPredictions


def made_up(count):
    """Return images of `count` named classes, a noisy pattern each, and a network for them."""
    rng = np.random.default_rng(count)
    patterns = rng.random((count, 28, 28)) < 0.2
    labels = np.tile(np.arange(count), 8)
    noise = rng.random((len(labels), 28, 28)) < 0.45
    images = np.where(noise, rng.random(noise.shape) < 0.2, patterns[labels])
    pixels = (255 * images).astype(np.uint8)
    names = tuple(f"sign {number}" for number in range(count))
    dataset = Dataset("signs", "here", pixels, labels, pixels, labels, names)
    kernel = patterns.reshape(count, 784).T.astype(np.float32) / 4
    spec = NetworkSpec((Dense(count),))
    return dataset, Network(spec, (kernel, np.zeros(count, np.float32)), classes=names)


@pytest.fixture(params=[3, 40])
def signs(request, qtbot, session, theme):
    """The page, with such a data set and its network's answers."""
    dataset, network = made_up(request.param)
    session.data.use(dataset)
    session.networks.adopt(OpenNetwork("signs", network, "made for tests"))
    page = MistakesPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    page.show()
    answers = forward(network, dataset.test_images)
    known = SplitPredictions(session.networks.current, dataset, "test", answers)
    with qtbot.waitSignal(session.mistakes.changed):
        session.predictions.take(known)
    qtbot.waitUntil(lambda: session.reviews.current is not None)
    return page, dataset, network, answers


def test_matrix_boxes_table_and_sentence_speak_of_the_classes_by_their_names(qtbot, signs):
    page, dataset, _, answers = signs
    matrix = page.findChild(ConfusionView, "confusion_matrix")
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(2, 2).center())
    right = int(((dataset.test_labels == 2) & (answers.digits == 2)).sum())
    assert f"{right} of 8 images of sign 2 are read right" in (
        page.findChild(QLabel, "mistakes_sentence").text()
    )
    assert page.findChild(QComboBox, "true_digit_box").currentText() == "sign 2"
    assert "is sign 2" in page.findChild(Chips).texts()
    assert page.findChild(ClassTable).rowCount() == len(dataset.classes) + 1
    if right:
        assert page._grid.digits.caption(0).heading.startswith("sign 2")


def test_labels_are_reviewed_by_the_names_of_their_classes(qtbot, signs, session):
    page, dataset, network, answers = signs
    found = doubts(dataset.test_labels, [probabilities(network, answers)])
    session.label_doubts._on_found(SplitDoubts(dataset, "test", found))
    page._on_review_requested()
    review, suspect = page.findChild(ReviewView), found.first(1)[0]
    names = dataset.classes
    heading = page.findChild(QLabel, "review_heading").text()
    assert heading == f"Labelled {names[suspect.label]}: is it {names[suspect.suggested]}?"
    box = page.findChild(QComboBox, "other_class_box")
    box.setCurrentIndex(box.findText(names[suspect.suggested]))
    box.activated.emit(box.currentIndex())
    said = session.reviews.current.of["test", suspect.index]
    assert (said.says, said.digit) == ("other", suspect.suggested)
    assert review.suspect == found.first(2)[1]
