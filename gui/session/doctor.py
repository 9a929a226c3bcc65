"""The doctor service: what the data in use shows, and what speaks against a recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.records import Dataset, Recipe
from gui.jobs import LatestOnly, Worker
from gui.session.data import DataService
from gui.session.service import Service

if TYPE_CHECKING:
    from core.data.facts import DataFacts
    from core.diagnosis.finding import Finding


class DoctorService(Service):
    """Looks at each data set once, and judges recipes before they are trained.

    Signals:
        looked: The `DataFacts` of the data set in use.
        checked: The `Finding` records of the recipe that was asked about last, a tuple.
    """

    looked = Signal(object)
    checked = Signal(object)

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
