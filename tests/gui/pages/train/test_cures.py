"""What is done about findings on the Train page, with real clicks and real trainings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from core.diagnosis.finding import Finding
from core.diagnosis.loss_parts import LossParts
from core.endings import ending
from core.layers import Activation, Dense
from core.networks.forward import forward
from core.recipes.catalogue import by_name
from core.records import Optimizer
from gui.pages.train.findings.findings_list import FindingsList
from gui.pages.train.findings.loss_view import LossView
from gui.pages.train.page import TrainPage
from tests.core.diagnosis.test_findings import probe
from tests.factories import epoch_report

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000
SHORT = replace(by_name("softmax-10"), epochs=1, train_images=600, validation=0.2)
RAW = replace(SHORT, network=replace(SHORT.network, pixels="raw"))
SIGMOID = replace(
    SHORT,
    network=replace(SHORT.network, layers=(Dense(10), Activation("sigmoid"))),
)
TYING = replace(SIGMOID, network=replace(SIGMOID.network, pixels="raw"))
LEAVING = replace(
    SHORT,
    network=replace(SHORT.network, layers=(Dense(32, "relu"), Dense(10))),
    optimizer=Optimizer("sgd", 0.3, momentum=1.0),
    epochs=4,
    train_images=1_000,
    validation=0.5,
)
"""Its first epoch is by far the best."""

CLIPPED = replace(
    by_name("q001-lost-digit"),
    skip_images=0,
    epochs=1,
    train_images=600,
    validation=0.2,
    batch_size=64,
)


@pytest.fixture
def page(qtbot, session, sample, theme):
    session.data.use(sample)
    page = TrainPage(session, theme)
    qtbot.addWidget(page)
    page.resize(1100, 720)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.findChild(object, "accuracy_plot") is not None)
    return page


def button(page, name):
    return page.findChild(QPushButton, name)


def click(qtbot, page, name):
    qtbot.waitUntil(lambda: button(page, name) is not None, timeout=LONG_MS)
    assert button(page, name).isEnabled()
    qtbot.mouseClick(button(page, name), LEFT)


def train(qtbot, page, session, recipe):
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        page.start(recipe)


def said(page):
    line = page.findChild(object, "cured_line")
    return "" if line is None else line.findChild(QLabel).text()


class TestBlocks:
    def shown(self, qtbot, theme, **more):
        shown = FindingsList(theme)
        qtbot.addWidget(shown)
        from core.diagnosis.check import check

        shown.judge(RAW)
        shown.show_before(check(RAW))
        return shown

    def test_what_a_cure_changes_stands_there_before_the_click(self, qtbot, theme):
        shown = self.shown(qtbot, theme)
        words = shown.findChild(QLabel, "changes_raw-pixels").text()
        assert "pixels: 0 to 255 \N{RIGHTWARDS ARROW} 0 to 1" in words

    def test_nothing_can_be_started_or_rescued_before_it_is_allowed(self, qtbot, theme):
        shown = self.shown(qtbot, theme)
        assert not button(shown, "cure_raw-pixels").isEnabled()
        shown.allow(start=True, rescue=False)
        assert button(shown, "cure_raw-pixels").isEnabled()
        assert button(shown, "twin_raw-pixels").isEnabled()

    def test_only_what_can_be_done_is_offered(self, qtbot, theme):
        shown = FindingsList(theme)
        qtbot.addWidget(shown)
        shown.show_findings((Finding("plain", "info", "Seen.", "Why.", "", {}),))
        names = {b.objectName() for b in shown.findChildren(QPushButton)}
        assert names == {"why_plain"}

    def test_every_button_says_what_it_does(self, qtbot, theme):
        shown = self.shown(qtbot, theme)
        for one in shown.findChildren(QPushButton):
            assert len(one.toolTip()) > 20


class TestLossView:
    def test_an_epoch_and_the_test_images_stand_side_by_side(self, qtbot):
        view = LossView()
        qtbot.addWidget(view)
        report = replace(epoch_report(3, loss=0.7), probe=probe(3, loss=0.5, penalty=0.1))
        view.show_epoch(report, floor=float("nan"), limit=16.118)
        parts = LossParts(0.6, 0.1, 2.303, 16.118, 0.0, 0.02, 0.01, 3.0, 0.1, 0.4)
        view.show_test(0.7, parts)
        rows = {
            view.table.item(n, 0).text(): [view.table.item(n, c).text() for c in (1, 2)]
            for n in range(view.table.rowCount())
        }
        assert rows["Reported"] == ["0.7000", "0.7000"]
        assert rows["From the outputs"] == ["0.5000", "0.6000"]
        assert rows["Penalty of L2, added to it"] == ["0.1000", "0.1000"]
        assert rows["Guessing would cost"] == ["2.30", "2.30"]
        assert rows["The most that one image can cost"] == ["16.118", "16.118"]
        assert "Label smoothing leaves at least" not in rows
        assert view.table.horizontalHeaderItem(1).text() == "Training, epoch 3"
        view.clear()
        assert view.table.isHidden()


def test_the_images_of_a_finding_are_asked_for_by_a_click(qtbot, page, session, sample):
    images = sample.train_images.copy()
    images[10:200] = 0
    session.data.use(replace(sample, train_images=images))
    page.form.set_recipe(SHORT)
    with qtbot.waitSignal(session.mistakes.requested, timeout=LONG_MS) as asked:
        click(qtbot, page, "images_blank-images")
    request = asked.args[0]
    assert (request.split, request.indices) == ("train", tuple(range(10, 200)))


@pytest.mark.slow
class TestCures:
    def test_a_twin_run_trains_both_and_draws_both(self, qtbot, page, session):
        page.form.set_recipe(RAW)
        trained = []
        session.training.stored.connect(lambda stored: trained.append(stored.result.recipe))
        with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
            click(qtbot, page, "twin_raw-pixels")
        assert [recipe.network.pixels for recipe in trained] == ["raw", "unit"]
        assert len({recipe.seed for recipe in trained}) == 1
        curves = page.view.curves
        for key in (("loss", "beside_training"), ("loss", "training")):
            assert len(curves.points(key)) == 1
        raw, cured = (
            curves.points(("loss", name)).y[0] for name in ("beside_training", "training")
        )
        assert raw > cured
        assert "pixels: 0 to 255" in said(page)
        click(qtbot, page, "undo_cure_button")
        assert page.form.recipe() == RAW

    def test_a_cure_after_the_training_is_drawn_beside_it(self, qtbot, page, session):
        train(qtbot, page, session, RAW)
        before = session.networks.current
        faulty = page.view.reports[0].loss
        with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
            name = next(
                b for b in ("cure_homogeneous-loss", "cure_raw-pixels") if button(page, b)
            )
            click(qtbot, page, name)
        assert page.view.curves.points(("loss", "beside_training")).y[0] == faulty
        click(qtbot, page, "undo_cure_button")
        assert session.networks.current is before
        # A training that is no cure has nothing beside it.
        train(qtbot, page, session, SHORT)
        assert len(page.view.curves.points(("loss", "beside_training"))) == 0

    def test_a_softmax_rescues_the_same_weights_and_can_be_taken_off(
        self, qtbot, page, session
    ):
        train(qtbot, page, session, TYING)
        trained = session.networks.current
        click(qtbot, page, "rescue_tied-outputs")
        rescued = session.networks.current
        assert ending(rescued.network.spec) == "softmax"
        assert rescued.network.weights is trained.network.weights
        assert rescued.accuracy == session.training.last.test.logit_accuracy
        click(qtbot, page, "undo_cure_button")
        assert session.networks.current is trained

    def test_a_lost_digit_is_rescued_by_going_on_with_the_loss_of_the_logits(
        self, qtbot, page, session
    ):
        train(qtbot, page, session, CLIPPED)
        weights = session.training.last.network.weights
        with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
            click(qtbot, page, "rescue_large-first-weights")
        last = session.training.last
        assert last.recipe.loss == "crossentropy"
        assert [report.epoch for report in page.view.reports] == [1, 2]
        assert not np.array_equal(last.network.weights[0], weights[0])
        click(qtbot, page, "undo_cure_button")
        assert page.form.recipe() == CLIPPED

    def test_the_weights_of_the_best_epoch_are_taken_by_one_click(self, qtbot, page, session):
        train(qtbot, page, session, LEAVING)
        passed = page.view.findings.shown[0]
        assert "best-passed" in {f.code for f in (passed, *passed.symptoms)}
        last = session.networks.current
        with qtbot.waitSignal(session.networks.changed, timeout=LONG_MS):
            click(qtbot, page, f"rescue_{passed.code}")
        best = session.networks.current
        assert best.accuracy is None or best.accuracy > last.accuracy
        right = forward(best.network, session.data.current.test_images).digits
        right_last = forward(last.network, session.data.current.test_images).digits
        labels = session.data.current.test_labels
        assert (right == labels).sum() > (right_last == labels).sum()
        click(qtbot, page, "undo_cure_button")
        assert session.networks.current is last

    def test_why_shows_the_numbers_and_a_plot(self, qtbot, page, session):
        train(qtbot, page, session, SIGMOID)
        click(qtbot, page, "why_ending-hides-logits")
        dialog = page.findChild(object, "why_dialog")
        assert dialog.findChild(object, "why_plot") is not None
        dialog.close()

    def test_what_the_loss_is_made_of_is_shown(self, qtbot, page, session):
        train(qtbot, page, session, SHORT)
        table = page.findChild(object, "loss_table")
        qtbot.waitUntil(lambda: table.item(0, 2).text() != "\N{EN DASH}", timeout=LONG_MS)
        reported, outputs = (float(table.item(row, 2).text()) for row in (0, 1))
        assert reported == pytest.approx(outputs, abs=2e-4)
