"""How the command line tells findings: each once, for people in lines, for programs as events.

``finding``: code, severity ("bad", "warn", "info"), epoch (null where it is not of one),
evidence, cause, cure (whole texts), symptoms (of it, each code and evidence), changes (of the
recipe that would cure it, or null).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from core.cli.output import Output
from core.diagnosis.finding import Finding
from core.recipes import recipe_file
from core.recipes.json_values import encode
from core.records import Recipe

_MARKS = {"bad": "!!", "warn": "! ", "info": "  "}
_COLUMNS = 96


class FindingTeller:
    """Tells the findings of one training, each code and severity once."""

    def __init__(self, output: Output, recipe: Recipe) -> None:
        self._output, self._recipe = output, recipe
        self._told: set[tuple[str, str]] = set()

    def tell(self, found: Iterable[Finding]) -> None:
        """Tell those that were not told yet."""
        for finding in found:
            mark = (finding.code, finding.severity)
            if mark not in self._told:
                self._told.add(mark)
                self._one(finding)

    def _one(self, finding: Finding) -> None:
        evidence, cause, cure = finding.parts()
        self._output.event("finding", **finding_values(finding, self._recipe))
        self._line(f"{_MARKS[finding.severity]} {finding.code}: {evidence}")
        for text in (cause, f"Cure: {cure}" if cure else ""):
            self._line(f"   {text}" if text else "")
        for symptom in finding.symptoms:
            self._line(f"   -> {symptom.code}: {symptom.parts()[0]}")

    def _line(self, text: str) -> None:
        for line in textwrap.wrap(text, _COLUMNS, subsequent_indent="   "):
            self._output.line(line)


def finding_values(finding: Finding, recipe: Recipe) -> dict[str, object]:
    """Return a finding under the names that the events use."""
    evidence, cause, cure = finding.parts()
    return {
        "code": finding.code,
        "severity": finding.severity,
        "epoch": finding.epoch,
        "evidence": evidence,
        "cause": cause,
        "cure": cure,
        "symptoms": [
            {"code": symptom.code, "evidence": symptom.parts()[0]}
            for symptom in finding.symptoms
        ],
        "changes": changes_of(finding, recipe),
    }


def changes_of(finding: Finding, recipe: Recipe) -> dict[str, object] | None:
    """Return what the cure changes in the recipe, by its JSON names; None where nothing."""
    cured = finding.remedy.apply(recipe)
    before, after = (recipe_file.to_data(one) for one in (recipe, cured))
    changed = {key: value for key, value in after.items() if before.get(key) != value}
    gone = {key: encode(getattr(cured, key)) for key in before if key not in after}
    return (changed | gone) or None
