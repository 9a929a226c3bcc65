"""What the steps of the lesson show, all of it computed from the images at hand.

The tutorial's own way, in its order: the bytes of a file, pixels as numbers, labels as rows,
one image forth through the network with dropout, what its derivative blames, the check.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.from_scratch.gradient_check import GradientCheck, check_gradient
from core.from_scratch.network import (
    PUBLISHED_SEED,
    Doubles,
    Mask,
    backward,
    forward,
    initial_weights,
    prepare,
    relu,
    relu_derivative,
)
from core.layers import SIDE_PX
from core.records import Dataset, Images

IMAGES_MAGIC, LABELS_MAGIC = 0x803, 0x801
"""How IDX files begin: two zeros, 8 for bytes, and how many axes there are."""

VALUES = 8
"""So many of the hidden values are shown."""

_CHECKED_IMAGES, _CHECKED_WEIGHTS = 2, 20


def image_file_bytes(dataset: Dataset) -> bytes:
    """Return the 16 bytes before the pixels of the file of training images."""
    return struct.pack(">4I", IMAGES_MAGIC, len(dataset.train_labels), SIDE_PX, SIDE_PX)


def label_file_bytes(dataset: Dataset, labels: int = VALUES) -> bytes:
    """Return the 8 bytes before the labels, and the first labels, a byte each."""
    head = struct.pack(">2I", LABELS_MAGIC, len(dataset.train_labels))
    return head + dataset.train_labels[:labels].astype(np.uint8).tobytes()


def hexadecimal(data: bytes) -> str:
    """Write bytes in groups of four, as hexadecimal digits."""
    return "   ".join(data[at : at + 4].hex(" ") for at in range(0, len(data), 4))


def pixel_text(image: Images) -> str:
    """Write the pixels of an image as numbers, a line of 28 for each row."""
    return "\n".join("".join(f"{value:4d}" for value in row) for row in image)


def scaled_text(image: Images, row: int) -> str:
    """Write one row of an image divided by 255, as NumPy prints it, seven numbers a line."""
    texts = [f"{value:.8f}" for value in image[row] / 255]
    return "\n".join(" ".join(texts[at : at + 7]) for at in range(0, len(texts), 7))


def one_hot_text(dataset: Dataset, labels: int = 3) -> str:
    """Write the first labels with their one-hot rows."""
    _, targets = prepare(dataset.train_images[:labels], dataset.train_labels[:labels])
    return "\n".join(
        f"{label}   [{' '.join(f'{value:.0f}.' for value in row)}]"
        for label, row in zip(dataset.train_labels[:labels], targets, strict=True)
    )


@dataclass(frozen=True, eq=False)
class FirstImage:
    """The lesson's first image forth and back, before any weight has moved.

    All arrays have one value for each hidden value: float64, int64 for `mask`.

    Parameters
    ----------
    sums : ndarray
        What comes into each hidden value, before the ReLU.
    hidden, mask, kept : ndarray
        After the ReLU; 0 where dropout leaves one out; what goes on, doubled.
    blamed, should : ndarray
        What the tutorial's way back blames each for, and what is right: nothing where the
        value was switched off, and twice as much where dropout doubled it.
    """

    sums: Doubles
    hidden: Doubles
    mask: Mask
    kept: Doubles
    blamed: Doubles
    should: Doubles

    @property
    def wrongly_blamed(self) -> float:
        """Share of the hidden values that are blamed though they were switched off."""
        off: NDArray[np.bool_] = (self.hidden == 0) & (self.blamed != 0)
        return float(off.mean())


def first_image(dataset: Dataset) -> FirstImage:
    """Follow the first training image through the lesson's first step, by its own seed."""
    inputs, targets = prepare(dataset.train_images[:1], dataset.train_labels[:1])
    rng = np.random.default_rng(PUBLISHED_SEED)
    weights_1, weights_2 = initial_weights(rng)
    mask: Mask = rng.integers(low=0, high=2, size=(weights_1.shape[1],))
    sums: Doubles = np.dot(inputs[0], weights_1)
    kept, scores = forward(inputs[0], weights_1, weights_2, mask)
    missing = targets[0] - scores
    blamed = backward(kept, missing, weights_2, mask, "published")
    right = relu_derivative(relu(sums), "cured") * np.dot(weights_2, missing) * mask * 2
    return FirstImage(sums, relu(sums), mask, kept, blamed, right)


def hidden_text(first: FirstImage) -> str:
    """Write the first hidden values on their way forth: sum, ReLU, dropout, doubled."""
    rows = (
        ("np.dot(layer_0, weights_1)", first.sums),
        ("relu", first.hidden),
        ("dropout_mask", first.mask),
        ("* dropout_mask * 2", first.kept),
    )
    return "\n".join(f"{name:<28}{_values(values)}" for name, values in rows)


def blame_text(first: FirstImage) -> str:
    """Write what the first hidden values are blamed for, and what would be right."""
    rows = (
        ("relu", first.hidden),
        ("layer_1_delta", first.blamed),
        ("right", first.should),
    )
    return "\n".join(f"{name:<28}{_values(values)}" for name, values in rows)


def checks(dataset: Dataset) -> tuple[tuple[str, GradientCheck], ...]:
    """Check the gradient in four versions on a few weights: a hundredth of a second each."""
    versions: tuple[tuple[str, dict[str, object]], ...] = (
        (">= 0", {"derivative": "published"}),
        ("> 0", {"derivative": "cured"}),
        ("> 0, dropout", {"derivative": "cured", "dropout": True}),
        ("> 0, dropout * 2", {"derivative": "cured", "dropout": True, "doubled": True}),
    )
    return tuple(
        (
            name,
            check_gradient(
                dataset,
                images=_CHECKED_IMAGES,
                tried=_CHECKED_WEIGHTS,
                **how,  # type: ignore[arg-type]
            ),
        )
        for name, how in versions
    )


def _values(values: Doubles | Mask) -> str:
    # Adding zero makes 0 of -0, which is what a ReLU by multiplication gives.
    return "".join(f"{value + 0.0:8.3f}" for value in values[:VALUES])
