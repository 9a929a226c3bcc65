"""The way in and the help: welcome, tours, guide, glossary, What is this?, preferences."""

from __future__ import annotations

import re
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QTextBrowser,
    QWidget,
)

from core.recipes.catalogue import by_name
from gui.app import build_window
from gui.dialogs import Dialogs
from gui.glossary import FOLDER, SCHEME, known_words, linked, word_link
from gui.widgets.word_label import WordLabel
from gui.window.explain import Explainer, explanation
from gui.window.guide import Guide
from gui.window.preferences_dialog import PreferencesDialog
from gui.window.tour_guide import best_place
from gui.window.tours import TOURS
from gui.window.welcome import Welcome

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = Qt.MouseButton.LeftButton
LANGUAGES = ("en", "zh_CN")


@pytest.fixture
def window(qtbot, home_folder, sample):
    window = build_window(home_folder, sample, ask=lambda _parent, _question: True)
    qtbot.addWidget(window)
    window.show()
    yield window
    assert window.close()


def click(qtbot, parent, name):
    qtbot.mouseClick(parent.findChild(QPushButton, name), LEFT)


class TestGuide:
    def test_both_languages_have_the_same_pages_and_the_same_words(self):
        pages = [{path.name for path in (FOLDER / lang).glob("*.md")} for lang in LANGUAGES]
        assert pages[0] == pages[1]
        words = [
            re.findall(r"^### (.+)$", (FOLDER / lang / "glossary.md").read_text("utf-8"), re.M)
            for lang in LANGUAGES
        ]
        assert words[0] == words[1] == list(known_words())

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_word_that_is_linked_is_explained(self, language):
        for page in (FOLDER / language).glob("*.md"):
            for word in re.findall(r"glossary\.md#([\w-]+)", page.read_text("utf-8")):
                assert word.replace("-", " ") in known_words(), page

    def test_a_link_opens_the_word_at_its_place_and_back_returns(self, qtbot):
        guide = Guide()
        qtbot.addWidget(guide)
        guide.show()
        guide.open_page("train.md")
        guide.text.anchorClicked.emit(QUrl("glossary.md#recall"))
        assert guide.text.textCursor().block().text() == "recall"
        click(qtbot, guide, "guide_back")
        assert guide.text.toPlainText().startswith("Train")

    def test_f1_opens_the_chapter_of_the_page_that_is_shown(self, qtbot, window):
        window.show_page("runs")
        qtbot.keyClick(window, Qt.Key.Key_F1)
        text = window.findChild(QTextBrowser, "guide_text")
        assert text.toPlainText().startswith("Runs")
        window.findChild(Guide).close()

    def test_words_of_the_glossary_become_links(self):
        html = linked("Images a step; the batch size & more <b>.")
        assert '<a href="glossary.md#batch">batch</a> size &amp; more &lt;b&gt;' in html

    def test_in_chinese_the_words_are_found_by_the_names_that_they_have_there(self):
        before = QLocale()
        QLocale.setDefault(QLocale(QLocale.Language.Chinese))
        try:
            html = linked("\u5b66\u4e60\u7387\u592a\u5927\uff0csoftmax \u4e4b\u540e")
        finally:
            QLocale.setDefault(before)
        assert '<a href="glossary.md#learning-rate">\u5b66\u4e60\u7387</a>' in html
        assert '<a href="glossary.md#softmax">softmax</a>' in html

    def test_a_word_on_a_page_leads_to_its_explanation(self, window):
        page = window.show_page("train")
        labels = [w for w in page.findChildren(WordLabel) if w.text() == "Learning rate"]
        assert "<a " in QLabel.text(labels[0])
        QDesktopServices.openUrl(QUrl(f"{SCHEME}:{word_link('learning rate')}"))
        guide = window.findChild(Guide)
        assert guide.text.textCursor().block().text() == "learning rate"
        guide.close()


class TestWhatIsThis:
    def test_a_field_says_what_it_is_what_it_holds_and_what_that_comes_to(self, window):
        page = window.show_page("train")
        page.form.set_recipe(by_name("mlp-128-32"))
        told = explanation(page.form.optimizer.learning_rate_box)
        assert told.startswith("<b>Learning rate</b>")
        assert "Length of a " in told
        assert "Now: 0.001. Near the 0.001 that is usual with Adam." in told
        page.form.optimizer.learning_rate_box.setValue(0.5)
        assert "Much more than the 0.001" in explanation(page.form.optimizer.learning_rate_box)

    def test_a_part_is_explained_by_what_it_belongs_to(self, window):
        box = window.show_page("train").findChild(QSpinBox, "epochs_box")
        assert "Passes over the training images" in explanation(box.lineEdit())

    def test_asked_for_a_widget_it_shows_the_words_and_a_link_opens_the_guide(
        self, qtbot, window
    ):
        opened = []
        box = window.show_page("train").findChild(QSpinBox, "batch_size_box")
        Explainer(window, opened.append).explain(box, QPoint(100, 100))
        text = window.findChild(QLabel, "explanation_text")
        assert "Images a" in text.text()
        text.linkActivated.emit("glossary.md#batch")
        assert opened == ["glossary.md#batch"]


class TestWelcome:
    def test_three_cards_lead_into_tours_and_are_not_shown_again(self, qtbot, window):
        started = []
        window._start_recipe = started.append
        window.welcome()
        cards = window.findChild(Welcome)
        assert cards.isVisible()
        click(qtbot, cards, "welcome_draw")
        assert window.session.preferences.welcomed
        assert window.page_key == "draw"
        assert window.tours.panel.isVisible()
        assert window.tours.pointer.geometry().intersects(window.rect())
        assert started == []

    def test_escape_leaves_it(self, qtbot, window):
        window.welcome()
        qtbot.keyClick(window.findChild(Welcome), Qt.Key.Key_Escape)
        assert window.session.preferences.welcomed
        assert window._welcome is None

    def test_a_tour_that_was_left_is_taken_up_where_it_was(self, qtbot, window):
        tours = window.tours
        tours._start = lambda _name: None
        tours.begin("watch")
        assert window.page_key == "train"
        click(qtbot, tours.panel, "tour_next")
        assert tours.step == TOURS["watch"].steps[1]
        click(qtbot, tours.panel, "tour_leave")
        assert not tours.panel.isVisible()
        tours.take_up()
        assert tours.step == TOURS["watch"].steps[1]
        for _step in range(len(TOURS["watch"].steps) - 1):
            click(qtbot, tours.panel, "tour_next")
        assert (tours.step, window.session.preferences.tour) == (None, "")

    @pytest.mark.parametrize("name", TOURS)
    def test_every_step_points_at_something_on_its_page(self, window, name):
        for step in TOURS[name].steps:
            page = window.show_page(step.page)
            if step.page == "train":
                page.view.make_plots()
            assert page.findChild(QWidget, step.target) is not None, step
            assert not step.text().startswith(" ")

    def test_a_puzzle_starts_its_training(self, window):
        started = []
        window.tours._start = started.append
        window.tours.begin("puzzle2")
        assert started == ["q001-lost-digit"]

    def test_the_panel_stands_where_it_hides_nothing(self):
        window, panel = QRect(0, 0, 1280, 800), QSize(340, 120)
        right = QRect(700, 100, 560, 690)
        assert not QRect(best_place(window, right, panel), panel).intersects(right)


class TestPreferences:
    def test_choices_hold_and_are_reset(self, qtbot, window):
        dialog = PreferencesDialog(window.session, window.theme, Dialogs(), window)
        with qtbot.waitSignal(window.session.runs.measured):
            dialog.open()
        boxes = {
            name: dialog.findChild(QComboBox, name)
            for name in ("language_box", "theme_box", "text_size_box")
        }
        boxes["theme_box"].setCurrentIndex(2)
        assert window.theme.scheme == "dark"
        boxes["text_size_box"].setCurrentIndex(2)
        assert window.session.preferences.text_percent == 150
        assert dialog.findChild(QLabel, "next_start_note").isVisible()
        threads = dialog.findChild(QSpinBox, "threads_box")
        threads.setValue(1)
        assert window.session.preferences.threads == 1
        click(qtbot, dialog, "reset_preferences_button")
        assert window.session.preferences.theme == "system"
        assert (threads.value(), window.session.preferences.threads) == (2, 2)
        assert boxes["text_size_box"].currentData() == 100
        assert window.session.preferences.text_percent == 100
        dialog.close()

    def test_a_data_set_is_chosen_through_the_door_of_all_data_sets(
        self, qtbot, window, sample, tmp_path
    ):
        path = tmp_path / "few.npz"
        images, labels = sample.test_images[:40], sample.test_labels[:40]
        np.savez(path, x_train=images, y_train=labels, x_test=images, y_test=labels)
        dialogs = Dialogs(open_file=lambda _parent, _question: path)
        dialog = PreferencesDialog(window.session, window.theme, dialogs, window)
        dialog.open()
        menu = dialog.findChild(QPushButton, "choose_data_button").menu()
        with qtbot.waitSignal(window.session.data.idle):
            menu.actions()[0].trigger()
        assert len(window.session.data.current.train_labels) == 40
        assert dialog.findChild(QLabel, "data_at_start").text() == str(path)
        assert window.session.preferences.data_path == path
        dialog.close()


def test_a_high_contrast_changes_every_role_that_it_names(theme):
    usual = theme.color("muted")
    theme.set_contrast(True)
    try:
        assert theme.high_contrast
        assert theme.color("muted") != usual
        assert theme.color("hairline") == theme.color("text")
    finally:
        theme.set_contrast(False)
    assert theme.color("muted") == usual


def test_nothing_else_than_the_window_is_explained(qtbot, window):
    explainer = Explainer(window, lambda _address: None)
    other = QWidget()
    qtbot.addWidget(other)
    assert not explainer.eventFilter(other, SimpleNamespace(type=lambda: None))
