"""An experiment for other people: its trainings as CSV, its answer as one HTML page.

The page needs nothing but itself: its plots are drawings within it, and it follows the
reader's light or dark.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from html import escape
from math import isfinite
from pathlib import Path
from typing import BinaryIO

from core.atomic_file import write_atomically
from core.evaluation.student import MeanInterval
from core.experiments import experiment_file
from core.experiments.answer import Answer, few_seeds, method, sentence
from core.experiments.drawing import Chart, Series
from core.experiments.experiment import value_words
from core.experiments.fields import short_name
from core.experiments.overview import Effect, ExperimentOverview, HeatMap
from core.phrases import Phrase

Words = Callable[[str], str]
"""Turns a `Phrase` into the reader's language."""

_FIGURES = (
    *("state", "epochs", "loss", "accuracy", "val_loss", "val_accuracy"),
    *("test_loss", "test_accuracy", "seconds"),
)

_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 960px; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; text-align: right; border-bottom: 1px solid #8884; }
th:first-child, td:first-child { text-align: left; }
svg { width: 100%; height: auto; } svg text { fill: currentColor; font-size: 12px; }
pre { overflow-x: auto; background: #8881; padding: 1rem; font-size: 12px; }
.muted { opacity: .7; }
"""


def write_experiment_csv(path: Path, seen: ExperimentOverview) -> None:
    """Write one row for each training, done or not, under a row of column names."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    fields = [short_name(varied.field) for varied in seen.stored.experiment.varied]
    writer.writerow(("training", "setting", *fields, "seed", "run", *_FIGURES))
    for training in seen.stored.trainings:
        one = seen.trained.get(training.number)
        values = [value_words(value) for _, value in training.setting.values]
        figures = [""] * (1 + len(_FIGURES))
        if one is not None:
            figures = [_cell(getattr(one, name)) for name in ("run", *_FIGURES)]
        row = (training.number, training.setting.number, *values, training.seed)
        writer.writerow((*row, *figures))
    # The mark at the start tells spreadsheets that the names are UTF-8.
    _write(path, text.getvalue().encode("utf-8-sig"))


def write_experiment_html(path: Path, seen: ExperimentOverview, words: Words = str) -> None:
    """Write what the experiment shows as one page."""
    _write(path, html(seen, words).encode("utf-8"))


def html(seen: ExperimentOverview, words: Words = str) -> str:
    """Return the page."""
    stored, found = seen.stored, seen.answer
    parts = [
        f"<h1>{escape(stored.name)}</h1>",
        _paragraph(words(_headline(seen)), "muted"),
        _table(found, words),
        *(_paragraph(words(text)) for text in sentences(found)),
        _paragraph(words(method(found)), "muted"),
        *_curves(seen, words),
        *(_effect(effect, words) for effect in seen.effects if len(effect.words) > 1),
        _heat(seen.heat, words) if seen.heat is not None else "",
        f"<h2>{escape(words(Phrase('The experiment itself')))}</h2>",
        f"<pre>{escape(experiment_file.to_json(stored.experiment))}</pre>",
    ]
    title = escape(stored.name)
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return (
        f"<!doctype html>\n<html><head>{head}</head><body>\n"
        + "\n".join(parts)
        + ("\n</body></html>\n")
    )


def sentences(found: Answer, most: int = 12) -> list[Phrase]:
    """Return in words which differences are real: the best against the others, then steps."""
    pairs = {(one.better.number, one.worse.number): one for one in found.comparisons}
    if len(found.rows) > 2:
        for step in found.steps:
            pairs.setdefault((step.better.number, step.worse.number), step)
    told = [sentence(one, found.measure) for one in list(pairs.values())[:most]]
    few = few_seeds(found)
    return told if few is None else [*told, few]


def figure_words(found: MeanInterval) -> str:
    """Write a mean of accuracies with its deviation: "97.31 +- 0.08 %"."""
    if not isfinite(found.mean):
        return "-"
    if found.deviation is None:
        return f"{100 * found.mean:.2f} %"
    return f"{100 * found.mean:.2f} \N{PLUS-MINUS SIGN} {100 * found.deviation:.2f} %"


def interval_words(found: MeanInterval) -> str:
    """Write the interval of a mean of accuracies."""
    if found.low is None or found.high is None:
        return "-"
    return f"{100 * found.low:.2f} \N{EN DASH} {100 * found.high:.2f} %"


def _headline(seen: ExperimentOverview) -> Phrase:
    return Phrase(
        "{done} of {total} trainings, {settings} settings; data: {data}",
        done=seen.done,
        total=len(seen.stored.trainings),
        settings=len(seen.answer.rows),
        data=seen.stored.data_name,
    )


def _table(found: Answer, words: Words) -> str:
    titles = (
        Phrase("Setting"),
        Phrase("Seeds"),
        MEASURES[found.measure],
        Phrase("95 % interval"),
        Phrase("Training loss"),
        Phrase("Seconds"),
    )
    rows = [
        (
            row.setting.label,
            str(row.figure.count),
            figure_words(row.figure),
            interval_words(row.figure),
            f"{row.loss.mean:.4g}" if row.loss.count else "-",
            "-" if row.seconds is None else f"{row.seconds:.1f}",
        )
        for row in found.rows
    ]
    head = "".join(f"<th>{escape(words(title))}</th>" for title in titles)
    body = "\n".join(_row(cells) for cells in rows)
    return f"<table><tr>{head}</tr>\n{body}</table>"


MEASURES = {
    "test_accuracy": Phrase("Test accuracy"),
    "val_accuracy": Phrase("Validation accuracy"),
    "accuracy": Phrase("Training accuracy"),
    "loss": Phrase("Training loss"),
    "test_loss": Phrase("Test loss"),
}
"""What the measures are called."""


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _curves(seen: ExperimentOverview, words: Words) -> list[str]:
    labels = {row.setting.number: row.setting.label for row in seen.answer.rows}
    title = Phrase("On the validation images") if seen.validated else Phrase("In training")
    found = []
    for name, curves in ((Phrase("Accuracy"), seen.accuracy), (Phrase("Loss"), seen.loss)):
        series = [
            Series(
                labels[curve.setting],
                _points(curve.mean),
                band=(_points(curve.band()[0]), _points(curve.band()[1])),
                faint=tuple(_points(single) for single in curve.singles),
            )
            for curve in curves
        ]
        if series:
            chart = Chart(series, x_title=words(Phrase("epoch")))
            heading = f"{words(name)}, {words(title).lower()}"
            found.append(f"<h2>{escape(heading)}</h2>{chart.svg()}")
    return found


def _points(line: Sequence[tuple[int, float]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(epoch), value) for epoch, value in line)


def _effect(effect: Effect, words: Words) -> str:
    told = [(p, dots) for p, dots in zip(effect.places, effect.dots, strict=True) if dots]
    mean = tuple((place, sum(dots) / len(dots)) for place, dots in told)
    dots = tuple((place, value) for place, values in told for value in values)
    chart = Chart(
        [Series("", mean, dots=dots)],
        x_title=effect.field,
        logarithmic=effect.logarithmic,
        ticks=tuple(zip(effect.places, effect.words, strict=True)),
    )
    heading = words(Phrase("The effect of {field}", field=effect.field))
    return f"<h2>{escape(heading)}</h2>{chart.svg()}" if told else ""


def _heat(heat: HeatMap, words: Words) -> str:
    head = "".join(f"<th>{escape(word)}</th>" for word in ("", *heat.columns))
    body = "\n".join(
        _row((word, *(f"{100 * mean:.2f} %" if isfinite(mean) else "-" for mean in means)))
        for word, means in zip(heat.rows, heat.means, strict=True)
    )
    heading = f"{heat.fields[0]} \N{MULTIPLICATION SIGN} {heat.fields[1]}"
    return f"<h2>{escape(heading)}</h2><table><tr>{head}</tr>\n{body}</table>"


def _paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _write(path: Path, content: bytes) -> None:
    def write(file: BinaryIO) -> None:
        file.write(content)

    write_atomically(path, write)
