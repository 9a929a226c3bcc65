"""Many images as points of a plane: zoomed, moved, hovered over, and taken with a lasso."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.records import Floats, Images
from core.second_look.planes import inside
from gui.images import to_pixmap
from gui.theme import Theme

Indices = NDArray[np.int64]

_NEAR_PX = 8
_MARGIN = 0.04
_PREVIEW_PX = 84


class PointMap(QWidget):
    """Points are squares of three pixels, written into an image by NumPy: 20,000 in a moment.

    The left button draws a lasso, the middle or right one moves the map, the wheel zooms.

    Signals:
        lassoed: The places of the points in the lasso, an int64 ndarray.
        clicked: The place of the point that was clicked.
    """

    lassoed = Signal(object)
    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("point_map")
        self.setMouseTracking(True)
        self.setMinimumHeight(260)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._points: Floats = np.zeros((0, 2), np.float32)
        self._colours: NDArray[np.uint32] = np.zeros(0, np.uint32)
        self._marked: NDArray[np.bool_] = np.zeros(0, bool)
        self._chosen: NDArray[np.bool_] = np.zeros(0, bool)
        self._images: Images = np.zeros((0, 28, 28), np.uint8)
        self._names: tuple[str, ...] = ()
        self._view = QRectF(0, 0, 1, 1)
        self._lasso: list[QPointF] = []
        self._dragged: QPointF | None = None
        self._hovered = -1
        theme.changed.connect(self.update)

    def show_points(
        self, points: Floats, colours: list[QColor], marked: NDArray[np.bool_]
    ) -> None:
        """Show points, float32 (n, 2), in colours; `marked` ones have a ring around them."""
        new = len(points) != len(self._points) or not np.array_equal(points, self._points)
        self._points, self._marked = points, marked
        self._colours = np.array([colour.rgb() for colour in colours], np.uint32)
        if new:
            self._chosen = np.zeros(len(points), bool)
            self._fit()
        self.update()

    def show_images(self, images: Images, names: tuple[str, ...]) -> None:
        """Know the image and the words of each point, for the one under the mouse."""
        self._images, self._names = images, names

    def choose(self, places: Indices) -> None:
        """Show these points as chosen."""
        self._chosen = np.zeros(len(self._points), bool)
        self._chosen[places] = True
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(400, 400)

    def places(self) -> Floats:
        """Return where each point is on the screen, float32 (n, 2)."""
        scale = np.array(
            [self.width() / self._view.width(), self.height() / self._view.height()]
        )
        origin = np.array([self._view.left(), self._view.top()])
        result: Floats = ((self._points - origin) * scale).astype(np.float32)
        return result

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the points, the lasso, and the image under the mouse."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lasso:
            painter.setPen(QPen(self._theme.color("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawPolygon(QPolygonF(self._lasso))
        if 0 <= self._hovered < len(self._images):
            self._paint_preview(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a lasso, or to move the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._lasso = [event.position()]
        else:
            self._dragged = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the lasso, move the map, or look at the nearest point."""
        if self._lasso:
            self._lasso.append(event.position())
        elif self._dragged is not None:
            moved = event.position() - self._dragged
            self._dragged = event.position()
            self._view.translate(
                -moved.x() * self._view.width() / self.width(),
                -moved.y() * self._view.height() / self.height(),
            )
        else:
            self._hovered = self._nearest(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what is in the lasso; a lasso of no size is a click."""
        lasso, self._lasso, self._dragged = self._lasso, [], None
        if len(lasso) > 3:
            outline = np.array([(p.x(), p.y()) for p in lasso], np.float32)
            taken = np.flatnonzero(inside(self.places(), outline))
            self.choose(taken)
            self.lassoed.emit(taken)
        elif lasso:
            place = self._nearest(event.position())
            if place >= 0:
                self.clicked.emit(place)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        factor = 0.85 ** (event.angleDelta().y() / 120)
        across = event.position().x() / self.width()
        down = event.position().y() / self.height()
        view = self._view
        width, height = view.width() * factor, view.height() * factor
        left = view.left() + across * (view.width() - width)
        top = view.top() + down * (view.height() - height)
        self._view = QRectF(left, top, width, height)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all points again."""
        self._lasso = []
        self._fit()
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Look at no point any more."""
        self._hovered = -1
        self.update()

    def _fit(self) -> None:
        if not len(self._points):
            self._view = QRectF(0, 0, 1, 1)
            return
        (left, top), (right, bottom) = self._points.min(axis=0), self._points.max(axis=0)
        width, height = max(right - left, 1e-6), max(bottom - top, 1e-6)
        self._view = QRectF(
            float(left - _MARGIN * width),
            float(top - _MARGIN * height),
            float(width * (1 + 2 * _MARGIN)),
            float(height * (1 + 2 * _MARGIN)),
        )

    def _picture(self) -> QImage:
        """Return the points as an image of the widget's size."""
        width, height = max(self.width(), 1), max(self.height(), 1)
        pixels = np.full((height, width), self._theme.color("surface").rgb(), np.uint32)
        columns, rows = np.rint(self.places()).astype(np.int64).T
        ring = np.uint32(self._theme.color("text").rgb())
        chosen = np.uint32(self._theme.color("accent").rgb())
        self._stamp(pixels, rows[self._marked], columns[self._marked], ring, 2)
        self._stamp(pixels, rows[self._chosen], columns[self._chosen], chosen, 3)
        self._stamp(pixels, rows, columns, self._colours, 1)
        picture = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        # copy: the image above only borrows the array's memory.
        return picture.copy()

    def _stamp(
        self,
        pixels: NDArray[np.uint32],
        rows: Indices,
        columns: Indices,
        colours: NDArray[np.uint32] | np.uint32,
        reach: int,
    ) -> None:
        """Write a square about each place, as far as it lies in the picture."""
        height, width = pixels.shape
        for down in range(-reach, reach + 1):
            for right in range(-reach, reach + 1):
                y, x = rows + down, columns + right
                seen = (y >= 0) & (y < height) & (x >= 0) & (x < width)
                value = colours[seen] if isinstance(colours, np.ndarray) else colours
                pixels[y[seen], x[seen]] = value

    def _nearest(self, at: QPointF) -> int:
        """Return the place of the point under the mouse, -1 where there is none."""
        if not len(self._points):
            return -1
        away = self.places() - np.array([at.x(), at.y()], np.float32)
        distances = (away**2).sum(axis=1)
        place = int(distances.argmin())
        return place if distances[place] <= _NEAR_PX**2 else -1

    def _paint_preview(self, painter: QPainter) -> None:
        x, y = (float(value) for value in self.places()[self._hovered])
        left = min(x + 12, self.width() - _PREVIEW_PX - 4)
        top = min(y + 12, self.height() - _PREVIEW_PX - 22)
        square = QRectF(left, top, _PREVIEW_PX, _PREVIEW_PX)
        painter.fillRect(square.adjusted(-2, -2, 2, 20), self._theme.color("raised"))
        image = to_pixmap(self._images[self._hovered], _PREVIEW_PX)
        painter.drawPixmap(square.topLeft(), image)
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font("small"))
        line = QRectF(left, square.bottom(), _PREVIEW_PX, 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._names[self._hovered])
