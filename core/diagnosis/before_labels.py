"""Before the start: whether labels belong to their images, and all digits are there."""

from __future__ import annotations

from math import floor

import numpy as np

from core.data.facts import DataFacts
from core.diagnosis.cure import Cure, all_images
from core.diagnosis.finding import Finding
from core.evaluation.metrics import as_with_ten
from core.records import Labels, Recipe

LABELS_BY_LOT = 0.3
"""Of ten digits; of other classes what `as_with_ten` makes of it. Nearest neighbours agree by
chance in a tenth of the images; MNIST's do in .78 among 100 others and in .91 among 2,000,
Fashion-MNIST's and KMNIST's in over .7."""

LEAST_AMONG = 100
"""Among fewer images the nearest one is too far away to say anything."""

MOST_AGAINST = 0.07
"""Share of images against whose label all five neighbours speak, among those whose five agree.
MNIST's is .01 to .02; with a tenth of the labels wrong it is .12, with a fifth .26."""

FEWEST_AGAINST = 6
"""Fewer such images may be chance, and MNIST's own odd digits."""

LEAST_EACH = 0.1
"""A digit with less than this share of the most frequent one's images is called rare."""


SORTED = 0.5
"""Share of neighbours with one label in a file's order: .1 in a mixed one, 1 in a sorted
one."""


def one_digit_only(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See training images that are all of one digit."""
    digits = facts.train.digits
    if len(digits) != 1:
        return None
    return Finding(
        "one-digit-only",
        "bad",
        "All {images} training images are of the class {digit}.",
        "Nothing can be told apart: the network learns to answer {digit} to everything.",
        "Train on images of all classes.",
        {"images": facts.train.images, "digit": facts.named(digits)},
    )


def missing_digits(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See digits that are tested, but not learnt from."""
    learnt = _labels_learnt_from(recipe, facts)
    missing = sorted(set(range(len(facts.classes))) - set(learnt.tolist()))
    if not missing or len(missing) == len(facts.classes) - 1 or not len(learnt):
        return None
    in_file = not set(missing) & set(facts.train.digits)
    if not in_file and facts.train.sorted_share < SORTED:
        cause = (
            "The data set has some, but none among those that are learnt from. What was never "
            "shown is never answered."
        )
        remedy = Cure(all_images(recipe))
    elif in_file:
        cause = (
            "The data set has none. What was never shown is never answered: each of their "
            "images is misread."
        )
        remedy = Cure()
    else:
        cause = (
            "The data set has some, but its images are sorted by digit, and only the first "
            "of them "
            "are learnt from. What was never shown is never answered."
        )
        changes = all_images(recipe)
        remedy = Cure((*changes, ("validation", "test" if facts.test.images else 0.1)))
    return Finding(
        "missing-digits",
        "bad",
        "No image of {digits} is learnt from.",
        cause,
        "Train on images of all classes."
        if in_file or facts.train.sorted_share < SORTED
        else "Mix the images before they are divided.",
        {"digits": facts.named(missing)},
        remedy=remedy,
        shows="lost",
    )


def unbalanced(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See digits with far fewer images than others."""
    learnt = _labels_learnt_from(recipe, facts)
    counts = np.bincount(learnt, minlength=len(facts.classes))
    there = counts[counts > 0]
    if len(there) < 2 or there.min() >= LEAST_EACH * there.max():
        return None
    rare = [d for d in range(len(counts)) if 0 < counts[d] < LEAST_EACH * counts.max()]
    return Finding(
        "unbalanced",
        "warn",
        "Of {digits} there are {fewest} to {most} training images, of the most frequent digit "
        "{largest}.",
        "What is rare counts little in the loss: the network does well by answering other "
        "digits, "
        "and misreads most of the rare ones.",
        "Bring as many images of each digit.",
        {
            "digits": facts.named(rare),
            "fewest": int(min(counts[rare])),
            "most": int(max(counts[rare])),
            "largest": int(counts.max()),
        },
    )


def sorted_validation(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See validation images of digits other than those that are learnt from."""
    share = recipe.validation
    if not isinstance(share, float) or not share or facts.train.sorted_share < SORTED:
        return None
    labels = facts.train.labels[recipe.chosen_images]
    at = floor(len(labels) * (1.0 - share))
    held, learnt = set(labels[at:].tolist()), set(labels[:at].tolist())
    if not held or len(held) > len(facts.classes) // 2 or len(labels) - at < 20:
        return None
    if len(learnt) <= len(held):
        return None
    return Finding(
        "sorted-validation",
        "bad",
        "The validation images are of {held} alone; the training images are of {learnt}.",
        "The images are sorted by digit, and validation takes the last ones. Its figures say "
        "nothing of the other digits, and what is held out is missing in training.",
        "Mix the images before they are divided, or validate on the test images.",
        {
            "held": facts.named(sorted(held)),
            "learnt": facts.named(sorted(learnt)),
        },
        remedy=Cure((("validation", "test"),)) if facts.test.images else Cure(),
    )


def labels_shuffled(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See labels that do not belong to their images."""
    near = facts.neighbours
    if near is None or near.among < LEAST_AMONG or len(facts.train.digits) < 3:
        return None
    if near.agreeing >= as_with_ten(LABELS_BY_LOT, len(facts.classes)):
        return None
    return Finding(
        "labels-shuffled",
        "bad",
        "Of {asked} training images, the one that looks most alike has the same label in "
        "{agreeing:.0f} "
        "%; chance gives {chance:.0f} %, MNIST 78 to 91 %.",
        "The labels do not belong to these images: they are in another order, one row off, or "
        "drawn by lot. There is nothing to learn but each image by heart.",
        "Bring images and labels together again.",
        {
            "asked": near.asked,
            "agreeing": 100 * near.agreeing,
            "chance": 100 * _chance(facts),
        },
        shows="doubtful",
    )


def labels_doubtful(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See many labels that all similar images speak against."""
    near = facts.neighbours
    by_lot = as_with_ten(LABELS_BY_LOT, len(facts.classes))
    if near is None or near.among < LEAST_AMONG or near.agreeing < by_lot:
        return None
    if near.against < FEWEST_AGAINST or near.against < MOST_AGAINST * near.unanimous:
        return None
    return Finding(
        "labels-doubtful",
        "warn",
        "In {unanimous} of {asked} training images the five most similar ones have one "
        "label; {against} "
        "of these, {share:.0f} %, bear another label themselves. In MNIST it is 2 %.",
        "A good part of the labels is wrong. A network that learns them by heart reads new "
        "images "
        "worse; its training accuracy should not get near 100 %.",
        "Look through the labels.",
        {
            "unanimous": near.unanimous,
            "asked": near.asked,
            "against": near.against,
            "share": 100 * near.against / near.unanimous,
        },
        source="Northcutt, Athalye & Mueller, “Pervasive label errors in test sets”, 2021",
        shows="doubtful",
    )


def _chance(facts: DataFacts) -> float:
    """Return how often two training images that are drawn by lot have one label."""
    shares = np.array(facts.train.counts) / max(1, sum(facts.train.counts))
    return float((shares**2).sum())


def _labels_learnt_from(recipe: Recipe, facts: DataFacts) -> Labels:
    labels = facts.train.labels[recipe.chosen_images]
    share = recipe.validation
    if isinstance(share, float) and share:
        labels = labels[: floor(len(labels) * (1.0 - share))]
    return labels[labels >= 0]


LABEL_RULES = (
    one_digit_only,
    labels_shuffled,
    sorted_validation,
    missing_digits,
    labels_doubtful,
    unbalanced,
)
"""Each looks at a recipe and its data."""
