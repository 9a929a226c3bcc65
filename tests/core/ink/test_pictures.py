"""Pictures from anybody: upright, grey, on white, and never too large."""

import os
import subprocess
import sys
import zlib

import numpy as np
import pytest
from PIL import Image

from core.errors import DataError
from core.ink.pictures import MOST_PIXELS, read_picture


def test_colours_and_palettes_become_grey(tmp_path):
    colours = np.zeros((4, 6, 3), np.uint8)
    colours[:, :3] = (255, 0, 0)
    for name, mode in (("a.png", "RGB"), ("b.gif", "P"), ("c.bmp", "RGB")):
        Image.fromarray(colours).convert(mode).save(tmp_path / name)
        image = read_picture(tmp_path / name).image
        assert (image.dtype, image.shape) == (np.uint8, (4, 6))
        assert abs(int(image[0, 0]) - 76) <= 2
        assert image[0, 5] == 0


def test_what_is_transparent_is_paper(tmp_path):
    drawing = np.zeros((5, 5, 4), np.uint8)
    drawing[2, 2] = (0, 0, 0, 255)
    Image.fromarray(drawing).save(tmp_path / "a.png")
    image = read_picture(tmp_path / "a.png").image
    assert image[2, 2] == 0
    assert (np.delete(image.ravel(), 12) == 255).all()


def test_a_photo_taken_sideways_is_turned_upright(tmp_path):
    pixels = np.zeros((10, 20), np.uint8)
    pixels[:, :5] = 255
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(pixels).save(tmp_path / "a.jpg", exif=exif, quality=95)
    image = read_picture(tmp_path / "a.jpg").image
    assert image.shape == (20, 10)
    assert image[:3].mean() > 240 > 20 > image[8:].mean()


def test_sixteen_bits_are_stretched_to_eight(tmp_path):
    levels = np.array([[0, 1000], [2000, 4000]], np.uint16)
    Image.fromarray(levels).save(tmp_path / "a.png")
    assert read_picture(tmp_path / "a.png").image.tolist() == [[0, 64], [128, 255]]


@pytest.mark.parametrize("side", [7_500, 12_000, 20_000])
def test_too_many_pixels_are_refused_before_they_are_unpacked(tmp_path, side):
    assert side**2 > MOST_PIXELS
    # Enough of a file to tell its size: 8 bytes a row would be missing after it.
    Image.new("1", (side, 1)).save(tmp_path / "a.png")
    content = bytearray((tmp_path / "a.png").read_bytes())
    content[20:24] = side.to_bytes(4, "big")
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(DataError, match="too large"):
        read_picture(tmp_path / "a.png")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.png", b"no picture", "not a picture"),
        ("empty.png", b"", "not a picture"),
        ("script.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
    ],
)
def test_what_is_no_picture_is_said_to_be_none(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=words):
        read_picture(tmp_path / name)


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path):
    for path in (tmp_path / "none.png", tmp_path):
        with pytest.raises(DataError):
            read_picture(path)


def test_white_ink_on_nothing_is_ink(tmp_path):
    drawing = np.full((9, 9, 4), 255, np.uint8)
    drawing[..., 3] = 0
    drawing[3:6, 4, 3] = 255
    Image.fromarray(drawing).save(tmp_path / "a.png")
    image = read_picture(tmp_path / "a.png").image
    assert image[4, 4] == 0
    assert image[0, 0] == 255


def test_a_pipe_in_place_of_a_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(DataError, match="it is a folder, a pipe or a device"):
        read_picture(tmp_path / "pipe.png")


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_a_large_picture_costs_little_more_than_itself(tmp_path, mode):
    path = tmp_path / "large.png"
    Image.new(mode, (7000, 7000), 3 if mode == "P" else "grey").save(path, compress_level=1)
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from core.ink.pictures import read_picture\n"
        "from PIL import Image, PngImagePlugin\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "image = read_picture(Path(sys.argv[1])).image\n"
        "after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(max(image.shape), (after - before) // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    side, grown_mb = map(int, done.stdout.split())
    own_mb = 49 * len(mode)
    assert side <= 3500
    assert grown_mb < own_mb + 200


def test_pixels_that_are_no_numbers_are_refused(tmp_path):
    path = tmp_path / "nan.tif"
    Image.fromarray(np.full((30, 30), np.nan, np.float32)).save(path)
    with pytest.raises(DataError, match="not a picture"):
        read_picture(path)


def test_damaged_notes_beside_the_pixels_are_no_warning(tmp_path):
    path = tmp_path / "cut.tif"
    path.write_bytes(b"II*\0\x08\0\0\0\x01\0")
    with pytest.raises(DataError, match="not a picture"):
        read_picture(path)
