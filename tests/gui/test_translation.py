"""The window in Chinese: everything is translated, and nothing English is left in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from core.data.datasets import load
from core.diagnosis.findings import findings
from core.errors import DataError, InklingError
from core.home import Home
from core.ink.drawing_files import from_json
from core.phrases import Phrase
from core.recipes.catalogue import CATALOGUE, by_name
from core.recipes.published import published
from core.reproduction.compare import judge
from core.reproduction.experiment import Measured
from core.reproduction.scratch_training import LESSONS, judge_lesson
from core.runs.store import RunStore
from gui.app import build_window
from gui.pages.train.findings.findings_list import FindingsList
from gui.pages.train.run.judged_model import JudgedModel
from gui.preferences import Preferences
from gui.startup.language import install, system_language
from gui.widgets.banner import Banner
from gui.window.page_table import PAGES
from gui.window.sidebar import Sidebar
from gui.words import count, error_text, named, number, percent, phrase, size
from tests.driving import draw, line
from tests.factories import epoch_report, score
from tests.gui.pages.runs.test_page import keep_run
from tests.gui.seen_texts import HAN, english_in, english_in_model, texts_in


@pytest.fixture
def chinese(qapp):
    """The application speaks Chinese for one test."""
    before = QLocale()
    install(qapp, "zh_CN")
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def epoch(number, *, loss=0.5):
    val = score(loss=loss, images=10_000)
    return epoch_report(number, loss=loss, accuracy=0.95, rate=0.1, val=val)


class TestLanguage:
    @pytest.mark.parametrize(
        ("tags", "language"),
        [
            (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
            (["zh-SG"], "zh_CN"),
            (["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"], "en"),
            (["de-DE", "de", "zh-CN", "en-US"], "zh_CN"),
            (["en-GB", "zh-CN"], "en"),
            (["de-DE"], "en"),
            (["C"], "en"),
            ([], "en"),
        ],
    )
    def test_the_first_language_of_the_system_that_is_known(self, tags, language):
        assert system_language(tags) == language

    def test_english_needs_no_translator(self, qapp):
        install(qapp, "en")
        assert qapp.findChildren(QTranslator) == []

    def test_numbers_are_written_as_in_english(self, chinese):
        assert (percent(0.98144), number(-0.5)) == ("98.14 %", "-0.5000")
        assert (count(60_000), size(11_594_722)) == ("60,000", "11.6 MB")

    def test_the_buttons_of_qt_speak_it_too(self, chinese):
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert box.buttons()[0].text() == "取消"

    def test_it_is_chosen_in_the_menu_and_kept(self, qtbot, home_folder, sample):
        window = build_window(home_folder, sample, ask=lambda _parent, _question: True)
        qtbot.addWidget(window)
        assert window.findChild(QAction, "language_system_action").isChecked()
        window.findChild(QAction, "language_zh_CN_action").trigger()
        assert window.close()
        assert Preferences(Home(home_folder)).language == "zh_CN"

    def test_a_choice_that_is_not_known_is_the_systems(self, home_folder):
        home_folder.mkdir()
        Home(home_folder).settings_file.write_text("[window]\nlanguage=tlh\n")
        assert Preferences(Home(home_folder)).language == "system"


class TestCore:
    def test_an_error_speaks_chinese(self, chinese, tmp_path):
        with pytest.raises(InklingError) as caught:
            load(tmp_path / "nothing")
        said = error_text(caught.value)
        assert said.startswith(f"没有名为 {tmp_path / 'nothing'} 的文件或文件夹。请另选一个")

    def test_phrases_within_an_error_are_translated_too(self, chinese):
        with pytest.raises(DataError) as caught:
            from_json('[[[0, 0], ["a", 1]]]')
        assert "第 1 笔不是由点组成的" in error_text(caught.value)

    def test_every_finding_of_a_training_is_chinese(self, qtbot, chinese, theme):
        epochs = tuple(epoch(n, loss=600.0 + n) for n in (1, 2, 3))
        found = findings(by_name("q002-sgd-0.01"), epochs)
        view = FindingsList(theme)
        qtbot.addWidget(view)
        view.show_findings(found)
        assert len(found) > 1
        assert english_in(view) == []

    @pytest.mark.parametrize("name", [r.name for r in CATALOGUE if published(r.name)])
    def test_every_verdict_is_chinese(self, qapp, chinese, theme, name):
        recipe = by_name(name)
        epochs = tuple(epoch(n) for n in range(1, recipe.epochs // 2 + 1))
        rows = JudgedModel(theme)
        for measured in (Measured(), Measured(epochs), Measured(epochs, ending="early")):
            rows.show(judge(recipe, (measured,)))
            assert english_in_model(rows) == []

    def test_the_lesson_is_chinese(self, qapp, chinese, theme):
        rows = JudgedModel(theme)
        for lesson in LESSONS:
            rows.show(judge_lesson(lesson, (), comparable=True))
            assert english_in_model(rows) == []

    def test_a_phrase_is_english_where_nobody_translates(self, qapp):
        said = Phrase("{n} seeds", n=3)
        assert said == "3 seeds"
        assert phrase(said) == "3 seeds"

    def test_a_persons_own_words_stay(self, chinese):
        assert named("my {best} network") == "my {best} network"
        assert (phrase("images"), named("images")) == ("图像", "images")
        assert named("MNIST sample (5,000)").startswith("MNIST 样本")


class TestWindow:
    @pytest.fixture
    def window(self, qtbot, chinese, home_folder, sample, ridge):
        store = RunStore(home_folder / "runs")
        for seed, accuracy in enumerate((0.8, 0.9)):
            keep_run(store, sample, ridge, seed=seed, accuracy=accuracy)
        window = build_window(home_folder, sample, ask=lambda _parent, _question: True)
        qtbot.addWidget(window)
        window.session.networks.open_shipped()
        window.show()
        qtbot.waitUntil(lambda: window.session.networks.current is not None)
        yield window
        assert window.close()

    @pytest.mark.parametrize("key", [entry.key for entry in PAGES])
    def test_a_page_is_chinese_throughout(self, qtbot, window, key):
        page = window.show_page(key)
        qtbot.waitUntil(lambda: not window.session.data.busy)
        assert HAN.search(" ".join(texts_in(page)))
        assert english_in(page) == []

    def test_the_answer_is_chinese(self, qtbot, window):
        page = window.show_page("draw")
        with qtbot.waitSignal(window.session.recognition.answered):
            draw(window.findChild(QWidget, "drawing_pad"), line((0.5, 0.2), (0.5, 0.8)))
        assert HAN.search(page.findChild(QLabel, "answer_verdict").text())
        assert english_in(page) == []

    def test_the_gallery_is_chinese(self, window):
        page = window.show_page("train")
        page.gallery_button.click()
        assert english_in(page) == []

    def test_menus_status_and_sidebar_are_chinese(self, window):
        sidebar, banner = window.findChild(Sidebar), window.findChild(Banner)
        assert english_in(window.menuBar(), window.statusBar(), sidebar, banner) == []

    def test_the_help_dialogs_are_chinese(self, qtbot, window):
        dialogs = {"about": "about", "shortcuts": "keyboard", "preferences": "preferences"}
        for name, opened in dialogs.items():
            window.findChild(QAction, f"{name}_action").trigger()
            dialog = window.findChild(QWidget, f"{opened}_dialog")
            assert english_in(dialog) == []
            dialog.close()
        assert "(&" not in str(window.menus.actions.shortcuts())

    def test_english_that_is_left_is_seen(self, qtbot, window):
        window.show_page("draw").findChild(QLabel).setText("Nobody translated this.")
        assert english_in(window.show_page("draw")) != []
