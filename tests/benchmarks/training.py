"""How fast Inkling trains and scores, against stock Keras on the same data in the same run.

``python -m tests.benchmarks.training [--data FOLDER] [--only NAME ...] [--rounds N]
[--default-threads] [--json]``

Stock is `keras.Model.fit` (float32 arrays, shuffled, Keras's own layers) and
`evaluate(batch_size=32)`; Inkling is `core.training.train`, `core.scoring` and
`core.evaluation`. Both run in this process with the same threads, one after the other, round
after round, and the ratio is the median of the rounds'. Each round begins with a new model:
its first epoch is counted from before the model is made, compilation included, and apart
from the later ones.

Beside them a NumPy loop, a PyTorch loop where it is installed, and the bound: the matrix
products of an epoch alone, in NumPy on one thread. Where a whole epoch would take minutes,
all but Inkling are timed on some of its steps and scaled; the table marks these with "~".
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
from pathlib import Path
from statistics import median

import numpy as np

from core.datasets import find_mnist, load
from core.home import default_home
from core.versions import versions
from tests.benchmarks.plain_loops import HAS_TORCH
from tests.benchmarks.training_contenders import SCORING, TRAINING, Case, Material, Times

CASES = (
    Case("mlp", "784-128-32-10, Adam, batch 32", "t003-model1", 8, 12),
    Case("batch-1", "784-50-10 sigmoid, SGD, batch 1", "q000-falling-accuracy", 100, 120, 3000),
    Case("dropout", "784-256-128-64-10, dropout, batch 32", "t003-model7", 4.5, 8),
    Case("one-layer", "one Dense(10), batch 32", "softmax-10", 10, 20),
    Case("cnn", "CNN 32-64-128, batch 32", "t003-model8-unit-pixels", 1.5, 2.5, 600, 2),
    Case("scoring", "accuracy, loss of 70,000 images", "t003-model1", 25, 30, scoring=True),
)


def measure(case: Case, material: Material, rounds: int) -> dict:
    """Let all contenders run in turn, round after round, and give the row."""
    contenders = SCORING if case.scoring else TRAINING
    runs: dict[str, list[Times]] = {name: [] for name in contenders}
    for number in range(1, rounds + 1):
        for name, contender in contenders.items():
            print(f"{case.name}, round {number}: {name}", file=sys.stderr, flush=True)
            gc.collect()
            times = contender(case, material)
            if times is not None:
                runs[name].append(times)
    scores = [t.score for times in runs.values() for t in times if t.score is not None]
    if scores and not np.allclose(scores, scores[0], atol=1e-4):
        raise SystemExit(f"{case.name}: the scores differ: {scores}")
    whole, timed = material.steps(case)
    return {
        "name": case.name,
        "title": case.title,
        "at_least": case.at_least,
        "aim": case.aim,
        "steps": whole,
        "timed_steps": timed,
        "later_s": {name: [t.later for t in times] for name, times in runs.items()},
        "first_s": {name: [t.first for t in runs[name]] for name in ("stock", "inkling")},
        **_ratios(runs["stock"], runs["inkling"]),
    }


def _ratios(stock: list[Times], inkling: list[Times]) -> dict:
    pairs = list(zip(stock, inkling, strict=True))
    later = [theirs.later / ours.later for theirs, ours in pairs]
    first = [theirs.first / ours.first for theirs, ours in pairs]
    return {
        "ratio": median(later),
        "ratios": later,
        "first_ratio": median(first),
        "worst_first_ratio": min(first),
    }


def machine(default_threads: bool) -> dict:
    """Name the processor, its load before the run, the threads and the versions."""
    from core.loop.backend import tf

    found = versions()
    if HAS_TORCH:
        from importlib.metadata import version

        found = {**found, "torch": version("torch")}
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "system": platform.platform(terse=True),
        "threads": "TensorFlow's defaults"
        if default_threads
        else f"{tf.config.threading.get_inter_op_parallelism_threads()} between, "
        f"{tf.config.threading.get_intra_op_parallelism_threads()} within operations",
        "versions": found,
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def heading(about: dict, dataset, rounds: int) -> str:
    """Give the lines above the tables."""
    libraries = ", ".join(f"{name} {number}" for name, number in about["versions"].items())
    load = "unknown" if about["load"] is None else f"{about['load']:.1f}"
    return (
        f"{about['processor']}, {about['cores']} cores, {about['system']}; load before the run "
        f"{load}\n{libraries}; PyTorch {'runs too' if HAS_TORCH else 'not installed'}\n"
        f"TensorFlow's threads, for stock and Inkling alike: {about['threads']}; NumPy's: 1\n"
        f"{dataset.name}, {len(dataset.train_images):,} + {len(dataset.test_images):,} images; "
        f"seconds an epoch; rounds: {rounds}, medians of them"
    )


def main_table(rows: list[dict]) -> str:
    """Give the table of ratios."""
    lines = [
        f"{'':38}{'stock':>9}{'Inkling':>9}{'ratio':>8}{'lowest':>8}{'at least':>10}{'aim':>6}"
    ]
    for row in rows:
        stock, inkling = (median(row["later_s"][name]) for name in ("stock", "inkling"))
        reached = "" if row["ratio"] >= row["at_least"] else "  not reached"
        lines.append(
            f"{row['title']:38}{_seconds(row, stock)}{inkling:9.3f}{row['ratio']:8.2f}"
            f"{min(row['ratios']):8.2f}{row['at_least']:10g}{row['aim']:6g}{reached}"
        )
    return "\n".join(lines)


def other_table(rows: list[dict]) -> str:
    """Give the first epochs, and what else there is to compare with."""
    lines = [
        f"{'':38}{'first: stock':>13}{'Inkling':>9}{'ratio':>7}{'worst':>7}"
        f"{'NumPy':>9}{'PyTorch':>9}{'bound':>9}{'of bound':>10}"
    ]
    for row in rows:
        stock, inkling = (median(row["first_s"][name]) for name in ("stock", "inkling"))
        bound = median(row["later_s"]["products"])
        share = 100 * bound / median(row["later_s"]["inkling"])
        others = "".join(
            _seconds(row, median(row["later_s"][name])) if row["later_s"][name] else f"{'-':>9}"
            for name in ("numpy", "torch", "products")
        )
        lines.append(
            f"{row['title']:38}{_seconds(row, stock, 13)}{inkling:9.3f}"
            f"{row['first_ratio']:7.2f}{row['worst_first_ratio']:7.2f}{others}{share:8.0f} %"
        )
    return "\n".join(lines)


def notes(rows: list[dict]) -> str:
    """Say what was scaled, and what the columns mean."""
    lines = [
        f"~ {row['title']}: {row['timed_steps']:,} of {row['steps']:,} steps, after a warm-up, "
        "scaled; Inkling's are whole epochs"
        for row in rows
        if row["timed_steps"] < row["steps"]
    ]
    return "\n".join(
        [
            *lines,
            "first: from making the model to the end of its first epoch, compilation included",
            "bound: the matrix products of an epoch alone, NumPy float32, one thread; at batch "
            "1 these are mostly the cost of calling NumPy, and compiled loops beat it",
        ]
    )


def _seconds(row: dict, seconds: float, width: int = 9) -> str:
    mark = "~" if row["timed_steps"] < row["steps"] else ""
    return f"{f'{mark}{seconds:.3f}':>{width}}"


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="the folder of MNIST's files")
    parser.add_argument("--only", nargs="+", choices=[case.name for case in CASES])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--default-threads",
        action="store_true",
        help="leave TensorFlow the threads that it takes by itself, for both",
    )
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    folder = find_mnist(default_home(), chosen.data)
    if folder is None:
        parser.error("MNIST is not here: name its folder with --data")
    if chosen.default_threads:
        import keras  # noqa: F401 - whoever imports it first sets the threads
    about = machine(chosen.default_threads)
    dataset = load(folder)
    material = Material(dataset)
    cases = [case for case in CASES if not chosen.only or case.name in chosen.only]
    if not chosen.json:
        print(heading(about, dataset, chosen.rounds), flush=True)
    rows = [measure(case, material, chosen.rounds) for case in cases]
    if chosen.json:
        print(json.dumps({"machine": about, "rounds": chosen.rounds, "rows": rows}))
        return
    print(f"\n{main_table(rows)}\n\n{other_table(rows)}\n\n{notes(rows)}")


if __name__ == "__main__":
    main()
