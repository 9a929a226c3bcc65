"""A digit is read on any paper, in any light, in any file: one of each kind of picture."""

import numpy as np
import pytest

from core.ink.pictures import read_picture
from core.networks.shipped import shipped_network
from core.reading.read import read
from tests.benchmarks.disguises import DISGUISES, Written
from tests.core.ink.golden.drawings import DIGITS

SLOW = ("A4 scan", "24 mega", "punched", "staple")


def names():
    for name in DISGUISES:
        marks = [pytest.mark.slow] if name.startswith(SLOW) else []
        yield pytest.param(name, marks=marks)


@pytest.mark.parametrize("name", list(names()))
def test_a_digit_is_read_in_every_disguise(name, tmp_path):
    rng = np.random.default_rng(5)
    digit = sum(map(ord, name)) % 10
    path = tmp_path / "picture.png"
    DISGUISES[name](Written(digit, DIGITS[digit]), rng).save(path, compress_level=1)
    assert read(read_picture(path), shipped_network()).text == str(digit)
