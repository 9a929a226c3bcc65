"""A finding: something that is, or will go, wrong with a training, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from core.diagnosis.cure import Cure
from core.phrases import filled

Severity: TypeAlias = Literal["bad", "warn", "info"]
Shown: TypeAlias = Literal[
    "", "tied", "lost", "doubtful", "repeated", "blank", "inverted", "leaked", "test"
]
"""Which images a finding speaks of."""


@dataclass(frozen=True)
class Finding:
    """Something that strikes in a training, or before it.

    Parameters
    ----------
    code : str
        Names the rule: "lost-digit".
    severity : {"bad", "warn", "info"}
        Whether it spoils the result, may do so, or is good to know.
    evidence, cause, cure : str
        Templates (``str.format``) for what the figures show, why, and what to do; the
        window translates them before it fills in `values`.
    values : dict of str to object
        The numbers of the templates.
    remedy : Cure
        The cure as a change of the recipe, where it is one.
    source : str
        The text that describes it, for who wants to read more; not translated.
    epoch : int, optional
        Where it was first seen.
    shows : str
        Which images it speaks of, if any.
    symptoms : tuple of Finding
        What this finding explains: not said again by itself.
    """

    code: str
    severity: Severity
    evidence: str
    cause: str
    cure: str
    values: dict[str, object]
    remedy: Cure = field(default=Cure(), kw_only=True)
    source: str = field(default="", kw_only=True)
    epoch: int | None = field(default=None, kw_only=True)
    shows: Shown = field(default="", kw_only=True)
    symptoms: tuple[Finding, ...] = field(default=(), kw_only=True)

    def text(self) -> str:
        """Return the whole finding in English."""
        return " ".join(part for part in self.parts() if part)

    def parts(self) -> tuple[str, str, str]:
        """Return evidence, cause and cure in English, values filled in."""
        evidence, cause, cure = (
            filled(part, self.values) for part in (self.evidence, self.cause, self.cure)
        )
        return evidence, cause, cure

    def explaining(self, symptoms: tuple[Finding, ...]) -> Finding:
        """Return the same finding with its symptoms folded under it."""
        return replace(self, symptoms=symptoms)
