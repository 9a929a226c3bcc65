"""What strikes in a training, why it is so and what to do: findings, the strongest cause first.

`findings` may be asked before the start, after each epoch and in the end, of a running training
and of one that was stored. It says the causes that recipe and data show
(`core.diagnosis.check`) together with what was seen while it trained, and folds symptoms under
their cause.
"""

from __future__ import annotations

from dataclasses import replace

from core.data.facts import DataFacts
from core.diagnosis.check import all_checks
from core.diagnosis.course import COURSE_RULES
from core.diagnosis.evidence import LEARNS_LITTLE, Evidence
from core.diagnosis.finding import Finding, Severity
from core.diagnosis.generalising import ERRORS, GENERALISING_RULES
from core.diagnosis.outputs import OUTPUT_RULES
from core.diagnosis.ranking import ranked
from core.diagnosis.rates import RATE_RULES
from core.diagnosis.rates_too_low import rate_too_low
from core.diagnosis.rescue import with_true_rescue
from core.diagnosis.steps import STEPS_RULES
from core.evaluation.metrics import standard_error
from core.probes import Probe
from core.records import EpochReport, Outcome, Recipe

__all__ = ["Finding", "Severity", "findings", "judge"]

STEPS_FORECAST = frozenset({"long-steps", "short-steps", "momentum-one", "few-steps"})
"""What says before the start that steps will do harm: not said any more where all went well."""

DEPTH_FORECAST = frozenset({"deep-sigmoid", "very-deep", "small-first-weights"})
"""What says before the start that next to nothing will be learnt."""

LABELS_FORECAST = frozenset({"labels-shuffled", "labels-doubtful"})
"""What says that labels are wrong, by how alike images look: a network may see more. Of labels
of which a share is wrong it cannot answer more than the rest, where it never saw them."""

FEWEST_HELD = 50
"""Among fewer held-out images half are answered by chance."""

LEARNS_MUCH = 0.8
"""An accuracy from here on speaks against that."""

_RULES = (
    *RATE_RULES,
    rate_too_low,
    *STEPS_RULES,
    *OUTPUT_RULES,
    *GENERALISING_RULES,
    *COURSE_RULES,
)


def findings(
    recipe: Recipe,
    epochs: tuple[EpochReport, ...] = (),
    result: Outcome | None = None,
    *,
    facts: DataFacts | None = None,
    start: Probe | None = None,
) -> tuple[Finding, ...]:
    """Return what strikes in a training, the strongest cause first.

    Parameters
    ----------
    epochs : tuple of EpochReport
        The finished ones, those of the training that was continued included.
    result : Outcome, optional
        What the training gave, once it has ended.
    facts : DataFacts, optional
        What a look at its data found.
    start : Probe, optional
        The look before its first step; else that of the result.
    """
    if recipe.by_hand is not None:
        # The rules are of Keras's losses and optimizers, not of a lesson's.
        return ()
    return judge(
        Evidence(
            recipe=recipe,
            facts=facts,
            start=start or (result.first_probe if result is not None else None),
            epochs=epochs,
            ended=None if result is None else result.ended,
            test=None if result is None else result.test,
        )
    )


def _refuted(finding: Finding, evidence: Evidence) -> bool:
    """Say whether what was seen speaks against what was said before the start."""
    if not evidence.epochs:
        return False
    if finding.code in STEPS_FORECAST:
        return evidence.went_well
    if finding.code in LABELS_FORECAST:
        return _agrees_with_labels(finding, evidence)
    return finding.code in DEPTH_FORECAST and evidence.accuracy >= LEARNS_MUCH


def _agrees_with_labels(finding: Finding, evidence: Evidence) -> bool:
    """Say whether more held-out labels are answered than could be, if they were wrong."""
    held = evidence.last.val_score
    if held is None or not isinstance(evidence.recipe.validation, float):
        return False
    if finding.code == "labels-shuffled":
        return held.images >= FEWEST_HELD and evidence.learns(LEARNS_LITTLE)
    share = float(str(finding.values["share"])) / 100
    error = standard_error(held.accuracy, held.images)
    return held.accuracy - ERRORS * error > 1 - share / 2


def _whole(evidence: Evidence) -> Recipe:
    """Return the recipe with all epochs: that of a continued training says the last part's."""
    trained = evidence.last.epoch if evidence.epochs else 0
    return replace(evidence.recipe, epochs=max(evidence.recipe.epochs, trained))


def judge(evidence: Evidence) -> tuple[Finding, ...]:
    """Return the same of all that is known of a training."""
    found = all_checks(_whole(evidence), evidence.facts)
    found = [finding for finding in found if not _refuted(finding, evidence)]
    found += [finding for rule in _RULES if (finding := rule(evidence)) is not None]
    return ranked([with_true_rescue(finding, evidence) for finding in found])
