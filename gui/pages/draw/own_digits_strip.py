"""The kept digits in a row, newest first: what each is kept as, and what can be done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.own_digits.own_hand import OwnHand
from core.records import Images
from gui.images import to_qimage
from gui.theme import Theme

if TYPE_CHECKING:
    from core.own_digits.own_digit import OwnDigit

THUMBNAIL_PX = 40
_PADDING_PX = 3
DIGITS = "0123456789"

AnyIndex = QModelIndex | QPersistentModelIndex


class OwnDigitsModel(QAbstractListModel):
    """The digits, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.digits: tuple[OwnDigit, ...] = ()
        self._answers: tuple[int, ...] = ()

    def show(self, hand: OwnHand) -> None:
        """Show these digits."""
        self.beginResetModel()
        self.digits, self._answers = hand.digits[::-1], hand.answers[::-1]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Count them."""
        return 0 if parent is not None and parent.isValid() else len(self.digits)

    def misread(self, row: int) -> int | None:
        """Return what a digit is read as, where that is not its label."""
        answer = self._answers[row] if self._answers else self.digits[row].digit
        return None if answer == self.digits[row].digit else answer

    def words(self, row: int) -> str:
        """Say what a digit is kept as, and what it is read as where that differs."""
        misread, digit = self.misread(row), self.digits[row].digit
        if misread is None:
            return self.tr("Kept as a {digit}").format(digit=digit)
        words = self.tr("Kept as a {digit}, read as a {read}")
        return words.format(digit=digit, read=misread)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label and what is said of it; the delegate takes the image itself."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            misread = self.misread(index.row())
            mark = "" if misread is None else f" \N{NOT EQUAL TO} {misread}"
            return f"{self.digits[index.row()].digit}{mark}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(index.row())
        return None


class _DigitDelegate(QStyledItemDelegate):
    """Draws one digit as dark ink on paper, with its label under it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(
            THUMBNAIL_PX + 2 * _PADDING_PX,
            THUMBNAIL_PX + option.fontMetrics.height() + 2 * _PADDING_PX,
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        if not isinstance(model, OwnDigitsModel):
            return
        color, rect = self._theme.color, option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, color("accent_soft"))
        place = QRect(
            rect.left() + _PADDING_PX, rect.top() + _PADDING_PX, THUMBNAIL_PX, THUMBNAIL_PX
        )
        paper, ink = color("paper"), color("ink")
        ratio = painter.device().devicePixelRatioF()
        image = model.digits[index.row()].image
        painter.drawPixmap(place.topLeft(), thumbnail(image, ratio, paper, ink))
        painter.setPen(color("accent" if chosen else "hairline"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setFont(self._theme.font("small"))
        painter.setPen(color("text" if model.misread(index.row()) is None else "bad"))
        line = QRect(
            rect.left(), place.bottom() + 1, rect.width(), rect.bottom() - place.bottom()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


def thumbnail(image: Images, ratio: float, paper: QColor, ink: QColor) -> QPixmap:
    """Return a digit of 28x28 as a smooth small picture."""
    side = round(THUMBNAIL_PX * ratio)
    scaled = to_qimage(image, paper=paper, ink=ink).scaled(
        side,
        side,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    pixmap = QPixmap.fromImage(scaled)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class OwnDigitsStrip(QListView):
    """A row of thumbnails; a click on one, or Enter, says what can be done to it.

    Digit keys give the chosen one another label, Delete forgets it.

    Signals:
        relabelled: An `OwnDigit` and the label that it should have.
        removed: The `OwnDigit` that should be forgotten.
        shown: The `OwnDigit` that should come onto the sheet.
        undo_requested: The last change should be taken back.
    """

    relabelled = Signal(object, int)
    removed = Signal(object)
    shown = Signal(object)
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_digits_strip")
        self.setAccessibleName(self.tr("Your kept digits, newest first"))
        self._digits = OwnDigitsModel(self)
        self.setModel(self._digits)
        self.setItemDelegate(_DigitDelegate(theme, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open_menu)
        theme.changed.connect(self.viewport().update)

    @property
    def digits(self) -> tuple[OwnDigit, ...]:
        """The digits as they are shown."""
        return self._digits.digits

    def show_hand(self, hand: OwnHand) -> None:
        """Show these digits; the place that was chosen stays chosen."""
        row = self.currentIndex().row()
        self._digits.show(hand)
        if row >= 0 and self._digits.digits:
            self.choose(min(row, len(self._digits.digits) - 1))

    def choose(self, row: int) -> None:
        """Choose one and bring it into view."""
        self.setCurrentIndex(self._digits.index(row))
        self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:
        """Ask for one row of thumbnails and the bar that scrolls them."""
        row = THUMBNAIL_PX + self.fontMetrics().height() + 2 * _PADDING_PX
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return QSize(6 * THUMBNAIL_PX, row + bar)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same height."""
        return QSize(2 * THUMBNAIL_PX, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Relabel by a digit key, forget by Delete, open the menu by Enter, undo."""
        own, typed = self._chosen(), event.text()
        keys = Qt.Key
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif own is None:
            super().keyPressEvent(event)
        elif typed and typed in DIGITS and not _modified(event):
            self.relabelled.emit(own, int(typed))
        elif event.key() in (keys.Key_Delete, keys.Key_Backspace):
            self.removed.emit(own)
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Menu):
            self._open_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def menu_of(self, row: int) -> QMenu:
        """Return what can be done to the digit in a row."""
        own = self._digits.digits[row]
        menu = QMenu(self)
        menu.setObjectName("own_digit_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._digits.words(row)).setEnabled(False)
        labels = menu.addMenu(self.tr("It is a"))
        for digit in range(10):
            action = labels.addAction(str(digit))
            action.setEnabled(digit != own.digit)
            action.triggered.connect(
                lambda _=False, digit=digit: self.relabelled.emit(own, digit)
            )
        show = menu.addAction(self.tr("Show on the sheet"))
        show.triggered.connect(lambda: self.shown.emit(own))
        delete = menu.addAction(self.tr("Delete"))
        delete.setObjectName("delete_own_digit_action")
        delete.triggered.connect(lambda: self.removed.emit(own))
        return menu

    def _open_menu(self, index: QModelIndex) -> None:
        below = self.visualRect(index).bottomLeft()
        self.menu_of(index.row()).popup(self.viewport().mapToGlobal(below + QPoint(0, 2)))

    def _chosen(self) -> OwnDigit | None:
        row = self.currentIndex().row()
        return self._digits.digits[row] if row >= 0 else None


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
