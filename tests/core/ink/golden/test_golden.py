"""Drawings whose pictures were looked at once: preprocessing still makes the same of them."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.ink.preprocess import prepare
from core.networks.forward import predict
from core.networks.shipped import shipped_network
from core.records import Ink
from tests.core.ink.golden.drawings import DIGITS, PICTURES, drawn

PHOTO_PX = 300


@pytest.fixture(scope="module")
def golden():
    return np.split(np.asarray(Image.open(PICTURES)), 10, axis=1)


@pytest.mark.parametrize("digit", range(10))
def test_strokes_become_the_picture_that_was_looked_at(digit, golden):
    centred = prepare(drawn(digit)).centred
    # A level for what processors round differently.
    assert np.abs(centred.astype(int) - golden[digit]).max() <= 1


@pytest.mark.parametrize("digit", range(10))
def test_the_shipped_network_reads_them(digit, golden):
    prediction = predict(shipped_network(), golden[digit])
    assert prediction.digit == digit
    assert prediction.probabilities[digit] > 0.9


@pytest.mark.parametrize("paper", ["light", "dark"])
@pytest.mark.parametrize("digit", range(10))
def test_a_photo_of_them_comes_close_to_the_strokes(digit, paper, golden):
    """With uneven light and grain, on light or on dark paper."""
    stages = prepare(Ink(image=photo(digit, paper)))
    away = np.abs(stages.centred.astype(int) - golden[digit]).mean()
    # Another pen, and corners that the strokes' curve rounds off: not the same picture.
    assert away < np.abs(np.roll(golden[digit], 4, axis=1).astype(int) - golden[digit]).mean()
    assert predict(shipped_network(), stages.centred).digit == digit


def photo(digit, paper):
    """Return a grey picture of a written digit, as a camera would see it."""
    picture = Image.new("L", (PHOTO_PX, PHOTO_PX), 0)
    pen = ImageDraw.Draw(picture)
    for stroke in DIGITS[digit]:
        corners = [tuple(point) for point in stroke * (PHOTO_PX / 100)]
        pen.line(corners, fill=255, width=20, joint="curve")
    ink = np.asarray(picture, np.float64) / 255
    light = np.linspace(150, 235, PHOTO_PX)[None, :]
    grain = np.random.default_rng(digit).normal(0, 4, ink.shape)
    levels = light * (1 - 0.8 * ink) + grain
    levels = np.clip(levels, 0, 255)
    return (255 - levels if paper == "dark" else levels).astype(np.uint8)
