"""The doctor's rules on how figures came about: from epoch to epoch, and beside each other."""

from __future__ import annotations

from core.diagnosis.finding import Finding
from core.diagnosis.rules import FEWEST_IMAGES, overfitting, score_of
from core.evaluation.metrics import standard_error
from core.layers import BatchNormalization, Dropout
from core.records import EpochReport, Recipe, Score

LEAST_GAP = 0.01
"""Between training and validation accuracy; less is not worth a word."""

ERRORS = 3
"""Standard errors that a difference has to pass before it is no chance."""


def freed_digit(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See digits that were lost for a while, and when they came back."""
    scores = [
        (epoch.epoch, score) for epoch in epochs if (score := score_of(epoch)) is not None
    ]
    if not scores or scores[-1][1].accuracy < 0.2:
        return None
    lost = {number: _lost(score) for number, score in scores}
    once = set().union(*lost.values()) - lost[scores[-1][0]]
    # While nothing is learnt at all, every digit but one is lost.
    last = max((number for number, digits in lost.items() if once & digits), default=0)
    if not once or len(once) > 5 or scores[-1][1].images < FEWEST_IMAGES:
        return None
    return Finding(
        "freed-digit",
        "info",
        "Not one {digits} was recognised up to epoch {last}; since then it is read.",
        "A digit that gets hardly any gradient is learnt late, or by luck: another seed may "
        "never find it.",
        "Use pixels from 0 to 1 and the loss from the logits: then no digit waits.",
        {"digits": ", ".join(map(str, sorted(once))), "last": last},
    )


def gap(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """See the training accuracy lie above the validation's by more than chance explains."""
    last = epochs[-1]
    validation = last.val_score
    if validation is None or overfitting(recipe, epochs) is not None:
        return None
    training = last.accuracy if last.train_score is None else last.train_score.accuracy
    error = standard_error(validation.accuracy, validation.images)
    difference = training - validation.accuracy
    if not difference > max(LEAST_GAP, ERRORS * error):
        return None
    return Finding(
        "gap",
        "info",
        "{training:.2f} % of the training images are right and {validation:.2f} % of the "
        "validation images: {difference:.2f} points between them, {times:.0f} times what "
        "chance explains.",
        "The network also learns what only its training images have.",
        "More images, augmentation or dropout narrow the gap; more epochs widen it.",
        {
            "training": 100 * training,
            "validation": 100 * validation.accuracy,
            "difference": 100 * difference,
            "times": difference / error if error else float("inf"),
        },
    )


def better_validation(recipe: Recipe, epochs: tuple[EpochReport, ...]) -> Finding | None:
    """Explain a validation accuracy above the training accuracy."""
    last = epochs[-1]
    noisy = any(
        isinstance(layer, Dropout | BatchNormalization) for layer in recipe.network.layers
    )
    gain = (last.val_accuracy or 0.0) - last.accuracy
    if gain < 0.003 or not (noisy or recipe.augmentation):
        return None
    return Finding(
        "better-validation",
        "info",
        "The validation accuracy is {gain:.1f} points above the training accuracy.",
        "Training figures are means over the epoch, with dropout or changed images; "
        "validation runs afterwards and without them.",
        "",
        {"gain": 100 * gain},
    )


def _lost(score: Score) -> set[int]:
    return {digit for digit, recall in enumerate(score.recalls) if recall == 0}


HISTORY_RULES = (freed_digit, gap, better_validation)
"""Look at the recipe and the epochs so far, as the other rules do."""
