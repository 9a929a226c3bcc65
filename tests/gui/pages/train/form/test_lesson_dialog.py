"""The lesson step by step, by real clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from core.reproduction.scratch_training import LESSONS
from gui.pages.train.form.lesson_dialog import LessonDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot, theme, sample):
    dialog = LessonDialog(sample, theme, startable=True)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def started(qtbot, dialog, button):
    dialog.titles.setCurrentRow(dialog.titles.count() - 1)
    with qtbot.waitSignal(dialog.start_requested) as asked:
        qtbot.mouseClick(dialog.findChild(QPushButton, button), LEFT)
    return asked.args[0]


def test_each_step_shows_its_numbers(dialog):
    pages = [dialog._pages.widget(n) for n in range(dialog.titles.count() - 1)]
    shown = [page.findChild(QLabel, "lesson_numbers").text() for page in pages]
    assert len(shown) == 6
    assert "00 00 08 03" in shown[0]
    assert shown[1].count("\n") >= 28
    assert "dropout_mask" in shown[3]
    assert "weights_1" in shown[5]


def test_untouched_it_starts_the_lesson_as_published(qtbot, dialog):
    assert started(qtbot, dialog, "lesson_start_button") == LESSONS[0]


def test_the_right_derivative_alone_is_the_cured_lesson(qtbot, dialog):
    dialog.settings.derivative_box.choose("cured")
    assert started(qtbot, dialog, "lesson_start_button") == LESSONS[1]


def test_settings_are_those_of_the_boxes(qtbot, dialog):
    settings = dialog.settings
    settings.rate_box.setValue(0.01)
    settings.epochs_box.setValue(3)
    settings.hidden_box.setValue(50)
    settings.images_box.setValue(200)
    settings.seed_box.setValue(7)
    lesson = started(qtbot, dialog, "lesson_start_button")
    assert (lesson.learning_rate, lesson.epochs, lesson.hidden) == (0.01, 3, 50)
    assert (lesson.images, lesson.seed, lesson.name) == (200, 7, "t004-own-settings")


@pytest.mark.parametrize(
    ("step", "field", "value"),
    [
        ("crossentropy", "error", "crossentropy"),
        ("more_images", "images", 5_000),
        ("bigger", "hidden", 300),
    ],
)
def test_each_next_step_is_a_button(qtbot, dialog, step, field, value):
    lesson = started(qtbot, dialog, f"lesson_next_{step}")
    assert getattr(lesson, field) == value
    assert (lesson.derivative, lesson.doubled) == ("cured", True)


def test_while_something_trains_it_can_be_read_but_not_started(qtbot, theme, sample):
    dialog = LessonDialog(sample, theme, startable=False)
    qtbot.addWidget(dialog)
    assert not any(button.isEnabled() for button in dialog.settings.buttons)
