"""Where a network looks: what is lost when a small square of an image is painted over.

References
----------
Zeiler & Fergus, "Visualizing and understanding convolutional networks", ECCV 2014.
"""

from __future__ import annotations

import numpy as np

from core.layers import SIDE_PX
from core.networks.forward import forward, probabilities
from core.records import Floats, Images, Network

SQUARE_PX = 5
STEP_PX = 2


def occlusion(network: Network, image: Images, label: int) -> Floats:
    """Return how much of the probability of a class each pixel carries, float32 (28, 28).

    Above 0 where the class is less probable without what is there, below 0 where it is more
    so. Each pixel has the mean over the squares that cover it.

    Parameters
    ----------
    image : ndarray of uint8, shape (28, 28)
    """
    starts = [*range(0, SIDE_PX - SQUARE_PX, STEP_PX), SIDE_PX - SQUARE_PX]
    places = [
        (top, left)
        for top in starts
        for left in starts
        # Where there is only paper nothing changes.
        if image[top : top + SQUARE_PX, left : left + SQUARE_PX].any()
    ]
    covered = np.repeat(image[None], len(places) + 1, axis=0)
    for row, (top, left) in enumerate(places, start=1):
        covered[row, top : top + SQUARE_PX, left : left + SQUARE_PX] = 0
    given = probabilities(network, forward(network, covered))[:, label]
    lost = np.zeros((SIDE_PX, SIDE_PX), np.float32)
    times = np.zeros((SIDE_PX, SIDE_PX), np.float32)
    for top in starts:
        for left in starts:
            times[top : top + SQUARE_PX, left : left + SQUARE_PX] += 1
    for (top, left), share in zip(places, given[1:], strict=True):
        lost[top : top + SQUARE_PX, left : left + SQUARE_PX] += given[0] - share
    return lost / times
