"""The fixed probe of a training: what it shows of outputs, gradients, units and steps.

The same images are looked at before the first step and after each epoch. Nothing of the
training is touched: the probe has a model and an optimizer of its own (`next_step`), which take
over copies of the weights and of the optimizer's state. In order: the outputs for 2,000
training images; on some of these the gradient and the hidden values; then the step that the
optimizer would take next, and the loss along it.

Dropout is left out. A batch normalisation takes its mean and variance from the images, as it
does while training, for gradient and step.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.endings import split_ending
from core.evaluation.gradients import logit_gradients
from core.evaluation.metrics import mean_loss, recalls, tied_rows
from core.layers import (
    Activation,
    Convolution,
    Dropout,
    NetworkSpec,
    WithKernel,
    class_count,
    kernel_shapes,
    summary,
)
from core.probes import LINE, ActivationProbe, LayerProbe, Probe
from core.records import Floats, Labels, LossName, Predictions, Recipe, TrainingState
from core.training.backend import keras, tf
from core.training.batches import Split
from core.training.keras_model import build
from core.training.losses import activated, penalty, sample_losses, targets
from core.training.next_step import next_step
from core.training.scoring import Scorer

PROBE_IMAGES = 2_000
"""The standard error of an accuracy of .97 is then .4 points."""

TEST_IMAGES = 1_000
"""Enough to see test images that do not fit: the standard error of .97 is half a point."""

GRADIENT_IMAGES = 400
"""For gradient, units and line: about forty of each of ten digits."""

CONVOLUTION_IMAGES = 100
"""The same for a network with convolutions, whose gradients cost thirty times as much."""

_FLAT = 0.01
"""Within this of an end of its range an activation passes under 4 % of its largest slope."""

_WATCHED = {"relu", "relu6", "sigmoid", "hard_sigmoid", "tanh"}
"""Activations behind which units can die or saturate."""


class Prober:
    """Looks at one training.

    Parameters
    ----------
    training, test : Split
        The images that are learnt from, and the test images; every so many-th is taken.
    """

    def __init__(self, recipe: Recipe, training: Split, test: Split) -> None:
        self._recipe = recipe
        self._scorer = Scorer(recipe.network)
        self._training = _some(training, PROBE_IMAGES)
        self._test = _some(test, TEST_IMAGES) if len(test.labels) else None
        convolves = any(isinstance(layer, Convolution) for layer in recipe.network.layers)
        few = _some(self._training, CONVOLUTION_IMAGES if convolves else GRADIENT_IMAGES)
        self._few = (tf.constant(few.images), tf.constant(few.labels.astype(np.int32)))
        kept = tuple(la for la in recipe.network.layers if not isinstance(la, Dropout))
        self._spec = replace(recipe.network, layers=kept)
        self._look = _compiled(self._spec, recipe.loss, recipe.label_smoothing)
        self._next = next_step(self._spec, recipe)

    def before(self, state: TrainingState) -> Probe:
        """Look at a training before its first step: averages of the weights begin there."""
        return self.probe(state, state.network.weights)

    def probe(self, state: TrainingState, weights: tuple[Floats, ...]) -> Probe:
        """Look at a training that has come to `state`, and answers with `weights`."""
        raw = state.network.weights
        loss, gradients, dead, saturated = self._look.gradients(list(raw), *self._few)
        step = self._next.after(state, gradients)
        return Probe(
            epoch=state.epoch,
            **self._outputs(weights),
            penalty=penalty(self._recipe.network, weights),
            layers=self._layers(raw, [g.numpy() for g in gradients], step),
            activations=self._activations(dead.numpy(), saturated.numpy()),
            line=tuple(self._look.line(list(raw), step, *self._few).numpy().tolist()),
            line_start=float(loss),
            test_accuracy=self._test_accuracy(weights),
        )

    def _outputs(self, weights: tuple[Floats, ...]) -> dict[str, Any]:
        images, labels = self._training
        recipe = self._recipe
        said = self._scorer.predict(weights, images)
        classes = said.logits.shape[1]
        ending = split_ending(recipe.network)[1]
        slopes = logit_gradients(said, labels, recipe.loss, ending, recipe.label_smoothing)
        norms = np.sqrt(np.square(slopes).sum(axis=1))
        silent = (norms == 0) & (said.digits != labels)
        clips = recipe.loss == "clipped_crossentropy"
        largest = np.sort(said.logits, axis=1)
        return {
            "images": len(labels),
            "loss": mean_loss(said, labels, recipe.loss),
            "accuracy": float((said.digits == labels).mean()),
            "logit_accuracy": float((said.logits.argmax(axis=1) == labels).mean()),
            "tied": float(tied_rows(said.outputs).mean()),
            "recalls": recalls(labels, said.digits, classes),
            "predicted": _shares(said.digits, classes),
            "no_gradient": _by_digit(silent & clips, labels, classes),
            "digit_gradients": _by_digit(norms, labels, classes),
            "certain": float(_certain(said).mean()),
            "margin": float(np.median(largest[:, -1] - largest[:, -2])),
        }

    def _test_accuracy(self, weights: tuple[Floats, ...]) -> float | None:
        if self._test is None:
            return None
        said = self._scorer.predict(weights, self._test.images)
        return float((said.digits == self._test.labels).mean())

    def _layers(
        self, weights: tuple[Floats, ...], gradients: list[Floats], step: list[Floats]
    ) -> tuple[LayerProbe, ...]:
        place = dict(zip(self._next.trainable, gradients, strict=True))
        found: list[LayerProbe] = []
        used = 0
        for layer, row in zip(self._spec.layers, summary(self._spec), strict=True):
            if isinstance(layer, WithKernel):
                own = range(used, used + len(kernel_shapes(layer, row.shapes)))
                norms = (_norm([which[n] for n in own]) for which in (place, weights, step))
                found.append(LayerProbe(row.name, *norms))
            used += len(row.shapes)
        return tuple(found)

    def _activations(
        self, dead: NDArray[np.float32], saturated: NDArray[np.float32]
    ) -> tuple[ActivationProbe, ...]:
        names = self._look.hidden
        return tuple(
            ActivationProbe(name, activation, float(d), float(s))
            for (name, activation), d, s in zip(names, dead, saturated, strict=True)
        )


class _Look:
    """The traced functions of one kind of network and loss."""

    def __init__(self, spec: NetworkSpec, loss: LossName, smoothing: float) -> None:
        self._spec, self._loss, self._smoothing = spec, loss, smoothing
        self._classes = class_count(spec)
        self._cut, self._activation = split_ending(spec)
        self._model = build(self._cut, 0)
        rows = zip(self._cut.layers, summary(self._cut), strict=True)
        self._acts = [
            layer.activation if isinstance(layer, WithKernel | Activation) else "linear"
            for layer in self._cut.layers
        ]
        self.hidden = [
            (row.name, act)
            for (_, row), act in zip(rows, self._acts, strict=True)
            if act in _WATCHED
        ]
        shapes = [tf.TensorSpec(weight.shape, tf.float32) for weight in self._model.weights]
        images = tf.TensorSpec((None, None, None), tf.uint8)
        signature = (shapes, images, tf.TensorSpec((None,), tf.int32))
        self.gradients = tf.function(self._gradients, signature, autograph=False)
        # A function of its own, so that it is traced once for all places of the line.
        self._loss_at = tf.function(self._mean_loss, signature, autograph=False)
        self.line = tf.function(self._line, (shapes, *signature), autograph=False)

    def _gradients(self, weights: list[Any], images: Any, labels: Any) -> Any:
        mapping = list(zip(self._model.weights, weights, strict=True))
        trainable = {id(v) for v in self._model.trainable_variables}
        watched = [w for v, w in mapping if id(v) in trainable]
        with tf.GradientTape() as tape:
            for tensor in watched:
                tape.watch(tensor)
            loss, values = self._forward(mapping, images, labels)
        gradients = tape.gradient(loss, watched, unconnected_gradients="zero")
        dead, saturated = _units(values)
        return loss, gradients, dead, saturated

    def _line(self, weights: list[Any], step: list[Any], images: Any, labels: Any) -> Any:
        """Return the losses after `LINE` times the step."""
        losses: list[Any] = []
        for times in LINE:
            # One after the other: side by side they would take more memory than cache.
            with tf.control_dependencies(losses[-1:]):
                moved = [w + times * s for w, s in zip(weights, step, strict=True)]
                losses.append(self._loss_at(moved, images, labels))
        return tf.stack(losses)

    def _mean_loss(self, weights: list[Any], images: Any, labels: Any) -> Any:
        mapping = list(zip(self._model.weights, weights, strict=True))
        return self._forward(mapping, images, labels)[0]

    def _forward(self, mapping: list[tuple[Any, Any]], images: Any, labels: Any) -> Any:
        x = tf.cast(images, tf.float32)
        if self._spec.pixels == "unit":
            x /= 255
        x = tf.reshape(x, (-1, *self._spec.input_shape))
        values: list[tuple[str, Any]] = []
        with keras.StatelessScope(state_mapping=mapping):
            for layer, act in zip(self._model.layers, self._acts, strict=True):
                normalises = isinstance(layer, keras.layers.BatchNormalization)
                x = layer(x, training=True) if normalises else layer(x)
                values.append((act, x))
            added = sum(self._model.losses)
        outputs = activated(self._activation, x)
        wanted = targets(labels, self._classes, self._smoothing)
        losses = sample_losses(self._loss, wanted, x, outputs)
        return tf.reduce_mean(losses) + added, values


@lru_cache(maxsize=8)
def _compiled(spec: NetworkSpec, loss: LossName, smoothing: float) -> _Look:
    return _Look(spec, loss, smoothing)


def _units(values: list[tuple[str, Any]]) -> tuple[Any, Any]:
    """Return the shares of dead units and of saturated values of each hidden activation."""
    dead, saturated = [tf.zeros(0)], [tf.zeros(0)]
    for act, value in values:
        if act not in _WATCHED:
            continue
        units = tf.reshape(value, (-1, value.shape[-1]))
        low = -1.0 if act == "tanh" else 0.0
        flat = (units > 1 - _FLAT) | (units < low + _FLAT)
        none = tf.zeros(())
        dies = act in {"relu", "relu6"}
        dead.append([_mean(tf.reduce_max(units, axis=0) <= 0) if dies else none])
        saturated.append([none if dies else _mean(flat)])
    return tf.concat(dead, 0), tf.concat(saturated, 0)


def _mean(flags: Any) -> Any:
    return tf.reduce_mean(tf.cast(flags, tf.float32))


def _some(part: Split, most: int) -> Split:
    """Return at most so many images, evenly spaced over the whole part."""
    if len(part.labels) <= most:
        return part
    chosen = np.linspace(0, len(part.labels) - 1, most).astype(np.int64)
    return Split(part.images[chosen], part.labels[chosen])


def _shares(digits: Labels, classes: int) -> tuple[float, ...]:
    counts = np.bincount(digits, minlength=classes) / max(1, len(digits))
    return tuple(counts.tolist())


def _by_digit(values: NDArray[Any], labels: Labels, classes: int) -> tuple[float, ...]:
    """Return the mean of the values of each true digit; nan where there is none."""
    own = (values[labels == digit] for digit in range(classes))
    return tuple(float(part.mean()) if len(part) else float("nan") for part in own)


def _certain(said: Predictions) -> NDArray[np.bool_]:
    """Say of each image whether its softmax is exactly 1 for one digit, in float32."""
    largest = np.sort(said.logits, axis=1)
    with np.errstate(invalid="ignore"):
        # exp(-17) is below half a unit in the last place of 1.
        result: NDArray[np.bool_] = largest[:, -1] - largest[:, -2] > 17
    return result


def _norm(arrays: list[NDArray[Any]]) -> float:
    """Return the Euclidean norm of arrays taken together."""
    with np.errstate(all="ignore"):
        squares = (np.square(array, dtype=np.float64).sum() for array in arrays)
        return float(np.sqrt(sum(squares)))
