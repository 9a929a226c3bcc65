"""How long one image takes: ``python -m tests.benchmarks.prediction [--json] [--count N]``.

What comes before it (a drawing becomes an image), and the networks as they are drawn
with: one image at a time, without TensorFlow. Prints the
median, the 99th percentile and the largest time in milliseconds; "busy" is the same while
another process keeps every core at work, as a training does.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.ink.preprocess import prepare
from core.layers import NetworkSpec, parameter_count, summary
from core.networks.forward import Reader, predict
from core.networks.shipped import shipped_network
from core.records import Network
from tests.core.ink.golden.drawings import drawn
from tests.core.keras_models import SPECS, digits_like

NETWORKS: dict[str, NetworkSpec] = {
    "784-128-32-10": SPECS["dense relu"],
    "CNN 32-64-128": SPECS["tutorial cnn"],
    "the one that ships": shipped_network().spec,
}


@dataclass(frozen=True)
class Timing:
    """Times of single predictions, in milliseconds."""

    network: str
    weights: int
    load: str
    first_ms: float
    median_ms: float
    p99_ms: float
    max_ms: float


def random_network(spec: NetworkSpec) -> Network:
    """Return a network with random weights: the time does not depend on their values."""
    rng = np.random.default_rng(0)
    shapes = [shape for row in summary(spec) for shape in row.shapes]
    return Network(spec, tuple(rng.uniform(0, 0.1, s).astype(np.float32) for s in shapes))


def measure(name: str, *, count: int, load: str) -> Timing:
    """Time `count` predictions of one network, each of another image."""
    network = random_network(NETWORKS[name])
    images = digits_like(256)
    weights = parameter_count(network.spec)
    return _timed(name, weights, load, count, lambda n: predict(network, images[n % 256]))


def measure_preparing(*, count: int, load: str) -> Timing:
    """Time `count` times what becomes of a drawing before a network sees it."""
    return _timed("a drawing, prepared", 0, load, count, lambda n: prepare(drawn(n % 10)))


def _timed(
    name: str, weights: int, load: str, count: int, work: Callable[[int], object]
) -> Timing:
    seconds = np.empty(count + 1)
    for index in range(count + 1):
        started = time.perf_counter()
        work(index)
        seconds[index] = time.perf_counter() - started
    first, rest = seconds[0] * 1000, seconds[1:] * 1000
    median, p99 = np.percentile(rest, [50, 99])
    return Timing(name, weights, load, first, float(median), float(p99), float(rest.max()))


def _spin(stop) -> None:
    network = Reader(random_network(NETWORKS["CNN 32-64-128"]))
    images = digits_like(64)
    parent = multiprocessing.parent_process()
    # A benchmark that was killed must not leave the cores busy.
    while not stop.is_set() and parent is not None and parent.is_alive():
        network.predict(images)


def _all(count: int, load: str) -> list[Timing]:
    networks = [measure(name, count=count, load=load) for name in NETWORKS]
    return [measure_preparing(count=count, load=load), *networks]


def _with_busy_cores(count: int) -> list[Timing]:
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    others = [context.Process(target=_spin, args=(stop,)) for _ in range(os.cpu_count() or 1)]
    for other in others:
        other.start()
    try:
        return _all(count, "busy")
    finally:
        stop.set()
        for other in others:
            other.join()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    wishes = parser.parse_args()
    timings = _all(wishes.count, "idle")
    timings += _with_busy_cores(wishes.count)
    if wishes.json:
        for timing in timings:
            print(json.dumps(vars(timing)))
        return
    print(
        f"{'network':20} {'weights':>8} {'load':5} {'first':>8} {'p50':>7} {'p99':>7} max, ms"
    )
    for t in timings:
        print(
            f"{t.network:20} {t.weights:8} {t.load:5} {t.first_ms:8.2f} {t.median_ms:7.3f}"
            f" {t.p99_ms:7.3f} {t.max_ms:.3f}"
        )


if __name__ == "__main__":
    main()
