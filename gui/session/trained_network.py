"""What a training gave, as the network that comes into use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.session.networks import OpenNetwork
from gui.session.stored_training import StoredResult

if TYPE_CHECKING:
    from core.reproduction.lesson_training import KeptLesson


def opened_result(stored: StoredResult, origin: str) -> OpenNetwork:
    """Return the network that a training gave, with what is known of it."""
    result = stored.result
    return OpenNetwork(
        name=result.recipe.name,
        network=result.network,
        origin=origin,
        accuracy=None if result.test is None else result.test.accuracy,
        recipe=result.recipe,
        path=stored.path,
        continuation=stored.continuation,
        run_id=stored.run_id,
        run=stored.continuation.run,
    )


def opened_lesson(kept: KeptLesson, origin: str) -> OpenNetwork | None:
    """Return the network of a lesson; None of one that was stopped before its first epoch."""
    result = kept.result
    if result.network is None or result.test is None:
        return None
    return OpenNetwork(
        name=result.lesson.name,
        network=result.network,
        origin=origin,
        accuracy=result.test.accuracy,
        path=kept.path,
        run_id=kept.run_id,
    )
