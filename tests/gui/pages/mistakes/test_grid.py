"""What can be done with the images of the grid: selected, spoken of, copied, written."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSlider

from core.label_review.reviews import Review
from gui.dialogs import Dialogs
from gui.widgets.digit_grid import DigitGrid


@pytest.fixture
def grid(page):
    return page.findChild(DigitGrid, "mistakes_grid")


def select(grid, *rows):
    grid.clearSelection()
    for row in rows:
        grid.selectionModel().select(
            grid.digits.index(row), QItemSelectionModel.SelectionFlag.Select
        )
    return [grid.digits.index_at(row) for row in rows]


def test_the_slider_sets_the_size_and_the_whole_width_is_used(page, grid):
    small = grid.gridSize()
    page.findChild(QSlider, "digit_size_slider").setValue(5)
    assert grid.gridSize().height() == small.height() + 3 * 28
    columns = (grid.viewport().width() - 1) // grid.gridSize().width()
    left_over = grid.viewport().width() - columns * grid.gridSize().width()
    assert left_over <= columns + 1


def test_misread_images_are_marked_only_where_right_ones_are_shown_too(page, grid):
    assert not grid.digits.caption(0).marked
    page.findChild(QPushButton, "show_all_button").click()
    model = grid.digits
    report = page._shown.report
    for row in range(0, model.rowCount(), 50):
        index = model.index_at(row)
        wrong = report.labels[index] != report.digits[index]
        assert model.caption(row).marked == wrong


def test_keys_say_what_the_person_reads_in_all_selected_images(
    qtbot, page, grid, ready_session
):
    qtbot.waitUntil(lambda: ready_session.reviews.current is not None)
    first, second = select(grid, 0, 2)
    label = int(page._shown.report.labels[first])
    qtbot.keyClick(grid, Qt.Key(ord(str(label))))
    reviews = ready_session.reviews.current.of
    assert reviews["test", first] == Review(label, "right")
    other = int(page._shown.report.labels[second])
    expected = Review(other, "right") if other == label else Review(other, "other", label)
    assert reviews["test", second] == expected
    select(grid, 1)
    qtbot.keyClick(grid, Qt.Key.Key_A)
    index = grid.digits.index_at(1)
    assert ready_session.reviews.current.of["test", index].says == "unclear"
    assert "?" in grid.digits.caption(1).detail
    qtbot.keyClick(grid, Qt.Key.Key_U)
    assert ("test", index) not in ready_session.reviews.current.of


def test_copy_puts_a_picture_and_a_line_of_each_image_on_the_clipboard(page, grid):
    indices = select(grid, 0, 3, 4)
    page.edit("copy")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    lines = data.text().splitlines()
    assert [int(line.split("\t")[0]) for line in lines] == indices


def test_the_selection_is_written_as_a_table_and_without_one_all_that_is_shown(
    qtbot, page, grid, ready_session, tmp_path
):
    path = tmp_path / "chosen.csv"
    page._panel.acts.dialogs = Dialogs(save_file=lambda *_: path)
    for rows in ((1, 2), ()):
        indices = select(grid, *rows)
        with qtbot.waitSignal(ready_session.evaluation_files.written):
            page._panel.acts._on_table()
        with path.open(newline="") as file:
            found = [int(row["index"]) for row in csv.DictReader(file)]
        every = [grid.digits.index_at(row) for row in range(grid.digits.rowCount())]
        assert found == (indices or every)


@pytest.mark.parametrize(
    ("act", "name"),
    [
        ("_on_sheet", "a.png"),
        ("_on_matrix", "a.csv"),
        ("_on_matrix_picture", "m.png"),
        ("_on_report", "a.html"),
    ],
)
def test_pictures_matrix_and_report_are_written(
    qtbot, page, ready_session, tmp_path, act, name
):
    path = tmp_path / name
    page._panel.acts.dialogs = Dialogs(save_file=lambda *_: path)
    with qtbot.waitSignal(ready_session.evaluation_files.written):
        getattr(page._panel.acts, act)()
    assert path.stat().st_size > 100


def test_images_go_into_a_folder_for_each_class(qtbot, page, grid, ready_session, tmp_path):
    page._panel.acts.dialogs = Dialogs(open_folder=lambda *_: tmp_path)
    indices = select(grid, 0, 1)
    with qtbot.waitSignal(ready_session.evaluation_files.written):
        page._panel.acts._on_folders()
    found = sorted(int(path.name.split("-")[0]) for path in tmp_path.rglob("*.png"))
    assert found == sorted(indices)


def test_the_menu_of_an_image_opens_it_elsewhere_and_judges_its_label(
    qtbot, page, grid, ready_session
):
    qtbot.waitUntil(lambda: ready_session.reviews.current is not None)
    grid.setCurrentIndex(grid.digits.index(1))
    (index,) = grid.chosen_indices()
    menu = page._panel.acts.context_menu(grid)
    acts = {act.text(): act for act in menu.actions()}
    with qtbot.waitSignals([page.page_requested, ready_session.inside.followed]):
        acts["Open in Inside"].trigger()
    with qtbot.waitSignals([page.page_requested, ready_session.drawings.opened]):
        acts["Open on the pad"].trigger()
    wrong = next(
        act for act in acts["What I say of the label"].menu().actions() if "wrong" in act.text()
    )
    wrong.trigger()
    label = int(page._shown.report.labels[index])
    assert ready_session.reviews.current.of["test", index] == Review(label, "wrong")
