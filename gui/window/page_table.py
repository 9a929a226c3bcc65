"""All pages of the window, in one table; a page's module is imported late, by `load`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui.session import Session
from gui.theme import Theme
from gui.widgets.page import Page

PageClass: TypeAlias = Callable[[Session, Theme], Page]


@dataclass(frozen=True)
class PageEntry:
    """One page of the window: the key that others name it by, and where its class is.

    `has_plots` says that it needs pyqtgraph, which takes its time to import.
    """

    key: str
    title: str
    tip: str
    load: Callable[[], PageClass]
    has_plots: bool = False


def _draw() -> PageClass:
    from gui.pages.draw.page import DrawPage

    return DrawPage


def _train() -> PageClass:
    from gui.pages.train.page import TrainPage

    return TrainPage


def _mistakes() -> PageClass:
    from gui.pages.mistakes.page import MistakesPage

    return MistakesPage


def _runs() -> PageClass:
    from gui.pages.runs.page import RunsPage

    return RunsPage


def _data() -> PageClass:
    from gui.pages.data.page import DataPage

    return DataPage


def _inside() -> PageClass:
    from gui.pages.inside.page import InsidePage

    return InsidePage


def _quiz() -> PageClass:
    from gui.pages.quiz.page import QuizPage

    return QuizPage


def _experiments() -> PageClass:
    from gui.pages.experiments.page import ExperimentsPage

    return ExperimentsPage


PAGES = (
    PageEntry(
        "draw",
        str(QT_TRANSLATE_NOOP("Pages", "Draw")),
        str(QT_TRANSLATE_NOOP("Pages", "Draw a digit and see it read")),
        _draw,
    ),
    PageEntry(
        "train",
        str(QT_TRANSLATE_NOOP("Pages", "Train")),
        str(QT_TRANSLATE_NOOP("Pages", "Train a network and watch it learn")),
        _train,
        has_plots=True,
    ),
    PageEntry(
        "mistakes",
        str(QT_TRANSLATE_NOOP("Pages", "Mistakes")),
        str(QT_TRANSLATE_NOOP("Pages", "What the network gets wrong")),
        _mistakes,
    ),
    PageEntry(
        "runs",
        str(QT_TRANSLATE_NOOP("Pages", "Runs")),
        str(QT_TRANSLATE_NOOP("Pages", "Every training that was kept, compared")),
        _runs,
        has_plots=True,
    ),
    PageEntry(
        "data",
        str(QT_TRANSLATE_NOOP("Pages", "Data")),
        str(QT_TRANSLATE_NOOP("Pages", "What networks learn from")),
        _data,
    ),
    PageEntry(
        "inside",
        str(QT_TRANSLATE_NOOP("Pages", "Inside")),
        str(QT_TRANSLATE_NOOP("Pages", "One image on its way through the network")),
        _inside,
    ),
    PageEntry(
        "quiz",
        str(QT_TRANSLATE_NOOP("Pages", "Quiz")),
        str(QT_TRANSLATE_NOOP("Pages", "Read a hundred digits yourself")),
        _quiz,
    ),
    PageEntry(
        "experiments",
        str(QT_TRANSLATE_NOOP("Pages", "Experiments")),
        str(QT_TRANSLATE_NOOP("Pages", "Many trainings at once, and what they answer")),
        _experiments,
        has_plots=True,
    ),
)
"""All pages, from the top of the sidebar down; Ctrl+1 opens the first."""


def page_title(entry: PageEntry) -> str:
    """Return the page's name, translated."""
    return QCoreApplication.translate("Pages", entry.title)


def page_tip(entry: PageEntry) -> str:
    """Return in a few words what the page is for, translated."""
    return QCoreApplication.translate("Pages", entry.tip)
