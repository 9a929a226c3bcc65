"""A picture of a digit from a file that anybody may have sent: read with limits."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError
from core.records import Images, Ink

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF")
"""Pillow's names of the formats that are read."""

MOST_PIXELS = 50_000_000
"""A telephone's photo has half of that; a small file can unpack to any size."""

MOST_BYTES = 100_000_000
"""Of the file itself."""


def read_picture(path: Path) -> Ink:
    """Return the picture in a file as grey ink, 0 = black; transparent parts are paper.

    Raises
    ------
    DataError
        If there is no such file, it is no picture, damaged, or too large.
    """
    # Imported late: most of what the core does needs no image reader.
    from PIL import Image

    # A decompression bomb is refused, not announced.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        with Image.open(path, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _too_large(path)
            return Ink(image=_grey(image))
    except DataError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(path) from error
    except (FileNotFoundError, PermissionError) as error:
        raise DataError(
            "{file} cannot be read: {reason}.",
            "Check its name and its permissions.",
            file=str(path),
            reason=error.strerror,
        ) from error
    except Exception as error:
        # Pillow's readers let all kinds of errors through when a file is damaged.
        raise DataError(
            "{file} is not a picture that Inkling can read, or it is damaged.",
            "Save the digit as PNG or JPEG.",
            file=str(path),
        ) from error


def _grey(image: Image) -> Images:
    from PIL import Image as Pillow
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith(("I", "F")):
        return _eight_bits(np.asarray(upright, np.float64))
    # On white, because the invisible part of a drawing is its paper.
    colours = upright.convert("RGBA")
    paper = Pillow.new("RGBA", colours.size, "white")
    return np.asarray(Pillow.alpha_composite(paper, colours).convert("L"), np.uint8)


def _eight_bits(levels: NDArray[np.float64]) -> Images:
    """Stretch 16-bit or floating grey to 0 to 255."""
    low, high = float(levels.min()), float(levels.max())
    return np.round((levels - low) * (255 / max(high - low, 1e-9))).astype(np.uint8)


def _too_large(path: Path) -> DataError:
    return DataError(
        "{file} is too large for a picture of one digit.",
        "Reduce it to at most {pixels} million pixels.",
        file=str(path),
        pixels=MOST_PIXELS // 1_000_000,
    )
