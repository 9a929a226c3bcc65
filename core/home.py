"""Where Inkling keeps what is its user's: settings, runs, networks, drawings, data."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from core.errors import InklingError


@dataclass(frozen=True)
class Home:
    """One folder for everything that a person would miss.

    Parameters
    ----------
    folder : Path
        The folder itself; it is made when something is first written into it.
    """

    folder: Path

    @property
    def settings_file(self) -> Path:
        """The window's preferences (INI)."""
        return self.folder / "settings.ini"

    @property
    def runs(self) -> Path:
        """The run store."""
        return self.folder / "runs"

    @property
    def drawings(self) -> Path:
        """The person's own labelled digits."""
        return self.folder / "drawings"

    @property
    def networks(self) -> Path:
        """Networks that were taught the person's hand."""
        return self.folder / "networks"

    @property
    def data(self) -> Path:
        """Data sets that Inkling downloaded."""
        return self.folder / "data"

    @property
    def doubts(self) -> Path:
        """What networks said of images whose labels are doubted; can be made anew."""
        return self.folder / "doubts"

    @property
    def reviews(self) -> Path:
        """What the person said of labels, a file for each data set."""
        return self.folder / "reviews"

    @property
    def robustness(self) -> Path:
        """How networks read changed images; can be measured anew."""
        return self.folder / "robustness"

    @property
    def quiz_file(self) -> Path:
        """The quiz that the person may go on with."""
        return self.folder / "quiz.json"

    @property
    def log_file(self) -> Path:
        """What went wrong lately, with tracebacks."""
        return self.folder / "inkling.log"

    @property
    def crash_file(self) -> Path:
        """What a process wrote down while it crashed; emptied at the next start."""
        return self.folder / "inkling.crash"

    @property
    def last_crash_file(self) -> Path:
        """What was in `crash_file` when that was emptied last."""
        return self.folder / "last-crash.txt"


@contextmanager
def writable_home(home: Home) -> Iterator[tuple[Home, InklingError | None]]:
    """Give a home that can be written: this one, else one for the time being, and why.

    The one for the time being is empty, and is removed at the end.
    """
    problem = _why_unwritable(home.folder)
    if problem is None:
        yield home, None
        return
    reason = problem.strerror or str(problem)
    told = InklingError(
        "Nothing can be kept in {folder}: {reason}.",
        "Until it ends, Inkling works in an empty folder for the time being: save what you want"
        " to keep elsewhere. Another folder is chosen with INKLING_HOME.",
        folder=_short(str(home.folder)),
        reason=reason,
    )
    with tempfile.TemporaryDirectory(prefix="inkling-", ignore_cleanup_errors=True) as folder:
        yield Home(Path(folder)), told


def _why_unwritable(folder: Path) -> OSError | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"?")
    except OSError as error:
        return error
    return None


def _short(text: str) -> str:
    """Leave the middle of a name out that is too long to be read."""
    return text if len(text) <= 160 else f"{text[:80]} ... {text[-60:]}"


def expanded(path: str | Path) -> Path:
    """Return a path with "~" filled in; as it is where nobody knows whose home is meant."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def default_home() -> Home:
    """Return the folder that ``INKLING_HOME`` names, else the system's place for user data."""
    named = os.environ.get("INKLING_HOME")
    folder = Path(named) if named else Path(platformdirs.user_data_dir("Inkling", False))
    return Home(expanded(folder).absolute())
