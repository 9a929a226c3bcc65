"""How often does each rule of `core.reproduction` accept a right training, and reject a wrong?

Run by hand, with MNIST::

    python -m tests.benchmarks.verdicts --data FOLDER --runs FOLDER [--seeds 20] [curves ...]

Short recipes are trained with many seeds each (kept in --runs, so that what was stopped goes
on). Then one seed is taken for the printed training and some others for the measured ones,
again and again: of the same recipe (right), or of another (wrong). What comes out is the share
of draws in which the rule says "agrees", "differs", "too scattered to tell", or nothing.
``docs/verdicts.md`` has the figures.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.control import Control
from core.data.datasets import load
from core.recipes.catalogue import by_name
from core.recipes.published import PublishedRun
from core.records import Optimizer, Recipe
from core.reproduction.claims import fall, falls_from, onset_verdict, posted
from core.reproduction.curves import curve, of_curves
from core.reproduction.families import fate, freeing, losses_of_digits
from core.reproduction.scores import accuracy
from core.reproduction.trained_runs import Trained, TrainedRuns
from core.runs.store import RunStore

MODEL = replace(
    by_name("t003-model1"),
    epochs=6,
    train_images=20_000,
    validation="test",
    score_training=True,
)
CURVES: dict[str, Recipe] = {
    "right": MODEL,
    "wider (model 3)": replace(MODEL, network=by_name("t003-model3").network),
    "dropout (model 4)": replace(MODEL, network=by_name("t003-model4").network),
    "rate x 2": replace(MODEL, optimizer=Optimizer("adam", 0.002)),
}
LOST = replace(by_name("q001-lost-digit"), train_images=20_000)
FAMILIES: dict[str, Recipe] = {
    "right": LOST,
    "rate x 3": replace(LOST, optimizer=Optimizer("adam", 0.003)),
}
FALL = replace(
    by_name("q000-falling-accuracy"),
    epochs=50,
    train_images=10_000,
    optimizer=Optimizer("sgd", 0.4),
)
FALLS: dict[str, Recipe] = {
    "right": FALL,
    "softmax": replace(FALL, network=by_name("q000-softmax").network),
    "rate / 2": replace(FALL, optimizer=Optimizer("sgd", 0.2)),
}
POSTED: dict[str, Recipe] = {
    "as posted": replace(by_name("q002-posted-0.01"), epochs=6),
    "softmax": replace(by_name("q002-sgd-0.01"), epochs=6),
    "softmax, pixels / 255": replace(by_name("q002-unit-pixels-0.01"), epochs=6),
    "posted, pixels / 255": replace(
        by_name("q002-posted-0.01"),
        epochs=6,
        network=replace(by_name("q002-posted-0.01").network, pixels="unit"),
    ),
}
DRAWS = 300
WORDS = ("agrees", "differs", "too scattered to tell", "not reproducible as printed", None)

Runs = dict[str, tuple[Trained, ...]]


def draws(runs: Runs, other: str, count: int) -> Iterator[tuple[Trained, list[Trained]]]:
    """Yield a printed seed of another recipe, or of the right one, and measured right ones."""
    rng = np.random.default_rng(0)
    for _ in range(DRAWS):
        chosen = rng.permutation(len(runs["right"]))
        printed = runs[other][rng.integers(len(runs[other]))]
        if other == "right":
            printed, chosen = runs["right"][chosen[0]], chosen[1:]
        yield printed, [runs["right"][at] for at in chosen[:count]]


def told(rule: str, other: str, seeds: int, verdicts: Sequence[str | None]) -> None:
    """Print the shares of the verdicts."""
    counts = Counter(verdicts)
    shares = "  ".join(f"{100 * counts[word] / len(verdicts):5.1f} %" for word in WORDS)
    print(f"{rule:<34}{other:<20}{seeds:>3} seeds  {shares}", flush=True)


def whole(printed: Sequence[float], measured: Sequence[Sequence[float]], what: str) -> str:
    """Return the verdict on a curve: "differs" if a tenth of its epochs does."""
    judged = curve("x", what, printed, measured, images=10_000)
    counts = Counter(item.verdict for item in judged)
    if counts["differs"] > 0.1 * len(printed):
        return "differs"
    return "agrees" if 2 * counts["agrees"] > len(printed) else "too scattered to tell"


def curves(runs: Runs) -> None:
    """Measure the rules for curves and for trained networks' accuracies."""
    for what in ("loss", "accuracy", "val_loss", "val_accuracy"):
        for other in runs:
            for count in (1, 3, 5):
                found = [
                    whole(
                        [getattr(epoch, what) for epoch in printed.epochs],
                        [[getattr(e, what) for e in run.epochs] for run in measured],
                        what,
                    )
                    for printed, measured in draws(runs, other, count)
                ]
                told(f"curve of {what}", other, count, found)
    scores: dict[str, Callable[[Trained], float]] = {
        "test accuracy": lambda run: run.test.accuracy,
        "training accuracy": lambda run: _learnt(run),
    }
    for what, of in scores.items():
        spread = [of(run) for run in runs["right"]]
        log = np.std(np.log(1 - np.array(spread)), ddof=1)
        print(f"{what}: deviation {np.std(spread, ddof=1):.5f}, of error rate {log:.3f}")
        for other in runs:
            for count in (1, 3, 5, 10):
                verdicts = [
                    accuracy("x", what, of(printed), [of(run) for run in measured]).verdict
                    for printed, measured in draws(runs, other, count)
                ]
                told(what, other, count, verdicts)


def _learnt(run: Trained) -> float:
    score = run.epochs[-1].train_score
    assert score is not None
    return score.accuracy


def families(runs: Runs) -> None:
    """Measure the rules for seeds that lose digits; the printed one is freed as the log is."""
    for name, some in runs.items():
        fates = [fate(run.epochs) for run in some]
        print(name, "freed:", [one.freed for one in fates], [one.to_the_end for one in fates])
        rng = np.random.default_rng(0)
        for count in (n for n in (5, 10) if n <= len(some)):
            groups = [rng.choice(len(some), count, replace=False) for _ in range(DRAWS)]
            named = [[(str(at), some[at].epochs) for at in group] for group in groups]
            found = [losses_of_digits("x", one, told=True).verdict for one in named]
            told("share of seeds that lose a digit", name, count, found)
    for other, some in runs.items():
        freed = [run for run in some if (fate(run.epochs).freed or 0) > 2]
        if len(freed) < 2:
            print(other, "has no two seeds that lose a digit and get it back")
            continue
        for count in (5, 10):
            pairs = draws({"right": runs["right"], other: tuple(freed)}, other, count)
            judged = [
                list(freeing("x", _as_printed(printed), [run.epochs for run in measured]))
                for printed, measured in pairs
                if (fate(printed.epochs).freed or 0) > 2
            ]
            for place, what in enumerate(item.what for item in judged[0]):
                told(what[:33], other, count, [items[place].verdict for items in judged])


def _as_printed(run: Trained) -> PublishedRun:
    names = ("loss", "accuracy", "val_loss", "val_accuracy")
    curves = {name: tuple(getattr(epoch, name) for epoch in run.epochs) for name in names}
    return PublishedRun(curves, freed=fate(run.epochs).freed)


def falls(runs: Runs) -> None:
    """Measure how often a fall is seen, and its onset where a printed one would have it."""
    onsets: dict[str, dict[str, list[int | None]]] = {"train_score": {}, "val_score": {}}
    for name, some in runs.items():
        for what, found in onsets.items():
            courses = [[getattr(e, what).accuracy for e in run.epochs] for run in some]
            images = FALL.train_images if what == "train_score" else 10_000
            assert images is not None
            said = [fall("x", what, course, images) for course in courses]
            found[name] = [falls_from(course) for course in courses]
            print(f"{name} {what} falls from epoch {found[name]}")
            told(f"{what} falls", name, 1, [falls.verdict for falls, _ in said])
    for what, found in onsets.items():
        printed = [onset for onset in found["right"] if onset is not None]
        for name, measured in found.items():
            # As a picture has it, whose axis is marked in tens.
            pairs = [
                onset_verdict(10 * round(a / 10), b)
                for n, a in enumerate(printed)
                for m, b in enumerate(measured)
                if name != "right" or m != n
            ]
            told(f"{what}, onset", name, 1, pairs)


def posted_code(runs: Runs) -> None:
    """Measure the rule for code that cannot have given what is printed beside it."""
    measured = runs["as posted"]
    every = [(e.accuracy, e.val_score) for run in measured for e in run.epochs]
    for what, values in (
        ("training accuracy", [a for a, _ in every]),
        ("test accuracy", [s.accuracy for _, s in every if s]),
        ("tied", [s.tied for _, s in every if s]),
        ("by logits", [s.logit_accuracy for _, s in every if s]),
    ):
        print(f"{what} as posted: {min(values):.4f} to {max(values):.4f}")
    rng = np.random.default_rng(0)
    for other, some in runs.items():
        found: dict[str, list[str | None]] = {"accuracy": [], "val_accuracy": []}
        for _ in range(DRAWS):
            order = rng.permutation(len(some))
            chosen = rng.permutation(len(measured))
            if some is measured:
                chosen = chosen[chosen != order[0]]
            printed = PublishedRun(
                {
                    what: tuple(getattr(epoch, what) for epoch in some[order[0]].epochs)
                    for what in found
                },
                outputs_tie=True,
            )
            epochs = [measured[at].epochs for at in chosen[:3]]
            for item in of_curves("x", printed, epochs):
                found[item.what].append(posted(item, printed, epochs).verdict)
        for what, verdicts in found.items():
            told(f"{what} printed", other, 3, verdicts)


PARTS: dict[str, tuple[dict[str, Recipe], Callable[[Runs], None]]] = {
    "curves": (CURVES, curves),
    "families": (FAMILIES, families),
    "falls": (FALLS, falls),
    "posted": (POSTED, posted_code),
}


def main() -> None:
    """Train what is missing, and measure the rules on it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=(*PARTS, []), default=list(PARTS))
    parser.add_argument("--data", type=Path, required=True, help="MNIST's folder")
    parser.add_argument("--runs", type=Path, required=True, help="where trainings are kept")
    parser.add_argument("--seeds", type=int, default=20, help="of right recipes")
    parser.add_argument("--wrong", type=int, default=8, help="seeds of each wrong one")
    options = parser.parse_args()
    trained = TrainedRuns(
        load(options.data), RunStore(options.runs), report=lambda *_: None, control=Control()
    )
    for part in options.parts or PARTS:
        recipes, measure = PARTS[part]
        runs = {
            name: trained.seeds(
                replace(recipe, name=f"{part}-{place}"),
                options.wrong if place else options.seeds,
            )
            for place, (name, recipe) in enumerate(recipes.items())
        }
        print(f"\n{part}, {options.seeds} seeds: {', '.join(map(str, WORDS))}")
        measure(runs)


if __name__ == "__main__":
    main()
