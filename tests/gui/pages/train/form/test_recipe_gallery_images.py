"""The images that a text shows by number, linked from its recipe's card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from core.data.datasets import load
from core.recipes.catalogue import CATALOGUE
from gui.pages.train.form.recipe_gallery import RecipeGallery
from gui.pages.train.page import TrainPage

LEFT = Qt.MouseButton.LeftButton
BUTTON = "images_q001-lost-digit"


def test_the_four_images_of_the_lost_digit_open_by_their_index(
    qtbot, session, theme, mnist_folder
):
    session.data.use(load(mnist_folder))
    page = TrainPage(session, theme)
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page.findChild(QPushButton, "gallery_button"), LEFT)
    qtbot.waitUntil(lambda: page.findChild(RecipeGallery) is not None)
    button = page.findChild(QPushButton, BUTTON)
    with qtbot.waitSignal(session.mistakes.requested) as asked:
        button.click()
    request = asked.args[0]
    assert (request.split, tuple(request.indices)) == ("train", (5103, 9433, 9220, 7080))
    labels = request.dataset.train_labels[list(request.indices)]
    assert labels.tolist() == [2, 7, 8, 3]


def test_on_other_data_the_button_says_what_is_missing(qtbot, theme, sample):
    gallery = RecipeGallery(CATALOGUE, theme, dataset=sample)
    qtbot.addWidget(gallery)
    button = gallery.findChild(QPushButton, BUTTON)
    assert not button.isEnabled()
    assert "whole MNIST" in button.toolTip()
