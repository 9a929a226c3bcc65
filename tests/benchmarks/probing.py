"""What the doctor's looks cost: ``python -m tests.benchmarks.probing``.

The look at the whole MNIST, and one probe of a training beside one epoch of it, both in
processor time (other work on the machine does not count), medians of five.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.data.datasets import load
from core.data.facts import count_facts
from core.recipes.catalogue import by_name

ROUNDS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    dataset = load(Path(os.environ["INKLING_DATA"]))
    figures: dict[str, float] = {"look_s": _median(lambda: count_facts(dataset))}
    for name in ("t003-model1", "cnn"):
        figures |= _probe(name, dataset)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:32} {value:.4f}")


def _probe(name: str, dataset) -> dict[str, float]:
    from core.training.batches import BatchLoader, split
    from core.training.loop import FastLoop
    from core.training.probing import Prober
    from core.training.schedules import learning_rates

    recipe = by_name(name)
    training, _, test = split(recipe, dataset)
    loop, loader = FastLoop(recipe), BatchLoader(recipe, training)
    prober = Prober(recipe, training, test)
    state, weights = loop.state(0, 0, np.zeros(4)), loop.weights()
    rate = recipe.optimizer.learning_rate
    share = 1.0 if name != "cnn" else 0.05

    def epoch() -> None:
        for block in loader.epoch(1):
            if block.first > share * loader.steps:
                break
            rates = learning_rates(recipe, rate, block.first, block.rows, loader.steps)
            loop.run(block, rates, np.zeros(4), first=block.first, count=block.steps)

    one = _median(lambda: prober.probe(state, weights))
    whole = _median(epoch) / share
    return {f"{name}_probe_s": one, f"{name}_epoch_s": whole, f"{name}_share": one / whole}


def _median(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
