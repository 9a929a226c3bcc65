"""The plots of a training: what they draw, the person's zoom, the line under the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from core.records import Progress
from gui.curves import RunCurves
from gui.pages.train.run.run_plots import RunPlots
from gui.theme import CURVES, ROLES, Theme
from tests.factories import epoch_report, score


def report(epoch, *, by_logits=None):
    val = score(0.9 + epoch / 100, loss=0.3 - epoch / 100, by_logits=by_logits)
    return epoch_report(epoch, loss=0.5 / epoch, accuracy=0.85 + epoch / 100, val=val)


@pytest.fixture
def theme(qapp):
    return Theme.light()


@pytest.fixture
def plots(qtbot, theme):
    plots = RunPlots(theme)
    qtbot.addWidget(plots)
    plots.resize(700, 500)
    with qtbot.waitExposed(plots):
        plots.show()
    qtbot.waitUntil(lambda: not plots._timer.isActive())
    return plots


def drawn(plot):
    """Return name -> (x, y) of the curves that have points."""
    curves = {}
    for name, item in plot._curves.items():
        x, y = item.getData()
        if x is not None and len(x):
            curves[name] = (list(x), list(y))
    return curves


def named(plots, plot="accuracy"):
    """Return the names in the line above a plot, in their order."""
    return [entry.name for entry in plots._keys[plot]._entries]


def feed(plots, epochs):
    for epoch in range(1, epochs + 1):
        for step in (25, 50, 75, 100):
            plots.curves.add_progress(Progress(epoch, epochs, step, 100, 0.5, 0.9, 1.0))
        plots.curves.add_epoch(report(epoch))
    plots.redraw()


def test_each_figure_has_its_curve_and_its_name(plots):
    feed(plots, 3)
    accuracy, loss = drawn(plots.accuracy_plot), drawn(plots.loss_plot)
    assert set(accuracy) == set(loss) == {"steps", "training", "validation"}
    assert accuracy["validation"] == ([1, 2, 3], pytest.approx([0.91, 0.92, 0.93]))
    assert loss["training"] == ([1, 2, 3], pytest.approx([0.5, 0.25, 0.5 / 3]))
    assert accuracy["steps"][0][:5] == [0.25, 0.5, 0.75, 1.0, 1.25]


def test_validating_on_the_test_images_is_named_so(plots):
    plots.begin(RunCurves(), validates_on_test=True)
    feed(plots, 1)
    assert named(plots) == ["training", "test", "within the epoch"]


def test_accuracy_by_logits_appears_once_it_differs(plots):
    feed(plots, 1)
    plots.curves.add_epoch(report(2, by_logits=0.99))
    plots.redraw()
    assert drawn(plots.accuracy_plot)["validation_logits"][1] == [0.91, 0.99]
    assert "validation_logits" not in drawn(plots.loss_plot)


def test_published_figures_lie_behind_until_other_curves_begin(plots):
    plots.begin(RunCurves({"accuracy": (0.4, 0.7), "val_loss": (5.0, 3.0)}))
    assert drawn(plots.accuracy_plot) == {"published_training": ([1, 2], [0.4, 0.7])}
    assert drawn(plots.loss_plot) == {"published_validation": ([1, 2], [5.0, 3.0])}
    plots.begin(RunCurves())
    assert drawn(plots.accuracy_plot) == {}


def test_it_redraws_on_a_timer_and_only_while_something_changes(plots, qtbot):
    plots.curves.add_epoch(report(1))
    plots.curves_changed()
    plots.curves_changed()
    assert drawn(plots.accuracy_plot) == {}
    with qtbot.waitSignal(plots._timer.timeout):
        assert plots._timer.isActive()
    assert "training" in drawn(plots.accuracy_plot)
    assert not plots._timer.isActive()


def test_what_came_while_hidden_is_drawn_when_shown(plots, qtbot):
    plots.hide()
    plots.curves.add_epoch(report(1))
    plots.curves_changed()
    assert not plots._timer.isActive()
    plots.show()
    qtbot.waitUntil(lambda: "training" in drawn(plots.accuracy_plot))


def test_the_zoom_of_the_person_is_kept_until_a_resets_it(plots, qtbot):
    feed(plots, 3)
    view = plots.accuracy_plot.getPlotItem().vb
    view.setRange(xRange=(1, 2), yRange=(0.5, 0.6), padding=0)
    plots.curves.add_epoch(report(4))
    plots.redraw()
    np.testing.assert_allclose(view.viewRange(), [[1, 2], [0.5, 0.6]])
    np.testing.assert_allclose(plots.loss_plot.getPlotItem().vb.viewRange()[0], [1, 2])
    plots.accuracy_plot.setFocus()
    qtbot.keyClick(plots.accuracy_plot, Qt.Key.Key_A)
    plots.redraw()
    plots.accuracy_plot.settle()
    (first, last), (low, high) = view.viewRange()
    assert first < 1
    assert last > 4
    assert low < 0.86
    assert high > 0.93


def test_double_click_on_either_plot_shows_all_epochs_again(plots, qtbot):
    feed(plots, 3)
    view = plots.accuracy_plot.getPlotItem().vb
    view.setRange(xRange=(1, 2), padding=0)
    qtbot.mouseDClick(plots.loss_plot.viewport(), Qt.MouseButton.LeftButton)
    plots.accuracy_plot.settle()
    assert view.viewRange()[0][1] > 3


def test_later_epochs_fit_without_the_first_steps(plots):
    plots.curves.add_progress(Progress(1, 9, 1, 100, 2.3, 0.1, 1.0))
    feed(plots, 3)
    low, _ = plots.accuracy_plot.getPlotItem().vb.viewRange()[1]
    assert low > 0.8


def test_the_line_under_the_mouse_says_the_values_of_its_epoch(plots, qtbot):
    feed(plots, 3)
    readout = plots.findChild(object, "accuracy_readout")
    assert "epoch 3" in readout.text()
    plot = plots.accuracy_plot
    scene = plot.getPlotItem().vb.mapViewToScene(QPoint(1, 1) * 1.0)
    spot = plot.mapFromScene(scene.x(), plot.getPlotItem().vb.sceneBoundingRect().center().y())
    qtbot.mouseMove(plot.viewport(), spot)
    qtbot.waitUntil(lambda: "epoch 1" in readout.text())
    assert "91.00 %" in readout.text()
    assert "86.00 %" in readout.text()
    plots.accuracy_plot.left.emit()
    assert "epoch 3" in readout.text()


def test_arrow_keys_walk_from_epoch_to_epoch(plots, qtbot):
    feed(plots, 3)
    readout = plots.findChild(object, "loss_readout")
    plots.loss_plot.setFocus()
    qtbot.keyClick(plots.loss_plot, Qt.Key.Key_Left)
    qtbot.keyClick(plots.loss_plot, Qt.Key.Key_Left)
    assert "epoch 2" in readout.text()
    assert "0.2500" in readout.text()


def test_the_best_epoch_is_marked(plots):
    feed(plots, 2)
    plots.curves.add_epoch(epoch_report(3, loss=0.1, val=score(0.9, loss=0.9)))
    plots.redraw()
    label = plots.findChild(object, "best_epoch").text()
    assert label.endswith("best epoch 2, by validation loss")
    assert plots.accuracy_plot._best.value() == 2
    assert plots.accuracy_plot._best.isVisible()


def test_losses_can_be_drawn_logarithmically(plots, qtbot):
    feed(plots, 3)
    qtbot.mouseClick(plots.logarithmic_box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    plots.loss_plot.settle()
    low, high = plots.loss_plot.getPlotItem().vb.viewRange()[1]
    assert low < np.log10(0.5 / 3)
    assert high < 1


def test_every_curve_is_named_above_the_plot_and_nothing_lies_in_it(plots):
    feed(plots, 8)
    assert (
        named(plots) == named(plots, "loss") == ["training", "validation", "within the epoch"]
    )
    assert plots.accuracy_plot.getPlotItem().legend is None
    key, plot = plots._keys["accuracy"], plots.accuracy_plot
    assert not key.geometry().intersects(plot.geometry())


def test_what_is_drawn_is_given_as_a_table(plots):
    feed(plots, 2)
    rows = plots._as_csv().splitlines()
    assert rows[0] == "plot,curve,epoch,value"
    assert "accuracy,validation,2,0.92" in rows
    drawn_points = [drawn(plots.accuracy_plot)[name][0] for name in ("training", "validation")]
    assert [len(points) for points in drawn_points] == [2, 2]
    assert sum(row.startswith("loss,training,") for row in rows) == 2


def test_pictures_of_the_plots_are_saved_and_copied(plots, tmp_path, qapp):
    feed(plots, 2)
    for name in ("curves.png", "curves.svg"):
        plots.menu.dialogs.save_file = lambda _window, _question, n=name: tmp_path / n
        plots.menu.save_picture()
        assert (tmp_path / name).stat().st_size > 3000
    plots.menu.copy()
    assert qapp.clipboard().image().width() > plots.accuracy_plot.width()


def test_a_loss_that_is_no_number_leaves_a_gap(plots):
    feed(plots, 2)
    plots.curves.add_epoch(epoch_report(3, loss=float("nan"), accuracy=0.1))
    plots.redraw()
    assert np.isnan(drawn(plots.loss_plot)["training"][1][-1])
    assert plots.grab().toImage().width() > 0


def test_the_plots_follow_a_live_switch_of_the_theme(plots, theme):
    feed(plots, 2)
    theme.choose("dark")
    try:
        ground = plots.accuracy_plot.backgroundBrush().color()
        assert ground == QColor(ROLES["dark"]["surface"])
        colors = {c.opts["pen"].color().name() for c in plots.loss_plot._curves.values()}
        assert CURVES["dark"]["training"] in colors
        assert CURVES["light"]["training"] not in colors
        plots._write_readouts()
        looks = {entry.look.color.name() for entry in plots._keys["loss"]._entries}
        assert CURVES["dark"]["validation"] in looks
    finally:
        theme.choose("light")


def test_the_name_of_a_level_is_seen_only_with_its_line(plots):
    feed(plots, 2)
    plot = plots.loss_plot
    plot.set_levels("guessing", "all wrong")
    view, (guessing, clipped) = plot.getPlotItem().vb, plot._levels
    view.setYRange(0.0, 15.5, padding=0)
    assert (guessing.label.isVisible(), clipped.label.isVisible()) == (True, False)
    view.setYRange(10.0, 17.0, padding=0)
    assert (guessing.label.isVisible(), clipped.label.isVisible()) == (False, True)
    plot.set_logarithmic(True)
    view.setYRange(0.0, 1.5, padding=0)
    assert guessing.label.isVisible()
    assert clipped.label.isVisible()
