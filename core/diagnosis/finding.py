"""A finding: something that strikes in a training, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["bad", "warn", "info"]


@dataclass(frozen=True)
class Finding:
    """Something that strikes in a training.

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
    """

    code: str
    severity: Severity
    evidence: str
    cause: str
    cure: str
    values: dict[str, object]

    def text(self) -> str:
        """Return the whole finding in English."""
        whole = " ".join(part for part in (self.evidence, self.cause, self.cure) if part)
        return whole.format(**self.values)
