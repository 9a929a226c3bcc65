"""What became of each image over the epochs: never read right, or right and then wrong again.

References
----------
Toneva et al., "An empirical study of example forgetting during deep neural network learning",
ICLR 2019: there an image is asked in the epoch's own step, here after the epoch.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Learning:
    """What became of the images of a split.

    Parameters
    ----------
    never : ndarray of bool, shape (n,)
        Read right after no epoch.
    forgotten : ndarray of bool, shape (n,)
        Read right after an epoch, and wrong after the next one.
    epochs : int
        After how many they were asked.
    """

    never: Bools
    forgotten: Bools
    epochs: int


def learning(right: Bools, only: slice, images: int) -> Learning | None:
    """Say what became of images; None where they were asked after no epoch.

    Parameters
    ----------
    right : ndarray of bool, shape (epochs, m)
        What was read right after each epoch.
    only : slice
        Which images of the split these are; of the others nothing is said.
    images : int
        How many the split has.
    """
    if not len(right):
        return None
    never, forgotten = np.zeros(images, bool), np.zeros(images, bool)
    never[only] = ~right.any(axis=0)
    forgotten[only] = (right[:-1] & ~right[1:]).any(axis=0)
    return Learning(never, forgotten, len(right))
