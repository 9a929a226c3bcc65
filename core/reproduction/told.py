"""All that the notes on lost digits tell, log and prose, beside what seeds give.

None of the accuracies in its prose stands beside a printed training, so each is read as what it
must be: a digit's images are all misread, the others are read as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from core.data.mnist import TRAIN_IMAGES
from core.phrases import Phrase
from core.recipes.published import PublishedRun
from core.records import EpochReport, Recipe
from core.reproduction.families import Run, fate, freeing, losses_of_digits, nearest
from core.reproduction.verdicts import JudgedValue, within

DIGIT_IMAGES = (5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)
"""How many of MNIST's 60,000 training images are of each digit."""

READ_OFF = 0.02
"""How far an accuracy told in two digits may be off, and the most that seeds may scatter."""

TWO_FAMILIES = Phrase(
    "the seeds are of two families, judged above; here is the one nearest to the printed losses"
)

_LOST = ((0, 0.89), (1, 0.86))
_CODE_EPOCHS = 20
_FREED = (0.97, 0.98)
_FIRST = 0.95
_LOWEST = 0.77


def of_families(
    recipe: Recipe,
    printed: PublishedRun,
    runs: Sequence[tuple[EpochReport, ...]],
    called: Sequence[str],
) -> Iterator[JudgedValue]:
    """Set the fates of seeds beside the printed one, and then the nearest seed's epochs.

    Parameters
    ----------
    called : sequence of str
        Which seed each run is.
    """
    named = [
        (Phrase("seed {seed}", seed=seed), run) for seed, run in zip(called, runs, strict=True)
    ]
    yield losses_of_digits(recipe.name, named, told=True)
    yield from freeing(recipe.name, printed, runs)
    yield from told(recipe.name, runs)
    shown = nearest(printed, runs) if all(runs) else ()
    for what, values in printed.curves.items():
        for place, value in enumerate(values):
            measured = getattr(shown[place], what) if place < len(shown) else None
            yield JudgedValue(recipe.name, what, value, measured, None, TWO_FAMILIES, place + 1)


def told(name: str, runs: Sequence[Run]) -> Iterator[JudgedValue]:
    """Judge every accuracy of the notes' prose."""
    others = _read_of_the_others(runs)
    for digit, printed in _LOST:
        yield _with_one_lost(name, digit, printed, others)
    yield _lowest(name, others)
    yield _freed(name, runs)
    yield _first(name, runs)


def _read_of_the_others(runs: Sequence[Run]) -> list[float]:
    """Return what share of the other digits is read by seeds that lose one to the end."""
    lost = [(run, fate(run).to_the_end) for run in runs if run]
    return [
        run[-1].accuracy / (1 - DIGIT_IMAGES[digits[0]] / TRAIN_IMAGES)
        for run, digits in lost
        if len(digits) == 1
    ]


def _with_one_lost(
    name: str, digit: int, printed: float, others: Sequence[float]
) -> JudgedValue:
    what = Phrase("training accuracy with all {digit}s misread", digit=digit)
    if not others:
        why = Phrase("no seed lost exactly one digit to its end")
        return JudgedValue(name, what, printed, None, None, why)
    share = 1 - DIGIT_IMAGES[digit] / TRAIN_IMAGES
    measured = share * float(np.mean(others))
    scattered = len(others) < 2 or float(np.ptp(others)) > READ_OFF
    why = Phrase(
        "of seeds that lose one digit to the end: {others:.3f} of the other digits are read, "
        "which are {share:.3f} of the images",
        others=float(np.mean(others)),
        share=share,
    )
    verdict = within(abs(printed - measured), READ_OFF, scattered=scattered)
    return JudgedValue(name, what, printed, measured, verdict, why, tolerance=READ_OFF)


def _lowest(name: str, others: Sequence[float]) -> JudgedValue:
    what = Phrase("training accuracy of the worst training told of")
    if not others:
        why = Phrase("no seed lost exactly one digit to its end")
        return JudgedValue(name, what, _LOWEST, None, None, why)
    shares = sorted(count / TRAIN_IMAGES for count in DIGIT_IMAGES)
    read = float(np.mean(others))
    low, high = (read * (1 - sum(pair)) for pair in (shares[-2:], shares[:2]))
    why = Phrase(
        "the text does not say which digits it lost: two lost ones leave between these "
        "accuracies, which is no figure to agree with"
    )
    words = Phrase("two digits lost: {low:.3f} to {high:.3f}", low=low, high=high)
    return JudgedValue(name, what, _LOWEST, words, None, why)


def _freed(name: str, runs: Sequence[Run]) -> JudgedValue:
    """Judge .97 and .98: of the code's 20 epochs and the log's 40, nobody knows which."""
    what = Phrase("training accuracy once no digit is lost")
    words = "0.97, 0.98"
    early = [run for run in runs if run and not fate(run).to_the_end]
    early = [run for run in early if (fate(run).freed or 0) < _CODE_EPOCHS <= len(run)]
    if not early:
        why = Phrase("no seed was free of lost digits at epoch {epoch}", epoch=_CODE_EPOCHS)
        return JudgedValue(name, what, words, None, None, why)
    low = [run[_CODE_EPOCHS - 1].accuracy for run in early]
    high = [run[-1].accuracy for run in early]
    off = max(float(np.mean(low)) - _FREED[0], _FREED[1] - float(np.mean(high)), 0.0)
    verdict = within(off, READ_OFF / 2, scattered=max(np.ptp(low), np.ptp(high)) > READ_OFF)
    why = Phrase(
        "mean of the seeds at epoch {code} (the code) and at their end (the log); both told "
        "figures lie between, give or take .01",
        code=_CODE_EPOCHS,
    )
    measured = f"{np.mean(low):.4f}, {np.mean(high):.4f}"
    return JudgedValue(name, what, words, measured, verdict, why)


def _first(name: str, runs: Sequence[Run]) -> JudgedValue:
    what = Phrase("training accuracy of the first epoch of one training")
    firsts = [run[0].accuracy for run in runs if run]
    if not firsts:
        return JudgedValue(name, what, _FIRST, None, None, Phrase("not trained yet"))
    best = max(firsts)
    why = Phrase(
        "fresh weights never begin so high: the text says itself that running its code again "
        "goes on from the weights of the last training"
    )
    if abs(best - _FIRST) <= READ_OFF:
        return JudgedValue(name, what, _FIRST, best, "agrees", why, tolerance=READ_OFF)
    return JudgedValue(name, what, _FIRST, best, "not reproducible as printed", why)
