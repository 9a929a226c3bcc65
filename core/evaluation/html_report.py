"""A whole evaluation as one HTML file: figures, matrix, calibration, and the worst mistakes.

Nothing is fetched when it is opened: pictures are in it, and there is no script.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.evaluation.mistakes import MistakesReport
from core.evaluation.per_class import class_figures, mean_figures, top_accuracy
from core.evaluation.reliability import Bin, calibration_error, reliability
from core.evaluation.selection import Selection
from core.evaluation.told import sentence
from core.phrases import Phrase
from core.records import Images

WORST = 60
"""So many of the most surely misread images are shown."""

_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;max-width:64em;margin:2em auto;padding:0 1em;
color:#1d2129;background:#fff}table{border-collapse:collapse;margin:.6em 0}
td,th{padding:.2em .6em;text-align:right;border:1px solid #d5d8de}th{background:#f4f5f7}
figure{display:inline-block;margin:.4em;text-align:center;font-size:12px}
img{width:56px;height:56px;image-rendering:pixelated;background:#000}
.bar{fill:#0072b2}.line{stroke:#7a7f87;stroke-dasharray:4}
"""

Say = Callable[[str], str]
"""Brings a phrase into the reader's language."""


def html_report(
    report: MistakesReport,
    images: Images,
    names: Sequence[str],
    *,
    title: str,
    say: Say = str,
) -> str:
    """Return the evaluation of a network on a split as a page of HTML.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
        Those of the split.
    title : str
        Which network read which images.
    """
    total, (low, high) = report.total, report.interval
    accuracy = Phrase(
        "{right:,} of {total:,} images are read right: {share} (95 % interval {low} to "
        "{high}).",
        right=report.right,
        total=total,
        share=_percent(report.right / max(total, 1)),
        low=_percent(low),
        high=_percent(high),
    )
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(say(accuracy))}</p>",
        f"<p>{escape(say(sentence(report, Selection(), names)))}</p>",
        _heading(Phrase("Confusion matrix (rows: true class)"), say),
        _matrix(report, names),
        _heading(Phrase("Each class"), say),
        _classes(report, names, say),
        _heading(Phrase("Confidence"), say),
        *_confidence(report, say),
        _heading(Phrase("Sure and wrong"), say),
        *_worst(report, images, names),
    ]
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n" + "\n".join(parts) + "\n</body></html>\n"
    )


def write_report(path: Path, text: str) -> None:
    """Write the page.

    Raises
    ------
    InklingError
        When the system refuses.
    """

    def write(file: BinaryIO) -> None:
        file.write(text.encode())

    write_atomically(path, write)


def _heading(words: Phrase, say: Say) -> str:
    return f"<h2>{escape(say(words))}</h2>"


def _row(cells: Sequence[object], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(str(c))}</{tag}>" for c in cells) + "</tr>"


def _matrix(report: MistakesReport, names: Sequence[str]) -> str:
    wrong = report.counts - np.diag(report.counts.diagonal())
    worst = max(1, int(wrong.max(initial=0)))
    rows = [_row(("", *names), "th")]
    for true, counts in enumerate(report.counts.tolist()):
        cells = [f"<th>{escape(names[true])}</th>"]
        for predicted, count in enumerate(counts):
            share = 0.0 if true == predicted else (count / worst) ** 0.5
            tint = f' style="background:rgba(47,95,208,{0.75 * share:.2f})"' if share else ""
            cells.append(f"<td{tint}>{count or ''}</td>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "".join(rows) + "</table>"


def _classes(report: MistakesReport, names: Sequence[str], say: Say) -> str:
    figures = class_figures(report.counts)
    titles = (
        Phrase("Class"),
        Phrase("Precision"),
        Phrase("Recall"),
        Phrase("F1"),
        Phrase("Images"),
    )
    rows = [_row([say(title) for title in titles], "th")]
    for each in figures:
        shares = (_percent(x) for x in (each.precision, each.recall, each.f1))
        rows.append(_row((names[each.label], *shares, each.support)))
    means = (_percent(x) for x in mean_figures(figures))
    rows.append(_row((say(Phrase("mean")), *means, sum(f.support for f in figures)), "th"))
    return "<table>" + "".join(rows) + "</table>"


def _confidence(report: MistakesReport, say: Say) -> list[str]:
    known = report.known
    right = (report.labels == report.digits)[known]
    bins = reliability(report.confidence[known], right)
    words = Phrase(
        "Expected calibration error {error:.4f}; right at the first or second guess {top}.",
        error=calibration_error(bins),
        top=_percent(top_accuracy(report.probabilities[known], report.labels[known], 2)),
    )
    return [f"<p>{escape(say(words))}</p>", _diagram(bins)]


def _diagram(bins: tuple[Bin, ...]) -> str:
    bars = "".join(
        f'<rect class="bar" x="{200 * b.low + 1:.1f}" y="{200 * (1 - b.accuracy):.1f}" '
        f'width="{200 * (b.high - b.low) - 2:.1f}" height="{200 * b.accuracy:.1f}"/>'
        for b in bins
        if b.images
    )
    line = '<line class="line" x1="0" y1="200" x2="200" y2="0"/>'
    return f'<svg width="200" height="200" style="border:1px solid #d5d8de">{bars}{line}</svg>'


def _percent(share: float) -> str:
    return f"{100 * share:.2f} %"


def _worst(report: MistakesReport, images: Images, names: Sequence[str]) -> list[str]:
    from PIL import Image

    parts = []
    for index in report.select(Selection())[:WORST].tolist():
        content = io.BytesIO()
        Image.fromarray(images[index]).save(content, "PNG")
        data = base64.b64encode(content.getvalue()).decode()
        label = int(report.labels[index])
        true = names[label] if label >= 0 else "\N{EM DASH}"
        said = f"{true} \N{RIGHTWARDS ARROW} {names[report.digits[index]]}"
        sure = f"{index} \N{MIDDLE DOT} {_percent(report.confidence[index])}"
        parts.append(
            f'<figure><img alt="{escape(said)}" src="data:image/png;base64,{data}">'
            f"<br>{escape(said)}<br>{escape(sure)}</figure>"
        )
    return parts
