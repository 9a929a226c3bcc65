"""Where Inkling keeps what is its user's: settings, runs, networks, drawings, data."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


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
    def quiz_file(self) -> Path:
        """The quiz that the person may go on with."""
        return self.folder / "quiz.json"

    @property
    def log_file(self) -> Path:
        """What went wrong lately, with tracebacks."""
        return self.folder / "inkling.log"


def default_home() -> Home:
    """Return the folder that ``INKLING_HOME`` names, else the system's place for user data."""
    named = os.environ.get("INKLING_HOME")
    folder = Path(named) if named else Path(platformdirs.user_data_dir("Inkling", False))
    return Home(folder.expanduser().absolute())
