"""``inkling predict`` prints a number where there are several digits."""

import json

import numpy as np
import pytest
from PIL import Image

from tests.core.ink.golden.test_golden import photo


@pytest.fixture
def number(tmp_path):
    """A picture of 407, and below it 12."""
    above = np.concatenate([photo(digit, "light")[:, 60:240] for digit in (4, 0, 7)], axis=1)
    below = np.concatenate([photo(digit, "light")[:, 60:240] for digit in (1, 2)], axis=1)
    below = np.concatenate([below, below[:, :1].repeat(180, axis=1)], axis=1)
    path = tmp_path / "number.png"
    Image.fromarray(np.concatenate([above, below])).save(path)
    return path


def test_lines_are_parted_by_a_slash(run, number):
    code, out, err = run("predict", number)
    assert (code, err) == (0, "")
    assert out.split()[0] == "407/12"
    assert "%" in out


def test_each_digit_has_a_box_in_the_files_pixels(run, number):
    _, out, _ = run("predict", "--json", number)
    event = json.loads(out)
    assert (event["digit"], event["number"]) == (None, "407\n12")
    assert [digit["digit"] for digit in event["digits"]] == [4, 0, 7, 1, 2]
    assert [digit["line"] for digit in event["digits"]] == [0, 0, 0, 1, 1]
    assert [digit["box"][0] // 180 for digit in event["digits"]] == [0, 1, 2, 0, 1]
    assert all(abs(sum(digit["probabilities"]) - 1) < 1e-4 for digit in event["digits"])


def test_of_a_large_picture_too(run, number, tmp_path):
    large = tmp_path / "large.jpg"
    with Image.open(number) as picture:
        picture.resize((picture.width * 8, picture.height * 8)).save(large)
    _, out, _ = run("predict", "--json", large)
    boxes = [digit["box"] for digit in json.loads(out)["digits"]]
    assert [box[0] // (180 * 8) for box in boxes] == [0, 1, 2, 0, 1]
