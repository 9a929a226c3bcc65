"""core.data.formats.image_folder: folders 0 to 9 of small images."""

import contextlib
import io
import zlib

import numpy as np
import pytest
from PIL import Image

from core.data.formats.image_folder import read_image_folder
from core.errors import DataError
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


def as_set(images, labels):
    return {(image.tobytes(), label) for image, label in zip(images, labels, strict=True)}


def test_round_trip(folder, sample):
    images, labels = read_image_folder(folder)
    assert images.dtype == np.uint8
    assert labels.dtype == np.int64
    expected = as_set(sample.train_images[:20], sample.train_labels[:20])
    assert as_set(images, labels) == expected


def test_the_order_mixes_the_digits_and_stays(folder):
    labels = read_image_folder(folder).labels
    assert (np.diff(labels) < 0).any()
    np.testing.assert_array_equal(labels, read_image_folder(folder).labels)


def test_black_on_white_is_turned(tmp_path, sample):
    for index in range(20):
        save(tmp_path, 255 - sample.train_images[index], sample.train_labels[index], index)
    images, labels = read_image_folder(tmp_path)
    expected = as_set(sample.train_images[:20], sample.train_labels[:20])
    assert as_set(images, labels) == expected


def test_colours_and_jpeg(tmp_path, sample):
    image = sample.train_images[0]
    colours = np.repeat(image[..., np.newaxis], 3, axis=2)
    save(tmp_path, colours, 3, "colour")
    opaque = np.dstack([colours, np.full((28, 28), 255, np.uint8)])
    save(tmp_path, opaque, 3, "opaque")
    save(tmp_path, image, 3, "photo", suffix="JPEG", quality=95)
    images, labels = read_image_folder(tmp_path)
    assert labels.tolist() == [3, 3, 3]
    differences = np.abs(images.astype(int) - image).mean(axis=(1, 2))
    assert sorted(differences)[:2] == [0, 0]
    assert 0 < differences.max() < 5


def test_other_files_are_passed_over(folder):
    (folder / "3").mkdir(exist_ok=True)
    (folder / "3" / ".hidden.png").write_bytes(b"rubbish")
    (folder / "3" / "Thumbs.db").write_bytes(b"rubbish")
    (folder / "notes.txt").write_text("mine")
    assert len(read_image_folder(folder).labels) == 20


def test_another_size(folder):
    save(folder, np.zeros((30, 32), np.uint8), 7, "big")
    refused(folder, "big.png: images of 32 x 30 pixels")


def test_a_huge_size_is_refused_before_it_is_unpacked(folder):
    file = save(folder, np.zeros((1, 1), np.uint8), 7, "huge")
    data = bytearray(file.read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    file.write_bytes(data)
    refused(folder, "huge.png (: images of 60000|is not a PNG or JPEG image)")


def test_transparency(folder):
    image = np.zeros((28, 28, 4), np.uint8)
    save(folder, image, 7, "glass")
    refused(folder, "glass.png is partly transparent")


def test_sixteen_bits(folder):
    save(folder, np.full((28, 28), 300, np.uint16), 7, "deep")
    refused(folder, "deep.png has pixels of a kind")


def test_a_gif_under_another_name(folder):
    buffer = io.BytesIO()
    Image.new("L", (28, 28)).save(buffer, "GIF")
    (folder / "0").mkdir(exist_ok=True)
    (folder / "0" / "gif.png").write_bytes(buffer.getvalue())
    refused(folder, "gif.png is not a PNG or JPEG image")


def test_truncations_are_refused_unless_all_pixels_are_there(tmp_path, sample):
    file = save(tmp_path, sample.train_images[0], 3, "one")
    whole = file.read_bytes()
    # Behind the pixels come their checksum and an empty chunk that marks the end.
    for length in range(len(whole) - 20):
        file.write_bytes(whole[:length])
        refused(tmp_path, "one.png is not a PNG or JPEG image")
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
    refused(tmp_path, "holds 0 images")
