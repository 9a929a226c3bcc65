"""Records of a training by hand, for tests that need one but no training.

Everything has a default; a test names only what it is about.
"""

from __future__ import annotations

from core.records import EpochReport, Network, Recipe, RunResult, Score, TrainingState


def score(
    accuracy=0.9, *, loss=0.3, by_logits=None, tied=0.0, lost=(), recalls=None, images=1000
) -> Score:
    """Return a score that reads every digit alike, but for the `lost` ones (recall 0)."""
    if recalls is None:
        recalls = tuple(0.0 if digit in lost else accuracy for digit in range(10))
    logits = accuracy if by_logits is None else by_logits
    return Score(loss, accuracy, logits, tied, recalls, images)


def epoch_report(
    epoch=1, *, loss=0.5, accuracy=0.9, rate=0.001, seconds=1.0, val=None, train=None
) -> EpochReport:
    """Return one epoch; `val` and `train` are scores."""
    return EpochReport(epoch, loss, accuracy, rate, seconds, val_score=val, train_score=train)


def history(losses, *, first=1, **figures) -> tuple[EpochReport, ...]:
    """Return an epoch for each loss, numbered from `first`, all with the same other figures."""
    return tuple(
        epoch_report(epoch, loss=loss, **figures)
        for epoch, loss in enumerate(losses, start=first)
    )


def result(
    recipe: Recipe,
    epochs=(),
    *,
    network=None,
    state=None,
    ended="finished",
    best_epoch=None,
    test=None,
    seconds=1.0,
    **more,
) -> RunResult:
    """Return what a training gave; without a `network` one that has no weights."""
    network = network or Network(recipe.network, ())
    state = state or TrainingState(network, (), len(epochs))
    return RunResult(
        recipe, tuple(epochs), network, state, ended, best_epoch, test, seconds, **more
    )
