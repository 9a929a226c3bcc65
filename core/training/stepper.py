"""What takes the steps of a training: a model, its optimizer, and their compiled loop.

TensorFlow never gives back what a compilation took: about 5 MB for a small dense network. So
a stepper is lent to one training after another, its variables set to what a new one would
begin with: a training of the same kind as one before costs no memory for good, and begins a
compilation sooner. Nothing is left of the training before, whatever it came to.
"""

from __future__ import annotations

import threading
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.endings import split_ending
from core.layers import class_count
from core.records import Recipe, TrainingState
from core.training.backend import keras, tf
from core.training.batches import Block
from core.training.convolution import products_win
from core.training.dropout import HashDropout
from core.training.keras_model import build
from core.training.losses import activated, sample_losses, targets
from core.training.optimizers import build_optimizer, restore, variables_of

Doubles = NDArray[np.float64]

Sums = Doubles
"""Since the epoch began, float64 (4,): losses, how many were right, digits, images."""

KEPT = 4
"""So many steppers wait for another training of their kind; each holds its weights thrice."""


class Stepper:
    """A model with its optimizer, and the steps that both take.

    Parameters
    ----------
    recipe : Recipe
        What is trained, and how; seed and learning rate are those of the first training.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._outputs = class_count(recipe.network)
        self._spec, self._activation = split_ending(recipe.network)
        # One compilation serves chunks of any length: the loop's bounds are tensors.
        self._compiles = products_win(self._spec, recipe.batch_size)
        self.model = self._build(recipe.seed)
        self.optimizer = build_optimizer(recipe, self.model)
        # Not taken from a new optimizer each time: Keras never lets go of one's variables.
        self._unstepped = tuple(map(_compact, variables_of(self.optimizer)))
        self._rows = 0
        self._function: Any = None
        # Left to itself TensorFlow multiplies by the rounded inverse of a constant. (So does
        # XLA, where it saves twelve microseconds a step and changes nothing that matters.)
        self._full_ink = 255.0 if self._compiles else tf.constant(255.0, keras.config.floatx())

    def begin_anew(self, recipe: Recipe) -> None:
        """Set all that a training changes to what a new stepper for this recipe has."""
        fresh = self._build(recipe.seed)
        for variable, first in zip(self.model.variables, fresh.variables, strict=True):
            variable.assign(first)
        restore(self.optimizer, self._unstepped)
        self.optimizer.learning_rate.assign(recipe.optimizer.learning_rate)

    def go_on_from(self, start: TrainingState) -> None:
        """Take over the weights and the optimizer state of an earlier training."""
        self.model.set_weights(start.network.weights)
        if start.optimizer_variables:
            restore(self.optimizer, start.optimizer_variables)
        for layer in self.model.layers:
            if isinstance(layer, HashDropout):
                layer.begin_at(int(self.optimizer.iterations))

    def run(self, block: Block, rates: Doubles, sums: Sums, *, begin: int, end: int) -> Sums:
        """Take the steps of these rows of the block; see `core.training.loop.FastLoop.run`."""
        # One odd step an epoch is not worth a compilation.
        whole = block.images.shape[1] == self._recipe.batch_size
        steps = self._compiled(block.rows) if whole else self._steps
        data = (block.images, block.labels, tf.constant(rates))
        result: Sums = steps(data, tf.constant([begin, end]), tf.constant(sums)).numpy()
        return result

    def _build(self, seed: int) -> Any:
        return build(self._spec, seed, form="products" if self._compiles else "fused")

    def _compiled(self, rows: int) -> Any:
        """Return the function for blocks of so many rows, and forget that for others."""
        if rows != self._rows:
            self._function = tf.function(
                self._steps, jit_compile=self._compiles, autograph=False
            )
            self._rows = rows
        return self._function

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
        variables = self.model.trainable_variables
        with tf.GradientTape() as tape:
            logits = self.model(inputs, training=True)
            outputs = activated(self._activation, logits)
            wanted = targets(labels, self._outputs, self._recipe.label_smoothing)
            losses = sample_losses(self._recipe.loss, wanted, logits, outputs)
            loss = tf.reduce_mean(losses) + sum(self.model.losses)
        gradients = tape.gradient(loss, [variable.value for variable in variables])
        self.optimizer.learning_rate.assign(tf.cast(rate, keras.config.floatx()))
        self.optimizer.apply(gradients, variables)
        right = tf.equal(tf.argmax(outputs, axis=1, output_type=tf.int32), labels)
        count = tf.cast(tf.size(labels), tf.float64)
        return tf.stack(
            [tf.cast(loss, tf.float64) * count, _count(right), _count(labels >= 0), count]
        )


class Steppers:
    """The steppers that wait for a training, the newest last; any thread may ask.

    Parameters
    ----------
    most : int
        How many may wait; the one that waits longest is let go.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: dict[Hashable, Stepper] = {}
        self._lock = threading.Lock()

    def lend(self, recipe: Recipe) -> Stepper:
        """Return a stepper for a training that begins; nobody else has it."""
        with self._lock:
            known = self._waiting.pop(_kind(recipe), None)
        if known is None:
            return Stepper(recipe)
        known.begin_anew(recipe)
        return known

    def take_back(self, recipe: Recipe, stepper: Stepper) -> None:
        """Keep a stepper for the next training of its kind; whoever had it uses it no more."""
        with self._lock:
            self._waiting.pop(_kind(recipe), None)
            self._waiting[_kind(recipe)] = stepper
            while len(self._waiting) > self._most:
                del self._waiting[next(iter(self._waiting))]


STEPPERS = Steppers(KEPT)
"""Those of this process."""


def _kind(recipe: Recipe) -> Hashable:
    """Return all that a stepper is made for; of a recipe it is told the rest."""
    return (
        keras.config.floatx(),
        recipe.network,
        replace(recipe.optimizer, learning_rate=1.0),
        recipe.loss,
        recipe.batch_size,
        recipe.label_smoothing,
        recipe.weight_average,
    )


def _compact(values: NDArray[np.generic]) -> NDArray[np.generic]:
    """Return an array that takes no memory where it is the same number all over."""
    if values.size > 1 and (values == values.flat[0]).all():
        return np.broadcast_to(values.flat[0], values.shape)
    return values


def _count(flags: Any) -> Any:
    return tf.reduce_sum(tf.cast(flags, tf.float64))
