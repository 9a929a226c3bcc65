"""core.data.formats.image_folder: folders 0 to 9 of small images."""

import contextlib
import re
import zlib

import numpy as np
import pytest
from PIL import Image

from core.data.formats.image_folder import read_image_folder
from core.errors import DataError
from core.ink.pictures import read_picture
from core.ink.preprocess import prepare
from tests.core.data.digit_files import count_refusals, with_flips


@pytest.fixture
def folder(tmp_path, sample):
    """A folder with 20 images of the sample, as PNG."""
    for index in range(20):
        save(tmp_path, sample.train_images[index], sample.train_labels[index], index)
    return tmp_path


def save(folder, image, digit, name, *, suffix="png", **options):
    place = folder / str(digit)
    place.mkdir(exist_ok=True)
    file = place / f"{name}.{suffix}"
    Image.fromarray(image).save(file, **options)
    return file


def refused(folder, match):
    with pytest.raises(DataError, match=match) as caught:
        read_image_folder(folder)
    assert caught.value.cure


def read(folder):
    split = read_image_folder(folder)
    return split.images, split.labels.astype(np.int64)


def left_out(folder, match):
    """What is wrong with one picture costs that one only, and is said."""
    split = read_image_folder(folder)
    assert len(split.labels) == 20
    notes = [note for note in split.notes if "left out" in note]
    assert re.search(match, notes[0])


def as_set(images, labels):
    return {(image.tobytes(), label) for image, label in zip(images, labels, strict=True)}


def test_round_trip(folder, sample):
    images, labels = read(folder)
    assert images.dtype == np.uint8
    assert labels.dtype == np.int64
    expected = as_set(sample.train_images[:20], sample.train_labels[:20])
    assert as_set(images, labels) == expected


def test_the_order_mixes_the_digits_and_stays(folder):
    labels = read(folder)[1]
    assert (np.diff(labels) < 0).any()
    np.testing.assert_array_equal(labels, read(folder)[1])


def test_black_on_white_is_turned(tmp_path, sample):
    for index in range(20):
        save(tmp_path, 255 - sample.train_images[index], sample.train_labels[index], index)
    images, labels = read(tmp_path)
    expected = as_set(sample.train_images[:20], sample.train_labels[:20])
    assert as_set(images, labels) == expected


def test_colours_and_jpeg(tmp_path, sample):
    image = sample.train_images[0]
    colours = np.repeat(image[..., np.newaxis], 3, axis=2)
    save(tmp_path, colours, 3, "colour")
    opaque = np.dstack([colours, np.full((28, 28), 255, np.uint8)])
    save(tmp_path, opaque, 3, "opaque")
    save(tmp_path, image, 3, "photo", suffix="JPEG", quality=95)
    images, labels = read(tmp_path)
    assert labels.tolist() == [3, 3, 3]
    differences = np.abs(images.astype(int) - image).mean(axis=(1, 2))
    assert sorted(differences)[:2] == [0, 0]
    assert 0 < differences.max() < 5


def test_other_files_are_passed_over(folder):
    (folder / "3").mkdir(exist_ok=True)
    (folder / "3" / ".hidden.png").write_bytes(b"rubbish")
    (folder / "3" / "Thumbs.db").write_bytes(b"rubbish")
    (folder / "notes.txt").write_text("mine")
    assert len(read(folder)[1]) == 20


def test_another_size_is_fitted_and_it_is_said(folder, sample):
    big = np.kron(sample.train_images[0], np.ones((3, 3), np.uint8))
    file = save(folder, 255 - big, 7, "big")
    split = read_image_folder(folder)
    fitted = prepare(read_picture(file)).centred.tobytes()
    assert fitted in {image.tobytes() for image in split.images}
    assert "of 84 x 84 pixels: each was fitted into 28 x 28" in " ".join(split.notes)


def test_a_huge_size_is_refused_before_it_is_unpacked(folder):
    file = save(folder, np.zeros((1, 1), np.uint8), 7, "huge")
    data = bytearray(file.read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    file.write_bytes(data)
    left_out(folder, "1 of 21 pictures were left out: 7/huge.png. .* too large")


def test_transparent_parts_are_paper(tmp_path, sample):
    ink = sample.train_images[0]
    glass = np.dstack([np.zeros((28, 28, 3), np.uint8), ink])
    save(tmp_path, glass, 7, "glass")
    images, _ = read(tmp_path)
    assert np.abs(images[0].astype(int) - ink).max() <= 1


def test_sixteen_bits(tmp_path, sample):
    ink = sample.train_images[0]
    save(tmp_path, ink.astype(np.uint16) * 257, 7, "deep")
    np.testing.assert_array_equal(read(tmp_path)[0][0], ink)


def test_each_picture_is_turned_by_its_own_border(tmp_path, sample):
    for index in range(20):
        image = sample.train_images[index]
        image = 255 - image if index % 2 else image
        save(tmp_path, image, sample.train_labels[index], index)
    split = read_image_folder(tmp_path)
    expected = as_set(sample.train_images[:20], sample.train_labels[:20])
    assert as_set(split.images, split.labels.astype(np.int64)) == expected
    assert "10 of 20 pictures of 28 x 28 were dark on light" in split.notes[0]


@pytest.mark.parametrize("suffix", ["bmp", "gif", "tiff", "webp"])
def test_other_formats(tmp_path, sample, suffix):
    options = {"lossless": True} if suffix == "webp" else {}
    save(tmp_path, sample.train_images[0], 7, "one", suffix=suffix, **options)
    np.testing.assert_array_equal(read(tmp_path)[0][0], sample.train_images[0])


def test_a_blank_picture_of_another_size_is_left_out(folder):
    save(folder, np.full((64, 64), 255, np.uint8), 7, "blank")
    left_out(folder, "blank.png. The first: there is nothing to see in it")


def test_truncations_are_refused_unless_all_pixels_are_there(tmp_path, sample):
    file = save(tmp_path, sample.train_images[0], 3, "one")
    whole = file.read_bytes()
    # Behind the pixels come their checksum and an empty chunk that marks the end.
    for length in range(len(whole) - 20):
        file.write_bytes(whole[:length])
        refused(tmp_path, "one.png is not a picture that Inkling can read")
    for length in range(len(whole) - 20, len(whole)):
        file.write_bytes(whole[:length])
        with contextlib.suppress(DataError):
            images = read_image_folder(tmp_path).images
            np.testing.assert_array_equal(images[0], sample.train_images[0])


def test_flipped_bytes_raise_nothing_but_data_errors(tmp_path, sample):
    file = save(tmp_path, sample.train_images[0], 3, "one")
    whole = file.read_bytes()
    variants = with_flips(whole, range(len(whole)))
    assert count_refusals(file, variants, lambda: read_image_folder(tmp_path)) > 100


def test_nothing_in_it(tmp_path):
    (tmp_path / "0").mkdir()
    refused(tmp_path, "no pictures in them that Inkling opens")
