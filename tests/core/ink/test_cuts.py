"""Digits that touch are parted where the way down has the least ink."""

import numpy as np

from core.ink.cuts import parts


def test_a_one_as_thin_as_a_pen_is_cut_off():
    """A ring, and an upright line of 5 pixels beside it, joined in the middle."""
    rows, columns = np.indices((60, 47))
    far = np.hypot((rows - 30) / 1.4, columns - 20)
    mask = (far <= 20) & (far >= 14)
    mask[:, 42:] = True
    mask[28:32, 38:42] = True
    (line,) = [part.mask for part in parts(mask) if part.mask[:, 44].all()]
    assert not line[:, :38].any()
