"""Reads an ink: one digit as ever, or several, each with its place and its prediction.

1. The ink falls into pieces: strokes of the pen, or pieces of a picture's ink.
2. A judge, the network that ships, says of each choice of pieces how much it looks like one
   digit; digits that touch are cut.
3. The pieces are shared out as cheaply as possible (`core.reading.partition`).
4. The network in use reads each digit. What a digit *is* is not asked of it: networks of
   one's own may never have met anything else.

A network of other classes than the ten digits reads all of the ink as one thing: the judge
knows digits only.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from core.errors import InklingError
from core.ink.pieces import Chosen, Doubles, Pieces, box_around
from core.ink.preprocess import prepare
from core.ink.stroke_pieces import StrokePieces
from core.networks.forward import predict, predict_each
from core.reading.judge import Judge
from core.reading.order import lines_of
from core.reading.strokes import WIDE, digits_in_strokes
from core.records import DIGITS, Floats, Images, Ink, Network, ReadDigit, Reading, Stages

MOST_STROKES = 300
"""More are read as one drawing: nobody writes so many digits on the pad."""


def read(
    ink: Ink, network: Network, judge: Judge | None = None, *, growing: bool = False
) -> Reading:
    """Read all digits in an ink, from left to right and from the top.

    Parameters
    ----------
    network : Network
        Reads each digit.
    judge : Judge, optional
        Says what is a digit; without it the network that ships, or else `network`.
    growing : bool
        Whether the last stroke is still being drawn; then none is taken apart.
    """
    if ink.empty:
        return Reading()
    if not network.fits(DIGITS):
        return _as_one(ink, network)
    if ink.image is not None:
        return _read_image(ink, ink.image, network, judge or _judge_for(network))
    return _read_strokes(ink, network, judge, cut=not growing)


def _read_strokes(ink: Ink, network: Network, judge: Judge | None, *, cut: bool) -> Reading:
    count = sum(len(stroke) > 0 for stroke in ink.strokes)
    if not 1 < count <= MOST_STROKES:
        one = _as_one(ink, network)
        # The first stroke of the day does not wait for a judge that it has no use of.
        if count != 1 or not cut or not _is_wide(one.digits[0]):
            return one
        judge = judge or _judge_for(network)
        if not float(judge([one.digits[0].prediction.image])[0]) < judge.doubt:
            return one
    judge = judge or _judge_for(network)
    pieces, digits = digits_in_strokes(StrokePieces(ink), judge, cut=cut)
    if len(digits) > 1:
        return Reading(_read_each(pieces, digits, network, np.ones(4)))
    return _as_one(ink, network)


def _is_wide(one: ReadDigit) -> bool:
    """Say whether a single stroke is worth being taken apart, if nothing digits are."""
    left, top, right, bottom = one.box
    return right - left > WIDE * max(bottom - top, 1e-9)


def _read_image(ink: Ink, image: Images, network: Network, judge: Judge) -> Reading:
    # Only a picture needs it, and the first stroke of the day is waiting.
    from core.reading.picture import digits_in_picture

    found = digits_in_picture(image, judge)
    if found is None:
        return _as_one(ink, network)
    pieces, digits = found
    kinds = pieces.sight.taken_for(pieces.taken(digits))
    return Reading(_read_each(pieces, digits, network, _unit_of(ink, image)), kinds)


def _read_each(
    pieces: Pieces, digits: list[Chosen], network: Network, unit: Doubles
) -> tuple[ReadDigit, ...]:
    """Read each digit in reading order; `unit` (4,) brings its box to the sheet's unit."""
    boxes = np.array([box_around(pieces.boxes[list(chosen)]) for chosen in digits])
    stages = [pieces.stages(chosen) for chosen in digits]
    predictions = predict_each(network, np.stack([s.centred for s in stages]), stages)
    return tuple(
        ReadDigit(_box(boxes[n] * unit), pieces.ink(digits[n]), predictions[n], line)
        for line, numbers in enumerate(lines_of(boxes))
        for n in numbers
    )


def _unit_of(ink: Ink, image: Images) -> Doubles:
    """Return what brings left, top, right, bottom in a picture's pixels to its sheet's unit."""
    rows, columns = image.shape
    width, height = ink.sheet or (columns, rows)
    return np.array([width / columns, height / rows] * 2)


def _as_one(ink: Ink, network: Network) -> Reading:
    """Read all of the ink as one digit."""
    stages = prepare(ink)
    if stages is None:
        return Reading()
    prediction = predict(network, stages.centred, stages=stages)
    return Reading((ReadDigit(_box_of(ink, stages), ink, prediction),))


def _box_of(ink: Ink, stages: Stages) -> tuple[float, float, float, float]:
    if ink.image is None:
        every = np.concatenate([stroke for stroke in ink.strokes if len(stroke)])
        return _box(np.concatenate([every.min(axis=0), every.max(axis=0)]))
    # The stage is the whole picture brought into a square.
    rows, columns = ink.image.shape
    side = max(rows, columns)
    share = side / len(stages.ink)
    down, across = np.nonzero(stages.ink)
    places = np.array([across.min(), down.min(), across.max() + 1, down.max() + 1]) * share
    places -= np.array([side - columns, side - rows] * 2) / 2
    return _box(places * _unit_of(ink, ink.image))


def _box(places: Doubles | Floats) -> tuple[float, float, float, float]:
    left, top, right, bottom = (float(place) for place in places)
    return left, top, right, bottom


def _judge_for(network: Network) -> Judge:
    try:
        return _shipped_judge()
    except (InklingError, OSError):
        return Judge(network)


@lru_cache(maxsize=1)
def _shipped_judge() -> Judge:
    from core.networks.shipped import shipped_network

    return Judge(shipped_network())
