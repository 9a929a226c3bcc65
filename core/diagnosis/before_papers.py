"""Before the start: what the digits are written on, in both parts."""

from __future__ import annotations

from core.data.facts import DataFacts
from core.diagnosis.finding import Finding
from core.phrases import Phrase
from core.records import Recipe

DARK = 0.5
"""Mean of the border: above it the paper is white and the ink dark."""

MIXED = 0.03
"""Share of images on the other paper before a part is called mixed. MNIST has none."""

OTHER_PAPER = 0.12
"""Between the papers of two parts, of 255. Networks that learnt 1,600 digits from black paper
read paper of 20 as well, of 40 (.16) up to nine points worse, of 90 (.35) thirty."""


def inverted_part(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See dark ink in one part and white ink in the other."""
    if not facts.test.images or (facts.train.border > DARK) == (facts.test.border > DARK):
        return None
    if abs(facts.train.border - facts.test.border) < DARK / 2:
        return None
    return Finding(
        "inverted-part",
        "bad",
        "The paper of the training images has a mean of {train:.0f}, that of the test "
        "images {test:.0f} "
        "(0 is black, 255 white).",
        "One part is white on black, the other black on white. To a network that are other "
        "pictures altogether: it reads the part that it did not learn from hardly better than "
        "by chance.",
        "Invert one of the two.",
        {"train": 255 * facts.train.border, "test": 255 * facts.test.border},
        shows="test",
    )


def mixed_papers(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See white ink and dark ink within one part."""
    for part, name in ((facts.train, Phrase("training")), (facts.test, Phrase("test"))):
        if part.images and MIXED <= part.dark <= 1 - MIXED:
            return Finding(
                "mixed-papers",
                "warn",
                "{dark:.0f} % of the {part} images are dark on light paper, the others light "
                "on dark.",
                "To a network a digit and its negative are two different pictures: each of "
                "them has to be learnt by itself, from fewer images.",
                "Invert the ones or the others.",
                {"dark": 100 * part.dark, "part": name},
                shows="inverted",
            )
    return None


def other_paper(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See grey or grainy paper in one part, and clean paper in the other."""
    train, test = facts.train, facts.test
    if not test.images or abs(train.paper - test.paper) < OTHER_PAPER:
        return None
    if any(rule(recipe, facts) is not None for rule in (inverted_part, mixed_papers)):
        return None
    if max(part.blank / part.images for part in (train, test)) > OTHER_PAPER:
        return None
    return Finding(
        "other-paper",
        "bad",
        "At the rim of the training images three in five pixels are {train:.0f} or darker, at "
        "that of the test images {test:.0f} or darker (0 is black, 255 white).",
        "The two parts are on different paper: one of them is grey, shaded or grainy. That "
        "adds to every sum of a network that learnt from the other, so that it reads worse.",
        "Bring both to the same paper.",
        {"train": 255 * train.paper, "test": 255 * test.paper},
        shows="test",
    )


def dark_paper(recipe: Recipe, facts: DataFacts) -> Finding | None:
    """See dark ink on white paper in all images: fine, but unlike MNIST."""
    parts = [part for part in (facts.train, facts.test) if part.images]
    if not parts or not all(part.border > DARK for part in parts):
        return None
    return Finding(
        "dark-paper",
        "info",
        "The images are dark on white paper.",
        "The network learns them well. But Inkling's pad and MNIST are white on black: what is "
        "drawn is read badly by such a network.",
        "Invert the images.",
        {},
    )


PAPER_RULES = (inverted_part, mixed_papers, other_paper, dark_paper)
"""Each looks at a recipe and its data."""
