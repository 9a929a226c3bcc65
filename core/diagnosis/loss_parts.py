"""What a loss is made of: recomputed from the outputs, beside marks to read it by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.diagnosis.before_regularising import smoothest_loss
from core.evaluation.metrics import (
    CLIPPED_LOSS_LIMIT,
    loss_of_guessing,
    losses,
    tied_rows,
)
from core.layers import Conv2D, Dense, summary
from core.records import Labels, Network, Predictions, Recipe


@dataclass(frozen=True)
class LossParts:
    """What the loss on some images is made of.

    Parameters
    ----------
    recomputed : float
        The mean loss by the outputs and logits, without any penalty.
    penalty : float
        What L2 adds to it.
    guessing : float
        The loss of equal shares: 2.303 for ten classes.
    limit : float or None
        The most that one image can cost: 16.118 with the clipped loss, None without.
    floor : float
        The least that label smoothing leaves in training: 0 without.
    clipped : float
        Share of the images that cost the limit.
    tied : float
        Share of the images whose largest output is not unique.
    wrong : float
        Mean loss of the images that are answered wrong; nan where none is.
    right : float
        Mean loss of the images that are answered right; nan where none is.
    dearest : float
        Share of the whole loss that the dearest hundredth of the images makes.
    """

    recomputed: float
    penalty: float
    guessing: float
    limit: float | None
    floor: float
    clipped: float
    tied: float
    wrong: float
    right: float
    dearest: float

    @property
    def total(self) -> float:
        """Loss and penalty together: what Keras reports."""
        return self.recomputed + self.penalty


def loss_parts(
    recipe: Recipe, network: Network, predictions: Predictions, labels: Labels
) -> LossParts:
    """Return what the loss of a trained network on some images is made of."""
    known = labels >= 0
    said = Predictions(predictions.logits[known], predictions.outputs[known])
    labels = labels[known]
    each = losses(said, labels, recipe.loss)
    right = said.digits == labels
    clips = recipe.loss == "clipped_crossentropy"
    classes = said.logits.shape[1]
    few = max(1, len(each) // 100)
    total = float(each.sum())
    return LossParts(
        recomputed=_mean(each),
        penalty=l2_penalty(network),
        guessing=loss_of_guessing(classes),
        limit=CLIPPED_LOSS_LIMIT if clips else None,
        floor=smoothest_loss(recipe.label_smoothing, classes),
        clipped=_mean(each >= CLIPPED_LOSS_LIMIT - 1e-6) if clips else 0.0,
        tied=_mean(tied_rows(said.outputs)),
        wrong=_mean(each[~right]),
        right=_mean(each[right]),
        dearest=float(np.sort(each)[-few:].sum()) / total if total else 0.0,
    )


def l2_penalty(network: Network) -> float:
    """Return what the squared kernels of layers with `l2` add to the loss."""
    remaining = iter(network.weights)
    total = 0.0
    for layer, row in zip(network.spec.layers, summary(network.spec), strict=True):
        own = [next(remaining) for _ in row.shapes]
        if isinstance(layer, Dense | Conv2D) and layer.l2:
            total += layer.l2 * float(np.square(own[0], dtype=np.float64).sum())
    return total


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if len(values) else float("nan")
