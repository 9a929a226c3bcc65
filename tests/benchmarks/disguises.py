"""Pictures of one digit in many disguises: paper, light, lines, desks, screens, plots, files.

A picture is made in steps, as it comes about in life: a `Sheet` is written on and ruled, lies
on a desk, is lit, and a camera or a scanner makes a file of it. Each disguise in `DISGUISES` is
a function of a `Written` digit and a random generator and returns a picture of Pillow's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from core.ink.strokes import reduced, smooth, stamp

Grey = np.ndarray
"""Brightness, float (rows, columns), 0 = black, 1 = white; ink: 0 = none, 1 = full."""


@dataclass(frozen=True)
class Written:
    """One digit as its writer made it: strokes, or a picture of MNIST's."""

    digit: int
    strokes: tuple[np.ndarray, ...] = ()
    image: np.ndarray | None = None

    def ink(self, height: int, pen: float = 0.09) -> Grey:
        """Return its ink, `height` pixels the longer side; `pen` is a share of it."""
        if self.image is not None:
            return _enlarged(self.image, height)
        every = np.concatenate(self.strokes)
        low, high = every.min(axis=0), every.max(axis=0)
        scale = height * (1 - pen) / max(float((high - low).max()), 1e-6)
        middle = (low + high) / 2
        lines = tuple((s - middle) * scale + height / 2 for s in smooth(self.strokes))
        finer = 4 if height < 400 else 1
        square = stamp(lines, side_px=height, pen_px=max(pen * height, 1.0), finer=finer)
        return _trimmed(reduced(square, finer) / 255)


def _enlarged(image: np.ndarray, height: int) -> Grey:
    small = Image.fromarray(_trimmed(image))
    scale = height / max(small.size)
    size = tuple(max(1, round(side * scale)) for side in small.size)
    large = np.asarray(small.resize(size, Image.Resampling.BICUBIC), float) / 255
    return np.clip((large - 0.5) * max(1.0, scale / 3) + 0.5, 0, 1) if scale > 2 else large


def _trimmed(ink: np.ndarray) -> np.ndarray:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@dataclass
class Sheet:
    """Paper that can be written on: brightness of each pixel, and where the writing is."""

    grey: Grey
    box: tuple[int, int, int, int] = field(default=(0, 0, 0, 0))

    @classmethod
    def blank(cls, rows: int, columns: int, paper: float = 0.92) -> Sheet:
        return cls(np.full((rows, columns), paper, np.float32))

    def write(self, ink: Grey, top: int, left: int, dark: float = 0.15) -> Sheet:
        rows, columns = ink.shape
        place = self.grey[top : top + rows, left : left + columns]
        place += (dark - place) * ink[: place.shape[0], : place.shape[1]]
        self.box = (top, left, top + rows, left + columns)
        return self

    def centre(self, ink: Grey, dark: float = 0.15, at: tuple[float, float] = (0.5, 0.5)):
        rows, columns = self.grey.shape
        top = round(rows * at[0] - ink.shape[0] / 2)
        left = round(columns * at[1] - ink.shape[1] / 2)
        return self.write(ink, max(top, 0), max(left, 0), dark)

    def lines(self, paths, width: float, dark: float) -> Sheet:
        """Draw straight lines, each (x0, y0, x1, y1)."""
        ink = Image.new("L", (self.grey.shape[1] * 2, self.grey.shape[0] * 2), 0)
        pen = ImageDraw.Draw(ink)
        for x0, y0, x1, y1 in paths:
            pen.line((2 * x0, 2 * y0, 2 * x1, 2 * y1), fill=255, width=max(1, round(2 * width)))
        share = np.asarray(ink.reduce(2), np.float32) / 255
        self.grey += (np.minimum(dark, self.grey) - self.grey) * share
        return self

    def disc(self, x: float, y: float, radius: float, dark: float) -> Sheet:
        rows, columns = np.indices(self.grey.shape)
        far = np.hypot(rows - y, columns - x) - radius
        self.grey += (dark - self.grey) * np.clip(0.5 - far, 0, 1)
        return self

    def around(self, gap: float):
        """Return left, top, right, bottom of a box `gap` away from the writing."""
        top, left, bottom, right = self.box
        return left - gap, top - gap, right + gap, bottom + gap


def light(grey: Grey, kind: str, rng: np.random.Generator) -> Grey:
    """Return the sheet as it is lit."""
    height, width = grey.shape
    rows = np.linspace(0, 1, height)[:, None]
    columns = np.linspace(0, 1, width)[None]
    angle = rng.uniform(0, 2 * np.pi)
    along = (rows - 0.5) * np.sin(angle) + (columns - 0.5) * np.cos(angle)
    if kind == "slope":
        return grey * (0.72 + 0.5 * along)
    if kind == "corners":
        return grey * (1 - 0.9 * ((rows - 0.5) ** 2 + (columns - 0.5) ** 2))
    if kind == "shadow":
        edge = 1 / (1 + np.exp(-rng.uniform(30, 120) * (along - rng.uniform(-0.2, 0.2))))
        return grey * (0.5 + 0.5 * edge)
    if kind == "glare":
        y, x = rng.uniform(0.2, 0.8, 2)
        spot = np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / 0.03)
        return grey * 0.75 + 0.22 * spot
    if kind == "fold":
        crease = np.exp(-((along - rng.uniform(-0.2, 0.2)) ** 2) / 2e-5)
        return grey * np.where(along > 0, 0.97, 0.85) * (1 - 0.12 * crease)
    if kind == "crumpled":
        noise = rng.normal(0, 1, (12, 12)).astype(np.float32)
        hills = Image.fromarray(noise).resize((width, height), Image.Resampling.BICUBIC)
        return grey * (0.85 + 0.06 * np.asarray(hills))
    return grey


def camera(grey: Grey, rng: np.random.Generator, *, noise: float = 2.5, blur: float = 0.0):
    """Return a grey picture with grain."""
    levels = np.asarray(grey, np.float32) * 255
    if blur:
        picture = Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
        levels = np.asarray(picture.filter(ImageFilter.GaussianBlur(blur)), np.float32)
    levels = levels + noise * rng.standard_normal(levels.shape, np.float32)
    return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))


def on_desk(grey: Grey, rng, *, desk: float, tilt: float, share: float, grain: float = 0.03):
    """Return the sheet on a desk, turned by `tilt` degrees, its width a share of the whole."""
    height, width = grey.shape
    rows, columns = round(height / share), round(width / share)
    stripes = np.sin(np.arange(columns) / 7 + rng.normal(0, 0.5, (rows, 1)).cumsum(0) / 9)
    table = desk + grain * stripes + rng.normal(0, grain / 2, (rows, columns))
    sheet = Image.new("L", (columns, rows), 0)
    place = ((columns - width) // 2, (rows - height) // 2)
    sheet.paste(Image.fromarray(np.clip(grey * 255, 0, 255).astype(np.uint8)), place)
    there = Image.new("L", (columns, rows), 0)
    there.paste(255, (*place, place[0] + width, place[1] + height))
    turned = [p.rotate(tilt, Image.Resampling.BICUBIC) for p in (sheet, there)]
    page, mask = (np.asarray(p, np.float32) / 255 for p in turned)
    return table * (1 - mask) + page * mask


def grid(rows: int, columns: int, step: float, *, both: bool, first: float = 0.5):
    """Return the lines of ruled or squared paper."""
    level = [(0, y, columns, y) for y in np.arange(first * step, rows, step)]
    upright = [(x, 0, x, rows) for x in np.arange(first * step, columns, step)]
    return level + upright if both else level


def boxed(left: float, top: float, right: float, bottom: float):
    """Return the four sides of a box, longer by nothing."""
    return [
        (left, top, right, top),
        (right, top, right, bottom),
        (right, bottom, left, bottom),
        (left, bottom, left, top),
    ]


Maker = Callable[[Written, np.random.Generator], Image.Image]


def near(w: Written, rng, *, height=220, margin=1.8, dark=0.15, paper=0.92, pen=None) -> Sheet:
    """Return a sheet with a digit that takes a good part of it."""
    ink = w.ink(height, pen or rng.uniform(0.06, 0.12))
    side = round(height * margin)
    at = (rng.uniform(0.45, 0.55), rng.uniform(0.45, 0.55))
    return Sheet.blank(side, round(side * 1.2), paper).centre(ink, dark, at)


def page(w: Written, rng, *, mm: float, dpi: int = 300, pen_mm: float = 0.6) -> Sheet:
    """Return an A4 page with one digit of so many millimetres somewhere on it."""
    height = round(mm / 25.4 * dpi)
    sheet = Sheet.blank(round(297 / 25.4 * dpi), round(210 / 25.4 * dpi), 0.95)
    at = (rng.uniform(0.15, 0.85), rng.uniform(0.15, 0.85))
    return sheet.centre(w.ink(height, min(max(pen_mm / mm, 0.05), 0.12)), 0.2, at)


def _scan(**options) -> Maker:
    return lambda w, rng: camera(page(w, rng, **options).grey, rng, noise=1.5)


def _lit(kind: str, **options) -> Maker:
    return lambda w, rng: camera(light(near(w, rng, **options).grey, kind, rng), rng)


def _near(*, noise=2.5, blur=0.0, **options) -> Maker:
    return lambda w, rng: camera(near(w, rng, **options).grey, rng, noise=noise, blur=blur)


def _ruled(both: bool, step: float, width: float, dark: float, tilt: bool = False) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        sheet = near(w, rng, margin=2.6)
        rows, columns = sheet.grey.shape
        paths = grid(rows, columns, step, both=both, first=rng.uniform(0, 1))
        lean = np.tan(np.radians(rng.uniform(-2, 2))) if tilt else 0
        paths = [
            (a - lean * b, b + lean * a, c - lean * d, d + lean * c) for a, b, c, d in paths
        ]
        return camera(sheet.lines(paths, width, dark).grey, rng)

    return make


def _boxed(width: float, gap: float, *, dark=0.2, aside=0.0) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        sheet = near(w, rng, height=160, margin=2.8)
        left, top, right, bottom = sheet.around(gap)
        x, y = rng.choice([-1, 1], 2) * aside
        sides = boxed(left + x, top + y, right + x, bottom + y)
        return camera(sheet.lines(sides, width, dark).grey, rng)

    return make


def _underlined(gap: float, times: int = 1, width: float = 7) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        sheet = near(w, rng, height=160, margin=2.8)
        left, _, right, bottom = sheet.around(gap)
        more = rng.uniform(10, 60)
        slope = rng.uniform(-4, 4)
        paths = [
            (left - more, bottom + 16 * n, right + more, bottom + 16 * n + slope)
            for n in range(times)
        ]
        return camera(sheet.lines(paths, width, 0.15).grey, rng)

    return make


def _desk(desk: float, tilt: float, share: float, height: int = 120) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        sheet = Sheet.blank(560, 400).centre(w.ink(height, 0.08), 0.15, (0.45, 0.5))
        grey = on_desk(sheet.grey, rng, desk=desk, tilt=rng.uniform(-tilt, tilt), share=share)
        return camera(light(grey, "slope", rng), rng)

    return make


def _see_through(level: int, width: float = 0.09) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        ink = np.pad(w.ink(200, width), 40)
        rgba = np.full((*ink.shape, 4), level, np.uint8)
        rgba[..., 3] = (255 * ink).astype(np.uint8)
        return Image.fromarray(rgba)

    return make


def _coloured(ink_rgb, paper_rgb) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        ink = np.pad(w.ink(200, 0.09), 80)[..., None]
        levels = np.array(paper_rgb) * (1 - ink) + np.array(ink_rgb) * ink
        levels = levels + rng.normal(0, 2.5, levels.shape)
        return Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))

    return make


VIRIDIS = np.array([(68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37)])


def _plot(kind: str) -> Maker:
    """A figure as plotting libraries save them: white, a panel, ticks with numbers."""

    def make(w: Written, rng) -> Image.Image:
        ink = w.ink(20) if w.image is None else _trimmed(w.image) / 255
        small = np.zeros((28, 28))
        top, left = (28 - ink.shape[0]) // 2, (28 - ink.shape[1]) // 2
        small[top : top + ink.shape[0], left : left + ink.shape[1]] = ink[:28, :28]
        panel = np.kron(small, np.ones((13, 13)))
        if kind == "viridis":
            stops = np.linspace(0, 1, len(VIRIDIS))
            colour = np.stack([np.interp(panel, stops, VIRIDIS[:, c]) for c in range(3)], -1)
        else:
            colour = np.repeat(
                (255 * (1 - panel if kind == "light" else panel))[..., None], 3, 2
            )
        figure = Image.new("RGB", (640, 480), "white")
        figure.paste(Image.fromarray(colour.astype(np.uint8)), (143, 58))
        pen = ImageDraw.Draw(figure)
        pen.rectangle((143, 58, 143 + 363, 58 + 363), outline="black")
        for tick in range(0, 28, 5):
            at = 143 + 13 * tick + 6
            pen.line((at, 422, at, 426), fill="black")
            pen.text((at - 5, 430), str(tick), fill="black", font_size=13)
            at = 58 + 13 * tick + 6
            pen.line((138, at, 143, at), fill="black")
            pen.text((118, at - 8), str(tick), fill="black", font_size=13)
        if rng.random() < 0.5:
            pen.text((290, 36), "label", fill="black", font_size=16)
        return figure

    return make


def _line_plot(w: Written, rng) -> Image.Image:
    sheet = Sheet.blank(480, 640, 1.0).centre(w.ink(220, 0.03), 0.3, (0.48, 0.55))
    sheet.lines([(80, 60, 80, 430), (80, 430, 576, 430)], 1, 0.0)
    picture = Image.fromarray((255 * sheet.grey).astype(np.uint8)).convert("RGB")
    pen = ImageDraw.Draw(picture)
    for n in range(6):
        pen.text((90 + 90 * n, 436), f"{n / 5:.1f}", fill="black", font_size=13)
        pen.text((54, 418 - 68 * n), f"{n / 5:.1f}", fill="black", font_size=13)
    return picture


def _margin(w: Written, rng) -> Image.Image:
    sheet = near(w, rng, margin=3)
    rows, columns = sheet.grey.shape
    x = columns * 0.12
    sheet.lines(grid(rows, columns, 60, both=False), 2, 0.7)
    return camera(sheet.lines([(x, 0, x + 3, rows)], 3, 0.45).grey, rng)


def _holes(w: Written, rng) -> Image.Image:
    sheet = page(w, rng, mm=20, dpi=150)
    rows = sheet.grey.shape[0]
    for share in (0.36, 0.64):
        sheet.disc(70, rows * share, 17, 0.1)
    return camera(sheet.grey, rng, noise=1.5)


def _staple(w: Written, rng) -> Image.Image:
    sheet = page(w, rng, mm=20, dpi=150)
    x, y = rng.uniform(40, 70, 2)
    sheet.lines([(x, y + 30, x + 55, y)], 3, 0.3)
    sheet.disc(x, y + 30, 4, 0.1).disc(x + 55, y, 4, 0.1)
    return camera(sheet.grey, rng, noise=1.5)


def _screen(dark_mode: bool) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        grey = near(w, rng, height=300, dark=0.1).grey
        grey = 1.02 - grey if dark_mode else grey
        rows, columns = np.indices(grey.shape)
        turn = rng.uniform(0, 0.2)
        waves = np.sin(rows * (2.1 + turn) + columns * turn) * np.sin(columns * (2.1 - turn))
        return camera(light(grey * (0.88 + 0.1 * waves), "slope", rng), rng, noise=3, blur=0.7)

    return make


def _chalk(w: Written, rng) -> Image.Image:
    ink = w.ink(220, 0.08)
    ink = ink * np.clip(rng.normal(0.85, 0.3, ink.shape), 0, 1)
    sheet = Sheet.blank(420, 520, 0.2).centre(ink, 0.85)
    return camera(light(sheet.grey, "crumpled", rng), rng)


def _close(w: Written, rng) -> Image.Image:
    ink = np.pad(w.ink(260, 0.13), 6)
    return camera(0.9 - 0.7 * ink, rng, noise=2, blur=6)


def _cut(w: Written, rng) -> Image.Image:
    return camera(0.9 - 0.75 * w.ink(200, 0.1), rng)


def _small(side: int) -> Maker:
    def make(w: Written, rng) -> Image.Image:
        picture = camera(near(w, rng, height=240, margin=1.5, pen=0.11).grey, rng)
        return picture.resize((side, side * picture.height // picture.width), 4)

    return make


def _jpeg(w: Written, rng) -> Image.Image:
    from io import BytesIO

    file = BytesIO()
    _near(height=90)(w, rng).save(file, "JPEG", quality=8)
    return Image.open(BytesIO(file.getvalue()))


def _telephone(w: Written, rng) -> Image.Image:
    sheet = Sheet.blank(1000, 750).centre(w.ink(70, 0.09), 0.2, (0.4, 0.45))
    grey = on_desk(sheet.grey, rng, desk=0.3, tilt=4, share=0.8)
    picture = camera(light(grey, "corners", rng), rng)
    return picture.resize((4000, 6000), Image.Resampling.BICUBIC)


def _sticky(w: Written, rng) -> Image.Image:
    sheet = Sheet.blank(300, 300, 0.8).centre(w.ink(130, 0.09), 0.2)
    return camera(on_desk(sheet.grey, rng, desk=0.5, tilt=15, share=0.3), rng)


def _dotted(w: Written, rng) -> Image.Image:
    sheet = near(w, rng, margin=2.6)
    rows, columns = sheet.grey.shape
    dots = [(x, y, x + 2, y) for x in range(9, columns, 36) for y in range(9, rows, 36)]
    return camera(sheet.lines(dots, 3, 0.6).grey, rng)


def _shine_through(w: Written, rng) -> Image.Image:
    sheet = near(w, rng, margin=2.6)
    rows, columns = sheet.grey.shape
    behind = Image.new("L", (columns, rows), 0)
    pen = ImageDraw.Draw(behind)
    for y in range(20, rows, 48):
        pen.text((20, y), "the other side of it", fill=255, font_size=34)
    share = np.asarray(behind.transpose(0).filter(ImageFilter.GaussianBlur(2)), float) / 255
    return camera(sheet.grey * (1 - 0.1 * share), rng)


def _edge(w: Written, rng) -> Image.Image:
    sheet = near(w, rng, margin=2.4)
    sheet.grey[:, : rng.integers(8, 24)] = 0.1
    sheet.grey[: rng.integers(8, 24)] = 0.15
    return camera(sheet.grey, rng)


def _circled(w: Written, rng) -> Image.Image:
    sheet = near(w, rng, height=140, margin=3.2)
    top, left, bottom, right = sheet.box
    y, x, r = (top + bottom) / 2, (left + right) / 2, 0.62 * (bottom - top) + 30
    turn = np.linspace(0, 2.05 * np.pi, 60)
    xs, ys = x + r * np.cos(turn), y + r * np.sin(turn)
    paths = list(zip(xs[:-1], ys[:-1], xs[1:], ys[1:], strict=True))
    return camera(sheet.lines(paths, 7, 0.15).grey, rng)


DISGUISES: dict[str, Maker] = {
    "plain": _near(),
    "plain, small on the sheet": _near(height=90, margin=5),
    "plain, fine pen": _near(pen=0.03),
    "plain, felt pen": _near(pen=0.17),
    "pencil": _near(dark=0.68),
    "grey paper": _near(paper=0.55, dark=0.1),
    "28 pixels": _small(28),
    "64 pixels": _small(64),
    "chalk on a board": _chalk,
    "blue on cream": _coloured((40, 60, 160), (250, 240, 215)),
    "red on white": _coloured((220, 40, 40), (250, 250, 250)),
    "yellow on white": _coloured((250, 220, 40), (252, 252, 252)),
    "white on blue": _coloured((250, 250, 250), (40, 70, 170)),
    "transparent, black ink": _see_through(0),
    "transparent, white ink": _see_through(255),
    "transparent, pale ink": _see_through(225),
    "A4 scan, 5 mm": _scan(mm=5, pen_mm=0.5),
    "A4 scan, 6 mm": _scan(mm=6),
    "A4 scan, 10 mm": _scan(mm=10),
    "A4 scan, 20 mm": _scan(mm=20, pen_mm=1.0),
    "A4 scan, 60 mm": _scan(mm=60, pen_mm=4.0),
    "A4 at 150 dpi, 8 mm": _scan(mm=8, dpi=150),
    "dark desk": _desk(0.15, 2, 0.7),
    "dark desk, tilted": _desk(0.2, 25, 0.6),
    "wooden desk": _desk(0.45, 10, 0.7),
    "dark desk, small digit": _desk(0.15, 10, 0.75, height=50),
    "note on a desk": _sticky,
    "24 megapixels": _telephone,
    "underlined": _underlined(14),
    "underlined twice": _underlined(14, 2),
    "underlined, touching": _underlined(1),
    "thin box": _boxed(2, 24),
    "box": _boxed(6, 24),
    "thick box": _boxed(14, 30),
    "box, touching": _boxed(5, 26, aside=30),
    "circled": _circled,
    "ruled": _ruled(False, 55, 2, 0.6, tilt=True),
    "ruled, dark": _ruled(False, 70, 4, 0.3),
    "squared": _ruled(True, 42, 2, 0.65, tilt=True),
    "squared, dark": _ruled(True, 60, 3, 0.4),
    "dotted": _dotted,
    "margin line": _margin,
    "punched holes": _holes,
    "staple": _staple,
    "slope of light": _lit("slope"),
    "dark corners": _lit("corners"),
    "shadow": _lit("shadow"),
    "glare": _lit("glare"),
    "folded": _lit("fold"),
    "crumpled": _lit("crumpled"),
    "other side shines through": _shine_through,
    "dark edges of a scan": _edge,
    "blurred, close": _close,
    "cut to the ink": _cut,
    "grain": _near(noise=14),
    "low quality": _jpeg,
    "screen": _screen(False),
    "dark screen": _screen(True),
    "plot, grey": _plot("grey"),
    "plot, light": _plot("light"),
    "plot, viridis": _plot("viridis"),
    "line plot with axes": _line_plot,
}
"""By name; a person reads nearly every digit in each of them."""
