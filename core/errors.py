"""What went wrong, in words for the person who uses Inkling, and what to do about it."""

from __future__ import annotations

from core.phrases import filled


class InklingError(Exception):
    """Something that a person can understand and mend.

    The texts are templates (``str.format``), kept apart from their values so that the
    window can translate them before the values are filled in.

    Parameters
    ----------
    problem : str
        What is wrong with which thing: ``"{file} ends after {n} of {total} images"``.
    cure : str
        What to do now: ``"Download it again."``; may be empty.
    **values : object
        What the braces in both texts stand for.
    """

    def __init__(self, problem: str, cure: str = "", **values: object) -> None:
        super().__init__(problem, cure, values)
        self.problem = problem
        self.cure = cure
        self.values = values

    def __str__(self) -> str:
        """Return problem and cure in English, values filled in."""
        return " ".join(part for part in self.parts() if part)

    def parts(self) -> tuple[str, str]:
        """Return problem and cure in English, values filled in."""
        return filled(self.problem, self.values), filled(self.cure, self.values)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the values too, so that an error can cross a process border."""
        return _rebuild, (type(self), self.problem, self.cure, self.values)


def _rebuild(
    kind: type[InklingError], problem: str, cure: str, values: dict[str, object]
) -> InklingError:
    return kind(problem, cure, **values)


class DataError(InklingError):
    """A data set or an image cannot be used."""


class NetworkError(InklingError):
    """A network file or a network's description cannot be used."""


class RecipeError(InklingError):
    """A recipe asks for something that cannot be trained."""


class TrainingError(InklingError):
    """A training cannot go on."""


class RunsDamagedError(InklingError):
    """The list of runs cannot be read, but can be rebuilt from the folders of the runs."""


class Cancelled(Exception):  # noqa: N818 - not an error: the person asked for it
    """Raised inside a long work when it sees that it was asked to stop."""
