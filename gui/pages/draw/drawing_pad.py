"""The pad: a sheet of paper for mouse, pen and touch that keeps strokes, not pixels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.ink.drawing import Drawing
from gui.pages.draw.ink_painting import grey_image
from gui.pages.draw.marks import Mark
from gui.pages.draw.pad_devices import PadDevices, Tool
from gui.pages.draw.pad_hand import PadHand
from gui.pages.draw.pasted import is_small, path_in, picture_in, to_grey
from gui.pages.draw.sheet_painter import SheetPainter
from gui.theme import Theme
from gui.widgets.focus_ring import DRAWS_FOCUS

_FOCUS_PX = 3
_SMALLEST = QSize(240, 240)


class DrawingPad(QWidget):
    """Draws what a pen does, and remembers it as points with their times.

    The right button, or the other end of a pen, takes away whole strokes.

    Whatever the widget's shape, the sheet is the largest square in its middle; strokes
    are kept as shares of its side, so that a resized pad shows the same drawing.

    Signals:
        ink_changed: The `Ink` on the sheet, at each new point and each change.
        drawing_finished: The `Ink`, when the pen is lifted or the drawing replaced.
        history_changed: What can be undone or redone is different now.
        file_dropped: The `Path` of a picture or drawing that was dropped or pasted.
        picture_dropped: The `QImage` of a large picture that was dropped or pasted.
        mark_chosen: The number of the mark whose tag was clicked.
    """

    ink_changed = Signal(object)
    drawing_finished = Signal(object)
    history_changed = Signal()
    file_dropped = Signal(object)
    picture_dropped = Signal(object)
    mark_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawing_pad")
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAccessibleDescription(self.tr("Draw digits here with mouse, pen or finger"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(DRAWS_FOCUS, True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        self._theme = theme
        self._hand = PadHand()
        self._devices = PadDevices(
            Tool(self._pen_down, self._pen_moved, self._pen_up),
            Tool(self._eraser_down, self._erase, self._eraser_up),
        )
        self._replayed: Drawing | None = None
        self._painter = SheetPainter(self, theme)
        self._begins_anew, self._note = False, ""
        theme.changed.connect(self._refresh)

    @property
    def drawing(self) -> Drawing:
        """What is on the sheet, the stroke under the pen included."""
        return self._hand.drawing

    @property
    def pen_is_down(self) -> bool:
        """Whether a stroke is being drawn."""
        return self._hand.pen_is_down

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._hand.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return self._hand.can_redo

    def sheet_rect(self) -> QRectF:
        """Return the place of the sheet in the widget."""
        side = max(min(self.width(), self.height()) - 2 * _FOCUS_PX, 1)
        sheet = QRectF(0, 0, side, side)
        sheet.moveCenter(QRectF(self.rect()).center())
        return sheet

    def set_drawing(self, drawing: Drawing) -> None:
        """Put another drawing onto the sheet; it can be undone."""
        self._hand.put(drawing.on_unit_square())
        self._on_replaced()

    def clear(self) -> None:
        """Take everything off the sheet; it can be undone."""
        if not self.drawing.empty:
            self._hand.put(Drawing())
            self._on_replaced()

    def undo(self) -> None:
        """Take back the last stroke, or whatever was done last."""
        if self.can_undo:
            self._hand.undo()
            self._on_replaced()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.can_redo:
            self._hand.redo()
            self._on_replaced()

    def show_until(self, seconds: float) -> None:
        """Show the drawing as it was at that time, until something is drawn or undone."""
        self._replayed = self.drawing.until(seconds)
        self._refresh()
        self.ink_changed.emit(self._replayed.ink)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked on the sheet."""
        return self._painter.marks.shown

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Mark what was read on the sheet."""
        if marks != self._painter.marks.shown:
            self._painter.marks.show(marks)
            self.update()

    @property
    def pen_share(self) -> float:
        """How wide lines look, as a share of the sheet's side; the network sees its own pen."""
        return self._painter.pen

    @pen_share.setter
    def pen_share(self, share: float) -> None:
        self._painter.pen = share
        self._refresh()

    @property
    def pressed(self) -> bool:
        """Whether the width of lines goes with a pen's pressure, where it tells one."""
        return self._painter.pressed

    @pressed.setter
    def pressed(self, pressed: bool) -> None:
        self._painter.pressed = pressed
        self._refresh()

    @property
    def begins_anew(self) -> bool:
        """Whether the next stroke starts a clean sheet."""
        return self._begins_anew

    def begin_anew(self, note: str = "") -> None:
        """Let the next stroke start a clean sheet; `note` says so on the one that is done."""
        self._begins_anew, self._note = True, note
        self.update()

    def go_on(self) -> None:
        """Let the next stroke be one more of the drawing."""
        self._begins_anew, self._note = False, ""
        self.update()

    def copy(self) -> None:
        """Put the drawing onto the clipboard, as a picture."""
        if not self.drawing.empty:
            QGuiApplication.clipboard().setImage(grey_image(self.drawing))

    def paste(self) -> bool:
        """Take a picture from the clipboard; give whether there was one."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def sizeHint(self) -> QSize:
        """Ask for a sheet that a hand can write on."""
        return QSize(448, 448)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() == Qt.MouseButton.RightButton:
            self._eraser_down(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        mark = self._painter.mark_at(event.position(), self._shown, self.sheet_rect())
        if mark is None:
            self._pen_down(event.position())
        else:
            self.mark_chosen.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the stroke, or with erasing."""
        self._erase(event.position())
        self._pen_moved(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if event.button() == Qt.MouseButton.RightButton:
            self._eraser_up(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._pen_up(event.position())

    def event(self, event: QEvent) -> bool:
        """Draw with a pen, or with the first finger; erase with the pen's other end."""
        if isinstance(event, QTabletEvent | QTouchEvent):
            self._devices.follow(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, copy, paste by their keys; Delete, Backspace or Escape clears."""
        keys = QKeySequence.StandardKey
        for key, act in (
            (keys.Undo, self.undo),
            (keys.Redo, self.redo),
            (keys.Copy, self.copy),
            (keys.Paste, self.paste),
        ):
            if event.matches(key):
                act()
                return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self.clear()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome pictures and drawings."""
        mime = event.mimeData()
        # A copy: as a move the file manager would delete the file.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(mime.hasImage() or path_in(mime) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture or drawing that was dropped."""
        if self._take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def resizeEvent(self, event: QEvent) -> None:
        """Draw the same drawing at the new size."""
        self._painter.forget()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, ink, marks, and a hint on an empty sheet."""
        wet = self._hand.wet_points(pressed=self._painter.pressed)
        hint = self.tr("Draw a digit here") if self._shown.empty else self._note
        self._painter.paint(self._shown, wet, self.sheet_rect(), hint)

    @property
    def _shown(self) -> Drawing:
        return self._hand.finished if self._replayed is None else self._replayed

    def _eraser_down(self, place: QPointF, _pressure: float | None = None) -> None:
        if not self._hand.pen_is_down:
            self._replayed = None
            self._hand.eraser_down()
            self._erase(place)

    def _erase(self, place: QPointF, _pressure: float | None = None) -> None:
        if self._hand.erase(*self._on_sheet(place)):
            self._on_replaced()

    def _eraser_up(self, _place: QPointF) -> None:
        self._hand.eraser_up()

    def _pen_down(self, place: QPointF, pressure: float | None = None) -> None:
        self._replayed = None
        if self._begins_anew:
            self._hand.put(Drawing())
            self._painter.marks.show(())
            self.go_on()
        self._hand.pen_down(*self._on_sheet(place), pressure)
        self._refresh()
        self.ink_changed.emit(self.drawing.ink)

    def _pen_moved(self, place: QPointF, pressure: float | None = None) -> None:
        if self._hand.pen_moved(*self._on_sheet(place), pressure):
            wet = self._hand.wet_points(pressed=False)
            assert wet is not None
            self.update(self._painter.changed(wet, self.sheet_rect()))
            self.ink_changed.emit(self.drawing.ink)

    def _pen_up(self, place: QPointF) -> None:
        self._pen_moved(place, self._hand.last_pressure)
        finished = self._hand.pen_up()
        if finished is not None:
            self._refresh()
            self.drawing_finished.emit(finished.ink)
            self.history_changed.emit()

    def _on_sheet(self, place: QPointF) -> tuple[float, float]:
        sheet = self.sheet_rect()
        side = sheet.width()
        return (place.x() - sheet.x()) / side, (place.y() - sheet.y()) / side

    def _take(self, mime: QMimeData) -> bool:
        path, picture = path_in(mime), picture_in(mime)
        if path is not None:
            self.file_dropped.emit(path)
        elif picture is not None and is_small(picture):
            self.set_drawing(Drawing(image=to_grey(picture)))
        elif picture is not None:
            self.picture_dropped.emit(picture)
        return path is not None or picture is not None

    def _on_replaced(self) -> None:
        self._replayed = None
        self.go_on()
        self._painter.marks.show(())
        self._refresh()
        self.ink_changed.emit(self.drawing.ink)
        self.drawing_finished.emit(self.drawing.ink)
        self.history_changed.emit()

    def _refresh(self) -> None:
        self._painter.forget()
        self.update()
