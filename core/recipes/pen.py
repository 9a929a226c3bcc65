"""The recipe of the network that Inkling ships: it reads what strangers draw.

MNIST, and digits that other people drew on tablets, but never twice the same: bent, sheared,
thicker, thinner, with habits of pens that MNIST's writers lack, and among them things that
are no digits. What the trained network reaches is written in the card beside its file.
"""

from __future__ import annotations

from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Layer,
    MaxPooling2D,
    NetworkSpec,
    Padding,
)
from core.records import Augmentation, Optimizer, Recipe


def _convolution(
    filters: int, padding: Padding = "same", *, pooled: bool = False
) -> tuple[Layer, ...]:
    """Return a convolution whose sums are normalised before the relu, so it needs no bias.

    Pooling comes first, where there is any: it leaves a quarter of the values to normalise.
    """
    return (
        Conv2D(filters, padding=padding, use_bias=False, initializer="he_normal"),
        *((MaxPooling2D(),) if pooled else ()),
        BatchNormalization(),
        Activation("relu"),
    )


PEN = Recipe(
    name="pen",
    title="The network that reads what you draw",
    about=(
        "Six small convolutions, taught on MNIST's images as other hands might have drawn "
        "them: turned, bent, thick and thin, 7s with a bar, 0s with a slash, 1s with a flag. "
        "One image in five is a digit that one of 114 people drew on a tablet, and one in "
        "five is no digit at all, so that it learns to doubt."
    ),
    network=NetworkSpec(
        (
            *_convolution(24),
            *_convolution(24, pooled=True),
            *_convolution(64),
            *_convolution(64, pooled=True),
            *_convolution(128, "valid"),
            *_convolution(128, "valid"),
            Flatten(),
            Dropout(0.2),
            Dense(10),
        ),
        input_shape=(28, 28, 1),
    ),
    optimizer=Optimizer("adamw", 0.004, weight_decay=0.01),
    batch_size=128,
    epochs=45,
    validation=1 / 12,
    schedule="cosine",
    label_smoothing=0.05,
    weight_average=0.998,
    augmentation=Augmentation(
        rotation=12, shift=1.0, pen_habits=0.2, drawn=0.35, non_digits=0.22
    ),
)
