"""The training images that a network takes for alike: by what its last layer is handed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from core.control import StopToken
from core.records import Floats, Images, Network

_ROWS = 4_096
_SEVERAL = 16
"""An image is looked at beside itself: a compiled function wants more than one."""


class LayerNeighbours:
    """What a network makes of many images, laid out to find the nearest ones.

    Nearest by the Euclidean distance of what the last layer with weights is handed. The
    values are kept in float16: of 60,000 images and 1,152 values that is 138 MB.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
    report : callable, optional
        Is handed how many of them were looked at, 0 to 1.

    Raises
    ------
    Cancelled
        Soon after `stop` is set.
    """

    def __init__(
        self,
        network: Network,
        images: Images,
        *,
        stop: StopToken | None = None,
        report: Callable[[float], None] | None = None,
    ) -> None:
        from core.training.features import penultimate

        self._network = network
        stop = stop or StopToken()
        parts: list[NDArray[np.float16]] = []
        for first in range(0, len(images), _ROWS):
            found = penultimate(network, images[first : first + _ROWS], stop=stop)
            parts.append(found.astype(np.float16))
            if report is not None:
                report(min(1.0, (first + _ROWS) / len(images)))
        self._features = np.concatenate(parts) if parts else np.zeros((0, 1), np.float16)

    def nearest(self, image: Images, count: int) -> NDArray[np.int64]:
        """Return the indices of the `count` images nearest to a (28, 28) one, nearest first."""
        from core.training.features import penultimate

        beside = np.repeat(image[None], _SEVERAL, axis=0)
        wanted = penultimate(self._network, beside)[0].astype(np.float16).astype(np.float32)
        distances = np.empty(len(self._features), np.float32)
        for first in range(0, len(distances), _ROWS):
            away: Floats = self._features[first : first + _ROWS].astype(np.float32) - wanted
            distances[first : first + _ROWS] = np.einsum("ij,ij->i", away, away)
        return np.argsort(distances, kind="stable")[:count].astype(np.int64)
