"""Images of any size -> 28x28, as ``predict`` fits pictures: box, 20x20, centre of mass."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.data.formats.splits import SIDE
from core.ink.preprocess import prepare
from core.records import Images, Ink, Stages

_LIGHT = 127
_MOSTLY = 0.75
"""Share of its border that is light on an image whose paper is: handwriting that touches
the border covers far less of it, and clothes that fill it are spared."""


def fit(images: Images, *, light_paper: bool) -> Images:
    """Bring images to 28x28 with 0 = paper; one without ink becomes blank.

    Parameters
    ----------
    images : ndarray of uint8, shape (n, rows, columns)
    light_paper : bool
        Whether they are dark on light.
    """
    fitted = np.zeros((len(images), SIDE, SIDE), np.uint8)
    for index, image in enumerate(images):
        on_white = image if light_paper else 255 - image
        # More paper around it: where ink fills the frame, it is else taken for the paper.
        margin = max(image.shape) // 4 + 2
        stages = _prepared(on_white, margin) or _prepared(_stretched(on_white), margin)
        if stages is not None:
            fitted[index] = stages.centred
    return fitted


def _prepared(on_white: Images, margin: int) -> Stages | None:
    return prepare(Ink(image=np.pad(on_white, margin, constant_values=255)))


def _stretched(on_white: Images) -> Images:
    """Return an image over the whole range: what is faint is ink all the same."""
    low, high = int(on_white.min()), int(on_white.max())
    stretched = (on_white.astype(np.int64) - low) * 255 // max(high - low, 1)
    return stretched.astype(np.uint8)


def on_light_paper(images: Images) -> NDArray[np.bool_]:
    """Say of each image, uint8 (n, rows, columns), whether its border is mostly light."""
    edges = (images[:, 0], images[:, -1], images[:, 1:-1, 0], images[:, 1:-1, -1])
    light = sum((edge > _LIGHT).sum(axis=1) for edge in edges)
    length = sum(edge.shape[1] for edge in edges)
    answer: NDArray[np.bool_] = light >= _MOSTLY * length
    return answer
