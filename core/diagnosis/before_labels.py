"""Before the start: whether labels belong to their images, and all digits are there."""

from __future__ import annotations

from math import floor, sqrt

import numpy as np

from core.data.facts import DataFacts
from core.diagnosis.anatomy import learnt_from
from core.diagnosis.before_images import contradicting_images
from core.diagnosis.cure import Cure, all_images
from core.diagnosis.finding import Finding
from core.evaluation.metrics import as_with_ten
from core.records import DIGITS, Labels, Recipe

LABELS_BY_LOT = 0.3
"""Of ten digits; of other classes what `as_with_ten` makes of it. Nearest neighbours agree by
chance in a tenth of the images; MNIST's do in .78 among 100 others and in .91 among 2,000,
Fashion-MNIST's and KMNIST's in over .7."""

LOT_ERRORS = 4
"""Standard errors above chance up to which neighbours agree as they do by lot. Photographs of
house numbers or of things, as grey pixels, lie between that and `LABELS_BY_LOT`."""

LEAST_AMONG = 100
"""Among fewer images the nearest one is too far away to say anything."""

MOST_AGAINST = 0.07
"""Share of images against whose label all five neighbours speak, among those whose five agree.
MNIST's is .01 to .02; with a tenth of the labels wrong it is .12, with a fifth .26."""

FEWEST_AGAINST = 6
"""Fewer such images may be chance, and MNIST's own odd digits."""

LEAST_EACH = 0.1
"""A digit with less than this share of the most frequent one's images is called rare."""


MEANT = 0.5
"""A data set without so many of its classes was made so on purpose: zeros and ones alone."""

SORTED = 0.5
"""Of `SplitFacts.sorted_share`: 0 in a mixed file, 1 in a sorted one."""


def one_digit_only(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See that all images that are learnt from are of one digit."""
    learnt = _labels_learnt_from(recipe, facts)
    if not len(learnt) or (learnt != learnt[0]).any():
        return None
    in_order = len(facts.train.digits) > 1 and facts.train.sorted_share >= SORTED
    return Finding(
        "one-digit-only",
        "bad",
        "Every image that is learnt from, {images} in all, is of the class {digit}.",
        "The images are sorted by class, and only the first of them are learnt from: the "
        "network learns to answer {digit} to everything."
        if in_order
        else "Nothing can be told apart: the network learns to answer {digit} to everything.",
        "Mix the images before they are divided."
        if in_order
        else "Train on images of all classes.",
        {"images": len(learnt), "digit": facts.named([int(learnt[0])])},
        remedy=_of_all(recipe, facts) if in_order else Cure(),
    )


def _of_all(recipe: Recipe, facts: DataFacts) -> Cure:
    """Return the change by which sorted images are all learnt from, as far as it can be."""
    validation = "test" if facts.test.images else 0.1
    return Cure((*all_images(recipe), ("validation", validation)))


def missing_digits(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See digits that are tested, but not learnt from."""
    learnt = _labels_learnt_from(recipe, facts)
    missing = sorted(set(range(len(facts.classes))) - set(learnt.tolist()))
    if not missing or len(missing) == len(facts.classes) - 1 or not len(learnt):
        return None
    if not set(missing) & {*facts.train.digits, *facts.test.digits}:
        return _nowhere(facts, missing)
    in_file = not set(missing) & set(facts.train.digits)
    if not in_file and facts.train.sorted_share < SORTED:
        cause = (
            "The data set has some, but none among those that are learnt from. What was never "
            "shown is never answered."
        )
        remedy = Cure(all_images(recipe))
    elif in_file:
        cause = (
            "The training images lack them, or have them under another label. What was never "
            "shown is never answered: each of their test images is misread."
        )
        remedy = Cure()
    else:
        cause = (
            "The data set has some, but its images are sorted by class, and only the first of "
            "them are learnt from. What was never shown is never answered."
        )
        remedy = _of_all(recipe, facts)
    return Finding(
        "missing-digits",
        "bad",
        "No image labelled {digits} is learnt from.",
        cause,
        "Train on images of all classes, each with its own label."
        if in_file or facts.train.sorted_share < SORTED
        else "Mix the images before they are divided.",
        {"digits": facts.named(missing)},
        remedy=remedy,
        shows="lost",
    )


def _nowhere(facts: DataFacts, missing: list[int]) -> Finding:
    """Say that a data set has nothing of some classes: none of its figures is worse for it."""
    meant = len(missing) >= MEANT * len(facts.classes)
    return Finding(
        "missing-digits",
        "info" if meant else "warn",
        "No image labelled {digits} is learnt from, and none is tested.",
        "The data set has none. The network will never answer them, and no accuracy that is "
        "measured on these data shows it.",
        "" if meant else "Bring images of all classes, if they are to be read.",
        {"digits": facts.named(missing)},
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
        "Training images of {digits}: {fewest} each; of the most frequent class: {largest}."
        if min(counts[rare]) == max(counts[rare])
        else "Training images of {digits}: {fewest} to {most} each; of the most frequent "
        "class: {largest}.",
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
        "The images are sorted by class, and validation takes the last ones. Its figures say "
        "nothing of the other classes, and what is held out is missing in training."
        if held - learnt
        else "The images are sorted by class, and validation takes the last ones. Its figures "
        "say nothing of the other classes, and of what is held out less is learnt from.",
        "Mix the images before they are divided, or validate on the test images.",
        {
            "held": facts.named(sorted(held)),
            "learnt": facts.named(sorted(learnt)),
        },
        remedy=Cure((("validation", "test"),)) if facts.test.images else Cure(),
    )


def labels_shuffled(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See labels that do not belong to their images."""
    near, there = facts.neighbours, len(facts.train.digits)
    if near is None or near.among < LEAST_AMONG or there < 2:
        return None
    # Of two labels of one picture one is wrong, and neighbours say nothing.
    if contradicting_images(recipe, facts) is not None:
        return None
    if near.agreeing >= as_with_ten(LABELS_BY_LOT, len(facts.classes)):
        return None
    chance = _chance(facts)
    error = sqrt(chance * (1 - chance) / near.asked)
    # Two classes may well look alike; three or more that all do are hardly ever met.
    by_lot = there > 2 and near.agreeing <= chance + LOT_ERRORS * error
    return Finding(
        "labels-shuffled",
        "bad" if by_lot else "warn",
        "Of {asked} training images, the one that looks most alike has the same label in "
        "{agreeing:.0f} "
        "%; chance gives {chance:.0f} %, MNIST 78 to 91 %.",
        "The labels do not belong to these images: they are in another order, one row off, or "
        "drawn by lot. There is nothing to learn but each image by heart."
        if by_lot
        else "One of: most labels do not belong to their images, or images of one class look "
        "hardly more alike, pixel by pixel, than images of two.",
        "Bring images and labels together again." if by_lot else "Look through the labels.",
        {
            "asked": near.asked,
            "agreeing": 100 * near.agreeing,
            "chance": 100 * chance,
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
        "images worse; its training accuracy should not get near 100 %."
        if facts.classes == DIGITS
        else "One of: a good part of the labels is wrong, or some classes look alike, pixel by "
        "pixel. A network that learns wrong labels by heart reads new images worse.",
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
    labels = facts.train.labels[learnt_from(recipe, facts.train.images)]
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
