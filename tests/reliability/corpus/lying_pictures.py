"""Pictures that are small on the disk and large in memory, or say what is not so."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import partial

import numpy as np
from PIL import Image, PngImagePlugin

from tests.reliability.corpus.honest import picture
from tests.reliability.corpus.hostile import Hostile, of_bytes, of_made


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def png(
    width: int, height: int, *, depth: int = 8, colour: int = 0, data: bytes = b""
) -> bytes:
    """Return a PNG that says these sizes, whatever its data are."""
    head = struct.pack(">2I5B", width, height, depth, colour, 0, 0, 0)
    body = (
        _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(data, 9)) + _chunk(b"IEND", b"")
    )
    return b"\x89PNG\r\n\x1a\n" + body


def blank_png(side: int, *, depth: int = 8, colour: int = 0) -> bytes:
    """Return a PNG that is black all over."""
    samples = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    row = bytes(1 + (side * samples * depth + 7) // 8)
    return png(side, side, depth=depth, colour=colour, data=row * side)


def _texts() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "x" * 50_000_000, zip=True)
    return picture("PNG", pnginfo=texts)


def _turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return picture("JPEG", exif=exif.tobytes())


def _films() -> bytes:
    frames = [Image.new("L", (60, 60), level) for level in range(0, 250, 2)]
    return picture("GIF", frames[0], save_all=True, append_images=frames[1:])


def _large_webp() -> bytes:
    return picture("WEBP", Image.new("L", (7000, 7000)))


def picture_lies() -> Iterator[Hostile]:
    """Return the pictures."""
    plain = {
        "49 million pixels": partial(blank_png, 7000),
        "49 million pixels of 16 bits": partial(blank_png, 7000, depth=16),
        "49 million pixels in colour with alpha": partial(blank_png, 7000, colour=6),
        "51 million pixels": partial(blank_png, 7200),
        "sizes of 2^31": partial(png, 2**31 - 1, 2**31 - 1),
        "no size": partial(png, 0, 0),
        "a width without a height": partial(png, 28, 0),
        "fewer rows than it says": partial(png, 300, 300, data=bytes(301 * 10)),
        "more rows than it says": partial(png, 10, 10, data=bytes(11 * 10_000)),
        "one row of a million": partial(png, 1_000_000, 1, data=bytes(1_000_001)),
        "a depth of 3": partial(png, 28, 28, depth=3, data=bytes(29 * 28)),
        "an unknown colour type": partial(png, 28, 28, colour=5, data=bytes(29 * 28)),
        "no data": partial(png, 28, 28),
        "a comment of 50 MB": _texts,
    }
    for name, make in plain.items():
        weighs = "million pixels" in name or "MB" in name
        yield Hostile("picture", f"PNG: {name}", ".png", of_made(make), weighs)
    for orientation in (0, 9, 65_535):
        content = _turned(orientation)
        name = f"JPEG: held in way {orientation}"
        yield Hostile("picture", name, ".jpg", of_bytes(content))
    yield Hostile("picture", "GIF: a film", ".gif", of_bytes(_films()))
    yield Hostile("picture", "WEBP: 49 million pixels", ".webp", of_made(_large_webp), True)
    floating = Image.fromarray(np.full((28, 28), np.nan, np.float32))
    yield Hostile("picture", "TIFF: no numbers", ".tif", of_bytes(picture("TIFF", floating)))
    for wrong in (".jpg", ".bmp", ".tif", ".webp", ".gif"):
        name = f"a PNG that is called {wrong}"
        yield Hostile("picture", name, wrong, of_bytes(picture("PNG")))
    vector = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    yield Hostile("picture", "an SVG that is called .png", ".png", of_bytes(vector))
    postscript = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n/x { system } def x\n"
    yield Hostile("picture", "PostScript that is called .png", ".png", of_bytes(postscript))
