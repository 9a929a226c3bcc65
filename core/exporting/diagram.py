"""The architecture of a network as a drawing: SVG as text, PNG by Pillow.

Layers stand below each other, each in a box with what it is and what it gives.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

from core.layers import Layer, NetworkSpec, summary
from core.recipes.layer_text import to_text

_WIDTH, _BOX, _GAP, _EDGE = 460, 44, 22, 20
"""Of a box and around it, in pixels of the SVG."""

_SHARPER = 2
"""The PNG has so many pixels for one of the SVG."""

_INK, _PAPER, _MUTED = "#1f2430", "#ffffff", "#667085"
_COLOURS = {"weights": "#dbe7ff", "shape": "#f2f4f7"}


class _Row(NamedTuple):
    """One box."""

    title: str
    shape: str
    parameters: int


def svg(spec: NetworkSpec) -> str:
    """Return the drawing as SVG.

    Raises
    ------
    NetworkError
        If the layers do not fit together.
    """
    rows = _rows(spec)
    width, height = _size(rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="14">',
        f'<rect width="{width}" height="{height}" fill="{_PAPER}"/>',
    ]
    for number, row in enumerate(rows):
        top, middle = _top(number), _EDGE + _WIDTH / 2
        if number:
            parts.append(
                f'<path d="M{middle} {top - _GAP}V{top - 2}m-5 -6l5 6l5 -6" '
                f'fill="none" stroke="{_MUTED}" stroke-width="1.5"/>'
            )
        parts += [
            f'<rect x="{_EDGE}" y="{top}" width="{_WIDTH}" height="{_BOX}" rx="6" '
            f'fill="{_colour(row)}" stroke="{_MUTED}"/>',
            _text(_EDGE + 12, top + 19, row.title, _INK, "start"),
            _text(_EDGE + 12, top + 36, row.shape, _MUTED, "start"),
            _text(_EDGE + _WIDTH - 12, top + 36, _weights(row), _MUTED, "end"),
        ]
    return "\n".join([*parts, "</svg>\n"])


def png(spec: NetworkSpec) -> bytes:
    """Return the drawing as PNG; raises as `svg` does."""
    rows = _rows(spec)
    width, height = _size(rows)
    image = Image.new("RGB", (width * _SHARPER, height * _SHARPER), _PAPER)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(14 * _SHARPER)
    for number, row in enumerate(rows):
        top, middle = _top(number), _EDGE + _WIDTH / 2
        if number:
            arrow = [(middle, top - _GAP), (middle, top - 2)]
            tip = [(middle - 5, top - 8), (middle, top - 2), (middle + 5, top - 8)]
            for line in (arrow, tip):
                draw.line(_scaled(line), fill=_MUTED, width=_SHARPER + 1)
        box = _scaled([(_EDGE, top), (_EDGE + _WIDTH, top + _BOX)])
        draw.rounded_rectangle(box, 6 * _SHARPER, _colour(row), _MUTED, _SHARPER)
        left, right = _EDGE + 12, _EDGE + _WIDTH - 12
        for x, y, text, colour, anchor in (
            (left, top + 19, row.title, _INK, "ls"),
            (left, top + 36, row.shape, _MUTED, "ls"),
            (right, top + 36, _weights(row), _MUTED, "rs"),
        ):
            draw.text(_scaled([(x, y)])[0], text, colour, font, anchor)
    content = io.BytesIO()
    image.save(content, "PNG")
    return content.getvalue()


def _rows(spec: NetworkSpec) -> list[_Row]:
    pixels = "0 to 1" if spec.pixels == "unit" else "0 to 255"
    rows = [_Row(f"Input, pixels {pixels}", _shape(spec.input_shape), 0)]
    for layer, row in zip(spec.layers, summary(spec), strict=True):
        rows.append(_Row(_title(layer), _shape(row.output_shape), row.parameters))
    return rows


def _title(layer: Layer) -> str:
    """Return the layer as the form writes it: "Conv2D 32 3 relu"."""
    return to_text((layer,), ()).splitlines()[-1]


def _shape(shape: tuple[int, ...]) -> str:
    return " x ".join(map(str, shape))


def _weights(row: _Row) -> str:
    return f"{row.parameters:,} weights" if row.parameters else ""


def _colour(row: _Row) -> str:
    return _COLOURS["weights" if row.parameters else "shape"]


def _size(rows: list[_Row]) -> tuple[int, int]:
    return _WIDTH + 2 * _EDGE, _top(len(rows)) - _GAP + _EDGE


def _top(number: int) -> int:
    return _EDGE + number * (_BOX + _GAP)


def _scaled(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(x * _SHARPER, y * _SHARPER) for x, y in points]


def _text(x: float, y: float, text: str, colour: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" text-anchor="{anchor}">{escape(text)}</text>'
