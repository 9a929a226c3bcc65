"""The Mistakes page with many images: ``python -m tests.benchmarks.mistakes [--images N]``.

Made-up answers to made-up images (strokes of noise, ten classes, one in fifty misread), so that
no network is waited for: opening from known predictions to the painted page, choices,
scrolling, the map, look-alikes; and how much memory the process has more afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from core.data.neighbours import Neighbours
from core.evaluation.mistakes import report_mistakes
from core.evaluation.selection import Order, Selection
from core.layers import Dense, NetworkSpec
from core.records import Dataset, Network, Predictions
from tests.benchmarks.waits import milliseconds

ORDERS: tuple[Order, ...] = ("most_sure", "least_sure", "loss", "margin", "boundary", "index")


def made_up(images: int) -> tuple[Dataset, Predictions]:
    """Return a data set whose test split has so many images, and answers to them."""
    rng = np.random.default_rng(0)
    pixels = np.zeros((images, 28, 28), np.uint8)
    pixels[:, 6:22, 8:20] = rng.integers(0, 255, (images, 16, 12)) * (
        rng.random((images, 16, 12)) < 0.4
    )
    labels = rng.integers(0, 10, images)
    logits = rng.normal(0, 1, (images, 10)).astype(np.float32)
    shown = np.where(rng.random(images) < 0.02, rng.integers(0, 10, images), labels)
    logits[np.arange(images), shown] += 6
    powers = np.exp(logits)
    outputs = (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)
    dataset = Dataset("made up", "here", pixels, labels, pixels, labels)
    return dataset, Predictions(logits, outputs)


def of_the_core(dataset: Dataset, read: Predictions) -> dict[str, dict[str, float]]:
    """Time what a worker does when answers come, and what each choice costs."""
    labels = dataset.test_labels
    report = report_mistakes(labels, read.digits, read.outputs)
    everything = [Selection(which="all", order=order) for order in ORDERS]
    rows = {
        "counting the answers": milliseconds(
            lambda: report_mistakes(labels, read.digits, read.outputs), 5
        ),
        "a filter": milliseconds(lambda: report.select(Selection(true=4)), 20),
    }
    for selection in everything:
        rows[f"all, sorted by {selection.order}"] = milliseconds(
            lambda chosen=selection: report.select(chosen), 10
        )
    search = Neighbours(dataset.train_images)
    among = dataset.train_labels == 4
    rows["look-alikes of a class"] = milliseconds(
        lambda: search.nearest(dataset.test_images[0], 6, among), 10
    )
    return rows


def of_the_window(dataset: Dataset, read: Predictions) -> dict[str, Any]:
    """Time the page: opened, filtered, scrolled, its map moved."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from core.home import Home
    from core.second_look.planes import plane
    from gui.pages.mistakes.page import MistakesPage
    from gui.pages.mistakes.point_map import PointMap
    from gui.preferences import Preferences
    from gui.session.networks import OpenNetwork
    from gui.session.predictions import SplitPredictions
    from gui.session.session import Session
    from gui.theme import Theme
    from tests.benchmarks.turning import turn_until

    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        session, theme = Session(home, Preferences(home)), Theme("light")
        weights = (np.zeros((784, 10), np.float32), np.zeros(10, np.float32))
        network = Network(NetworkSpec((Dense(10),)), weights)
        session.data.use(dataset)
        session.networks.adopt(OpenNetwork("made up", network, "here"))
        page = MistakesPage(session, theme)
        page.resize(1190, 740)
        page.show()
        known = SplitPredictions(session.networks.current, dataset, "test", read)

        def opened() -> None:
            session.predictions.take(known)
            turn_until(lambda: session.mistakes.current is not None, every_ms=1)
            page.grab()

        rows: dict[str, Any] = {"opening, until painted": milliseconds(opened, 1)}
        bar, grid = page._bar, page._grid
        turns = iter(range(10_000))

        def choose() -> None:
            bar.set_selection(Selection(which="all", true=next(turns) % 10))
            app.processEvents()

        rows["a choice, with its chips"] = milliseconds(choose, 20)
        orders = iter(ORDERS * 10)

        def sort() -> None:
            bar.set_selection(Selection(which="all", order=next(orders)))
            app.processEvents()

        rows["another order of all of them"] = milliseconds(sort, 12)
        bar.set_selection(Selection(which="all", order="index"))
        app.processEvents()
        steps = iter(range(10_000))

        def scroll() -> None:
            grid.verticalScrollBar().setValue(60 * next(steps))
            grid.grab()

        rows["a step of scrolling, painted"] = milliseconds(scroll, 60)
        points = page.findChild(PointMap)
        shown = plane(dataset.test_images[:20_000])
        colours = [theme.digit(int(label)) for label in dataset.test_labels[:20_000]]
        wrong = (read.digits != dataset.test_labels)[:20_000]
        points.resize(600, 600)
        points.show_points(shown, colours, wrong)

        def pan() -> None:
            points._view.translate(0.5, 0.3)
            points.grab()

        rows[f"a step of the map, {len(shown):,} points"] = milliseconds(pan, 30)
        page.close()
        session.close()
    return rows


def memory_mb() -> float:
    """Return how much memory the process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    dataset, read = made_up(chosen.images)
    before = memory_mb()
    rows = of_the_window(dataset, read)
    more = memory_mb() - before
    rows |= of_the_core(dataset, read)
    if chosen.json:
        print(json.dumps({"rows": rows, "more_mb": more}))
        return
    for name, took in rows.items():
        print(
            f"{name:<36} {took['median_ms']:8.1f} ms   at most {took['max_ms']:8.1f} ms"
            f"   processor {took['processor_ms']:8.1f} ms"
        )
    print(f"{more:.0f} MB more, with Qt and the page")


if __name__ == "__main__":
    main()
