"""Which pieces of ink together are one digit: the cheapest way to share them all out.

Each choice of pieces costs the more the less it looks like a digit, the smaller it is and the
more it is torn apart; to leave a piece out as dirt costs too. Pieces are shared out from the
first on: the first that is not taken yet goes into one of the choices with it, or is left out.
Only the cheapest ways are followed (a beam search).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.ink.pieces import Chosen

_FOLLOWED = 40
"""Ways that are followed at a time."""


@dataclass(frozen=True)
class Shared:
    """How pieces are shared out: choices that are a digit each, and what it costs."""

    digits: tuple[Chosen, ...]
    cost: float


def share_out(
    count: int, cost_of: dict[Chosen, float], left_out: Callable[[int], float]
) -> Shared:
    """Return the cheapest way to share out pieces 0 to `count` - 1.

    Parameters
    ----------
    cost_of : dict
        The choices that may be a digit, and what each costs.
    left_out : callable
        What it costs to leave a piece out.
    """
    # A piece joins the choices of which it is the first, or it was taken by one before.
    by_first: dict[int, list[tuple[Chosen, int, float]]] = {}
    for chosen, cost in cost_of.items():
        bits = sum(1 << piece for piece in chosen)
        by_first.setdefault(chosen[0], []).append((chosen, bits, cost))
    ways: dict[int, Shared] = {0: Shared((), 0.0)}
    for piece in range(count):
        further: dict[int, Shared] = {}
        for taken, way in ways.items():
            if taken >> piece & 1:
                _keep(further, taken, way)
                continue
            _keep(further, taken, Shared(way.digits, way.cost + left_out(piece)))
            for chosen, bits, cost in by_first.get(piece, ()):
                if not taken & bits:
                    _keep(further, taken | bits, Shared((*way.digits, chosen), way.cost + cost))
        best = sorted(further.items(), key=lambda item: item[1].cost)[:_FOLLOWED]
        # What lies behind need not be told apart any more.
        ways = {}
        for taken, way in best:
            _keep(ways, taken >> (piece + 1) << (piece + 1), way)
    return min(ways.values(), key=lambda way: way.cost)


def _keep(ways: dict[int, Shared], taken: int, way: Shared) -> None:
    known = ways.get(taken)
    if known is None or way.cost < known.cost:
        ways[taken] = way
