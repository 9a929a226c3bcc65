"""Before the start: whether the test images and labels go with those that are learnt from."""

from __future__ import annotations

from core.data.facts import DataFacts
from core.diagnosis.before_images import (
    blank_images,
    other_range,
    repeated_images,
    turned_part,
)
from core.diagnosis.before_labels import (
    FEWEST_AGAINST,
    LABELS_BY_LOT,
    LEAST_AMONG,
    LEAST_EACH,
    MOST_AGAINST,
)
from core.diagnosis.before_papers import inverted_part, mixed_papers, other_paper
from core.diagnosis.finding import Finding
from core.evaluation.metrics import as_with_ten
from core.records import Recipe


def test_labels_shuffled(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See test labels that do not belong to their images, though training labels do."""
    own, test = facts.neighbours, facts.test_neighbours
    if own is None or test is None or own.among < LEAST_AMONG or _looks_other(recipe, facts):
        return None
    if unlike_images(recipe, facts) is not None or _learns_few(facts):
        return None
    if (
        len(facts.train.digits) < len(facts.classes) // 2
        or own.agreeing < as_with_ten(2 * LABELS_BY_LOT, len(facts.classes))
        or test.agreeing >= as_with_ten(LABELS_BY_LOT, len(facts.classes))
    ):
        return None
    return Finding(
        "test-labels-shuffled",
        "bad",
        "Of {asked} test images, the training image that looks most alike has the same "
        "label in "
        "{agreeing:.0f} %; between training images it is {own:.0f} %.",
        "The test labels do not belong to the test images, or digits are numbered in "
        "another way "
        "there. However well the network reads, its test accuracy stays near {agreeing:.0f} %.",
        "Bring the test images and their labels together again.",
        {"asked": test.asked, "agreeing": 100 * test.agreeing, "own": 100 * own.agreeing},
        shows="test",
    )


def test_labels_doubtful(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See many test labels that all similar training images speak against."""
    own, test = facts.neighbours, facts.test_neighbours
    if own is None or test is None or own.among < LEAST_AMONG or _looks_other(recipe, facts):
        return None
    by_lot = as_with_ten(LABELS_BY_LOT, len(facts.classes))
    if _learns_few(facts) or own.agreeing < as_with_ten(2 * LABELS_BY_LOT, len(facts.classes)):
        return None
    if test.agreeing < by_lot or test.against < FEWEST_AGAINST:
        return None
    if unlike_images(recipe, facts) is not None:
        return None
    share, usual = test.against / test.unanimous, own.against / max(1, own.unanimous)
    if share < max(MOST_AGAINST, 2 * usual):
        return None
    return Finding(
        "test-labels-doubtful",
        "warn",
        "In {unanimous} of {asked} test images the five most similar training images have one "
        "label; {against} of these, {share:.0f} %, bear another label themselves. Among "
        "training images it is {usual:.0f} %.",
        "One of: a good part of the test labels is wrong, or some digits bear other numbers in "
        "one of the two parts. However well the network reads, so many of its answers count as "
        "mistakes.",
        "Look through the labels of both parts.",
        {
            "unanimous": test.unanimous,
            "asked": test.asked,
            "against": test.against,
            "share": 100 * share,
            "usual": 100 * usual,
        },
        source="Northcutt, Athalye & Mueller, “Pervasive label errors in test sets”, 2021",
        shows="test",
    )


def _learns_few(facts: DataFacts) -> bool:
    """Say whether the nearest images are of other classes because there are few of the own."""
    counts = facts.train.counts
    there = min((counts[digit] for digit in facts.test.digits), default=0)
    return there < LEAST_EACH * max(counts)


def untested_digits(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See digits that are learnt from, and never tested."""
    untested = sorted({*facts.train.digits} - {*facts.test.digits})
    if not facts.test.images or not untested:
        return None
    return Finding(
        "untested-digits",
        "warn",
        "There is no test image of {digits}.",
        "The test accuracy is that of the other classes alone: how these are read, it does not "
        "say.",
        "Test on images of all classes.",
        {"digits": facts.named(untested)},
    )


def unlike_images(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See test images whose nearest training images agree on nothing, whatever the labels."""
    own, test = facts.neighbours, facts.test_neighbours
    if own is None or test is None or own.among < LEAST_AMONG or _looks_other(recipe, facts):
        return None
    if len(facts.train.digits) < len(facts.classes) // 2 or own.agreeing < as_with_ten(
        2 * LABELS_BY_LOT, len(facts.classes)
    ):
        return None
    usual, share = own.unanimous / own.asked, test.unanimous / test.asked
    if test.agreeing > own.agreeing / 2 or share > usual / 2:
        return None
    return Finding(
        "unlike-images",
        "bad",
        "Of {share:.0f} % of the test images the five most similar training images bear one "
        "label; among training images it is {usual:.0f} %.",
        "The test images look like no training images: one of a shift, another size, blur, "
        "noise, or other drawings altogether. What is learnt from the ones says little of the "
        "others.",
        "Look at both under Data.",
        {"share": 100 * share, "usual": 100 * usual},
        shows="test",
    )


def _looks_other(recipe: Recipe, facts: DataFacts) -> bool:
    """Say whether the images of the two parts differ, so that neighbours say nothing."""
    # Copies of one image agree with each other whatever they are near to.
    found = (inverted_part, mixed_papers, other_paper, turned_part, other_range, blank_images)
    return any(rule(recipe, facts) is not None for rule in (*found, repeated_images))


JUDGING_RULES = (test_labels_shuffled, test_labels_doubtful, unlike_images, untested_digits)
"""Each looks at a recipe and its data."""
