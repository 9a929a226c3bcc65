"""What is done about findings: cures are tried, networks rescued, images shown, all undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.diagnosis.evidence import Evidence
from core.diagnosis.finding import Finding
from core.records import Recipe, RunResult
from gui.pages.train.findings.finding_block import change_words
from gui.pages.train.form.recipe_form import RecipeForm
from gui.pages.train.run.run_view import Beside, RunView
from gui.recipe_words import renamed
from gui.session import Session
from gui.session.networks import OpenNetwork
from gui.theme import Theme
from gui.words import percent, phrase

if TYPE_CHECKING:
    from core.diagnosis.pointing import Pointed
    from core.records import Network

RESCUE_EPOCHS = 5
"""So many epochs are trained on from the logits: few enough to wait for."""


class Cures(QObject):
    """Acts on the findings that a view shows."""

    def __init__(
        self, form: RecipeForm, view: RunView, session: Session, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._form, self._view, self._session = form, view, session
        self._theme, self._window = theme, parent
        self._diagnosed: Recipe | None = None
        self._trained: Recipe | None = None
        self._pair: tuple[Recipe, Recipe] | None = None
        self._before: tuple[Recipe, OpenNetwork | None] | None = None
        self._asked: Finding | None = None
        findings = view.findings
        findings.cure_requested.connect(self._on_cure)
        findings.twin_requested.connect(self._on_twin)
        findings.rescue_requested.connect(self._on_rescue)
        findings.images_requested.connect(self._on_images)
        findings.why_requested.connect(self._on_why)
        findings.undo_requested.connect(self._on_undo)
        session.doctor.pointed.connect(self._on_pointed)

    def judge(self, recipe: Recipe) -> bool:
        """Take a recipe whose findings are about to be shown; False if it is being followed."""
        if recipe == self._trained:
            return False
        self._diagnosed = recipe
        self._view.findings.judge(recipe)
        return True

    def follow(self, recipe: Recipe | None) -> Beside | None:
        """Take the recipe that is trained from now on; give what to draw beside it.

        That is the recipe with the fault, with its epochs, where this one is its cure.
        """
        before = self._trained
        self._diagnosed = self._trained = recipe
        self._view.findings.judge(recipe)
        if self._pair is None or recipe not in self._pair:
            self._pair = None
            self._view.findings.forget_done()
        if before is None or self._pair != (before, recipe):
            return None
        return Beside(self._view.reports, before.validation == "test")

    def update(self) -> None:
        """Offer what can be done now."""
        training = self._session.training
        rescue = not training.running and self._result() is not None
        self._view.findings.allow(start=training.can_start, rescue=rescue)

    def compare(self, results: Sequence[RunResult]) -> None:
        """Say what trainings that were started together show beside each other."""
        if len(results) < 2:
            return
        # Imported late: the window opens before anybody trains several.
        from core.diagnosis.several import RunSeen, compare_runs

        seen = [RunSeen(r.recipe, r.epochs, r.test) for r in results]
        self._view.show_several(compare_runs(seen))

    def _on_cure(self, finding: Finding) -> None:
        """Change the recipe as a finding says, and train it."""
        cured = self._begin(finding)
        if cured is not None:
            self._session.training.start(cured)
            self._tell(self.tr("The cure changed: {changes}."))

    def _on_twin(self, finding: Finding) -> None:
        """Train the recipe as it is, then with the cure: same seed, same order of images."""
        cured = self._begin(finding)
        if cured is not None and self._pair is not None:
            self._session.training.start_twins(*self._pair)
            self._tell(self.tr("Trained without the cure, then with it: {changes}."))

    def _begin(self, finding: Finding) -> Recipe | None:
        """Remember what is now, show the cured recipe, and return it."""
        faulty = self._diagnosed
        if faulty is None or not self._session.training.can_start:
            return None
        cured = renamed(self._form.recipe_box.base_of(faulty), finding.remedy.apply(faulty))
        self._keep(faulty)
        self._pair = (faulty, cured)
        self._form.set_recipe(cured)
        return cured

    def _keep(self, recipe: Recipe) -> None:
        self._before = (recipe, self._session.networks.current)

    def _tell(self, words: str) -> None:
        if self._pair is not None:
            self._view.findings.show_done(words.format(changes=change_words(*self._pair)))

    def _on_undo(self) -> None:
        """Show the recipe, and use the network, of before."""
        if self._before is None or self._session.training.running:
            return
        recipe, network = self._before
        self._before = self._pair = None
        self._form.set_recipe(recipe)
        if network is not None and network is not self._session.networks.current:
            self._session.networks.restore(network)
        self._view.findings.show_done("")

    def _result(self) -> RunResult | None:
        """Return what the training gave whose findings are shown, if it has ended."""
        last = self._session.training.last
        return last if last is not None and last.recipe == self._trained else None

    def _on_rescue(self, finding: Finding) -> None:
        result = self._result()
        if result is None or self._session.training.running:
            return
        self._keep(result.recipe)
        if finding.remedy.rescue == "softmax":
            self._put_softmax(finding, result)
        elif finding.remedy.rescue == "logits-loss":
            self._go_on_by_logits(result)
        else:
            self._take_best(finding)

    def _put_softmax(self, finding: Finding, result: RunResult) -> None:
        """Keep the weights and answer by a softmax: what is right by logits is then right."""
        from core.diagnosis.rescue import with_softmax

        self._use(with_softmax(result.network), finding.remedy.apply(result.recipe), result)
        test = result.test
        if test is None:
            words = self.tr("Rescued: the same weights, with a softmax behind them.")
        else:
            words = self.tr(
                "Rescued: the same weights, with a softmax behind them, read {after} of the "
                "test images right; before it was {before}."
            ).format(before=percent(test.accuracy), after=percent(test.logit_accuracy))
        self._view.findings.show_done(words)

    def _use(self, network: Network, recipe: Recipe, result: RunResult) -> None:
        self._session.networks.adopt(
            OpenNetwork(
                name=result.recipe.name,
                network=network,
                origin=self.tr("rescued: a softmax behind the trained weights"),
                accuracy=None if result.test is None else result.test.logit_accuracy,
                recipe=recipe,
            )
        )
        self._session.predictions.ask("test")

    def _go_on_by_logits(self, result: RunResult) -> None:
        """Go on from the trained weights, with the loss from the logits."""
        going_on = self._session.training.continuation
        if going_on is None or going_on.state is None:
            return
        # Imported late: the window opens before anybody asks for it.
        from core.runs.continuing import plan

        state = replace(going_on.state, counts_from=going_on.state.epoch)
        epochs = min(RESCUE_EPOCHS, result.recipe.epochs)
        recipe = replace(result.recipe, loss="crossentropy", epochs=epochs)
        what = plan(state.epoch, state.epoch, epochs)
        self._form.set_recipe(replace(result.recipe, loss="crossentropy"))
        self._session.training.continue_from(
            replace(going_on, recipe=recipe, state=state, plan=what)
        )
        words = self.tr(
            "Going on from these weights for {n} epochs, with the loss from the logits: under "
            "Recall you see the digit come back."
        )
        self._view.findings.show_done(words.format(n=epochs))

    def _take_best(self, finding: Finding) -> None:
        run_id = self._session.training.last_run
        if run_id is None:
            return
        self._session.runs.open_best(run_id)
        self._view.findings.show_done(
            self.tr("In use now: the network as it was after the best epoch.")
        )

    def _on_images(self, finding: Finding) -> None:
        self._asked = finding
        known = self._session.predictions.current
        test = known.predictions if known is not None and known.split == "test" else None
        self._session.doctor.point(finding, test)

    def _on_pointed(self, found: Pointed) -> None:
        if self._asked is None:
            return
        self._asked = None
        indices = tuple(int(index) for index in found.indices)
        self._session.mistakes.show_images(found.split, indices, phrase(found.title))

    def _on_why(self, finding: Finding) -> None:
        recipe = self._diagnosed
        if recipe is None:
            return
        # Of a recipe that is not trained yet only its data are known.
        before = Evidence(recipe, self._session.doctor.facts)
        evidence = self._view.evidence(recipe) if recipe == self._trained else before
        # Imported late: few ask why.
        from gui.pages.train.findings.why_dialog import WhyDialog

        WhyDialog(finding, evidence, self._theme, self._window).show()
