"""The other views of the page: two networks, the map, robustness, a second look."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from core.evaluation.versus import versus
from core.networks.forward import forward
from core.runs.opinions import NamedNetwork
from gui.pages.mistakes.image_row import ImageRow
from gui.pages.mistakes.point_map import PointMap
from gui.session.versus import Compared
from gui.theme import Theme


@pytest.fixture
def rival(ridge):
    """A network that reads a little otherwise."""
    rng = np.random.default_rng(0)
    noisy = ridge.weights[0] + rng.normal(0, 0.05, ridge.weights[0].shape).astype(np.float32)
    return NamedNetwork("rival", replace(ridge, weights=(noisy, ridge.weights[1])))


def test_what_the_other_network_fixes_and_breaks_opens_in_the_grid(
    page, ready_session, shown, sample, rival
):
    read = forward(rival.network, sample.test_images).digits
    expected = versus(sample.test_labels, shown.predictions.digits, read, 10)
    ready_session.versus.compared.emit(Compared(shown, "rival", read, expected))
    assert page.findChild(QPushButton, "fixed_button").text().endswith(str(len(expected.fixed)))
    page.findChild(QPushButton, "broken_button").click()
    grid = page._grid.digits
    found = [grid.index_at(row) for row in range(grid.rowCount())]
    assert found == expected.broken.tolist()
    assert "McNemar" in page.findChild(QLabel, "versus_words").text()


@pytest.mark.slow
def test_another_network_reads_the_split_and_is_compared(
    qtbot, page, ready_session, shown, sample, rival
):
    with qtbot.waitSignal(
        ready_session.versus.compared, timeout=60_000, check_params_cb=bool
    ) as compared:
        ready_session.versus.compare(rival)
    found = compared.args[0].versus
    read = forward(rival.network, sample.test_images).digits
    expected = versus(sample.test_labels, shown.predictions.digits, read, 10)
    np.testing.assert_array_equal(found.fixed, expected.fixed)
    assert found.test == expected.test


def test_a_map_is_drawn_and_a_lasso_fills_the_grid(qtbot, page, ready_session):
    with qtbot.waitSignal(ready_session.maps.made, timeout=20_000):
        page.findChild(QPushButton, "draw_map_button").click()
    points = page.findChild(PointMap)
    page._overview.tabs.setCurrentIndex(5)
    places = points.places()
    middle = np.median(places, axis=0)
    left, top, right, bottom = *(middle - 30), *(middle + 30)
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(points, button, pos=QPointF(*corners[0]).toPoint())
    for corner in corners[1:]:
        qtbot.mouseMove(points, QPointF(*corner).toPoint())
    qtbot.mouseRelease(points, button, pos=QPointF(*corners[-1]).toPoint())
    grid = page._grid.digits
    found = {grid.index_at(row) for row in range(grid.rowCount())}
    inner = ((places > [left + 2, top + 2]) & (places < [right - 2, bottom - 2])).all(axis=1)
    assert set(np.flatnonzero(inner).tolist()) <= found
    assert 0 < len(found) < 1000


def test_the_map_zooms_about_the_mouse_and_a_double_click_shows_all(qtbot):
    points = PointMap(Theme.light())
    qtbot.addWidget(points)
    points.resize(300, 300)
    rng = np.random.default_rng(0)
    colours = [Theme.light().color("accent")] * 50
    points.show_points(rng.random((50, 2)).astype(np.float32), colours, np.zeros(50, bool))
    before = points.places()
    assert before.min() >= 0
    assert before.max() <= 300
    points._view.translate(0.5, 0)
    assert points.places()[:, 0].min() < 0
    qtbot.mouseDClick(points, Qt.MouseButton.LeftButton)
    np.testing.assert_allclose(points.places(), before)


@pytest.mark.slow
def test_an_image_shows_what_others_say_and_whether_its_answer_holds(
    qtbot, page, ready_session
):
    with qtbot.waitSignal(ready_session.second_look.looked):
        page._grid.setCurrentIndex(page._grid.digits.index(0))
    assert "pen:" in page.findChild(QLabel, "other_networks").text()
    # The gradient comes when TensorFlow is there.
    with qtbot.waitSignal(ready_session.second_look.looked, timeout=60_000) as looked:
        pass
    assert looked.args[0].look.gradient is not None


@pytest.mark.slow
def test_what_the_network_takes_for_alike_is_found_on_request(
    qtbot, page, ready_session, sample
):
    page._grid.setCurrentIndex(page._grid.digits.index(0))
    with qtbot.waitSignal(ready_session.second_look.found_alike, timeout=60_000) as found:
        page.findChild(QPushButton, "find_alike_button").click()
    tiles = page.findChild(ImageRow, "nearest_by_layer").tiles
    assert [tile.index for tile in tiles] == found.args[0].indices.tolist()
    assert all(tile.heading == str(sample.train_labels[tile.index]) for tile in tiles)


def test_an_image_opens_in_inside_and_on_the_pad(qtbot, page, ready_session, sample):
    page._grid.setCurrentIndex(page._grid.digits.index(0))
    index = page._grid.digits.index_at(0)
    with qtbot.waitSignals([page.page_requested, ready_session.inside.followed]):
        page.findChild(QPushButton, "open_inside_button").click()
    with qtbot.waitSignal(ready_session.drawings.opened) as opened:
        page.findChild(QPushButton, "open_on_pad_button").click()
    image = opened.args[0].image
    np.testing.assert_array_equal(image[::10, ::10], sample.test_images[index])


@pytest.mark.slow
def test_robustness_is_measured_once_and_drawn(qtbot, page, ready_session):
    for _ in range(2):
        with qtbot.waitSignal(ready_session.robustness.measured, timeout=120_000) as measured:
            page.findChild(QPushButton, "measure_robustness_button").click()
    assert len(list(ready_session.home.robustness.glob("*.json"))) == 1
    assert set(measured.args[0].robustness.curves) >= {"rotation", "noise"}
    assert "ridge" in page.findChild(QLabel, "robustness_words").text()
