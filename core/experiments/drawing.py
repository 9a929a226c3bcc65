"""Plots as SVG: lines with bands, faint lines and dots. For pages that stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

Points = tuple[tuple[float, float], ...]

COLORS = (
    *("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a8a00"),
    *("#56b4e9", "#7a5ba8", "#8a5a3c", "#6b7280", "#b23a48"),
)
"""Okabe and Ito's first, told apart by the colour-blind."""

_WIDTH, _HEIGHT = 860, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 12, 44
_LEGEND_PX = 18


@dataclass(frozen=True)
class Series:
    """One line with what belongs to it; parts may be empty."""

    name: str
    line: Points
    band: tuple[Points, Points] | None = None
    faint: tuple[Points, ...] = ()
    dots: Points = ()

    @property
    def points(self) -> Points:
        """All points that have to fit into the plot."""
        band = self.band or ((), ())
        lines = (self.line, self.dots, *band, *self.faint)
        return tuple(point for line in lines for point in line)


@dataclass(frozen=True)
class Chart:
    """A plot.

    Parameters
    ----------
    ticks : tuple of (place, word)
        Of the x axis; else whole numbers.
    logarithmic : bool
        Whether the x axis is.
    """

    series: Sequence[Series]
    x_title: str = ""
    logarithmic: bool = False
    ticks: tuple[tuple[float, str], ...] = ()

    def svg(self) -> str:
        """Return the drawing."""
        places = [(self._x(x), y) for one in self.series for x, y in one.points]
        if not places:
            return ""
        frame = _Frame(
            _ends([x for x, _ in places]), _ends([y for _, y in places]), len(self._named)
        )
        parts = [*self._grid(frame), *self._legend()]
        for number, one in enumerate(self.series):
            parts += self._drawn(one, COLORS[number % len(COLORS)], frame)
        size = f"0 0 {_WIDTH} {frame.height}"
        return f'<svg viewBox="{size}" role="img">{"".join(parts)}</svg>'

    @property
    def _named(self) -> list[Series]:
        return [one for one in self.series if one.name]

    def _x(self, x: float) -> float:
        return log10(x) if self.logarithmic else x

    def _path(self, points: Points, frame: _Frame) -> str:
        return " ".join(f"{frame.x(self._x(x)):.1f},{frame.y(y):.1f}" for x, y in points)

    def _drawn(self, one: Series, color: str, frame: _Frame) -> list[str]:
        parts = []
        if one.band is not None:
            round_about = self._path((*one.band[0], *reversed(one.band[1])), frame)
            parts.append(f'<polygon points="{round_about}" fill="{color}" opacity="0.18"/>')
        line = '<polyline points="{path}" fill="none" stroke="{color}" {more}/>'
        for faint in one.faint:
            more = 'stroke-width="1" opacity="0.35"'
            parts.append(line.format(path=self._path(faint, frame), color=color, more=more))
        path = self._path(one.line, frame)
        parts.append(line.format(path=path, color=color, more='stroke-width="2.5"'))
        for x, y in one.dots:
            place = f'cx="{frame.x(self._x(x)):.1f}" cy="{frame.y(y):.1f}"'
            parts.append(f'<circle {place} r="4" fill="{color}" opacity="0.6"/>')
        return parts

    def _grid(self, frame: _Frame) -> list[str]:
        parts = []
        for value in _round_values(*frame.y_ends):
            y = frame.y(value)
            parts.append(
                f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"'
                ' stroke="currentColor" opacity="0.15"/>'
            )
            parts.append(
                f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
            )
        ticks = self.ticks or [
            (value, f"{value:g}") for value in _round_values(*frame.x_ends) if value % 1 == 0
        ]
        for value, word in ticks:
            x = frame.x(self._x(value))
            place = f'x="{x:.1f}" y="{_HEIGHT - 24}" text-anchor="middle"'
            parts.append(f"<text {place}>{escape(word)}</text>")
        middle = (_LEFT + _WIDTH - _RIGHT) / 2
        parts.append(
            f'<text x="{middle}" y="{_HEIGHT - 6}" text-anchor="middle">'
            f"{escape(self.x_title)}</text>"
        )
        return parts

    def _legend(self) -> list[str]:
        parts = []
        for number, one in enumerate(self._named):
            y = _HEIGHT + _LEGEND_PX * (number + 1) - 4
            color = COLORS[number % len(COLORS)]
            parts.append(
                f'<line x1="{_LEFT}" x2="{_LEFT + 24}" y1="{y - 4}" y2="{y - 4}"'
                f' stroke="{color}" stroke-width="3"/>'
                f'<text x="{_LEFT + 32}" y="{y}">{escape(one.name)}</text>'
            )
        return parts


@dataclass(frozen=True)
class _Frame:
    """Where values lie in the drawing."""

    x_ends: tuple[float, float]
    y_ends: tuple[float, float]
    names: int

    @property
    def height(self) -> int:
        return _HEIGHT + _LEGEND_PX * self.names + 4

    def x(self, value: float) -> float:
        low, high = self.x_ends
        return _LEFT + (value - low) / (high - low) * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        low, high = self.y_ends
        return _TOP + (high - value) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)


def _ends(values: Sequence[float]) -> tuple[float, float]:
    """Return a range with a little room around the values."""
    low, high = min(values), max(values)
    room = 0.04 * (high - low) or 0.5
    return low - room, high + room


def _round_values(low: float, high: float) -> list[float]:
    """Return some round numbers within a range: steps of 1, 2 or 5."""
    rough = (high - low) / 6
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    return [round(n * step, 12) for n in range(ceil(low / step), floor(high / step) + 1)]
