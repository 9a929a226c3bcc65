"""How many were tried, and what did not survive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Tally:
    """One row of the table.

    Parameters
    ----------
    what : str
        What was tried.
    tried : int
        How often.
    problems : list of str
        One for each that was not survived: what, and what it came to.
    note : str
        A figure that belongs beside it.
    """

    what: str
    tried: int = 0
    problems: list[str] = field(default_factory=list)
    note: str = ""

    @property
    def survived(self) -> int:
        return self.tried - len(self.problems)

    def count(self, name: str, problems: Iterable[str]) -> None:
        """Count one try; several problems of it are one that was not survived."""
        self.tried += 1
        said = "; ".join(problems)
        if said:
            self.problems.append(f"{name}: {said}")


def table(tallies: Iterable[Tally]) -> str:
    """Return the table in Markdown."""
    lines = ["| what | tried | survived | |", "|---|---|---|---|"]
    lines += [f"| {t.what} | {t.tried:,} | {t.survived:,} | {t.note} |" for t in tallies]
    return "\n".join(lines)
