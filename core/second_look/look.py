"""All that is said of one image: what is like it, who else reads it, under what it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.data.neighbours import Neighbours
from core.networks.forward import forward, predict, probabilities
from core.records import Floats, Images, Network
from core.runs.opinions import NamedNetwork, Opinion, opinions
from core.second_look.changes import AROUND, Change, changed
from core.second_look.occlusion import occlusion

COUNT = 8


@dataclass(frozen=True, eq=False)
class Held:
    """A small change of an image, and what the network then says."""

    change: Change
    image: Images
    digit: int
    confidence: float


@dataclass(frozen=True, eq=False)
class Look:
    """What was found about one image.

    Parameters
    ----------
    by_pixels : ndarray of int64
        The nearest training images, nearest first; itself is left out.
    opinions : tuple of Opinion
        What every other network at hand says.
    gradient, occlusion : ndarray of float32, shape (28, 28)
        Where the network looked for the class that it predicted; the gradient is None until
        TensorFlow was asked (`with_gradient`).
    around : tuple of Held
    """

    image: Images
    digit: int
    by_pixels: NDArray[np.int64]
    opinions: tuple[Opinion, ...]
    gradient: Floats | None
    occlusion: Floats
    around: tuple[Held, ...]

    @property
    def holds(self) -> int:
        """Under how many of the changes the answer holds."""
        return sum(held.digit == self.digit for held in self.around)


def look_at(
    network: Network,
    image: Images,
    *,
    neighbours: Neighbours,
    own_index: int | None,
    others: Iterable[NamedNetwork],
) -> Look:
    """Look closer at an image, uint8 (28, 28).

    Parameters
    ----------
    own_index : int or None
        Its place among the training images, where it is one of them.
    """
    said = predict(network, image)
    digit = said.digit
    found = neighbours.nearest(image, COUNT + 1)
    if own_index is not None:
        found = found[found != own_index]
    return Look(
        image=image,
        digit=digit,
        by_pixels=found[:COUNT],
        opinions=opinions(others, said),
        gradient=None,
        occlusion=occlusion(network, image, digit),
        around=answers_around(network, image),
    )


def with_gradient(network: Network, look: Look) -> Look:
    """Return the same look with the gradient; loads TensorFlow, which may take a while."""
    from core.training.saliency import gradient_times_input

    return replace(look, gradient=gradient_times_input(network, look.image, look.digit))


def answers_around(network: Network, image: Images) -> tuple[Held, ...]:
    """Return what the network says of the image a little moved, turned, thickened."""
    made = np.concatenate([changed(image[None], change) for change in AROUND])
    read = forward(network, made)
    given = probabilities(network, read)
    return tuple(
        Held(change, made[n], int(digit), float(given[n, digit]))
        for n, (change, digit) in enumerate(zip(AROUND, read.digits.tolist(), strict=True))
    )
