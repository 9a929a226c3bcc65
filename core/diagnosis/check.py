"""What can be known of a training before it starts: from its recipe, and from its data."""

from __future__ import annotations

from core.data.facts import DataFacts
from core.diagnosis.before_augmentation import AUGMENTATION_RULES
from core.diagnosis.before_endings import ENDING_RULES
from core.diagnosis.before_images import IMAGE_RULES
from core.diagnosis.before_judging import JUDGING_RULES
from core.diagnosis.before_labels import LABEL_RULES
from core.diagnosis.before_network import NETWORK_RULES
from core.diagnosis.before_papers import PAPER_RULES
from core.diagnosis.before_pixels import PIXEL_RULES
from core.diagnosis.before_plan import PLAN_RULES
from core.diagnosis.before_regularising import REGULARISING_RULES
from core.diagnosis.before_steps import STEP_RULES
from core.diagnosis.evidence import Evidence
from core.diagnosis.finding import Finding
from core.diagnosis.ranking import ranked
from core.diagnosis.rescue import with_true_rescue
from core.records import Recipe

__all__ = ["all_checks", "check"]

_RECIPE_RULES = (
    *PIXEL_RULES,
    *ENDING_RULES,
    *NETWORK_RULES,
    *STEP_RULES,
    *REGULARISING_RULES,
    *AUGMENTATION_RULES,
    *PLAN_RULES,
)

_DATA_RULES = (*LABEL_RULES, *JUDGING_RULES, *PAPER_RULES, *IMAGE_RULES)


def check(recipe: Recipe, facts: DataFacts | None = None) -> tuple[Finding, ...]:
    """Return what can be known before the start, the strongest cause first.

    Parameters
    ----------
    facts : DataFacts, optional
        What `core.data.facts.count_facts` found; without it only the recipe is judged.
    """
    found = all_checks(recipe, facts)
    return ranked([with_true_rescue(finding, Evidence(recipe, facts)) for finding in found])


def all_checks(recipe: Recipe, facts: DataFacts | None) -> list[Finding]:
    """Return the same in no order, with nothing folded."""
    found = [rule(recipe, facts) for rule in _RECIPE_RULES]
    if facts is not None and facts.train.images:
        found += [rule(recipe, facts) for rule in _DATA_RULES]
    return [finding for finding in found if finding is not None]
