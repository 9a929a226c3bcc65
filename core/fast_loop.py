"""The inner loop of a training: many steps in one call into TensorFlow.

Stock `model.fit` enters Python for each step and moves each batch through a pipeline; for a
network of this size that is ten times the arithmetic. Here the images lie once in memory as
a uint8 tensor, the order of an epoch is a matrix of image numbers, one row a batch, and one
call runs a `while` loop over many of its rows: pick the images, cast them, take Keras's own
layers forward and backward, and let Keras's own optimizer step. The same batches in the same
order give the same weights as stock Keras.

Dense networks are compiled by XLA. Convolutions are not: inside a loop XLA's are twelve times
slower than TensorFlow's. The loop's bounds are tensors, so one compilation serves chunks of
any length; only the last, smaller batch of an epoch has a shape of its own, and takes its one
step uncompiled.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.backend import tf
from core.batches import Batches
from core.dropout import HashDropout
from core.layers import Conv2D
from core.losses import activated, sample_losses, targets
from core.network import build, weights_of, without_last_activation
from core.optimizers import averages_of, build_optimizer, restore, variables_of
from core.records import Floats, Network, Recipe, TrainingState

Sums = NDArray[np.float64]
"""Since the epoch began: the sum of the losses, images that were right, digits, images."""

NO_SUMS: Sums = np.zeros(4)


class FastLoop:
    """A model with its optimizer, and the steps that both take.

    Parameters
    ----------
    recipe : Recipe
        What is trained, and how.
    start : TrainingState, optional
        The weights and the optimizer state to go on from.
    """

    def __init__(self, recipe: Recipe, start: TrainingState | None = None) -> None:
        self._recipe = recipe
        spec, self._activation = without_last_activation(recipe.network)
        self._model = build(spec, recipe.seed)
        self._optimizer = build_optimizer(recipe, self._model)
        if start is not None:
            self._restore(start)
        jit = not any(isinstance(layer, Conv2D) for layer in spec.layers)
        self._chunk = tf.function(self._steps, jit_compile=jit, autograph=False)

    def run(
        self, batches: Batches, rates: Floats, sums: Sums, *, first: int, count: int
    ) -> Sums:
        """Take `count` steps from step `first` of the epoch on.

        Parameters
        ----------
        rates : ndarray of float32, shape (steps,)
            The learning rate of each of the steps of `batches`.
        sums : ndarray of float64, shape (4,)
            What the epoch's sums were before these steps; the new ones are returned.
        """
        begin = first - batches.first
        bounds = tf.constant([begin, begin + count])
        whole = batches.order.shape[1] == self._recipe.batch_size
        # One odd step an epoch is not worth a compilation.
        steps = self._chunk if whole else self._steps
        data = (batches.images, batches.labels, batches.order)
        result: Sums = steps(data, tf.constant(rates), bounds, tf.constant(sums)).numpy()
        return result

    def state(self, epoch: int, seen_images: int) -> TrainingState:
        """Copy all that is needed to go on from here."""
        return TrainingState(
            network=Network(self._recipe.network, weights_of(self._model)),
            optimizer_variables=variables_of(self._optimizer),
            epoch=epoch,
            seen_images=seen_images,
        )

    def weights(self) -> tuple[Floats, ...]:
        """Copy the weights, or their moving averages where the recipe wants those."""
        averages: dict[int, Any] = {}
        if self._recipe.weight_average:
            trainable = self._model.trainable_variables
            kept = averages_of(self._optimizer, len(trainable))
            averages = {id(v): average for v, average in zip(trainable, kept, strict=True)}
        return tuple(np.array(averages.get(id(v), v).numpy()) for v in self._model.weights)

    def _restore(self, start: TrainingState) -> None:
        self._model.set_weights(start.network.weights)
        if start.optimizer_variables:
            restore(self._optimizer, start.optimizer_variables)
        for layer in self._model.layers:
            if isinstance(layer, HashDropout):
                layer.begin_at(int(self._optimizer.iterations))

    def _steps(self, data: tuple[Any, Any, Any], rates: Any, bounds: Any, sums: Any) -> Any:
        images, labels, order = data

        def body(step: Any, sums: Any) -> tuple[Any, Any]:
            return step + 1, sums + self._step(order[step], rates[step], images, labels)

        _, sums = tf.while_loop(
            lambda step, _: step < bounds[1],
            body,
            (bounds[0], sums),
            parallel_iterations=1,
        )
        return sums

    def _step(self, batch: Any, rate: Any, images: Any, labels: Any) -> Any:
        """Take one step and give what it adds to the sums."""
        spec = self._recipe.network
        pixels = tf.cast(tf.gather(images, batch), tf.float32)
        if spec.pixels == "unit":
            pixels /= 255
        pixels = tf.reshape(pixels, (-1, *spec.input_shape))
        digits = tf.gather(labels, batch)
        wanted = targets(digits, self._recipe.label_smoothing)
        with tf.GradientTape() as tape:
            logits = self._model(pixels, training=True)
            outputs = activated(self._activation, logits)
            losses = sample_losses(self._recipe.loss, wanted, logits, outputs)
            loss = tf.reduce_mean(losses) + sum(self._model.losses)
        variables = self._model.trainable_variables
        gradients = tape.gradient(loss, [variable.value for variable in variables])
        self._optimizer.learning_rate.assign(rate)
        self._optimizer.apply(gradients, variables)
        right = tf.equal(tf.argmax(outputs, axis=1, output_type=tf.int32), digits)
        known = digits >= 0
        images = tf.cast(tf.size(digits), tf.float32)
        figures = (loss * images, _count(right), _count(known), images)
        return tf.cast(tf.stack(figures), tf.float64)


def _count(flags: Any) -> Any:
    return tf.reduce_sum(tf.cast(flags, tf.float32))
