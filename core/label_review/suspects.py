"""The most doubtful labels of a split: a panel's answers, kept or asked now, and a ranking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.control import Control
from core.evaluation.doubts import Doubts, doubts
from core.label_review.judges import Panel, panel
from core.label_review.out_of_sample import (
    Answers,
    JudgingProgress,
    ask_panel,
    known_answers,
)
from core.records import Dataset, SplitName


def find_doubts(
    dataset: Dataset,
    split: SplitName,
    folder: Path,
    *,
    report: Callable[[JudgingProgress], None],
    control: Control,
    asked: Panel | None = None,
) -> Doubts:
    """Return how doubtful each label of a split is; asks the networks only once.

    Parameters
    ----------
    folder : Path
        Where what they said is kept.
    asked : Panel, optional
        Which networks; else the usual ones.

    Raises
    ------
    Cancelled, DataError, TrainingError
        As `ask_panel`.
    """
    answers = ask_panel(dataset, asked or panel(split), folder, report=report, control=control)
    return doubts_of(dataset, split, answers)


def known_doubts(dataset: Dataset, split: SplitName, folder: Path) -> Doubts | None:
    """Return them if the usual networks were asked before, without asking any."""
    answers = known_answers(dataset, panel(split), folder)
    return None if answers is None else doubts_of(dataset, split, answers)


def doubts_of(dataset: Dataset, split: SplitName, answers: Answers) -> Doubts:
    """Rank the labels of a split by what networks said of its images."""
    return doubts(dataset.labels(split), list(answers.probabilities))
