"""Continue: what it means, once, for the window and the command line.

A training that has not come to its recipe's count of epochs, because it was interrupted or
stopped, goes on to that count, and takes the steps that it would have taken. One that has
(or that early stopping ended) goes on for the whole count once more: learning rate schedule,
patience and best epoch then begin anew, the weights and the optimizer's state do not.

`plan_of` says which of the two it is, from the list of runs alone; `continuation` reads what
`core.training.train` and `core.runs.recorder.record` need to do it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.errors import InklingError, RecipeError
from core.evaluation.best_epoch import best_epoch
from core.records import Dataset, Earlier, EpochReport, Network, Recipe, TrainingState
from core.runs.run import Run
from core.runs.store import RunStore

NOTHING_EARLIER = Earlier()
"""Where no epoch behind a state is known."""


@dataclass(frozen=True)
class Plan:
    """What Continue does with a training.

    Parameters
    ----------
    trained : int
        How many epochs are behind it.
    last_epoch : int
        The number of the epoch that it would end with.
    again : bool
        Whether it has come to its end and trains its whole count once more.
    """

    trained: int
    last_epoch: int
    again: bool

    @property
    def more(self) -> int:
        """How many epochs it would train."""
        return self.last_epoch - self.trained


def plan(trained: int, counts_from: int, epochs: int, *, over: bool = False) -> Plan:
    """Return what Continue does.

    Parameters
    ----------
    trained : int
        How many epochs are finished.
    counts_from, epochs : int
        The epoch from which the recipe's count is counted, and that count.
    over : bool
        Whether the training came to its own end, maybe before its count.
    """
    if trained < counts_from + epochs and not over:
        return Plan(trained, counts_from + epochs, again=False)
    return Plan(trained, trained + epochs, again=True)


def plan_of(run: Run) -> Plan:
    """Return what Continue does with a run.

    Raises
    ------
    RecipeError
        If it is a lesson.
    """
    _refuse_lesson(run)
    trained = run.first_epoch - 1 if run.state_epoch is None else run.state_epoch
    over = run.state in ("finished", "early")
    return plan(trained, run.counts_from, run.recipe.epochs, over=over)


@dataclass(frozen=True, eq=False)
class Continuation:
    """A training and all that is needed to go on with it.

    Parameters
    ----------
    recipe : Recipe
        Whose count of epochs it goes on to.
    state : TrainingState or None
        Where it goes on; None where nothing was learnt, so that it begins anew.
    plan : Plan
        What that comes to.
    earlier : Earlier
        The epochs behind it, as far as they are known.
    run : Run or None
        The run that it goes on from; None for a network from a file.
    """

    recipe: Recipe
    state: TrainingState | None
    plan: Plan
    earlier: Earlier = NOTHING_EARLIER
    run: Run | None = None

    @property
    def run_id(self) -> int | None:
        """The number of the run that it goes on from."""
        return None if self.run is None else self.run.id

    def refuse_other_data(self, dataset: Dataset) -> None:
        """Go on only with the data that the training began with.

        Raises
        ------
        InklingError
            If these are others.
        """
        # Of a run that was rebuilt from its files the data is not known: "".
        known = "" if self.run is None else self.run.data_fingerprint
        if self.run is not None and known not in ("", dataset.fingerprint):
            raise InklingError(
                "Run {number} was trained on other data ({data}).",
                "Open its data first; on the command line name it with --data.",
                number=self.run.id,
                data=self.run.data_name,
            )


def continuation(store: RunStore, run_id: int, *, epochs: int | None = None) -> Continuation:
    """Read how a run goes on.

    Parameters
    ----------
    epochs : int, optional
        Train so many more, whatever the recipe's count is.

    Raises
    ------
    InklingError
        If there is no such run, it is being trained, or it is a lesson.
    """
    run = store.run(run_id)
    if run.state == "running":
        raise InklingError(
            "The run {name} is being trained.", "Wait for it, or stop it.", name=repr(run.name)
        )
    _refuse_lesson(run)
    state, recipe = store.state(run_id), run.recipe
    what = plan(0, 0, recipe.epochs) if state is None else plan_of(run)
    if epochs is not None:
        recipe = replace(recipe, epochs=epochs)
        what = plan(what.trained, what.trained, epochs, over=True)
    if state is not None and what.again:
        state = replace(state, counts_from=state.epoch)
    if state is None:
        return Continuation(recipe, None, what, run=run)
    return Continuation(recipe, state, what, _earlier(store, run, state), run)


def resumption(store: RunStore, run_id: int) -> Continuation:
    """Read how a run that was cut off comes to its recipe's last epoch, and no further.

    It may be one that the asker keeps itself, and whose worker went away; and one that was cut
    off after its last epoch, before it was tested.
    """
    run, state = store.run(run_id), store.state(run_id)
    if state is None:
        return Continuation(run.recipe, None, plan(0, 0, run.recipe.epochs), run=run)
    what = Plan(state.epoch, state.counts_from + run.recipe.epochs, again=False)
    return Continuation(run.recipe, state, what, _earlier(store, run, state), run)


def _refuse_lesson(run: Run) -> None:
    if run.recipe.by_hand is not None:
        raise RecipeError(
            "The run {name} is a lesson, which draws its chances in one go from the start.",
            "Start it again, with more epochs.",
            name=repr(run.name),
        )


def of_network(recipe: Recipe | None, state: TrainingState | None) -> Continuation | None:
    """Return how the training of a network from a file goes on, if the file says enough."""
    if recipe is None or state is None or recipe.by_hand is not None:
        return None
    what = plan(state.epoch, state.counts_from, recipe.epochs)
    if what.again:
        state = replace(state, counts_from=state.epoch)
    return Continuation(recipe, state, what)


def _earlier(store: RunStore, run: Run, state: TrainingState) -> Earlier:
    reports = _history(store, run.id, state.epoch)
    return Earlier(reports, _best(store, run, reports, state.counts_from))


def _history(store: RunStore, run_id: int, last: int) -> tuple[EpochReport, ...]:
    """Return the epochs of a run and of those that it went on from, up to the last one."""
    return tuple(report for report in store.history(run_id) if report.epoch <= last)


def _best(
    store: RunStore, run: Run, reports: tuple[EpochReport, ...], counts_from: int
) -> Network | None:
    """Return the network of the best epoch since `counts_from`, if the run has kept it."""
    counted = [report for report in reports if report.epoch > counts_from]
    best = best_epoch(run.recipe.early_stopping, counted).epoch
    # (Runs of before had another rule, and may have kept another epoch's.)
    if best is None or best != run.best_epoch:
        return None
    try:
        return store.network(run.id, "best")
    except InklingError:
        return None
