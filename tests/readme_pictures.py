"""Makes the README's pictures anew, of the real window: ``python -m tests.readme_pictures``.

With INKLING_DATA set they show the whole MNIST, else the sample. Three trainings take place,
in a home of their own, so that no page is empty; nothing of this machine is in the pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QLocale, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from core.home import Home
from core.recipes.catalogue import by_name
from core.records import Optimizer, Recipe
from gui.app import build_window
from gui.window.geometry import FIRST_SIZE
from gui.window.main_window import MainWindow
from tests.driving import ROOT, draw, line

TARGET = ROOT / "resources" / "pictures"
LONGEST_MS = 240_000
CALM_MS = 1500
"""After what shows a page, until all that it asks for has come."""

SEVEN = line((0.3, 0.25), (0.7, 0.25), (0.45, 0.8))


def recipes() -> tuple[Recipe, ...]:
    """Return what is trained: three networks that differ in something one can see."""
    mlp = by_name("mlp-128-32")
    slow = replace(mlp, name="mlp-128-32, SGD, learning rate 0.03")
    return by_name("softmax-10"), replace(slow, optimizer=Optimizer("sgd", 0.03)), mlp


def wait_for(signal: SignalInstance, act: Callable[[], object]) -> None:
    """Do something and wait for what it makes the window tell."""
    loop = QEventLoop()
    signal.connect(lambda *_news: loop.quit())
    QTimer.singleShot(LONGEST_MS, lambda: loop.exit(1))
    act()
    if loop.exec():
        raise SystemExit("It took too long.")


def rest() -> None:
    """Let the event loop run for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(CALM_MS, loop.quit)
    loop.exec()


def pictures(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Show one page after another as it looks in use."""
    session = window.session
    page = window.show_page("draw")
    wait_for(session.networks.changed, session.networks.open_shipped)
    draw(page.findChild(QWidget, "drawing_pad"), SEVEN)
    yield "draw", page
    trainer = window.show_page("train")
    for recipe in recipes():
        wait_for(session.training.ended, lambda r=recipe: trainer.start_recipe(r))
    yield "train", trainer
    yield "mistakes", window.show_page("mistakes")
    runs = window.show_page("runs")
    session.runs.wanted.emit((1, 2, 3))
    yield "runs", runs
    for key in ("data", "inside"):
        yield key, window.show_page(key)
    quiz = window.show_page("quiz")
    session.quiz.begin()
    for digit in (7, 2, 1, 0, 4):
        session.quiz.answer(digit)
    yield "quiz", quiz


def main(argv: Sequence[str] | None = None) -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.readme_pictures", description=__doc__
    )
    parser.add_argument("--target", type=Path, default=TARGET, help="where to write them")
    target = parser.parse_args(argv).target
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    data = os.environ.get("INKLING_DATA")
    with tempfile.TemporaryDirectory() as folder:
        window = build_window(Home(Path(folder)), ask=lambda _parent, _question: True)
        window.theme.choose("light")
        window.session.preferences.keep_sample = True
        window.resize(FIRST_SIZE)
        window.show()
        opened = window.session.data
        wait_for(
            opened.changed,
            opened.open_sample if data is None else lambda: opened.open(Path(data)),
        )
        for name, _page in pictures(window):
            rest()
            window.grab().save(str(target / f"{name}.png"))
            sys.stdout.write(f"{name}.png\n")
        window.close()
    application.quit()


if __name__ == "__main__":
    main()
