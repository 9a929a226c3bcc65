"""What the page begins with: which selection belongs to a request, or to other answers."""

from __future__ import annotations

from core.evaluation.selection import Selection
from core.label_review.reviews import Review
from gui.session.mistakes import ImageRequest, SplitMistakes


def is_of(request: ImageRequest, shown: SplitMistakes) -> bool:
    """Say whether the images that are asked for are among those that are shown."""
    known = shown.predictions
    return request.dataset is known.dataset and request.split == known.part


def selection_of(request: ImageRequest) -> Selection:
    """Return the choice of the images that are asked for, as they are listed."""
    return Selection().of_images(request.indices, request.title)


def same_answers(before: SplitMistakes, now: SplitMistakes) -> bool:
    """Say whether both are the same network's answers for the same images."""
    old, new = before.predictions, now.predictions
    same_weights = old.open_network.network.weights is new.open_network.network.weights
    return same_weights and old.dataset is new.dataset and old.part == new.part


def class_name(names: tuple[str, ...], label: int) -> str:
    """Return the name of a class; of "not a digit" its mark."""
    return names[label] if label >= 0 else "\N{EM DASH}"


def said_mark(review: Review, names: tuple[str, ...]) -> str:
    """Return a short mark for what the person said of a label."""
    if review.says == "other" and review.digit is not None:
        return f" \N{PENCIL}{names[review.digit]}"
    return {"right": " \N{CHECK MARK}", "wrong": " \N{BALLOT X}", "unclear": " ?"}[review.says]
