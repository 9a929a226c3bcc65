"""A picture of digits from a file that anybody may have sent: read with limits."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError
from core.records import Images, Ink
from core.regular_file import open_regular

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF")
"""Pillow's names of the formats that are read."""

MOST_PIXELS = 50_000_000
"""A telephone's photo has half of that; a small file can unpack to any size."""

MOST_BYTES = 100_000_000
"""Of the file itself."""

KEPT_PX = 2000
"""Larger pictures are reduced to this longer side while they are read."""

_ORIENTATION, _SIDEWAYS = 0x0112, (5, 6, 7, 8)
"""The tag that says how a camera was held, and its values for a quarter turn."""

_BAND_PIXELS = 4_000_000
"""So much of a picture is brought to grey at a time."""

_CLEAR = 0.02
"""A picture of which at least this share lets everything through has been cut out."""

_TONES = 40
"""What is seen of a cut out drawing in ink alone differs less than this in brightness."""


def read_picture(path: Path) -> Ink:
    """Return the picture in a file as grey ink, 0 = black; transparent parts are paper.

    A large one is reduced; its `sheet` is the width and height in the file's own pixels.

    Raises
    ------
    DataError
        If there is no such file, it is no picture, damaged, or too large.
    """
    # Imported late: most of what the core does needs no image reader.
    from PIL import Image

    # A decompression bomb is refused, not announced.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    # What Pillow mutters of damaged notes beside the pixels is of no use to anybody.
    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
    try:
        with _opened(path) as file, Image.open(file, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _too_large(path)
            size = _upright_size(image)
            return Ink(image=_grey(image), sheet=size)
    except DataError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(path) from error
    except Exception as error:
        # Pillow's readers let all kinds of errors through when a file is damaged.
        raise DataError(
            "{file} is not a picture that Inkling can read, or it is damaged.",
            "Save the digit as PNG or JPEG.",
            file=str(path),
        ) from error


def _upright_size(image: Image) -> tuple[float, float]:
    """Return width and height of a picture once it is turned upright."""
    width, height = image.size
    turned = image.getexif().get(_ORIENTATION, 1) in _SIDEWAYS
    return (float(height), float(width)) if turned else (float(width), float(height))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file that is not too large; refuse a pipe, a folder, a device."""
    try:
        opened = open_regular(path)
    except OSError as error:
        raise DataError(
            "{file} cannot be read: {reason}.",
            "Check its name and its permissions.",
            file=str(path),
            reason=error.strerror or str(error),
        ) from error
    with opened as file:
        if os.fstat(file.fileno()).st_size > MOST_BYTES:
            raise _too_large(path)
        yield file


def _grey(image: Image) -> Images:
    from PIL import ImageOps

    times = max(1, max(image.size) // KEPT_PX)
    if times > 1:
        # JPEG files are unpacked at half, a quarter or an eighth of their size at once.
        image.draft(None, (image.width // times, image.height // times))
        times = max(1, max(image.size) // KEPT_PX)
    if image.mode.startswith(("I", "F")):
        return _eight_bits(np.asarray(ImageOps.exif_transpose(_levels(image, times))))
    reduced = _reduced(image, times)
    orientation = image.getexif()
    reduced.getexif().update(orientation)
    upright = ImageOps.exif_transpose(reduced)
    return _on_paper(np.asarray(upright))


def _levels(image: Image, times: int) -> Image:
    """Return 16-bit or floating grey, reduced."""
    exif = image.getexif()
    levels = image.convert("F")
    levels = levels if times == 1 else levels.reduce(times)
    if max(levels.size) > KEPT_PX:
        levels.thumbnail((KEPT_PX, KEPT_PX))
    levels.getexif().update(exif)
    return levels


def _reduced(image: Image, times: int) -> Image:
    """Return a picture in grey with alpha, each pixel the mean of `times` x `times`.

    It is converted band by band: the whole in four bytes a pixel would be too much memory.
    """
    from PIL import Image as Pillow

    width, height = image.size
    rows = max(1, _BAND_PIXELS // (width * times)) * times
    whole = Pillow.new("LA", (-(-width // times), -(-height // times)))
    image.load()
    for top in range(0, height, rows):
        grey = _band_in_grey(image.crop((0, top, width, min(top + rows, height))))
        reduced = grey if times == 1 else grey.reduce(times)
        whole.paste(reduced.convert("LA"), (0, top // times))
    if max(whole.size) > KEPT_PX:
        whole.thumbnail((KEPT_PX, KEPT_PX), Pillow.Resampling.BOX)
    return whole


def _band_in_grey(band: Image) -> Image:
    """Return a part of a picture in grey, with alpha where it may have any."""
    if band.mode in ("L", "RGB") and "transparency" not in band.info:
        # Most photographs: at once, in a quarter of the time.
        return band.convert("L")
    # Palettes may hold transparent colours: through RGBA.
    return (
        band.convert("LA") if band.mode in ("L", "LA") else band.convert("RGBA").convert("LA")
    )


def _on_paper(picture: Images) -> Images:
    """Lay grey with alpha (rows, columns, 2) on white: what is invisible is paper.

    Where only ink is visible, and nothing of a paper, what is visible is dark, whatever its
    colour: white ink on nothing would be gone on white.
    """
    grey, alpha = picture[..., 0], picture[..., 1]
    if (alpha == 255).all():
        return np.ascontiguousarray(grey)
    seen = alpha > 127
    clear = float((alpha < 16).mean()) >= _CLEAR
    if clear and seen.any() and float(np.ptp(np.percentile(grey[seen], (2, 98)))) < _TONES:
        return 255 - alpha
    share = alpha.astype(np.float32) / 255
    return np.rint(grey * share + 255 * (1 - share)).astype(np.uint8)


def _eight_bits(levels: NDArray[np.float32]) -> Images:
    """Stretch 16-bit or floating grey to 0 to 255; ValueError where it is no number."""
    if not np.isfinite(levels).all():
        raise ValueError("a pixel is no number")
    low, high = float(levels.min()), float(levels.max())
    return np.round((levels - low) * (255 / max(high - low, 1e-9))).astype(np.uint8)


def _too_large(path: Path) -> DataError:
    return DataError(
        "{file} is too large for a picture of digits.",
        "Reduce it to at most {pixels} million pixels.",
        file=str(path),
        pixels=MOST_PIXELS // 1_000_000,
    )
