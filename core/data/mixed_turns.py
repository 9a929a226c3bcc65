"""Whether some digits of a set lie otherwise than the others: turned, mirrored, transposed.

A turned digit looks like none of its kind, as long as all of these lie one way. Where part of
the images were read with rows and columns exchanged, turning the others the same way finds
their like.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.data.near_images import NearImages
from core.data.orientation import TURNS
from core.records import Images, Labels

ALIKE_TURNED = {
    "transposed": 0.17,
    "upside down": 0.25,
    "on the left side": 0.18,
    "on the right side": 0.18,
    "mirrored": 0.41,
    "mirrored upside down": 0.34,
    "transposed the other way": 0.17,
}
"""Share of MNIST's digits whose nearest image bears their label once they are turned so, where
all others are upright: 0, 1 and 8 look much the same in more ways than one."""

BEYOND = 0.2
"""By so much more of them find their like where digits lie in two ways. With a tenth of the
images turned it is .25 to .5 more, with half of them turned by a quarter, which two turns
share, .35."""

READ_WELL = 0.6
"""Fewer digits that find their like as they lie say nothing of turned ones."""

_ASKED, _AMONG = 150, 800


@dataclass(frozen=True)
class MixedTurn:
    """How some digits lie otherwise than the others.

    Parameters
    ----------
    turn : str
        A key of `core.data.orientation.TURNS`.
    asked : int
        Images that were turned so.
    alike : float
        Share of these whose nearest image then has the same label.
    usual : float
        The same where all digits lie one way.
    """

    turn: str
    asked: int
    alike: float
    usual: float


def mixed_turn(images: Images, labels: Labels) -> MixedTurn | None:
    """Return how some of the digits lie otherwise; None where all lie one way, or few are."""
    if len(images) < _ASKED + _AMONG // 2:
        return None
    mixed = np.random.default_rng(1).permutation(len(images))
    own, among = mixed[:_ASKED], mixed[_ASKED : _ASKED + _AMONG]
    near = NearImages(images[among], labels[among])
    upright = near.ask(images[own], labels[own])
    if upright is None or upright.agreeing < READ_WELL:
        return None
    found = []
    for turn, usual in ALIKE_TURNED.items():
        seen = near.ask(np.ascontiguousarray(TURNS[turn](images[own])), labels[own])
        if seen is not None and seen.agreeing > usual + BEYOND:
            found.append(MixedTurn(turn, len(own), seen.agreeing, usual))
    return max(found, key=lambda one: one.alike - one.usual, default=None)
