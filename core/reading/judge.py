"""How much a choice of pieces looks like one digit, as a network sees it."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from core.networks.forward import forward, probabilities
from core.records import Floats, Images, Network

_REMEMBERED = 4096
"""Images whose answer is kept: while a person draws on, all but the last stroke stays."""


class Judge:
    """Says how sure a network is of the best digit of each image, and remembers it."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._known: OrderedDict[bytes, tuple[float, int]] = OrderedDict()

    @property
    def doubt(self) -> float:
        """The confidence under which an image is no digit."""
        return self._network.reject_below

    def __call__(self, images: list[Images]) -> Floats:
        """Return the probability of the best digit of each image, float32 (n,)."""
        return np.array([share for share, _ in self._best(images)], np.float32)

    def digits(self, images: list[Images]) -> list[int]:
        """Return the best digit of each image."""
        return [digit for _, digit in self._best(images)]

    def _best(self, images: list[Images]) -> list[tuple[float, int]]:
        keys = [image.tobytes() for image in images]
        new = dict(zip(keys, images, strict=True))
        asked = [key for key in new if key not in self._known]
        if asked:
            many = np.stack([new[key] for key in asked])
            shares = probabilities(self._network, forward(self._network, many))
            best = zip(shares.max(axis=1).tolist(), shares.argmax(axis=1).tolist(), strict=True)
            self._known.update(zip(asked, best, strict=True))
        answers = [self._known[key] for key in keys]
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return answers
