"""How good the answers are: scores, confusion, intervals, comparisons, calibration.

Pure NumPy and the standard library. Labels below 0 mean "not a digit" and are left out
wherever a digit's own figures are computed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.probes import Probe
from core.records import CLIP, Floats, Labels, LossName, Predictions, Score

Bools = NDArray[np.bool_]
Doubles = NDArray[np.float64]

CLIPPED_LOSS_LIMIT = -math.log(CLIP)
"""The most that one image can cost on the clipped path: 16.118."""


LOST_RECALL = 0.01
"""A digit with a smaller recall is lost: even guessing would find a tenth of its images, and of
a hundred classes one in a hundred."""

FEWEST_OF_A_DIGIT = 15
"""With fewer images of a digit all of them may be missed by chance."""

Z_95 = 1.959963984540054
"""The normal quantile of a two-sided 95 % interval."""

CHANCE = 0.05
"""Differences that chance gives less often are called real."""

EXACT_UP_TO = 200
"""Discordant pairs up to which McNemar's test is computed from the binomial itself."""


@dataclass(frozen=True)
class McNemar:
    """Whether two networks differ in accuracy on the same images, or only by chance.

    Parameters
    ----------
    only_a, only_b : int
        Images that only the first, only the second read right.
    p_value : float
        The probability of a difference at least this large if both were equally good.
    """

    only_a: int
    only_b: int
    p_value: float

    @property
    def likely_real(self) -> bool:
        """Whether chance alone would give such a difference less than once in twenty."""
        return self.p_value < CHANCE


def score(predictions: Predictions, labels: Labels, loss_name: LossName) -> Score:
    """Compare what a network says of a split with the true digits.

    The digit is the first largest output, as Keras's accuracy takes it; `logit_accuracy`
    takes the largest logit instead. Both agree until outputs saturate.
    """
    known = labels >= 0
    if not known.all():
        predictions = Predictions(predictions.logits[known], predictions.outputs[known])
        labels = labels[known]
    return Score(
        loss=mean_loss(predictions, labels, loss_name),
        accuracy=_fraction(predictions.digits == labels),
        logit_accuracy=_fraction(predictions.logits.argmax(axis=1) == labels),
        tied=_fraction(tied_rows(predictions.outputs)),
        recalls=recalls(labels, predictions.digits, predictions.logits.shape[1]),
        images=len(labels),
    )


def mean_loss(predictions: Predictions, labels: Labels, loss_name: LossName) -> float:
    """Return the mean of `losses`; nan where there are no images."""
    return float(losses(predictions, labels, loss_name).mean()) if len(labels) else math.nan


def losses(predictions: Predictions, labels: Labels, loss_name: LossName) -> Doubles:
    """Return the loss of each image, float64 (n,).

    "crossentropy" is that of the softmax of the logits, whatever the last activation, as
    Keras on TensorFlow computes it; "clipped_crossentropy" normalises the outputs by their
    sum, clips to [1e-7, 1 - 1e-7] and takes the logarithm, as Keras 2.2 did: at most
    16.118, and without a gradient outside the clip.
    """
    if loss_name == "crossentropy":
        return crossentropies(predictions.logits, labels)
    # In float32, like the networks: the upper clip is then 1 - 1.2e-7.
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        normalised = predictions.outputs / predictions.outputs.sum(axis=1, keepdims=True)
    rows, low = np.arange(len(labels)), np.float32(CLIP)
    clipped = np.clip(normalised[rows, labels], low, np.float32(1) - low)
    result: Doubles = -np.log(clipped.astype(np.float64))
    return result


def crossentropies(logits: Floats | Doubles, labels: Labels) -> Doubles:
    """Return minus the logarithm of each label's softmax, float64 (n,), without overflow."""
    # NumPy reduces along the first axis five times faster than along a short last one.
    columns = np.ascontiguousarray(logits.T, np.float64)
    with np.errstate(invalid="ignore"):
        columns -= columns.max(axis=0)
        wanted = columns[labels, np.arange(len(labels))]
        result: Doubles = np.log(np.exp(columns).sum(axis=0)) - wanted
    return result


def tied_rows(outputs: Floats) -> Bools:
    """Say of each row whether its largest output occurs more than once."""
    columns = np.ascontiguousarray(outputs.T)
    result: Bools = (columns == columns.max(axis=0)).sum(axis=0) > 1
    return result


def loss_of_guessing(classes: int) -> float:
    """Return the cross-entropy of equal shares: 2.303 for ten classes."""
    return math.log(classes)


def as_with_ten(accuracy: float, classes: int) -> float:
    """Return the accuracy that is as far from guessing as this one is with ten classes.

    Thresholds that were measured on digits are carried over to other classes by it: half way
    from guessing to all right stays half way.
    """
    chance = 1 / classes
    return chance + (accuracy - 0.1) / 0.9 * (1 - chance)


def confusion(labels: Labels, digits: Labels, classes: int) -> NDArray[np.int64]:
    """Count the answers: int64 (classes, classes), row = true, column = predicted class.

    scikit-learn has the same orientation; some books have the transpose.
    """
    known = labels >= 0
    cells = labels[known] * classes + digits[known]
    return np.bincount(cells, minlength=classes**2).reshape(classes, classes)


def recalls(labels: Labels, digits: Labels, classes: int) -> tuple[float, ...]:
    """Return for each true digit the share that was recognised; nan where there is none."""
    table = confusion(labels, digits, classes)
    totals = table.sum(axis=1)
    return tuple(
        float(right / total) if total else math.nan
        for right, total in zip(table.diagonal(), totals, strict=True)
    )


def lost_digits(scored: Score | Probe) -> tuple[int, ...]:
    """Return the digits that a network hardly ever reads right, though it saw enough images."""
    if scored.images < len(scored.recalls) * FEWEST_OF_A_DIGIT:
        return ()
    return tuple(digit for digit, recall in enumerate(scored.recalls) if recall < LOST_RECALL)


def standard_error(accuracy: float, count: int) -> float:
    """Return the standard deviation of an accuracy measured on `count` independent images."""
    return math.sqrt(max(accuracy * (1 - accuracy), 0.0) / count) if count else math.nan


def wilson(right: int, total: int, *, z: float = Z_95) -> tuple[float, float]:
    """Return the 95 % interval of an accuracy: between these the true accuracy plausibly lies.

    Unlike accuracy +- z standard errors it stays inside 0 to 1 and is sensible at both ends.

    References
    ----------
    Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22, 1927.
    """
    if total == 0:
        return 0.0, 1.0
    accuracy, spread = right / total, z * z / total
    middle = (accuracy + spread / 2) / (1 + spread)
    half = (
        z * math.sqrt(accuracy * (1 - accuracy) / total + spread / (4 * total)) / (1 + spread)
    )
    # At 0 and at all of them an end is exact; rounding must not say otherwise.
    low = 0.0 if right == 0 else middle - half
    return low, 1.0 if right == total else middle + half


def mcnemar(a_right: Bools, b_right: Bools) -> McNemar:
    """Test whether two networks differ on the same images, in the same order.

    Only images that exactly one of them read right say anything. Up to 200 of these the
    two-sided p-value is the exact binomial one, beyond from the chi-square distribution of
    one degree of freedom with Edwards's continuity correction.

    References
    ----------
    McNemar, "Note on the sampling error of the difference between correlated proportions
    or percentages", Psychometrika 12, 1947; Edwards, Psychometrika 13, 1948.
    """
    only_a = int(np.count_nonzero(a_right & ~b_right))
    only_b = int(np.count_nonzero(b_right & ~a_right))
    return McNemar(only_a, only_b, _mcnemar_p(only_a, only_b))


def _mcnemar_p(only_a: int, only_b: int) -> float:
    pairs, fewer = only_a + only_b, min(only_a, only_b)
    if pairs <= EXACT_UP_TO:
        tail = sum(math.comb(pairs, count) for count in range(fewer + 1))
        return min(1.0, tail / 2 ** (pairs - 1)) if pairs else 1.0
    statistic = max(abs(only_a - only_b) - 1, 0) ** 2 / pairs
    # The chi-square tail with one degree of freedom is the normal's two tails.
    return math.erfc(math.sqrt(statistic / 2))


def expected_calibration_error(
    probabilities: Floats, labels: Labels, *, bins: int = 15
) -> float:
    """Return how far confidence is from accuracy: 0 is perfect. For benchmarks and tests.

    Images are put into `bins` equal ranges of confidence; the mean over images of the
    distance between accuracy and mean confidence of their range.

    References
    ----------
    Guo, Pleiss, Sun & Weinberger, "On calibration of modern neural networks", ICML 2017.
    """
    if not len(labels):
        return math.nan
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    place = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    gaps = np.bincount(place, weights=right - confidence, minlength=bins)
    return float(np.abs(gaps).sum() / len(labels))


def fit_temperature(
    logits: Floats, labels: Labels, *, low: float = 0.05, high: float = 20.0
) -> float:
    """Return the temperature that makes the probabilities of these images most likely.

    The mean negative log-likelihood is convex in 1 / temperature, so a golden section
    search over its logarithm finds the one minimum, to five digits. Where every image is
    read right there is none and `low` is given.

    References
    ----------
    Guo, Pleiss, Sun & Weinberger, "On calibration of modern neural networks", ICML 2017;
    Kiefer, "Sequential minimax search for a maximum", 1953, for the search.
    """
    exact = logits.astype(np.float64)

    def cost(log_temperature: float) -> float:
        return float(crossentropies(exact / math.exp(log_temperature), labels).mean())

    ratio = (math.sqrt(5) - 1) / 2
    left, right = math.log(low), math.log(high)
    inner, outer = right - ratio * (right - left), left + ratio * (right - left)
    cost_inner, cost_outer = cost(inner), cost(outer)
    while right - left > 1e-5:
        if cost_inner <= cost_outer:
            right, outer, cost_outer = outer, inner, cost_inner
            inner = right - ratio * (right - left)
            cost_inner = cost(inner)
        else:
            left, inner, cost_inner = inner, outer, cost_outer
            outer = left + ratio * (right - left)
            cost_outer = cost(outer)
    return math.exp((left + right) / 2)


def _fraction(flags: Bools) -> float:
    return float(flags.mean()) if len(flags) else math.nan
