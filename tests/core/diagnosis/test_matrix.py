"""The doctor held against trainings whose fault is known, and against healthy ones."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from core import diagnosis
from core.diagnosis.cure import Cure
from core.diagnosis.ranking import EXPLAINS, FACTS, STRENGTH
from core.errors import RecipeError
from core.recipes import recipe_file
from tests.core.diagnosis.matrix.faulty import FAULTY
from tests.core.diagnosis.matrix.healthy import HEALTHY
from tests.core.diagnosis.matrix.judged import judge_all

SOME = (
    *(case for place, case in enumerate(FAULTY) if place % 5 in (0, 2, 4)),
    *HEALTHY[::2],
)
"""Three in five of the faulty, half of the healthy: all take many minutes, and have a command
of their own, ``python -m tests.core.diagnosis.matrix``."""


@pytest.fixture(scope="module")
def judged(sample):
    return list(judge_all(SOME, sample))


@pytest.fixture(scope="module")
def faulty(judged):
    return [one for one in judged if one.case.truth]


def can_be_stored(recipe):
    """Some cases are refused at every door by now: a decay above 1, a validation not made."""
    try:
        return recipe_file.from_json(recipe_file.to_json(recipe)) == recipe
    except RecipeError:
        return False


@pytest.mark.slow
class TestMatrix:
    def test_the_matrix_is_large(self):
        assert sum(bool(case.truth) for case in SOME) >= 80
        assert sum(not case.truth for case in SOME) >= 40
        names = [case.name for case in (*FAULTY, *HEALTHY)]
        assert len(set(names)) == len(names)

    def test_the_true_cause_comes_first(self, faulty):
        missed = [(one.case.name, one.first) for one in faulty if not one.right]
        assert len(missed) <= 0.1 * len(faulty), missed

    def test_nothing_false_is_said(self, faulty):
        assert [(one.case.name, one.false) for one in faulty if one.false] == []

    def test_what_can_be_known_is_said_before_the_start(self, faulty):
        assert [one.case.name for one in faulty if not one.said_before] == []

    def test_healthy_trainings_are_left_in_peace(self, judged):
        warned = [(o.case.name, o.serious) for o in judged if not o.case.truth and o.serious]
        assert warned == []

    def test_every_cure_gives_a_recipe_that_can_be_stored(self, judged):
        storable = [one for one in judged if can_be_stored(one.case.recipe)]
        assert len(storable) > 0.95 * len(judged)
        for one in storable:
            for finding in (*one.before, *one.after):
                cured = finding.remedy.apply(one.case.recipe)
                assert recipe_file.from_json(recipe_file.to_json(cured)) == cured

    def test_a_cured_recipe_no_longer_shows_the_fault_before_the_start(self, faulty, sample):
        from core.data.facts import count_facts
        from core.diagnosis.check import check

        for one in faulty:
            facts = count_facts(one.case.change(sample))
            for finding in one.before:
                if finding.remedy == Cure() or not finding.remedy.changes:
                    continue
                after = check(finding.remedy.apply(one.case.recipe), facts)
                assert finding.code not in {f.code for f in after}, one.case.name


def test_every_finding_has_its_place_in_the_order_and_none_is_there_that_nobody_makes():
    made = set()
    for path in Path(diagnosis.__file__).parent.glob("*.py"):
        # What several runs show together stands by itself.
        for node in (
            ast.walk(ast.parse(path.read_text("utf-8"))) if path.stem != "several" else ()
        ):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
                made.add(ast.literal_eval(node.args[0]))
    assert made == set(STRENGTH)
    assert set(EXPLAINS) | FACTS | frozenset().union(*EXPLAINS.values()) <= made
    assert len(set(STRENGTH)) == len(STRENGTH)
