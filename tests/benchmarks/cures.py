"""From a recipe to cause and cure, by the window: ``python -m tests.benchmarks.cures``.

The recipes of three published questions are opened as files, as somebody would who was handed
them. Counted are the clicks of the mouse, the opening of the file left out, and measured the
seconds on the wall, until the cause stands there and until the cured network has its accuracy.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from core.data.datasets import load, load_sample
from core.recipes.catalogue import by_name
from core.recipes.recipe_file import to_json

LONGEST_S = 1_200


@dataclass(frozen=True)
class Way:
    """What a person clicks who follows what the window says.

    Parameters
    ----------
    causes : tuple of str
        Codes of findings that name the cause.
    trains : bool
        Whether the recipe is first trained as it is: a rescue needs something to rescue.
    cure : str
        Which button is clicked.
    """

    recipe: str
    causes: tuple[str, ...]
    trains: bool
    cure: str


WAYS = (
    Way("q000-falling-accuracy", ("ending-hides-logits", "tied-outputs"), True, "rescue"),
    Way("q001-lost-digit", ("large-first-weights",), True, "rescue"),
    Way("q001-lost-digit", ("large-first-weights",), False, "cure"),
    Way("q002-posted-0.01", ("raw-pixels", "homogeneous-loss"), False, "cure"),
)


class Person:
    """Clicks in a real window, and counts."""

    def __init__(self, window: Any) -> None:
        self.window, self.clicks = window, 0

    def click(self, name: str) -> None:
        """Click a button of this object name, once it can be clicked."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QPushButton

        found: list[QPushButton] = []

        def ready() -> bool:
            found[:] = [b for b in self.window.findChildren(QPushButton, name) if b.isEnabled()]
            return bool(found)

        self.wait(ready)
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self.clicks += 1

    def wait(self, ready: Callable[[], bool]) -> float:
        """Let the window go on until something holds; give the seconds."""
        from tests.benchmarks.turning import turn_until

        return turn_until(ready, longest_s=LONGEST_S)


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, help="train only so many")
    parser.add_argument("--sample", action="store_true", help="on the built-in sample")
    parser.add_argument("--only", default="", help="recipes whose name begins so")
    chosen = parser.parse_args()
    dataset = load_sample() if chosen.sample else load(Path(os.environ["INKLING_DATA"]))
    for way in WAYS:
        if way.recipe.startswith(chosen.only):
            with tempfile.TemporaryDirectory() as folder:
                figures = follow(way, dataset, Path(folder), chosen.epochs)
            print(json.dumps(figures), flush=True)


def follow(way: Way, dataset: Any, folder: Path, epochs: int | None) -> dict[str, object]:
    """Go one way and give what it took."""
    from PySide6.QtWidgets import QApplication

    from gui.app import build_window

    app = QApplication.instance() or QApplication([])
    recipe = by_name(way.recipe)
    if recipe.skip_images >= len(dataset.train_labels):
        recipe = replace(recipe, skip_images=0)
    recipe = replace(
        recipe, name="stranger", title="", about="", epochs=epochs or recipe.epochs
    )
    path = folder / "stranger.json"
    path.write_text(to_json(recipe), "utf-8")
    window = build_window(folder / "home", dataset)
    window.show()
    session, person = window.session, Person(window)
    person.wait(lambda: session.doctor.facts is not None)
    window.open_path(path)
    findings = window.page.view.findings
    seconds_to_cause = person.wait(
        lambda: bool(findings.shown) and findings.shown[0].code in way.causes
    )
    cause = findings.shown[0].code
    figures: dict[str, object] = {
        "recipe": way.recipe,
        "cause": cause,
        "clicks to the cause": person.clicks,
        "seconds to the cause": round(seconds_to_cause, 2),
    }
    if way.trains:
        began = time.perf_counter()
        person.click("start_button")
        person.wait(lambda: session.training.running)
        person.wait(lambda: not session.training.running)
        figures["seconds of training as it was"] = round(time.perf_counter() - began, 1)
        # The last look at it may come a moment after its end.
        person.wait(lambda: bool(findings.shown))
        cause = findings.shown[0].code
        figures["first finding then"] = cause
        figures["test accuracy as it was"] = session.training.last.test.accuracy
    if way.cure == "rescue" and findings.shown[0].remedy.rescue is None:
        figures["clicks to the cure"] = "nothing to rescue"
    else:
        began, before = time.perf_counter(), session.networks.current
        person.click(f"{way.cure}_{cause}")
        person.wait(
            lambda: session.networks.current is not before and not session.training.running
        )
        figures["clicks to the cure"] = person.clicks
        figures["seconds to the cure"] = round(time.perf_counter() - began, 1)
        figures["test accuracy cured"] = session.networks.current.accuracy
    window.end()
    app.processEvents()
    return figures


if __name__ == "__main__":
    main()
