"""The images of a data set that look most like a given one: pixel by pixel, no network.

Nearest by the Euclidean distance of the pixels, which alone (as a 1-nearest-neighbour
classifier) reads 96.9 % of MNIST's test images right. Shows what there was to learn from.

References
----------
LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition",
1998, figure 9: K-nearest neighbours, Euclidean.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.layers import SIDE_PX
from core.records import Images

_ROWS = 2_048
"""Few enough that a part of the products stays in the processor's cache."""


class Neighbours:
    """A data set's images, laid out so that the nearest ones to an image are found fast.

    |x - q|^2 = |x|^2 - 2 x.q + |q|^2, and x.q needs only the pixels where q has ink, some
    hundred and fifty of 784: so the images are kept pixel by pixel (transposed), as bytes.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, 28, 28)
    """

    def __init__(self, images: Images) -> None:
        flat = images.reshape(len(images), SIDE_PX * SIDE_PX)
        self._pixels = np.ascontiguousarray(flat.T)
        self._squares = np.empty(len(flat), np.float32)
        for start in range(0, len(flat), _ROWS):
            rows = flat[start : start + _ROWS].astype(np.float32)
            self._squares[start : start + _ROWS] = np.einsum("ij,ij->i", rows, rows)

    def nearest(
        self, image: Images, count: int, among: NDArray[np.bool_] | None = None
    ) -> NDArray[np.int64]:
        """Return the indices of the `count` images nearest to a (28, 28) one, nearest first.

        Of equally near ones, the first in the data set comes first. `among` (bool, one for
        each image) says which may be found at all.
        """
        query = image.reshape(-1).astype(np.float32)
        inked = np.flatnonzero(query)
        products = np.zeros(len(self._squares), np.float32)
        for start in range(0, len(products), _ROWS):
            part = self._pixels[inked, start : start + _ROWS].astype(np.float32)
            products[start : start + _ROWS] = query[inked] @ part
        distances = self._squares - 2 * products
        if among is not None:
            allowed = np.flatnonzero(among)
            return allowed[_first(distances[allowed], count)]
        return _first(distances, count)


def _first(distances: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """Return where the `count` smallest stand, the smallest first."""
    count = min(count, len(distances))
    if not count:
        return np.empty(0, np.int64)
    limit = np.partition(distances, count - 1)[count - 1]
    near = np.flatnonzero(distances <= limit)
    order = np.argsort(distances[near], kind="stable")
    return near[order][:count].astype(np.int64)
