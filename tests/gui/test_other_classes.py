"""Every page shows letters by their names, as it shows digits by theirs."""

from __future__ import annotations

import string

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget

from core.layers import Dense, NetworkSpec, class_count
from core.networks.forward import predict
from core.networks.shipped import shipped_network
from core.recipes.catalogue import by_name
from core.records import DIGITS, Network
from gui.pages.data.page import DataPage
from gui.pages.draw.answer_view import AnswerView
from gui.pages.draw.probability_bars import MOST_ROWS, ProbabilityBars
from gui.pages.inside.page import InsidePage
from gui.pages.mistakes.page import MistakesPage
from gui.pages.quiz.answer_keys import AnswerKeys
from gui.pages.quiz.page import QuizPage
from gui.pages.train.page import TrainPage
from gui.pages.train.run.recall_heatmap import RecallHeatmap
from gui.session.networks import OpenNetwork
from tests.letters import NAMES, letters, picture

EVERY = tuple(string.digits + string.ascii_uppercase + string.ascii_lowercase)


def reader(data) -> Network:
    """Fit one layer to the images, in closed form."""
    pixels = data.train_images.reshape(-1, 784) / 255
    wanted = 12 * np.eye(len(data.classes))[data.train_labels]
    kernel = np.linalg.solve(pixels.T @ pixels + 3 * np.eye(784), pixels.T @ wanted)
    spec = NetworkSpec((Dense(len(data.classes), use_bias=False),))
    return Network(spec, (kernel.astype(np.float32),), classes=data.classes)


@pytest.fixture(params=[NAMES, EVERY], ids=["26", "62"])
def data(request):
    return letters(8, 4, request.param)


@pytest.fixture
def letter_session(session, data):
    session.data.use(data)
    session.networks.adopt(OpenNetwork("letters", reader(data), "made for tests"))
    return session


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(960, 640)
    page.show()
    return page


def test_the_data_page_names_what_it_counts(qtbot, letter_session, theme, data):
    page = shown(qtbot, DataPage(letter_session, theme))
    counts = page.findChild(object, "class_counts")
    qtbot.waitUntil(lambda: "Z: 8" in counts.accessibleDescription())
    means = page.findChild(object, "mean_digits")
    assert means.accessibleDescription() == ", ".join(data.classes)
    assert any(label.text() == "Images of each class" for label in page.findChildren(QLabel))
    QTest.qWait(0)
    assert not page.grab().isNull()


def test_the_quiz_takes_letters_by_key_and_by_click(qtbot, letter_session, theme, data):
    page = shown(qtbot, QuizPage(letter_session, theme))
    letter_session.quiz.begin()
    keys = [page.findChild(QPushButton, f"answer_{n}") for n in range(len(data.classes))]
    assert [key.text() for key in keys] == list(data.classes)
    QTest.keyClicks(page, "Q")
    assert letter_session.quiz.current.answers == (data.classes.index("Q"),)
    said = page.findChild(QLabel, "quiz_last_answer").text()
    assert "Q" in said or "Right" in said
    QTest.qWait(0)
    assert not page.grab().isNull()


@pytest.mark.parametrize(
    ("names", "typed", "label"),
    [
        (NAMES, "q", 16),
        (EVERY, "q", EVERY.index("q")),
        (EVERY, "Q", EVERY.index("Q")),
        (("Trouser", "Dress", "Bag"), "2", 2),
        (("Trouser", "Dress", "Bag"), "3", None),
        (("Trouser", "Dress", "Bag"), "", None),
        (DIGITS, "7", 7),
        (DIGITS, "x", None),
    ],
)
def test_what_may_be_typed_for_a_class(qtbot, names, typed, label):
    keys = AnswerKeys()
    qtbot.addWidget(keys)
    keys.set_classes(names)
    assert keys.label_typed(typed) == label


def test_inside_writes_out_every_class(qtbot, letter_session, theme, data):
    page = shown(qtbot, InsidePage(letter_session, theme))
    table = page.findChild(QTableWidget, "softmax_table")
    last = len(data.classes) - 1
    qtbot.waitUntil(lambda: table.item(last, 0) is not None)
    assert table.verticalHeaderItem(last).text() == data.classes[-1]
    assert table.verticalHeaderItem(last + 1).text() == "sum"


def test_the_mistakes_page_has_a_row_for_every_class(qtbot, letter_session, theme, data):
    page = shown(qtbot, MistakesPage(letter_session, theme))
    with qtbot.waitSignal(letter_session.mistakes.changed, timeout=20_000):
        letter_session.predictions.ask("test")
    assert letter_session.mistakes.current.report.counts.shape == (len(data.classes),) * 2
    QTest.qWait(0)
    assert not page.grab().isNull()


def test_a_network_is_not_asked_about_other_classes(qtbot, letter_session):
    letter_session.networks.adopt(OpenNetwork("pen", shipped_network(), "comes with Inkling"))
    with qtbot.waitSignal(letter_session.failed) as failed:
        letter_session.predictions.ask("test")
    assert "pen tells 10 classes apart (0, 1, 2" in str(failed.args[0])


def test_the_answer_is_a_letter_with_its_likeliest_rivals(qtbot, theme, data):
    view = AnswerView(theme)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    prediction = predict(reader(data), data.train_images[0])
    view.show_prediction(prediction)
    assert view.number.text() == prediction.name in data.classes
    assert view.bars.accessibleDescription().startswith(f"{prediction.name}: ")
    view.show_prediction(predict(shipped_network(), picture("7")))
    assert len(view.bars.probabilities) == 10
    assert not view.grab().isNull()


def test_of_many_classes_the_likeliest_ten_have_bars(qtbot, theme):
    bars = ProbabilityBars(theme)
    qtbot.addWidget(bars)
    heights = {}
    for count in (2, MOST_ROWS, MOST_ROWS + 1, 100):
        shares = np.full(count, 1 / count, np.float32)
        bars.set_probabilities(shares, tuple(map(str, range(count))))
        heights[count] = bars.sizeHint().height()
        assert not bars.grab().isNull()
    row = heights[2] / 2
    rows = {count: height / row for count, height in heights.items()}
    assert rows == {2: 2, MOST_ROWS: MOST_ROWS, MOST_ROWS + 1: 10, 100: 10}


def test_the_form_gives_the_network_an_output_for_each_class(
    qtbot, letter_session, theme, data, sample
):
    page = shown(qtbot, TrainPage(letter_session, theme))
    count = len(data.classes)
    assert class_count(page.form.recipe().network) == count
    assert f"{count} outputs now" in page.form.difference.text()
    assert not page.form.reset_button.isVisibleTo(page.form)
    page.form.set_recipe(by_name("cnn"))
    assert class_count(page.form.recipe().network) == count
    page.form.network.layers_edit.setPlainText("Input 784\nDense 12")
    assert f"12 outputs, and the data have {count} classes" in page.form.problem()
    page.form.set_recipe(by_name("cnn"))
    letter_session.data.use(sample)
    assert page.form.recipe() == by_name("cnn")
    assert not page.form.difference.text()


def test_recalls_have_a_row_a_class(qtbot, theme, data):
    heatmap = RecallHeatmap(theme)
    qtbot.addWidget(heatmap)
    heatmap.set_classes(data.classes)
    heatmap.add(1, tuple(n / len(data.classes) for n in range(len(data.classes))))
    heatmap.resize(heatmap.sizeHint())
    heatmap.show()
    assert heatmap.accessibleDescription().startswith(f"{data.classes[0]}: 0.00")
    assert heatmap.minimumHeight() >= 14 * len(data.classes)
    assert not heatmap.grab().isNull()
