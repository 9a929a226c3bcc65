"""The way of a drawing to the network, step by step: ink, box, 20x20, centred 28x28."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.records import Images, Stages
from gui.images import in_colours, to_qimage
from gui.pages.draw.ink_painting import fitted
from gui.theme import GRID_PX, Theme

_ARROW_PX = 3 * GRID_PX
_LARGEST_TILE_PX = 112
_SMALLEST_TILE_PX = 56


class PipelineStrip(QWidget):
    """Four pictures with arrows between them, each labelled with what was done.

    The first two are the person's, dark ink on paper; the last two the network's, white
    on black, every pixel a square.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pipeline_strip")
        self.setAccessibleName(self.tr("From your ink to what the network sees"))
        self.setToolTip(
            self.tr(
                "MNIST's own recipe: the box around the ink is brought to 20 pixels, then "
                "put into 28x28 by its centre of mass. Of a picture the first shows what "
                "was taken for paper, for ink, for neither (coloured: lines, dirt), and for "
                "what is around the sheet (grey)."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._stages: Stages | None = None
        self._found: Images | None = None
        theme.changed.connect(self.update)

    @property
    def stages(self) -> Stages | None:
        """What is shown; None where there is nothing to read."""
        return self._stages

    def set_stages(self, stages: Stages | None) -> None:
        """Show these steps; None leaves the places empty."""
        self._stages = stages
        self.update()

    def set_found(self, found: Images | None) -> None:
        """Show what in a picture was taken for what, in place of the ink; see `Reading`."""
        self._found = found
        self.update()

    def captions(self, last_px: float) -> tuple[str, ...]:
        """Return what stands under the four pictures; the last one fits into `last_px`."""
        seen = self.tr("Network sees 28 \N{MULTIPLICATION SIGN} 28")
        if QFontMetricsF(self._theme.font("small")).horizontalAdvance(seen) > last_px:
            seen = self.tr("Seen: 28 \N{MULTIPLICATION SIGN} 28")
        return (
            self.tr("Your ink") if self._found is None else self.tr("Paper and ink"),
            self.tr("Boxed"),
            self.tr("20 \N{MULTIPLICATION SIGN} 20"),
            seen,
        )

    def sizeHint(self) -> QSize:
        """Ask for pictures of three screen pixels a pixel."""
        return self._size_for(84)

    def minimumSizeHint(self) -> QSize:
        """Pictures of two screen pixels a pixel."""
        return self._size_for(_SMALLEST_TILE_PX)

    def tile_rects(self) -> list[QRectF]:
        """Return the places of the four pictures."""
        room = self.height() - self._caption_px()
        side = min((self.width() - 3 * _ARROW_PX) / 4, room, _LARGEST_TILE_PX)
        # Whole multiples of 28 keep the network's pixels equally wide.
        side = side // 28 * 28 if side >= 28 else side
        step = side + _ARROW_PX
        return [QRectF(i * step + 0.5, 0.5, side, side) for i in range(4)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pictures, arrows and captions."""
        painter = QPainter(self)
        tiles = self.tile_rects()
        for number, tile in enumerate(tiles):
            self._paint_tile(painter, number, tile)
        for before, after in pairwise(tiles):
            self._paint_arrow(painter, before, after)
        self._paint_captions(painter, tiles)

    def _paint_captions(self, painter: QPainter, tiles: list[QRectF]) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        last_px = self.width() - tiles[-1].left()
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for tile, caption in zip(tiles, self.captions(last_px), strict=True):
            # The last caption may be longer than its picture: there is room to its right.
            right = self.width() if tile is tiles[-1] else tile.right() + _ARROW_PX
            place = QRectF(tile.left(), tile.bottom(), right - tile.left(), self._caption_px())
            painter.drawText(place, top, caption)

    def _paint_tile(self, painter: QPainter, number: int, tile: QRectF) -> None:
        color = self._theme.color
        own = number < 2
        painter.fillRect(tile, color("paper") if own else Qt.GlobalColor.black)
        image = self._image(number)
        if number == 0 and image is not None and self._found is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(fitted(self._found.shape, tile), self._kinds(self._found))
        elif image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, own)
            shown = (
                to_qimage(image, paper=color("paper"), ink=color("ink"))
                if own
                else to_qimage(image)
            )
            painter.drawImage(tile, shown)
        painter.setPen(QPen(color("hairline")))
        painter.drawRect(tile)

    def _kinds(self, found: Images) -> QImage:
        """Return what each pixel was taken for: paper, ink, neither, and not on the sheet."""
        color, theme = self._theme.color, self._theme
        colours = (
            color("paper"),
            color("ink"),
            theme.blend("warn", "paper", 0.6),
            theme.blend("muted", "paper", 0.35),
        )
        return in_colours(found, colours)

    def _image(self, number: int) -> Images | None:
        if self._stages is None:
            return None
        stages = self._stages
        return (stages.ink, stages.boxed, stages.small, stages.centred)[number]

    def _paint_arrow(self, painter: QPainter, before: QRectF, after: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("muted"), 1.5))
        middle = QPointF((before.right() + after.left()) / 2, before.center().y())
        tip, reach = middle + QPointF(4, 0), QPointF(-4, 4)
        painter.drawLine(middle - QPointF(5, 0), tip)
        painter.drawLine(tip, tip + reach)
        painter.drawLine(tip, tip + QPointF(reach.x(), -reach.y()))

    def _caption_px(self) -> int:
        return self._theme.font("small").pixelSize() + GRID_PX

    def _size_for(self, tile_px: int) -> QSize:
        return QSize(4 * tile_px + 3 * _ARROW_PX + 2, tile_px + self._caption_px() + 2)
