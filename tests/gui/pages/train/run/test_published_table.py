"""The tab that sets what was published beside what was measured, by real clicks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSpinBox

from core.data.datasets import load
from core.recipes.catalogue import by_name
from core.reproduction.compare import RecipeTraining
from core.reproduction.scratch_training import LESSONS
from core.reproduction.verdicts import JudgedValue
from core.runs.store import RunStore
from gui.pages.train.page import TrainPage
from gui.pages.train.run.judged_model import MARKS
from gui.pages.train.run.published_table import PublishedTable
from tests.factories import epoch_report, result, score
from tests.networks import ridge_network

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 120_000
TINY = replace(by_name("softmax-10"), epochs=1, train_images=500, test_images=200)


@pytest.fixture
def table(qtbot, theme):
    table = PublishedTable(theme)
    qtbot.addWidget(table)
    table.resize(700, 160)
    table.show()
    return table


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


def click(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), LEFT)


def start_from_gallery(qtbot, page, name):
    """Two clicks."""
    click(qtbot, page, "gallery_button")
    qtbot.waitUntil(lambda: page.findChild(object, "recipe_gallery") is not None)
    click(qtbot, page, f"start_{name}")


def cells(table, row):
    model = table.rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_columns_are_as_wide_as_their_longest_words_also_of_figures_that_came_unseen(table):
    judged = [
        JudgedValue("t", "accuracy", 0.5, value, verdict, "so it is", epoch, 0.02)
        for epoch, (value, verdict) in enumerate(
            [(0.1, "agrees"), (0.99999, "not reproducible as printed"), (None, None)], start=999
        )
    ]
    table.hide()
    table.show_judged(judged)
    table.resize(900, 160)
    table.show()
    view = table.table
    for column in range(5):
        assert view.columnWidth(column) >= min(view.sizeHintForColumn(column), 900 // 5)


def test_each_verdict_has_its_mark_and_its_colour(table, theme):
    verdicts = (
        "agrees",
        "differs",
        "too scattered to tell",
        "not reproducible as printed",
        None,
    )
    table.show_judged(
        [JudgedValue("x", "loss", 0.5, 0.51, v, "so it is", 3, 0.02) for v in verdicts]
    )
    texts = [cells(table, row)[4] for row in range(5)]
    assert [text[0] for text in texts[:4]] == [MARKS[v] for v in verdicts[:4]]
    assert len(set(texts)) == 5
    colors = [
        table.rows.index(row, 4).data(Qt.ItemDataRole.ForegroundRole).name() for row in range(5)
    ]
    roles = ("good", "bad", "warn", "warn", "muted")
    wanted = [theme.color(role).name() for role in roles]
    assert colors == wanted
    assert cells(table, 0)[:4] == ["training loss", "3", "0.5000", "0.5100"]
    assert cells(table, 0)[5] == "\N{PLUS-MINUS SIGN} 0.02: so it is"
    assert "agrees: 1" in table.summary.text()
    assert "too scattered to tell: 1" in table.summary.text()


def test_without_published_figures_it_says_so(table):
    assert table.empty.isVisible()
    assert "no published figures" in table.empty.text()
    table.show_judged([JudgedValue("x", "loss", 0.5, None, None, "not trained yet", 1)])
    assert not table.empty.isVisible()
    table.clear()
    assert table.empty.isVisible()


def test_it_follows_the_newest_figure_until_the_person_scrolls_away(qtbot, table):
    def shown(done):
        told = [
            JudgedValue("x", "loss", 0.5, 0.5 if n < done else None, None, "", n)
            for n in range(90)
        ]
        table.show_judged(told)
        return table.table.verticalScrollBar().value()

    first, later = shown(1), shown(60)
    assert later > first
    table.table.verticalScrollBar().setValue(0)
    assert shown(61) == 0


def test_verdicts_come_in_with_the_epochs(session, page, sample):
    recipe = by_name("t003-model1")
    page.view.begin(RecipeTraining(recipe), comparable=True)
    rows = page.view.published.rows
    assert {item.verdict for item in rows.judged if item.what == "loss"} == {None}
    page.view.show_epoch(epoch_report(1, loss=0.26, accuracy=0.92))
    judged = [item for item in rows.judged if item.what == "loss" and item.verdict]
    assert [item.epoch for item in judged] == [1]


def result_of(recipe, sample, epochs, accuracy=0.979, ended="finished"):
    test = score(accuracy, loss=0.1, images=10_000)
    return result(
        recipe, epochs, network=ridge_network(sample), ended=ended, best_epoch=1, test=test
    )


def test_several_seeds_are_judged_together(page, sample):
    recipe = replace(by_name("t003-model1"), epochs=1)
    page.view.begin(RecipeTraining(recipe), comparable=True, seeds=2)
    given = [
        result_of(recipe, sample, (epoch_report(1, loss=loss, accuracy=0.92),))
        for loss in (0.25, 0.27)
    ]
    page.view.show_epoch(given[0].epochs[0])
    page.view.show_result(given[0])
    page.view.show_seeds(given)
    first = next(f for f in page.view.published.rows.judged if f.what == "loss")
    assert first.measured == pytest.approx((0.25 * 0.27) ** 0.5)
    assert "2 seeds" in first.why


def test_a_recipe_on_the_sample_gets_figures_but_no_verdict(qtbot, page, session):
    start_from_gallery(qtbot, page, "q002-sgd-0.01")
    training = session.training
    with qtbot.waitSignal(training.epoch_finished, timeout=LONG_MS):
        pass
    with qtbot.waitSignal(training.ended, timeout=LONG_MS):
        click(qtbot, page, "stop_button")
    judged = page.view.published
    assert "whole MNIST" in judged.summary.text()
    assert {item.verdict for item in judged.rows.judged} == {None}
    assert judged.rows.judged[0].measured is not None


@pytest.mark.slow
def test_two_clicks_train_the_network_from_scratch_and_all_its_numbers_agree(
    qtbot, session, page, mnist_folder
):
    session.data.use(load(mnist_folder))
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        start_from_gallery(qtbot, page, LESSONS[0].name)
        assert "no part" in page.buttons.note.text()
    judged = page.view.published.rows.judged
    assert len(judged) == 80
    assert {item.verdict for item in judged} == {"agrees"}
    curves = page.view.curves
    assert len(curves.points(("loss", "training"))) == 20
    assert list(curves.points(("loss", "published_training")).y[:1]) == [0.898]
    assert page.view.findings.shown[0].severity == "bad"
    assert page.findChild(object, "finding_gradient-check") is not None
    assert session.networks.current.name == LESSONS[0].name
    assert "on test" in page.view.progress.text.text()


def test_the_cured_lesson_on_the_sample_says_that_the_numbers_do_not_apply_and_stops(
    qtbot, session, page
):
    start_from_gallery(qtbot, page, LESSONS[1].name)
    with qtbot.waitSignal(session.training.epoch_finished, timeout=LONG_MS):
        pass
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        click(qtbot, page, "stop_button")
    assert not session.training.running
    assert 0 < len(page.view.curves.points(("loss", "training"))) < 20
    assert len(page.view.curves.points(("loss", "published_training"))) == 0
    assert "do not apply" in page.view.published.summary.text()
    assert "both layers" in page.view.findings.shown[0].text()
    assert "stopped" in page.view.progress.left.text()


def test_the_gallery_finds_the_lesson_by_its_words(qtbot, page):
    click(qtbot, page, "gallery_button")
    gallery = page.findChild(object, "recipe_gallery")
    qtbot.keyClicks(gallery.filter_edit, "numpy bug")
    shown = [card.objectName() for card in gallery.cards if card.isVisible()]
    assert shown == ["card_lesson"]
    gallery.close()


def choose_seeds(qtbot, page, seeds):
    box = page.findChild(QSpinBox, "seeds_box")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, str(seeds))


@pytest.mark.slow
def test_two_seeds_are_trained_side_by_side(qtbot, page, session, home_folder):
    training = session.training
    page.form.set_recipe(replace(TINY, seed=4))
    choose_seeds(qtbot, page, 2)
    assert "seeds 4 to 5" in page.buttons.note.text()
    with qtbot.waitSignal(training.ended, timeout=LONG_MS):
        click(qtbot, page, "start_button")
        assert "2 seeds: " in page.view.progress.text.text()
        assert not page.form.optimizer.isEnabled()
    assert page.view.progress.text.text().startswith("2 seeds: ")
    kept = RunStore(home_folder / "runs").runs()
    assert sorted((run.seed, run.state) for run in kept) == [(4, "finished"), (5, "finished")]
    assert page.view.findings.shown[0].code in (
        "seeds-agree",
        "seeds-disagree",
        "within-chance",
    )


def test_a_lesson_is_refused_while_a_training_runs(qtbot, page, session):
    session.training.start(replace(TINY, epochs=10_000))
    with qtbot.waitSignal(session.failed) as failed:
        session.training.start_lesson(LESSONS[0])
    assert "runs already" in str(failed.args[0])
    with qtbot.waitSignal(session.training.ended, timeout=LONG_MS):
        session.training.stop()
