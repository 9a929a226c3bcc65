"""Experiments whose trainings are made by hand, so that no test of theirs needs TensorFlow."""

from __future__ import annotations

import threading
from dataclasses import replace

from core.experiments.book import ExperimentBook
from core.experiments.experiment import Experiment, Varied
from core.experiments.messages import Died, Ended, EpochDone, Failed, Work
from core.runs.store import RunStore
from tests.core.runs.stored_runs import RECIPE, dataset, epoch_report, result, state

DATA = dataset()


def experiment(*rates, seeds=(0, 1), epochs=2, name="rates"):
    recipe = replace(RECIPE, epochs=epochs)
    return Experiment(name, recipe, (Varied("optimizer.learning_rate", rates),), seeds)


def book_in(folder):
    return ExperimentBook(RunStore(folder / "runs"))


class HandWorkers:
    """Workers that train nothing: each epoch of each work is one message, in turn.

    `right` says how many of the `images` test images a recipe reads; `deaths` after how many
    messages a training's worker dies, `errors` which trainings raise what.
    """

    def __init__(self, size=2, *, right=lambda recipe: 10, images=20, deaths=(), errors=None):
        self.size, self._images = size, images
        self.works: list[Work] = []
        self.handed: list[Work] = []
        self.wishes: list[str] = []
        self._right, self._deaths, self._errors = right, list(deaths), errors or {}
        self._next: dict[int, int] = {}
        self.most = 0

    def start(self, work):
        self.handed.append(work)
        self.works.append(work)
        self.most = max(self.most, len(self.works))
        self._next[work.key] = 1 if work.start is None else work.start.epoch + 1

    def tell(self, wish):
        self.wishes.append(wish)

    def close(self):
        self.works.clear()

    def wait(self, timeout_s):
        if "stop" in self.wishes:
            return [self._ended(work, "stopped") for work in list(self.works)]
        return [self._message(work) for work in list(self.works)]

    def _message(self, work):
        epoch = self._next[work.key]
        if (work.key, epoch) in self._deaths:
            self._deaths.remove((work.key, epoch))
            self.works.remove(work)
            return Died(work.key, "its process was ended by SIGKILL")
        if work.key in self._errors:
            self.works.remove(work)
            return Failed(work.key, self._errors[work.key])
        if epoch > work.recipe.epochs:
            return self._ended(work, "finished")
        self._next[work.key] = epoch + 1
        return EpochDone(work.key, epoch_report(epoch), state(epoch))

    def _ended(self, work, ending):
        self.works.remove(work)
        last = self._next[work.key] - 1
        right = self._right(work.recipe)
        given = result(work.recipe, last, ended=ending, right=right, images=self._images)
        return Ended(work.key, given)


class HeldWorkers(HandWorkers):
    """Workers that say nothing until they are let go, or told to stop."""

    def __init__(self, **more):
        super().__init__(**more)
        self.free = threading.Event()

    def wait(self, timeout_s):
        if self.free.wait(0.01) or "stop" in self.wishes:
            return super().wait(timeout_s)
        return []
