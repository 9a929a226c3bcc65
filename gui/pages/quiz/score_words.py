"""A score of the quiz in words, and what it says of the claim that the quiz tests."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.evaluation.quiz import QuizScore, against_claim
from gui.words import percent


def score_words(score: QuizScore) -> str:
    """Return how many were read right, with the interval of so many."""
    translate = QCoreApplication.translate
    if not score.asked:
        return translate("quiz", "no answer yet")
    words = translate("quiz", "{right} of {asked} right (95 % interval {low} to {high})")
    return words.format(
        right=score.right,
        asked=score.asked,
        low=percent(score.low, 1),
        high=percent(score.high, 1),
    )


def against_claim_words(score: QuizScore) -> str:
    """Say what the person's score says of the claim that the quiz tests."""
    translate = QCoreApplication.translate
    words = {
        "below": translate(
            "quiz", "Below the 97.5 to 98.5 % that a tutorial gives for people."
        ),
        "above": translate(
            "quiz", "Above the 97.5 to 98.5 % that a tutorial gives for people."
        ),
        "within": translate(
            "quiz", "Within the 97.5 to 98.5 % that a tutorial gives for people."
        ),
        "open": translate(
            "quiz",
            "A tutorial gives 97.5 to 98.5 % for people, without a source. Your interval "
            "reaches into it and beyond: {n} images neither confirm nor refute it.",
        ),
    }
    return words[against_claim(score)].format(n=score.asked)
