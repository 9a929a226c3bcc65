"""What training learns from still looks as it did when it was looked at."""

import numpy as np
from PIL import Image

from tests.core.augmentation.golden.pictures import PICTURES, sheet


def test_drawn_digits_and_figures_are_the_pictures_that_were_looked_at():
    away = np.abs(sheet().astype(int) - np.asarray(Image.open(PICTURES)))
    # A level for what processors round differently.
    assert away.max() <= 1
