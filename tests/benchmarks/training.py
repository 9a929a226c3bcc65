"""How fast Inkling trains and scores, against stock Keras on the same data in the same run.

``python -m tests.benchmarks.training [--data FOLDER] [--only NAME ...] [--rounds N]
[--our-threads] [--json]``

Stock is `keras.Model.fit` (float32 arrays, shuffled, Keras's own layers) and
`evaluate(batch_size=32)`; Inkling is `core.training.train.train`, `core.training.scoring` and
`core.evaluation.metrics`. They run in turn, round after round, each time in a new process:
stock with the threads that TensorFlow chooses, as in anybody's script. The ratio is the median
of the rounds'. A first epoch is counted from before the model is made, compilation included,
and apart from the later ones.

Beside them stock Keras at its best (`jit_compile` where it wins, 500 steps a call; batches of
4,096 to score), where the extra `bench` is installed JAX (a jitted `lax.scan` over an epoch,
data on the device) and PyTorch, a NumPy loop, and the bound: the matrix products of an epoch
alone, in NumPy on one thread. Where a whole epoch would take minutes, all but Inkling are timed
on some of its steps and scaled; the table marks these with "~".
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

import numpy as np

from core.data.datasets import find_mnist
from core.home import default_home
from core.training.tensorflow_loading import THREADS
from core.versions import versions
from tests.benchmarks.jax_loop import HAS_JAX
from tests.benchmarks.plain_loops import HAS_TORCH
from tests.benchmarks.training_cases import CASES, Case, Material, Times
from tests.benchmarks.training_contenders import scoring, training

_OTHERS = {
    "stock": "stock",
    "best": "at its best",
    "jax": "JAX",
    "torch": "PyTorch",
    "numpy": "NumPy",
}

_OURS = f"{THREADS} between, {THREADS} within operations"


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
        "best_at_least": case.best_at_least,
        "steps": whole,
        "timed_steps": timed,
        "later_s": {name: [t.later for t in times] for name, times in runs.items()},
        "first_s": {
            name: [t.first for t in times if t.first is not None]
            for name, times in runs.items()
        },
        **_ratios(runs["stock"], runs["inkling"]),
        "fastest_other": (fastest := _fastest_other(runs)),
        "best_ratio": _ratios(runs[fastest], runs["inkling"])["ratio"],
    }


def _ratios(stock: list[Times], inkling: list[Times]) -> dict:
    pairs = list(zip(stock, inkling, strict=True))
    later = [theirs.later / ours.later for theirs, ours in pairs]
    first = [t.first / o.first for t, o in pairs if t.first is not None] or [float("nan")]
    return {
        "ratio": median(later),
        "ratios": later,
        "first_ratio": median(first),
        "worst_first_ratio": min(first),
    }


def _fastest_other(runs: dict[str, list[Times]]) -> str:
    """Name who is fastest but Inkling; the bare products train nothing."""
    others = {name: times for name, times in runs.items() if times and name in _OTHERS}
    return min(others, key=lambda name: median(t.later for t in others[name]))


def machine(our_threads: bool) -> dict:
    """Name the processor, its load before the run, the threads and the versions."""
    found = versions()
    for name, is_here in (("torch", HAS_TORCH), ("jax", HAS_JAX)):
        if is_here:
            found = {**found, name: version(name)}
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
        f"{load}\n{libraries}\n"
        f"TensorFlow's threads: stock {about['stock_threads']}; Inkling "
        f"{about['inkling_threads']}; NumPy's: 1\n"
        f"{dataset.name}, {len(dataset.train_images):,} + {len(dataset.test_images):,} images; "
        f"seconds an epoch; rounds: {rounds}, medians of them"
    )


def main_table(rows: list[dict]) -> str:
    """Return the table of seconds and of ratios."""
    heads = "".join(f"{head:>12}" for head in (*_OTHERS.values(), "Inkling"))
    lines = [f"{'':38}{heads}{'to stock':>10}{'lowest':>8}{'to best':>9}  fastest other"]
    for row in rows:
        seconds = "".join(_later(row, name) for name in (*_OTHERS, "inkling"))
        short = [] if row["ratio"] >= row["at_least"] else [f"stock / {row['at_least']:g}"]
        if row["best_ratio"] < row["best_at_least"]:
            short.append(f"best other / {row['best_at_least']:g}")
        missed = f"  not reached: {', '.join(short)}" if short else ""
        lines.append(
            f"{row['title']:38}{seconds}{row['ratio']:10.2f}{min(row['ratios']):8.2f}"
            f"{row['best_ratio']:9.2f}  {_OTHERS[row['fastest_other']]}{missed}"
        )
    return "\n".join(lines)


def other_table(rows: list[dict]) -> str:
    """Return the first epochs, and how near the later ones are to the bound."""
    names = ("stock", "best", "jax", "inkling")
    heads = "".join(f"{head:>12}" for head in ("stock", "at its best", "JAX", "Inkling"))
    lines = [f"{'first epoch':38}{heads}{'ratio':>8}{'worst':>8}{'bound':>9}{'of bound':>10}"]
    for row in rows:
        first = "".join(
            _seconds(row, name, median(row["first_s"][name])) if row["first_s"][name] else _NONE
            for name in names
        )
        bound = median(row["later_s"]["products"])
        share = 100 * bound / median(row["later_s"]["inkling"])
        lines.append(
            f"{row['title']:38}{first}{row['first_ratio']:8.2f}{row['worst_first_ratio']:8.2f}"
            f"{bound:9.3f}{share:8.0f} %"
        )
    return "\n".join(lines)


_NONE = f"{'-':>12}"


def _later(row: dict, name: str) -> str:
    times = row["later_s"][name]
    return _seconds(row, name, median(times)) if times else _NONE


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


def _seconds(row: dict, name: str, seconds: float) -> str:
    scaled = row["timed_steps"] < row["steps"] and name != "inkling"
    return f"{f'~{seconds:.3f}' if scaled else f'{seconds:.3f}':>12}"


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
