"""How good weights are on what a training validates on, learns from and is tested on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.control import StopToken
from core.evaluation.metrics import score
from core.records import Floats, Predictions, Recipe, Score
from core.training.batches import Split
from core.training.losses import penalty
from core.training.scoring import Scorer


@dataclass(frozen=True)
class Scored:
    """A score, and which images were read right, a bit each; nothing where none were scored."""

    score: Score | None = None
    right: bytes = b""


class SplitScores:
    """Scores weights on the splits of a training's images."""

    def __init__(
        self, recipe: Recipe, training: Split, validation: Split | None, test: Split
    ) -> None:
        self._recipe = recipe
        self._scorer = Scorer(recipe.network)
        self._training = training if recipe.score_training else None
        self._validation, self._test = validation, test

    def of_epoch(self, weights: tuple[Floats, ...], stop: StopToken) -> tuple[Scored, Scored]:
        """Score the validation images and, where the recipe asks, the training images.

        Raises
        ------
        Cancelled
            If `stop` is set before all are scored.
        """

        def scored(images: Split | None) -> Scored:
            if images is None:
                return Scored()
            predictions = self._scorer.predict(weights, images.images, stop=stop)
            right = np.packbits(predictions.digits == images.labels)
            return Scored(self._scored(predictions, images, weights), right.tobytes())

        return scored(self._validation), scored(self._training)

    def of_trained(
        self, weights: tuple[Floats, ...]
    ) -> tuple[Score | None, Predictions | None]:
        """Score the test images, where there are some."""
        predictions = self._scorer.predict(weights, self._test.images)
        if not self._test.labels.size:
            return None, None
        return self._scored(predictions, self._test, weights), predictions

    def _scored(
        self, predictions: Predictions, images: Split, weights: tuple[Floats, ...]
    ) -> Score:
        """Return a score whose loss contains what `l2` adds, as Keras's does."""
        result = score(predictions, images.labels, self._recipe.loss)
        return replace(result, loss=result.loss + penalty(self._recipe.network, weights))
