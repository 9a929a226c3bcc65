"""All that a page shows of some chosen runs at once, read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from core.diagnosis.finding import Finding
from core.diagnosis.several import RunSeen, compare_runs
from core.errors import InklingError
from core.evaluation.metrics import McNemar, wilson
from core.records import EpochReport
from core.runs.comparison import (
    Difference,
    SeedGroup,
    compare_predictions,
    differences,
    seed_groups,
)
from core.runs.run import Run
from core.runs.store import RunStore


@dataclass(frozen=True)
class RunHistory:
    """One run with its epochs and the 95 % Wilson interval of its test accuracy."""

    run: Run
    epochs: tuple[EpochReport, ...]
    interval: tuple[float, float] | None


@dataclass(frozen=True)
class PairTest:
    """McNemar's test of two runs on the same test images."""

    first: Run
    second: Run
    test: McNemar


@dataclass(frozen=True)
class RunsOverview:
    """The chosen runs, what their recipes differ in, and whether accuracies differ by chance.

    `pairs` has no entry for runs that were not scored on the same test images; `findings` are
    what runs on the same data show together.
    """

    histories: tuple[RunHistory, ...]
    differences: tuple[Difference, ...]
    pairs: tuple[PairTest, ...]
    seed_groups: tuple[SeedGroup, ...]
    findings: tuple[Finding, ...] = ()


def overview(store: RunStore, run_ids: Sequence[int], *, most_pairs: int = 10) -> RunsOverview:
    """Read these runs and compare them; only the first `most_pairs` pairs are tested."""
    histories = tuple(_history(store, run_id) for run_id in run_ids)
    runs = [f.run for f in histories]
    pairs: list[PairTest] = []
    for first, second in list(combinations(runs, 2))[:most_pairs]:
        try:
            test = compare_predictions(store, first.id, second.id)
        except InklingError:
            continue
        pairs.append(PairTest(first, second, test))
    groups = tuple(group for group in seed_groups(runs) if len(group.runs) > 1)
    return RunsOverview(
        histories,
        differences([run.recipe for run in runs]),
        tuple(pairs),
        groups,
        _findings(histories, real=any(pair.test.likely_real for pair in pairs)),
    )


def _findings(histories: tuple[RunHistory, ...], *, real: bool) -> tuple[Finding, ...]:
    """Say what runs from fresh weights on the same data show together.

    `real` is whether a test image by image calls a difference so: it is sharper than the
    distance of two accuracies, which may call chance what the pairs do not.
    """
    seen = [
        RunSeen(history.run.recipe, history.epochs, history.run.test) for history in histories
    ]
    marks = {history.run.data_fingerprint for history in histories}
    fresh = all(history.run.continued_from is None for history in histories)
    if len(marks) > 1 or not fresh or len(seen) < 2:
        return ()
    # Mean and deviation of seeds are said by their group.
    said = {"seeds-agree", "within-chance"} if real else {"seeds-agree"}
    return tuple(found for found in compare_runs(seen) if found.code not in said)


def _history(store: RunStore, run_id: int) -> RunHistory:
    run = store.run(run_id)
    interval = None
    if run.test is not None:
        right = round(run.test.accuracy * run.test.images)
        interval = wilson(right, run.test.images)
    return RunHistory(run, store.epochs(run_id), interval)
