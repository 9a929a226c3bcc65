"""A grid of thousands of digits: a list model that draws only what is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygon,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.records import Images
from gui.images import to_pixmap
from gui.sizes import scaled
from gui.words import elided

DIGIT_PX = 56
"""Twice MNIST's side: each pixel a square of two."""

_CAPTION_PX = 34
_PADDING_PX = 8
_LARGEST_PX = 2 * DIGIT_PX
_CAPTION_WIDTH_PX = DIGIT_PX + 5 * _PADDING_PX
"""Captions need so much width under small digits too."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Caption:
    """What stands under a digit: what it is, and a smaller line below.

    `marked` ones have a sign and a colour: among what is right, what is wrong.
    """

    heading: str
    detail: str
    marked: bool = False


class DigitModel(QAbstractListModel):
    """The images of a split in a chosen order; row i shows image ``indices[i]``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: Images = np.empty((0, 28, 28), np.uint8)
        self._indices: NDArray[np.int64] = np.empty(0, np.int64)
        self._caption: Callable[[int], Caption] = lambda index: Caption(str(index), "")

    def show(
        self,
        images: Images,
        indices: NDArray[np.int64],
        caption: Callable[[int], Caption],
    ) -> None:
        """Show `images[indices]`; `caption` is asked for an image's index when it is drawn."""
        self.beginResetModel()
        self._images, self._indices, self._caption = images, indices, caption
        self.endResetModel()

    def show_others(
        self,
        images: Images,
        indices: NDArray[np.int64],
        caption: Callable[[int], Caption],
    ) -> bool:
        """Show as many other images as there were; return whether there are so many.

        No signal tells of it: whatever it said, a list view would lay out all cells anew, which
        are where they were. Whoever calls this draws the view anew.
        """
        if len(indices) != len(self._indices):
            return False
        self._images, self._indices, self._caption = images, indices, caption
        return True

    def index_at(self, row: int) -> int:
        """Return the index in the split of the image in this row."""
        return int(self._indices[row])

    def row_of(self, image_index: int) -> int | None:
        """Return the row that shows the image with this index, if one does."""
        rows = np.flatnonzero(self._indices == image_index)
        return int(rows[0]) if rows.size else None

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Count the images that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._indices)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the captions; the delegate fetches the pixels itself."""
        if not index.isValid():
            return None
        caption = self._caption(self.index_at(index.row()))
        if role == Qt.ItemDataRole.DisplayRole:
            return caption.heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return caption.detail
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{caption.heading}, {caption.detail}"
        return None

    def caption(self, row: int) -> Caption:
        """Return what stands under the image in this row."""
        return self._caption(self.index_at(row))

    def image(self, row: int) -> Images:
        """Return the (28, 28) pixels of the image in this row."""
        image: Images = self._images[self._indices[row]]
        return image


class _DigitDelegate(QStyledItemDelegate):
    """Draws one cell: the digit as the network saw it, and two lines under it."""

    side_px = DIGIT_PX
    """How large a digit is drawn."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return self.cell()

    def cell(self) -> QSize:
        """Return how much room a digit and its captions need."""
        return _cell_of(self.side_px)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, DigitModel):
            return
        rect, palette = option.rect, option.palette
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect.adjusted(2, 2, -2, -2), palette.highlight())
            text, muted = palette.highlightedText().color(), palette.highlightedText().color()
        else:
            text, muted = palette.text().color(), palette.placeholderText().color()
        side = self.side_px
        left = rect.left() + (rect.width() - side) // 2
        picture = QRect(left, rect.top() + _PADDING_PX, side, side)
        image = model.image(index.row())
        painter.drawPixmap(picture.topLeft(), _pixmap(image, side, painter))
        caption = model.caption(index.row())
        if caption.marked:
            _paint_mark(painter, picture, palette.brightText().color())
        line = QRect(rect.left(), picture.bottom() + 3, rect.width(), scaled(_CAPTION_PX) // 2)
        painter.setPen(text)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignCenter, elided(painter, caption.heading, line.width())
        )
        font = painter.font()
        font.setPixelSize(scaled(11))
        painter.setFont(font)
        painter.setPen(muted)
        line.translate(0, scaled(_CAPTION_PX) // 2)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, caption.detail)
        painter.restore()


def _cell_of(side_px: int) -> QSize:
    width = max(side_px + 2 * _PADDING_PX, scaled(_CAPTION_WIDTH_PX))
    return QSize(width, side_px + scaled(_CAPTION_PX) + 2 * _PADDING_PX)


def _paint_mark(painter: QPainter, picture: QRect, colour: QColor) -> None:
    """Draw a frame and a corner: wrong is never said by a colour alone."""
    pen = painter.pen()
    painter.setPen(QPen(colour, 2))
    painter.drawRect(picture.adjusted(-1, -1, 1, 1))
    corner = picture.topRight()
    painter.setBrush(colour)
    painter.drawPolygon(QPolygon([corner, corner - QPoint(11, 0), corner + QPoint(0, 11)]))
    painter.setPen(pen)


def _pixmap(image: Images, side_px: int, painter: QPainter) -> QPixmap:
    ratio = painter.device().devicePixelRatioF()
    key = f"digit-{ratio}-{side_px}-{hash(image.tobytes())}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = to_pixmap(image, side_px, device_ratio=ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


class DigitGrid(QListView):
    """Digits in rows that wrap; scrolls smoothly however many there are.

    Signals:
        digit_chosen: The index (in the split) of the image that was clicked or moved to.
        chosen_changed: The indices of all selected images, a `list` of int.
        typed: The letter or digit that was typed while the grid had the focus.
    """

    digit_chosen = Signal(int)
    chosen_changed = Signal(object)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows = False
        self.setModel(DigitModel(self))
        self.setItemDelegate(_DigitDelegate(self))
        # A list that wraps: in icon mode cells of one size cost more than twice as much.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setSelectionRectVisible(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(
            lambda *_changes: self.chosen_changed.emit(self.chosen_indices())
        )

    def set_side(self, side_px: int) -> None:
        """Draw the digits so large, in screen pixels."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, _DigitDelegate)
        delegate.side_px = side_px
        self._share_width()

    def grow_to_fill(self) -> None:
        """Draw the digits as large as they can be while all are seen at once."""
        self._grows = True
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the whole width."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of a letter or a digit that was typed; all other keys move."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().isalnum():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def chosen_indices(self) -> list[int]:
        """Return the indices of the selected images, in the order of the grid."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.digits.index_at(row) for row in rows]

    @property
    def digits(self) -> DigitModel:
        """The model behind the grid."""
        model = self.model()
        assert isinstance(model, DigitModel)
        return model

    def show_digits(
        self,
        images: Images,
        indices: NDArray[np.int64],
        caption: Callable[[int], Caption],
    ) -> None:
        """Show `images[indices]` from the top, none chosen."""
        self.selectionModel().clear()
        if self.digits.show_others(images, indices, caption):
            self.viewport().update()
        else:
            self.digits.show(images, indices, caption)
        self._share_width()
        self.scrollToTop()

    def choose(self, image_index: int) -> bool:
        """Choose the image with this index and scroll to it; give whether it is shown."""
        row = self.digits.row_of(image_index)
        if row is None:
            return False
        self.setCurrentIndex(self.digits.index(row))
        self.scrollTo(self.currentIndex())
        return True

    def _share_width(self) -> None:
        """Part the width evenly, so that no room is left at the right."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, _DigitDelegate)
        if self._grows:
            delegate.side_px = self._side_for_all()
        cell, room = delegate.cell(), self.viewport().width() - 1
        columns = max(1, room // cell.width())
        size = QSize(max(cell.width(), room // columns), cell.height())
        if size != self.gridSize():
            self.setGridSize(size)

    def _side_for_all(self) -> int:
        """Return the largest side at which all digits are seen; the usual one if none is."""
        count, room = self.digits.rowCount(), self.viewport().size()
        for side in (_LARGEST_PX, (_LARGEST_PX + DIGIT_PX) // 2):
            cell = _cell_of(side)
            columns = max(1, room.width() // cell.width())
            if -(-count // columns) * cell.height() <= room.height():
                return side
        return DIGIT_PX

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.digit_chosen.emit(self.digits.index_at(current.row()))
