"""Numbers and errors in the person's words: one way to say each thing on every page."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

import resources
from core.errors import InklingError
from core.phrases import Phrase, filled
from core.records import Phase, Progress, QuantityName

if TYPE_CHECKING:
    from core.runs.continuing import Plan

NOTHING = "\N{EN DASH}"
"""Stands where there is no figure."""


def phrase(text: str, values: Mapping[str, object] | None = None) -> str:
    """Return a text of the core in the person's language.

    Parameters
    ----------
    text : str
        A `Phrase`, or a template.
    values : mapping, optional
        What the braces of a template stand for; without it they are left alone.
    """
    if isinstance(text, Phrase):
        return phrase(text.template, text.values)
    translated = QCoreApplication.translate("core", text) if text else ""
    if values is None:
        return translated
    known = {
        name: phrase(value) if isinstance(value, Phrase) else value
        for name, value in values.items()
    }
    return filled(translated, known)


def named(text: str) -> str:
    """Return a name, title or description in the person's language, if it is Inkling's own.

    Recipes of the catalogue and the embedded sample have such; what a person named stays
    as it is, even where it is a word that Inkling knows.
    """
    return QCoreApplication.translate("names", text) if text else ""


def in_both(text: str) -> str:
    """Return a name or text of Inkling's own in both languages, to be looked for in either."""
    return f"{text} {_chinese_names().translate('names', text) or ''}"


@cache
def _chinese_names() -> QTranslator:
    translator = QTranslator()
    folder = Path(resources.__file__).parent / "translations"
    translator.load(str(folder / "inkling_zh_CN.qm"))
    return translator


def sentences(first: str, second: str) -> str:
    """Return two sentences as one text; either may be empty."""
    if not (first and second):
        return first or second
    pair = QCoreApplication.translate("words", "{first} {second}")
    return pair.format(first=first, second=second)


def error_text(error: BaseException) -> str:
    """Return problem and cure of an error, translated; for anything else, what it says."""
    if isinstance(error, InklingError):
        return sentences(problem_text(error), cure_text(error))
    said = str(error) or type(error).__name__
    return QCoreApplication.translate("words", "Something unexpected happened: {said}").format(
        said=said
    )


def problem_text(error: InklingError) -> str:
    """Return what went wrong, translated."""
    return phrase(error.problem, error.values)


def cure_text(error: InklingError) -> str:
    """Return what to do now, translated; may be empty."""
    return phrase(error.cure, error.values)


def quantity(name: QuantityName, *, on_test: bool = False) -> str:
    """Return what a figure of an epoch is called; some validate on the test images."""
    if on_test and name == "val_loss":
        return QCoreApplication.translate("words", "test loss")
    if on_test and name == "val_accuracy":
        return QCoreApplication.translate("words", "test accuracy")
    return {
        "val_loss": QCoreApplication.translate("words", "validation loss"),
        "val_accuracy": QCoreApplication.translate("words", "validation accuracy"),
        "loss": QCoreApplication.translate("words", "training loss"),
        "accuracy": QCoreApplication.translate("words", "training accuracy"),
    }[name]


def phase_words(phase: Phase) -> str:
    """Return what a training is busy with, as it stands behind a name and a colon."""
    return {
        "waiting": QCoreApplication.translate("words", "waiting for another experiment"),
        "loading": QCoreApplication.translate("words", "loading TensorFlow"),
        "preparing": QCoreApplication.translate("words", "preparing the images"),
        "compiling": QCoreApplication.translate("words", "compiling the network"),
        "testing": QCoreApplication.translate("words", "testing"),
    }[phase.name]


def epoch_words(progress: Progress) -> str:
    """Return where a training is, where there is no room for more."""
    words = QCoreApplication.translate("words", "Epoch {n} of {last}, {time} left")
    return words.format(
        n=progress.epoch, last=progress.last_epoch, time=duration(progress.seconds_left)
    )


def capital(text: str) -> str:
    """Return a text as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def continue_words(plan: Plan) -> str:
    """Return what Continue does, for its buttons: "4 of 10 trained: continue to 10"."""
    if plan.again:
        words = QCoreApplication.translate("words", "Continue for {more} more")
    else:
        words = QCoreApplication.translate(
            "words", "{trained} of {last} trained: continue to {last}"
        )
    return words.format(trained=plan.trained, last=plan.last_epoch, more=plan.more)


def percent(fraction: float | None, decimals: int = 2) -> str:
    """Return a fraction (0 to 1) as "98.14 %"; a dash where there is none."""
    if fraction is None or math.isnan(fraction):
        return NOTHING
    return f"{QLocale().toString(100.0 * float(fraction), 'f', decimals)} %"


def percent_span(low: float, high: float, decimals: int = 2) -> str:
    """Return two fractions as one range: "97.10 to 98.14 %"."""
    first = QLocale().toString(100.0 * float(low), "f", decimals)
    words = QCoreApplication.translate("words", "{low} to {high}")
    return words.format(low=first, high=percent(high, decimals))


def plural(n: int, one: str, many: str) -> str:
    """Return the words for so many: `one` or `many`, with the number for ``{n}``."""
    return (one if n == 1 else many).format(n=count(n))


def moment(seconds: float) -> str:
    """Return a time (seconds since 1970) in the local zone: "2026-11-27 00:51"."""
    return QDateTime.fromSecsSinceEpoch(int(seconds)).toString("yyyy-MM-dd hh:mm")


def epochs_words(n: int) -> str:
    """Return how many epochs were trained: "3 epochs", "part of epoch 1"."""
    if not n:
        return QCoreApplication.translate("words", "part of epoch 1")
    one = QCoreApplication.translate("words", "{n} epoch")
    return plural(n, one, QCoreApplication.translate("words", "{n} epochs"))


def number(value: float | None, decimals: int = 4) -> str:
    """Return a number with that many decimals; a dash where there is none."""
    if value is None or math.isnan(value):
        return NOTHING
    # Qt takes no int here, and an error inside a model that Qt asks ends the process.
    return QLocale().toString(float(value), "f", decimals)


def elided(on: QPainter | QWidget, text: str, width_px: float) -> str:
    """Return a text, shortened where it is wider than the room for it."""
    right = Qt.TextElideMode.ElideRight
    return on.fontMetrics().elidedText(text, right, int(width_px))


def count(value: int) -> str:
    """Return a whole number with the locale's thousands separators."""
    return QLocale().toString(value)


def duration(seconds: float) -> str:
    """Return a length of time as a person says it: "8 s", "2 min 5 s", "1 h 20 min"."""
    if not math.isfinite(seconds):
        return NOTHING
    whole = max(0, round(seconds))
    if whole < 60:
        return QCoreApplication.translate("words", "{s} s").format(s=whole)
    if whole < 3600:
        text = QCoreApplication.translate("words", "{m} min {s} s")
        return text.format(m=whole // 60, s=whole % 60)
    text = QCoreApplication.translate("words", "{h} h {m} min")
    return text.format(h=whole // 3600, m=whole % 3600 // 60)


def size(byte_count: int) -> str:
    """Return a file's size: "11.6 MB"."""
    return QLocale().formattedDataSize(byte_count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
