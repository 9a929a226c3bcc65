"""The inner loop of a training: many steps in one call into TensorFlow.

Stock `model.fit` enters Python for each step and moves each batch through a pipeline; for a
network of this size that is ten times the arithmetic. Here a block of images lies in memory
in the order in which they come (`core.training.batches`), and one call runs a `while` loop over
many of its rows: cast the images of the step, take Keras's own layers forward and backward,
and let Keras's own optimizer step (`core.training.stepper`). The same batches in the same order
give the same weights as stock Keras.

* XLA compiles the loop where it wins: dense networks, and small convolutions
  (`core.training.convolution`). Others run as TensorFlow's own operations.
* The smaller batch at the end of an epoch has a shape of its own, and takes its one step
  uncompiled.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from core.records import Floats, Network, Recipe, TrainingState
from core.training.batches import Block
from core.training.keras_model import weights_of
from core.training.optimizers import averages_of, variables_of
from core.training.stepper import STEPPERS, Doubles, Sums


class FastLoop:
    """The steps of one training, and what they have come to.

    Parameters
    ----------
    recipe : Recipe
        What is trained, and how.
    start : TrainingState, optional
        The weights and the optimizer state to go on from.
    classes : tuple of str, optional
        What the network's outputs are called.
    """

    def __init__(
        self,
        recipe: Recipe,
        start: TrainingState | None = None,
        classes: tuple[str, ...] = (),
    ) -> None:
        self._recipe, self._classes = recipe, classes
        self._stepper = STEPPERS.lend(recipe)
        self._model, self._optimizer = self._stepper.model, self._stepper.optimizer
        if start is not None:
            self._stepper.go_on_from(start)

    def close(self) -> None:
        """Leave the stepper to the next training; nothing more is asked of this loop."""
        STEPPERS.take_back(self._recipe, self._stepper)

    def run(self, block: Block, rates: Doubles, sums: Sums, *, first: int, count: int) -> Sums:
        """Take `count` steps from step `first` of the epoch on.

        Parameters
        ----------
        rates : ndarray of float64, shape (rows of the block,)
            The learning rate of each step.
        sums : ndarray of float64, shape (4,)
            What the epoch's sums were before these steps; the new ones are returned.
        """
        begin = first - block.first
        return self._stepper.run(block, rates, sums, begin=begin, end=begin + count)

    def state(
        self, epoch: int, seen_images: int, sums: Sums, counts_from: int = 0
    ) -> TrainingState:
        """Copy all that is needed to go on from here."""
        return TrainingState(
            network=Network(
                self._recipe.network, weights_of(self._model), classes=self._classes
            ),
            optimizer_variables=variables_of(self._optimizer),
            epoch=epoch,
            seen_images=seen_images,
            epoch_sums=tuple(sums.tolist()),
            counts_from=counts_from,
        )

    def weights(self) -> tuple[Floats, ...]:
        """Copy the weights, or their moving averages where the recipe wants those."""
        averages: dict[int, Any] = {}
        if self._recipe.weight_average:
            trainable = self._model.trainable_variables
            kept = averages_of(self._optimizer, len(trainable))
            averages = {id(v): average for v, average in zip(trainable, kept, strict=True)}
        return tuple(
            averages.get(id(v), v).numpy().astype(np.float32) for v in self._model.weights
        )
