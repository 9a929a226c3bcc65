"""From an accuracy to its causes by clicks in the real window: ``tests.benchmarks.way``.

A network is trained first, and the judges of labels are asked, unless ``--home`` names a home
in which their answers lie (minutes for the whole MNIST; both are not part of the way). Then,
with real mouse and key events in the whole window: open Mistakes, the largest confusion, the
labels' tab, the review, and a key for each of so many labels (a surely doubted one is called
what is suggested, in place of a person's eyes). Printed are clicks, keys and seconds of the
program; what a person needs to look comes on top. Nothing is written into that home.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.control import Control
from core.data.datasets import load, load_sample
from core.home import Home
from core.label_review.suspects import find_doubts
from core.recipes.catalogue import by_name


class Way:
    """The steps of one way through the window, with what each cost."""

    def __init__(self) -> None:
        self.clicks = self.keys = 0
        self._began = self._last = time.perf_counter()

    def click(self, widget, place=None) -> None:
        """Press the left button on a widget, as a person does."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(
            widget, button, none, widget.rect().center() if place is None else place
        )
        self.clicks += 1

    def key(self, widget, key) -> None:
        """Press a key."""
        from PySide6.QtTest import QTest

        QTest.keyClick(widget, key)
        self.keys += 1

    def until(self, said: str, holds) -> None:
        """Wait until something holds and is painted, and print what it took."""
        from PySide6.QtWidgets import QApplication

        from tests.benchmarks.turning import turn_until

        turn_until(holds, every_ms=1)
        QApplication.processEvents()
        now = time.perf_counter()
        print(f"  {now - self._last:6.2f} s  {said}")
        self._last = now

    def tell(self) -> None:
        """Print the sum."""
        seconds = self._last - self._began
        print(f"{self.clicks} clicks, {self.keys} keys, {seconds:.1f} s of the program")


def main() -> None:
    """Print the way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="a folder; default: the sample")
    parser.add_argument("--home", type=Path, help="where the judges' answers lie")
    parser.add_argument("--recipe", default="mlp-128-32", metavar="NAME")
    parser.add_argument("--epochs", type=int, default=10, metavar="N")
    parser.add_argument("--labels", type=int, default=20, metavar="N", help="to review")
    chosen = parser.parse_args()
    dataset = load_sample() if chosen.data is None else load(chosen.data)
    network = trained(by_name(chosen.recipe), dataset, chosen.epochs)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        if chosen.home is not None:
            shutil.copytree(Home(chosen.home).doubts, home.doubts)
        find_doubts(
            dataset, "test", home.doubts, report=lambda _progress: None, control=Control()
        )
        go(home, dataset, network, chosen)


def trained(recipe, dataset, epochs):
    """Return a network by this recipe."""
    from core.training.train import train

    recipe = replace(recipe, epochs=epochs)
    return train(recipe, dataset, report=lambda _report: None, control=Control()).network


def go(home, dataset, network, chosen) -> None:
    """Walk through the window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

    from gui.pages.mistakes.review_view import ReviewView
    from gui.preferences import Preferences
    from gui.session.networks import OpenNetwork
    from gui.session.session import Session
    from gui.theme import Theme
    from gui.window.main_window import MainWindow

    app = QApplication.instance() or QApplication([])
    session, theme = Session(home, Preferences(home)), Theme("light")
    theme.apply()
    session.data.use(dataset)
    session.networks.adopt(OpenNetwork(chosen.recipe, network, "trained for this"))
    window = MainWindow(session, theme)
    window.resize(1280, 800)
    window.show()
    for _step in window.make_pages():
        app.processEvents()
    page, way = window.show_page("mistakes"), Way()
    way.click(page.findChild(QAbstractButton, "mistakes_empty_button"))
    headline = page.findChild(QLabel, "mistakes_headline")
    way.until("the test images are read", lambda: session.mistakes.current is not None)
    print(f"           {headline.text()}")
    matrix, counts = page._overview.matrix, session.mistakes.current.report.counts
    wrong = counts - np.diag(np.diag(counts))
    true, read = np.unravel_index(int(wrong.argmax()), wrong.shape)
    way.click(matrix, matrix.cell_rect(int(true), int(read)).center())
    way.until("its largest confusion", lambda: len(page._grid.digits._indices) == wrong.max())
    print(f"           {page.findChild(QLabel, 'mistakes_sentence').text()}")
    bar = page._overview.tabs.tabBar()
    place = next(
        n
        for n in range(bar.count())
        if page._overview.tabs.widget(n).objectName() == "labels_tab"
    )
    way.click(bar, bar.tabRect(place).center())
    review = page.findChild(QAbstractButton, "review_labels_button")
    way.until("what is known of the labels", review.isVisible)
    way.click(review)
    view = page.findChild(ReviewView)
    way.until("the review", lambda: view.isVisible() and view.suspect is not None)
    for _label in range(chosen.labels):
        known = view.suspect.index
        doubtful = view.suspect.score > 0.7
        suggested = Qt.Key(int(Qt.Key.Key_0) + view.suspect.suggested)
        way.key(view, suggested if doubtful else Qt.Key.Key_R)
        while view.suspect is not None and view.suspect.index == known:
            app.processEvents()
    way.until(f"{chosen.labels} labels, a key each", lambda: True)
    print(f"           {page.findChild(QLabel, 'review_counts').text()}")
    print(f"           {page.findChild(QLabel, 'review_accuracy').text()}")
    way.tell()
    window.close()
    session.close()


if __name__ == "__main__":
    main()
