"""How fast Inkling trains and scores, against stock Keras on the same data in the same run.

``python -m tests.benchmarks.training [--data FOLDER] [--only NAME ...] [--rounds N]
[--our-threads] [--json]``

Stock is `keras.Model.fit` (float32 arrays, shuffled, Keras's own layers) and
`evaluate(batch_size=32)`; Inkling is `core.training.train.train`, `core.training.scoring` and
`core.evaluation.metrics`. They run in turn, round after round, each time in a new process:
stock with the threads that TensorFlow chooses, as in anybody's script. The ratio is the median
of the rounds'. A first epoch is counted from before the model is made, compilation included,
and apart from the later ones.

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

from core.data.datasets import find_mnist
from core.home import default_home
from core.training.tensorflow_loading import THREADS
from core.versions import versions
from tests.benchmarks.plain_loops import HAS_TORCH
from tests.benchmarks.training_cases import CASES, Case, Material, Times
from tests.benchmarks.training_contenders import scoring, training

_OURS = f"{THREADS['inter_op']} between, {THREADS['intra_op']} within operations"


def measure(case: Case, material: Material, rounds: int, *stock_options: str) -> dict:
    """Let all contenders run in turn, round after round, and return the row."""
    contenders = (scoring if case.scoring else training)(*stock_options)
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


def machine(our_threads: bool) -> dict:
    """Name the processor, its load before the run, the threads and the versions."""
    found = versions()
    if HAS_TORCH:
        from importlib.metadata import version

        found = {**found, "torch": version("torch")}
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
        "system": platform.platform(terse=True),
        "stock_threads": _OURS if our_threads else "as TensorFlow chooses",
        "inkling_threads": _OURS,
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
    """Return the lines above the tables."""
    libraries = ", ".join(f"{name} {number}" for name, number in about["versions"].items())
    load = "unknown" if about["load"] is None else f"{about['load']:.1f}"
    return (
        f"{about['processor']}, {about['cores']} cores, {about['system']}; load before the run "
        f"{load}\n{libraries}; PyTorch {'runs too' if HAS_TORCH else 'not installed'}\n"
        f"TensorFlow's threads: stock {about['stock_threads']}; Inkling "
        f"{about['inkling_threads']}; NumPy's: 1\n"
        f"{dataset.name}, {len(dataset.train_images):,} + {len(dataset.test_images):,} images; "
        f"seconds an epoch; rounds: {rounds}, medians of them"
    )


def main_table(rows: list[dict]) -> str:
    """Return the table of ratios."""
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
    """Return the first epochs, and what else there is to compare with."""
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
        "--our-threads",
        action="store_true",
        help="give stock Keras the threads of Inkling, not those that TensorFlow chooses",
    )
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    folder = find_mnist(default_home(), chosen.data)
    if folder is None:
        parser.error("MNIST is not here: name its folder with --data")
    about = machine(chosen.our_threads)
    material = Material(folder)
    cases = [case for case in CASES if not chosen.only or case.name in chosen.only]
    if not chosen.json:
        print(heading(about, material.dataset, chosen.rounds), flush=True)
    options = ["--our-threads"] if chosen.our_threads else []
    rows = [measure(case, material, chosen.rounds, *options) for case in cases]
    if chosen.json:
        print(json.dumps({"machine": about, "rounds": chosen.rounds, "rows": rows}))
        return
    print(f"\n{main_table(rows)}\n\n{other_table(rows)}\n\n{notes(rows)}")


if __name__ == "__main__":
    main()
