"""Trainings for `reproduce`: done once, kept as runs, and taken from there again.

So a long reproduction that was stopped goes on where it was, and a person finds each of
its trainings on the Runs page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.control import Control
from core.errors import Cancelled
from core.recipes import recipe_file
from core.records import Dataset, EpochReport, Network, Recipe, Report, Score
from core.runs.recorder import record
from core.runs.run import Run
from core.runs.store import RunStore
from core.versions import versions


@dataclass(frozen=True)
class Trained:
    """A finished training of a recipe: its figures and its run."""

    recipe: Recipe
    run_id: int
    epochs: tuple[EpochReport, ...]
    test: Score


class TrainedRuns:
    """Where recipes are trained, each with several seeds.

    Parameters
    ----------
    dataset : Dataset
        The whole MNIST.
    store : RunStore
        Where the runs are kept, and looked for.
    report : callable
        Is handed the recipe and each report of its training.
    control : Control
        Stops or pauses the training that runs.
    again : bool
        Train anew even if there is a finished run of the same recipe, seed, data and
        library versions.
    """

    def __init__(
        self,
        dataset: Dataset,
        store: RunStore,
        *,
        report: Callable[[Recipe, Report], None],
        control: Control,
        again: bool = False,
    ) -> None:
        self.dataset = dataset
        self.control = control
        self._store = store
        self._report = report
        self._again = again

    def seeds(self, recipe: Recipe, count: int) -> tuple[Trained, ...]:
        """Train the recipe with the seeds 0 to `count` - 1.

        Raises
        ------
        Cancelled
            If the person stopped it.
        """
        return tuple(self._trained(replace(recipe, seed=seed)) for seed in range(count))

    def network(self, trained: Trained) -> Network:
        """Return the network that a training gave."""
        return self._store.network(trained.run_id)

    def training_accuracies(self, runs: Sequence[Trained]) -> list[float]:
        """Score each trained network on the whole training split."""
        from core.training.scoring import predict

        labels = self.dataset.train_labels
        return [
            float(
                (predict(self.network(run), self.dataset.train_images).digits == labels).mean()
            )
            for run in runs
        ]

    def _trained(self, recipe: Recipe) -> Trained:
        kept = None if self._again else self._kept(recipe)
        run = self._train(recipe) if kept is None else kept
        assert run.test is not None
        return Trained(recipe, run.id, self._store.epochs(run.id), run.test)

    def _kept(self, recipe: Recipe) -> Run | None:
        text = recipe_file.to_json(recipe)
        for run in self._store.runs(text=recipe.name, states=("finished", "early")):
            same = run.recipe_text == text and run.versions == versions()
            same = same and run.data_fingerprint == self.dataset.fingerprint
            if same and run.continued_from is None and run.test is not None:
                return run
        return None

    def _train(self, recipe: Recipe) -> Run:
        from core.training.train import train

        name = f"{recipe.name}, seed {recipe.seed}"
        with record(
            self._store,
            recipe,
            self.dataset,
            name=name,
            then=lambda report: self._report(recipe, report),
        ) as recorder:
            result = train(
                recipe,
                self.dataset,
                report=recorder.report,
                control=self.control,
                checkpoint=recorder.checkpoint,
            )
            run = recorder.finish(result)
        if result.ended == "stopped":
            raise Cancelled
        return run
