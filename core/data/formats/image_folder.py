"""Folders of images: ten subfolders named 0 to 9, each with PNG or JPEG files of 28 x 28.

Images may be white on black, as MNIST, or black on white: the borders tell, for a whole
split at once. A split's images are put into a fixed mixed order, because a training takes
its validation images from the end.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.data.formats.splits import SIDE, Split, check_count, check_side
from core.data.formats.unpack import AGAIN, opened, read_up_to
from core.errors import DataError
from core.records import Images

if TYPE_CHECKING:
    from PIL.Image import Image

DIGITS = tuple("0123456789")
_SUFFIXES = {".png", ".jpg", ".jpeg"}
_GREY_ENOUGH = {"1", "L", "LA", "P", "RGB", "RGBA"}
# 28 x 28 pixels with much metadata; the rest is a different thing under a wrong name.
_MOST_BYTES = 1 << 20


def read_image_folder(folder: Path) -> Split:
    """Read every image in the subfolders 0 to 9 of `folder`."""
    files = [(file, int(digit)) for digit in DIGITS for file in _images_in(folder / digit)]
    check_count(len(files), folder)
    images = np.empty((len(files), SIDE, SIDE), np.uint8)
    for index, (file, _) in enumerate(files):
        images[index] = _read_image(file)
    labels = np.array([digit for _, digit in files], np.int64)
    order = np.random.default_rng(0).permutation(len(files))
    return Split(_ink_is_bright(images)[order], labels[order])


def _images_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in _SUFFIXES and not file.name.startswith(".")
    )


def _read_image(path: Path) -> Images:
    # Imported late: opening the window needs no image reader.
    from PIL import Image

    with opened(path) as stream:
        data = read_up_to(stream, _MOST_BYTES)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            check_side(image.width, image.height, path)
            return np.asarray(_grey(image, path), np.uint8)
    except DataError:
        raise
    except Exception as error:
        # Pillow's readers let all kinds of errors through when a file is damaged.
        raise DataError(
            "{file} is not a PNG or JPEG image, or it is damaged.", AGAIN, file=str(path)
        ) from error


def _grey(image: Image, path: Path) -> Image:
    if image.mode not in _GREY_ENOUGH:
        raise DataError(
            "{file} has pixels of a kind ({mode}) that Inkling does not turn into grey.",
            "Save it as an 8-bit grey image.",
            file=str(path),
            mode=image.mode,
        )
    if image.has_transparency_data:
        alpha = np.asarray(image.convert("RGBA"))[..., 3]
        if alpha.min() < 255:
            raise DataError(
                "{file} is partly transparent, so that ink and paper cannot be told apart.",
                "Save it without transparency.",
                file=str(path),
            )
    return image.convert("L")


def _ink_is_bright(images: Images) -> Images:
    border = np.concatenate(
        [images[:, 0], images[:, -1], images[:, :, 0], images[:, :, -1]], axis=1
    )
    return 255 - images if border.mean() > 127 else images
