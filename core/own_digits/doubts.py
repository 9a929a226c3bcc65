"""What speaks against a label before it is kept: a slip of the key, or of the pen."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import InklingError
from core.ink.drawing import Drawing
from core.ink.preprocess import prepare
from core.networks.forward import predict
from core.networks.shipped import shipped_network


@dataclass(frozen=True, eq=False)
class Doubt:
    """A drawing that does not look like its label.

    Parameters
    ----------
    drawing : Drawing
    digit : int
        The label that it was given.
    looks_like : int or None
        The digit that it looks like; None where it looks like none.
    confidence : float
        How sure that is.
    """

    drawing: Drawing
    digit: int
    looks_like: int | None
    confidence: float


def doubt_of(drawing: Drawing, digit: int) -> Doubt | None:
    """Return what speaks against keeping a drawing under a label, if anything does.

    The network that ships is asked: one of the person's own may know no better than they.
    """
    stages = prepare(drawing.ink)
    try:
        network = shipped_network()
    except (InklingError, OSError):
        return None
    if stages is None:
        return None
    seen = predict(network, stages.centred)
    if not seen.is_digit:
        return Doubt(drawing, digit, None, seen.confidence)
    return None if seen.digit == digit else Doubt(drawing, digit, seen.digit, seen.confidence)
