"""The inner loop of a training: many steps in one call into TensorFlow.

Stock `model.fit` enters Python for each step and moves each batch through a pipeline; for a
network of this size that is ten times the arithmetic. Here a block of images lies in memory
in the order in which they come (`core.training.batches`), and one call runs a `while` loop over
many of its rows: cast the images of the step, take Keras's own layers forward and backward,
and let Keras's own optimizer step. The same batches in the same order give the same weights
as stock Keras.

* XLA compiles the loop where it wins: dense networks, and small convolutions
  (`core.training.convolution`). Others run as TensorFlow's own operations.
* The smaller batch at the end of an epoch has a shape of its own, and takes its one step
  uncompiled.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.endings import split_ending
from core.layers import class_count
from core.records import Floats, Network, Recipe, TrainingState
from core.training.backend import keras, tf
from core.training.batches import Block
from core.training.convolution import products_win
from core.training.dropout import HashDropout
from core.training.keras_model import build, weights_of
from core.training.losses import activated, sample_losses, targets
from core.training.optimizers import averages_of, build_optimizer, restore, variables_of

Doubles = NDArray[np.float64]

Sums = Doubles
"""Since the epoch began, float64 (4,): losses, how many were right, digits, images."""


class FastLoop:
    """A model with its optimizer, and the steps that both take.

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
        self._outputs = class_count(recipe.network)
        spec, self._activation = split_ending(recipe.network)
        # One compilation serves chunks of any length: the loop's bounds are tensors.
        compiles = products_win(spec, recipe.batch_size)
        self._model = build(spec, recipe.seed, form="products" if compiles else "fused")
        self._optimizer = build_optimizer(recipe, self._model)
        if start is not None:
            self._restore(start)
        self._function = tf.function(self._steps, jit_compile=compiles, autograph=False)
        # Left to itself TensorFlow multiplies by the rounded inverse of a constant. (So does
        # XLA, where it saves twelve microseconds a step and changes nothing that matters.)
        self._full_ink = 255.0 if compiles else tf.constant(255.0, keras.config.floatx())

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
        bounds = tf.constant([begin, begin + count])
        whole = block.images.shape[1] == self._recipe.batch_size
        # One odd step an epoch is not worth a compilation.
        steps = self._function if whole else self._steps
        data = (block.images, block.labels, tf.constant(rates))
        result: Sums = steps(data, bounds, tf.constant(sums)).numpy()
        return result

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

    def _restore(self, start: TrainingState) -> None:
        self._model.set_weights(start.network.weights)
        if start.optimizer_variables:
            restore(self._optimizer, start.optimizer_variables)
        for layer in self._model.layers:
            if isinstance(layer, HashDropout):
                layer.begin_at(int(self._optimizer.iterations))

    def _steps(self, data: tuple[Any, Any, Any], bounds: Any, sums: Any) -> Any:
        images, labels, rates = data

        def body(step: Any, sums: Any) -> tuple[Any, Any]:
            return step + 1, sums + self._step(images[step], labels[step], rates[step])

        _, sums = tf.while_loop(
            lambda step, _: step < bounds[1], body, (bounds[0], sums), parallel_iterations=1
        )
        return sums

    def _step(self, images: Any, labels: Any, rate: Any) -> Any:
        """Take one step and return what it adds to the sums."""
        pixels = tf.cast(images, keras.config.floatx())
        if self._recipe.network.pixels == "unit":
            pixels /= self._full_ink
        inputs = tf.reshape(pixels, (-1, *self._recipe.network.input_shape))
        variables = self._model.trainable_variables
        with tf.GradientTape() as tape:
            logits = self._model(inputs, training=True)
            outputs = activated(self._activation, logits)
            wanted = targets(labels, self._outputs, self._recipe.label_smoothing)
            losses = sample_losses(self._recipe.loss, wanted, logits, outputs)
            loss = tf.reduce_mean(losses) + sum(self._model.losses)
        gradients = tape.gradient(loss, [variable.value for variable in variables])
        self._optimizer.learning_rate.assign(tf.cast(rate, keras.config.floatx()))
        self._optimizer.apply(gradients, variables)
        right = tf.equal(tf.argmax(outputs, axis=1, output_type=tf.int32), labels)
        count = tf.cast(tf.size(labels), tf.float64)
        return tf.stack(
            [tf.cast(loss, tf.float64) * count, _count(right), _count(labels >= 0), count]
        )


def _count(flags: Any) -> Any:
    return tf.reduce_sum(tf.cast(flags, tf.float64))
