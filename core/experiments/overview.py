"""All that a page, or a report, shows of one experiment, read in one go."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.experiments.answer import Answer, Row, answer
from core.experiments.book import ExperimentBook, StoredExperiment, TrainedRun
from core.experiments.curves import SettingCurve, is_validated, setting_curves
from core.experiments.experiment import Training, value_words
from core.experiments.fields import short_name

MOST_CURVES = 10
"""Settings whose curves are shown: as many as there are colours; the best ones of more."""


@dataclass(frozen=True)
class Effect:
    """How a figure goes with one field.

    Parameters
    ----------
    field : str
        Its short name.
    words : tuple of str
        Its values, in the order of the experiment.
    places : tuple of float
        Where they stand on the axis: the values themselves, where all are numbers.
    logarithmic, numbers : bool
        Whether the axis is logarithmic, and whether the places are the values.
    dots : tuple of tuple of float
        For each value the figures of all its trainings.
    """

    field: str
    words: tuple[str, ...]
    places: tuple[float, ...]
    logarithmic: bool
    numbers: bool
    dots: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class HeatMap:
    """The mean figure for each pair of values of the first two fields.

    ``means[row][column]`` is of the first field's value `row` and the second's `column`, over
    all seeds and all other fields; nan where nothing was trained.
    """

    fields: tuple[str, str]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    means: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class ExperimentOverview:
    """One experiment as far as it is trained.

    `accuracy` and `loss` are the curves of at most `MOST_CURVES` settings; `left` are the
    trainings that are not done.
    """

    stored: StoredExperiment
    trained: Mapping[int, TrainedRun]
    answer: Answer
    accuracy: tuple[SettingCurve, ...]
    loss: tuple[SettingCurve, ...]
    validated: bool
    effects: tuple[Effect, ...]
    heat: HeatMap | None
    left: tuple[Training, ...]

    @property
    def done(self) -> int:
        """How many trainings are done."""
        return len(self.stored.trainings) - len(self.left)


def experiment_overview(book: ExperimentBook, number: int) -> ExperimentOverview:
    """Read an experiment and say what it shows.

    Raises
    ------
    InklingError
        If there is none with this number.
    """
    stored = book.get(number)
    planned, trained = stored.trainings, book.trained(number)
    found = answer(planned, trained)
    shown = {row.setting.number for row in _best_rows(found)}
    chosen = [training for training in planned if training.setting.number in shown]
    points = book.curves(number, [training.number for training in chosen]) if chosen else ()
    done = {number for number, one in trained.items() if one.done}
    return ExperimentOverview(
        stored=stored,
        trained=trained,
        answer=found,
        accuracy=setting_curves(chosen, points, "accuracy", done),
        loss=setting_curves(chosen, points, "loss", done),
        validated=is_validated(points),
        effects=tuple(_effect(stored, found, place) for place in range(_field_count(stored))),
        heat=_heat(stored, found),
        left=tuple(
            training
            for training in planned
            if training.number not in trained or not trained[training.number].done
        ),
    )


def _best_rows(found: Answer) -> Sequence[Row]:
    if len(found.rows) <= MOST_CURVES:
        return found.rows
    told = [row for row in found.rows if row.figure.count]
    return sorted(told, key=lambda row: -row.figure.mean)[:MOST_CURVES]


def _field_count(stored: StoredExperiment) -> int:
    return len(stored.experiment.varied)


def _figures(row: Row, found: Answer) -> list[float]:
    values = (getattr(run, found.measure) for run in row.by_seed.values())
    return [value for value in values if value is not None and math.isfinite(value)]


def _effect(stored: StoredExperiment, found: Answer, place: int) -> Effect:
    dots: dict[object, list[float]] = {}
    for row in found.rows:
        dots.setdefault(row.setting.values[place][1], []).extend(_figures(row, found))
    values = list(dots)
    numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
    if numbers:
        values.sort(key=float)  # type: ignore[arg-type]
    places = tuple(float(v) for v in values) if numbers else ()  # type: ignore[arg-type]
    return Effect(
        field=short_name(stored.experiment.varied[place].field),
        words=tuple(value_words(value) for value in values),
        places=places or tuple(map(float, range(len(values)))),
        logarithmic=numbers and is_logarithmic(places),
        numbers=numbers,
        dots=tuple(tuple(dots[value]) for value in values),
    )


def is_logarithmic(values: Sequence[float]) -> bool:
    """Say whether values are spread by factors: above 0, and the largest 9 times the least."""
    return bool(values) and min(values) > 0 and max(values) >= 9 * min(values)


def _heat(stored: StoredExperiment, found: Answer) -> HeatMap | None:
    if _field_count(stored) < 2:
        return None
    cells: dict[tuple[object, object], list[float]] = {}
    for row in found.rows:
        key = row.setting.values[0][1], row.setting.values[1][1]
        cells.setdefault(key, []).extend(_figures(row, found))
    rows, columns = (list(dict.fromkeys(key[i] for key in cells)) for i in (0, 1))
    first, second = stored.experiment.varied[:2]
    return HeatMap(
        (short_name(first.field), short_name(second.field)),
        tuple(map(value_words, rows)),
        tuple(map(value_words, columns)),
        tuple(tuple(_mean(cells.get((r, c), [])) for c in columns) for r in rows),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan
