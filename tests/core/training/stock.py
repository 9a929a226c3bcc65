"""Stock Keras as the yardstick: the same network, batches and order, by `fit` alone."""

from __future__ import annotations

import numpy as np

from core.records import Dataset, Recipe
from core.training.schedules import epoch_order


def stock_weights(recipe: Recipe, dataset: Dataset, epochs: int) -> list[np.ndarray]:
    """Train with `keras.Model.fit` and return the weights.

    The order of the images is the recipe's own, laid out beforehand, so that both see the
    same batches. The model has its last activation and Keras's own loss object.
    """
    import keras

    from core.training.keras_model import build

    model = build(recipe.network, recipe.seed)
    model.compile(optimizer=stock_optimizer(recipe), loss=stock_loss(recipe))
    precision = keras.config.floatx()
    pixels = dataset.train_images.astype(precision).reshape(-1, *recipe.network.input_shape)
    if recipe.network.pixels == "unit":
        pixels /= 255
    targets = keras.utils.to_categorical(dataset.train_labels, 10)
    follow = _same_dropout(model)
    for epoch in range(1, epochs + 1):
        order = epoch_order(recipe.seed, epoch, len(pixels))
        model.fit(
            pixels[order],
            targets[order],
            batch_size=recipe.batch_size,
            shuffle=False,
            verbose=0,
            callbacks=[follow],
        )
    return model.get_weights()


def _same_dropout(model):
    """Let the model's dropout draw at each step what our training draws at that step.

    `fit` calls the model while it prepares, and each call would count as a step.
    """
    import keras

    layers = [layer for layer in model.layers if hasattr(layer, "begin_at")]

    class Follow(keras.callbacks.Callback):
        steps = 0

        def on_train_batch_begin(self, batch, logs=None):
            for layer in layers:
                layer.begin_at(Follow.steps)
            Follow.steps += 1

    return Follow()


def stock_optimizer(recipe: Recipe):
    import keras

    settings = recipe.optimizer
    rate = settings.learning_rate
    match settings.kind:
        case "sgd":
            return keras.optimizers.SGD(rate, momentum=settings.momentum)
        case "rmsprop":
            return keras.optimizers.RMSprop(rate, momentum=settings.momentum)
        case "adamw":
            return keras.optimizers.AdamW(rate, weight_decay=settings.weight_decay)
        case "adam":
            return keras.optimizers.Adam(rate)
        case _:
            raise ValueError(settings.kind)


def stock_loss(recipe: Recipe):
    import keras
    import tensorflow as tf

    if recipe.loss == "clipped_crossentropy":

        def clipped(wanted, outputs):
            # Any operation after the activation hides its logits from Keras.
            outputs = tf.identity(outputs) * 1.0
            return keras.losses.categorical_crossentropy(wanted, outputs)

        return clipped
    ends_in_logits = getattr(recipe.network.layers[-1], "activation", "") == "linear"
    return keras.losses.CategoricalCrossentropy(
        from_logits=ends_in_logits, label_smoothing=recipe.label_smoothing
    )
