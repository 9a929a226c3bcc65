"""The doctor service: what the data in use shows, and what speaks against a recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.records import Dataset, Labels, Predictions, Recipe, RunResult
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.data.facts import DataFacts
    from core.diagnosis.finding import Finding
    from core.diagnosis.loss_parts import LossParts
    from core.diagnosis.pointing import Pointed


class DoctorService(Service):
    """Looks at each data set once, and judges recipes before they are trained.

    Signals:
        looked: The `DataFacts` of the data set in use.
        checked: The `Finding` records of the recipe that was asked about last, a tuple.
        pointed: The images that a finding speaks of, as `Pointed` has them.
        took_apart: What the loss of a trained network on its test images is made of, as
            `LossParts` has it.
    """

    looked = Signal(object)
    checked = Signal(object)
    pointed = Signal(object)
    took_apart = Signal(object)

    def __init__(
        self, data: DataService, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._known: dict[str, DataFacts] = {}
        self._facts: DataFacts | None = None
        self._recipe: Recipe | None = None
        self._looks: LatestOnly[tuple[Dataset, DataFacts]] = LatestOnly(worker)
        self._checks: LatestOnly[tuple[Finding, ...]] = LatestOnly(worker)
        self._points: LatestOnly[Pointed] = LatestOnly(worker)
        self._watch_latest(self._points).then(self.pointed.emit)
        self._losses: LatestOnly[LossParts] = LatestOnly(worker)
        self._watch_latest(self._losses).then(self.took_apart.emit)
        self._watch_latest(self._looks).then(self._on_looked)
        self._watch_latest(self._checks).then(self.checked.emit)
        data.changed.connect(self._on_data_changed)

    @property
    def facts(self) -> DataFacts | None:
        """What the data set in use shows; None until it was looked at."""
        return self._facts

    def check(self, recipe: Recipe) -> None:
        """Judge a recipe on the data in use, and again when other data comes into use."""
        self._recipe = recipe
        facts = self._facts
        self._checks.ask(lambda: _checked(recipe, facts))

    def point(self, finding: Finding, test: Predictions | None = None) -> None:
        """Look for the images that a finding speaks of.

        Parameters
        ----------
        test : Predictions, optional
            What the network in use says of the test images.
        """
        dataset = self._data.current
        if dataset is not None:
            self._points.ask(lambda: _pointed(finding, dataset, test))

    def take_apart(self, result: RunResult, dataset: Dataset) -> None:
        """Look what the loss of a trained network on the test images is made of."""
        said = result.test_predictions
        if said is not None:
            labels = dataset.test_labels[: len(said.digits)]
            self._losses.ask(lambda: _parts(result, said, labels))

    def _on_data_changed(self, dataset: Dataset) -> None:
        self._facts = None
        self._looks.ask(lambda: (dataset, self._look(dataset)))

    def _look(self, dataset: Dataset) -> DataFacts:
        from core.data.facts import count_facts

        mark = dataset.fingerprint
        if mark not in self._known:
            self._known[mark] = count_facts(dataset)
        return self._known[mark]

    def _on_looked(self, answer: tuple[Dataset, DataFacts]) -> None:
        dataset, facts = answer
        if dataset is not self._data.current:
            return
        self._facts = facts
        self.looked.emit(facts)
        if self._recipe is not None:
            self.check(self._recipe)


def _checked(recipe: Recipe, facts: DataFacts | None) -> tuple[Finding, ...]:
    from core.diagnosis.check import check

    return check(recipe, facts)


def _pointed(finding: Finding, dataset: Dataset, test: Predictions | None) -> Pointed:
    from core.diagnosis.pointing import point

    return point(finding, dataset, test)


def _parts(result: RunResult, said: Predictions, labels: Labels) -> LossParts:
    from core.diagnosis.loss_parts import loss_parts

    return loss_parts(result.recipe, result.network, said, labels)
