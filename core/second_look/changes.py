"""Images changed in one way by a given strength: turned, moved, grown, thickened, noisy, paled.

The same changes are made to one image (does its answer hold?) and to many (how does accuracy
fall with the strength?). Strength 0, or 1 of a size or a contrast, leaves images as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

import numpy as np

from core.augmentation.pen_width import change_width
from core.augmentation.warp import Maps, warp
from core.phrases import Phrase
from core.records import Floats, Images

Kind: TypeAlias = Literal["rotation", "shift", "scale", "noise", "width", "contrast"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Change:
    """One way to change images, and how strongly.

    Parameters
    ----------
    kind : str
        "rotation" in degrees, clockwise; "shift" in pixels of 28, to the right;
        "scale" as a factor; "noise" as the standard deviation, of a full ink of 1;
        "width" from -1 (as thin as can be) to 2 (two pixels more on each side);
        "contrast" as a factor of the ink.
    strength : float
    """

    kind: Kind
    strength: float

    @property
    def changes_nothing(self) -> bool:
        """Whether images stay as they are."""
        return self.strength == neutral(self.kind)


STRENGTHS: dict[Kind, tuple[float, ...]] = {
    "rotation": (-45, -30, -20, -10, 0, 10, 20, 30, 45),
    "shift": (-6, -4, -2, 0, 2, 4, 6),
    "scale": (0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3),
    "noise": (0, 0.1, 0.2, 0.3, 0.4, 0.5),
    "width": (-1, -0.5, 0, 0.5, 1, 2),
    "contrast": (0.1, 0.2, 0.35, 0.5, 0.75, 1),
}
"""Where the robustness of a network is measured."""

AROUND: tuple[Change, ...] = (
    Change("shift", -2),
    Change("shift", 2),
    Change("rotation", -10),
    Change("rotation", 10),
    Change("scale", 0.85),
    Change("scale", 1.15),
    Change("width", -0.7),
    Change("width", 1),
)
"""Small changes under which the answer to one image had better hold."""


def neutral(kind: Kind) -> float:
    """Return the strength that leaves images as they are."""
    return 1.0 if kind in ("scale", "contrast") else 0.0


def changed(images: Images, change: Change, seed: int = 0) -> Images:
    """Return the images changed, uint8 (n, 28, 28).

    Parameters
    ----------
    seed : int
        Of the noise.
    """
    if change.changes_nothing:
        return images
    values = images.astype(np.float32)
    match change.kind:
        case "rotation" | "shift" | "scale":
            values = warp(images, _maps(len(images), change))
        case "width":
            values = _widened(values, change.strength)
        case "noise":
            rng = np.random.default_rng(seed)
            noise = rng.standard_normal(values.shape, dtype=np.float32)
            values += noise * np.float32(255 * change.strength)
        case "contrast":
            values *= np.float32(change.strength)
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def words(change: Change) -> Phrase:
    """Return what was done to an image."""
    value = change.strength
    match change.kind:
        case "rotation":
            return Phrase("turned by {value:g}\N{DEGREE SIGN}", value=value)
        case "shift":
            return Phrase("moved by {value:g} px", value=value)
        case "scale":
            return Phrase("{value:g} times as large", value=value)
        case "noise":
            return Phrase("noise of {value:g}", value=value)
        case "width":
            return Phrase("thicker") if value > 0 else Phrase("thinner")
        case "contrast":
            return Phrase("{value:g} times the ink", value=value)


def kind_words(kind: Kind) -> Phrase:
    """Return what a kind of change is called, with its unit."""
    return {
        "rotation": Phrase("rotation (degrees)"),
        "shift": Phrase("shift to the right (pixels of 28)"),
        "scale": Phrase("size (factor)"),
        "noise": Phrase("noise (standard deviation, ink = 1)"),
        "width": Phrase("stroke width (pixels on each side)"),
        "contrast": Phrase("contrast (factor)"),
    }[kind]


def _maps(count: int, change: Change) -> Maps:
    """Return where each pixel of the changed image is read in the old one."""
    matrix, offset = np.eye(2, dtype=np.float32), np.zeros(2, np.float32)
    if change.kind == "rotation":
        angle = np.deg2rad(change.strength)
        cos, sin = np.cos(angle), np.sin(angle)
        matrix = np.array([[cos, sin], [-sin, cos]], np.float32)
    elif change.kind == "scale":
        matrix /= np.float32(change.strength)
    else:
        offset[0] = -change.strength
    return Maps(np.tile(matrix, (count, 1, 1)), np.tile(offset, (count, 1)), None)


def _widened(values: Floats, strength: float) -> Floats:
    """Thicken by whole pixels and what is left, or thin."""
    left = strength
    while left > 1:
        values = change_width(values, np.ones(len(values), np.float32))
        left -= 1
    return change_width(values, np.full(len(values), left, np.float32))
