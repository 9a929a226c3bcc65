"""Before the start: whether the images of both parts can be learnt from and read."""

from __future__ import annotations

import numpy as np

from core.data.facts import DataFacts, SplitFacts
from core.diagnosis.anatomy import learnt_from
from core.diagnosis.finding import Finding
from core.layers import CLASSES
from core.phrases import Phrase
from core.records import Recipe

FEWEST_TURNED = 100
"""Mean digits of fewer images do not say how they lie."""

MOST_LEAKED = 0.005
"""Share of the test images that may be training images too before it is worth a warning."""

MOST_REPEATED = 0.05
"""The same of repeated training images."""

MOST_CONTRADICTING = 0.005
"""The same of repeated training images with another label."""

MOSTLY_CONTRADICTING = 0.5
"""From so many on nothing can come of the training; a few only spoil it."""

MOST_BLANK = 0.01
"""The same of images whose pixels are all the same."""

RANGE_RATIO = 2.0
"""Largest pixels of the two parts that differ by more than this factor differ in scale."""

_TURNS = {
    "upright": Phrase("upright"),
    "transposed": Phrase("transposed"),
    "upside down": Phrase("upside down"),
    "on the left side": Phrase("turned to the left"),
    "on the right side": Phrase("turned to the right"),
    "mirrored": Phrase("mirrored"),
    "mirrored upside down": Phrase("mirrored upside down"),
    "transposed the other way": Phrase("transposed upside down"),
}


def turned_part(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See digits of one part lie otherwise than those of the other."""
    train, test = facts.train.turn, facts.test.turn
    if (
        "unknown" in (train, test)
        or train == test
        or min(map(_enough, (facts.train, facts.test))) == 0
    ):
        return None
    return Finding(
        "turned-part",
        "bad",
        "The training digits are {train}, the test digits {test}.",
        "One part was read with rows and columns exchanged, turned, or mirrored. To a "
        "network that are other pictures: it reads far fewer of the other part.",
        "Turn the images of one part.",
        {"train": _TURNS[train], "test": _TURNS[test]},
        shows="test",
    )


def mixed_turns(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See training digits that lie in two ways."""
    mixed = facts.mixed
    if mixed is None:
        return None
    return Finding(
        "mixed-turns",
        "warn",
        "Of {asked} training images, changed as {turn} digits are to stand upright, "
        "{alike:.0f} % look most like another image of their class; where all digits lie one "
        "way about {usual:.0f} % do.",
        "Part of the training digits lie otherwise than the rest: they were turned, mirrored, "
        "or read with rows and columns exchanged. Each digit has to be learnt in two ways, "
        "from fewer images.",
        "Bring all images upright.",
        {
            "asked": mixed.asked,
            "turn": _TURNS[mixed.turn],
            "alike": 100 * mixed.alike,
            "usual": 100 * mixed.usual,
        },
    )


def turned_digits(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See digits that all lie on their side: fine, but unlike MNIST."""
    turns = {part.turn for part in (facts.train, facts.test) if part.images}
    if len(turns) != 1 or turns & {"upright", "unknown"} or not _enough(facts.train):
        return None
    return Finding(
        "turned-digits",
        "info",
        "The digits are {turn}.",
        "The network learns them well. But what is drawn on the pad is upright, and read "
        "badly by "
        "such a network. EMNIST's files are like that.",
        "Turn the images.",
        {"turn": _TURNS[turns.pop()]},
    )


def _enough(part: SplitFacts) -> int:
    """Return 0 where a mean digit of a part is of too few images to say how it lies."""
    return int(part.images >= FEWEST_TURNED and len(part.digits) >= CLASSES // 2)


def other_range(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See pixels of one part on another scale than those of the other."""
    train, test = facts.train, facts.test
    if not train.high or not test.high:
        return None
    ratio = max(train.high, test.high) / min(train.high, test.high)
    if ratio <= RANGE_RATIO:
        return None
    return Finding(
        "other-range",
        "bad",
        "The largest pixel of the training images is {train}, that of the test images {test}.",
        "The two parts are on different scales; most likely one was divided and the other was "
        "not. A network that learnt from one sees the other {ratio:.0f} times too faint or too "
        "strong.",
        "Bring both to 0 to 255.",
        {"train": train.high, "test": test.high, "ratio": ratio},
        shows="test",
    )


def leaked_images(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See test images that are learnt from."""
    few = max(2, MOST_LEAKED * facts.test.images)
    if not facts.test.images or facts.leaked <= few:
        return None
    # Of all training images it is known; this recipe may learn from others than those.
    learnt = facts.train.keys[learnt_from(recipe, facts.train.images)]
    leaked = int(np.isin(facts.test.keys, learnt).sum())
    if leaked <= few:
        return None
    return Finding(
        "leaked-images",
        "warn",
        "{leaked} of {images} test images, {percent:.1f} %, are learnt from too, pixel by "
        "pixel.",
        "What was learnt from is read better than what is new: the test accuracy is higher "
        "than the "
        "network deserves.",
        "Take them out of the training images.",
        {
            "leaked": leaked,
            "images": facts.test.images,
            "percent": 100 * leaked / facts.test.images,
        },
        shows="leaked",
    )


def contradicting_images(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See images that occur twice with different labels."""
    train = facts.train
    if train.contradicting <= max(2, MOST_CONTRADICTING * train.images) or _many_blank(train):
        return None
    return Finding(
        "contradicting-images",
        "bad" if train.contradicting > MOSTLY_CONTRADICTING * train.images else "warn",
        "{count} of {images} training images occur again with another label.",
        "One of the two labels is wrong. No network can give one image two answers, and "
        "the loss "
        "cannot fall to where it would otherwise.",
        "Take out the wrong ones.",
        {"count": train.contradicting, "images": train.images},
        shows="repeated",
    )


def repeated_images(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See training images that occur again and again."""
    train = facts.train
    if train.repeated <= MOST_REPEATED * train.images or _many_blank(train):
        return None
    held = isinstance(recipe.validation, float) and recipe.validation > 0
    return Finding(
        "repeated-images",
        "warn",
        "{count} of {images} training images are repetitions: there are {different} "
        "different ones.",
        "Repetitions teach nothing new. And where they are held out for validation, what "
        "was learnt "
        "from is validated on: the validation accuracy is too high."
        if held
        else "Repetitions teach nothing new: the network learns fewer images than it seems.",
        "Keep each image once.",
        {
            "count": train.repeated,
            "images": train.images,
            "different": train.images - train.repeated,
        },
        shows="repeated",
    )


def blank_images(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See images without any ink."""
    for part, name in ((facts.train, Phrase("training")), (facts.test, Phrase("test"))):
        if _many_blank(part):
            return Finding(
                "blank-images",
                "bad" if part.blank == part.images else "warn",
                "{blank} of {images} {part} images are blank: all their pixels are the same.",
                "There is no digit to read in them, so that their labels can only be "
                "guessed: they "
                "spoil what is learnt, or what is measured.",
                "Take them out, or read the file again.",
                {"blank": part.blank, "images": part.images, "part": name},
                shows="blank",
            )
    return None


def _many_blank(part: SplitFacts) -> bool:
    return part.blank > max(2, MOST_BLANK * part.images)


def no_test(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See a data set without test images."""
    if facts.test.images:
        return None
    return Finding(
        "no-test",
        "info",
        "This data set has no test images.",
        "How the network reads new digits is then known from the validation images alone.",
        "Hold some images out for testing.",
        {},
    )


IMAGE_RULES = (
    mixed_turns,
    turned_part,
    other_range,
    blank_images,
    contradicting_images,
    repeated_images,
    leaked_images,
    turned_digits,
    no_test,
)
"""Each looks at a recipe and its data."""
