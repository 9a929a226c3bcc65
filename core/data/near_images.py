"""Which images look most alike, pixel by pixel, and what their labels say of an image's own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.layers import SIDE_PX
from core.records import Images, Labels

NEAREST = 5
"""Neighbours that have to agree with each other before they speak against a label."""


@dataclass(frozen=True)
class Neighbourhood:
    """What the nearest images say of the labels of a sample.

    Parameters
    ----------
    asked : int
        Images of the sample.
    among : int
        Images among which neighbours were looked for.
    agreeing : float
        Share of the sample whose nearest image has the same label.
    unanimous : int
        Images whose five nearest all have one label.
    against : int
        Those of them whose own label is another one.
    """

    asked: int
    among: int
    agreeing: float
    unanimous: int
    against: int


class NearImages:
    """Images among which the nearest ones are looked for."""

    def __init__(self, images: Images, labels: Labels) -> None:
        self._labels = labels
        self._pixels = images.reshape(-1, SIDE_PX * SIDE_PX).astype(np.float32)
        self._squares = np.einsum("ij,ij->i", self._pixels, self._pixels)

    def ask(self, images: Images, labels: Labels) -> Neighbourhood | None:
        """Return what the neighbours of these images say; None with too few of them."""
        if len(self._labels) <= NEAREST or not len(labels):
            return None
        said, nearest = self._said(images)
        one = (said == said[:, :1]).all(axis=1)
        return Neighbourhood(
            asked=len(labels),
            among=len(self._labels),
            agreeing=float((nearest == labels).mean()),
            unanimous=int(one.sum()),
            against=int((one & (said[:, 0] != labels)).sum()),
        )

    def against(self, images: Images, labels: Labels) -> NDArray[np.bool_]:
        """Say of each image whether its five neighbours have one label, and that another."""
        if len(self._labels) <= NEAREST or not len(labels):
            return np.zeros(len(labels), bool)
        said, _ = self._said(images)
        disputed: NDArray[np.bool_] = (said == said[:, :1]).all(axis=1) & (said[:, 0] != labels)
        return disputed

    def _said(self, images: Images) -> tuple[Labels, Labels]:
        """Return the labels of the five nearest images of each, and of the nearest one."""
        pixels = images.reshape(-1, SIDE_PX * SIDE_PX).astype(np.float32)
        distances = self._squares - 2 * (pixels @ self._pixels.T)
        near = np.argpartition(distances, NEAREST - 1, axis=1)[:, :NEAREST]
        first = np.take_along_axis(distances, near, 1).argmin(axis=1)
        said = self._labels[near]
        return said, said[np.arange(len(said)), first]
