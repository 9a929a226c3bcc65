"""The pad keeps what a hand does: mouse, pen and finger, undo, paste, replay, any size."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.ink.drawing import Drawing
from core.ink.preprocess import prepare
from gui.pages.draw.drawing_history import DOT, LONGEST_PAUSE_S, PenStroke
from gui.pages.draw.pasted import to_grey
from tests.gui.hand import LEFT, at, draw, shown_pad


@pytest.fixture
def pad(qtbot, theme):
    return shown_pad(qtbot, theme)


def darkness(pad, x, y):
    return 255 - pad.grab().toImage().pixelColor(at(pad, x, y)).lightness()


def grey(pad):
    """The paper as lightness without the frame that shows the focus, int64 (rows, columns)."""
    image = pad.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[6:-6, 6 : image.width() - 6].astype(np.int64)


def picture_of(pad, points):
    """The pad while these points are under the pen."""
    pad.clear()
    QTest.mousePress(pad, LEFT, pos=at(pad, *points[0]))
    for place in points[1:]:
        QTest.mouseMove(pad, at(pad, *place))
    picture = grey(pad)
    QTest.mouseRelease(pad, LEFT, pos=at(pad, *points[-1]))
    return picture


def test_a_stroke_of_the_mouse_is_kept_as_points_with_times(pad):
    draw(pad, (0.2, 0.2), (0.5, 0.2), (0.7, 0.2), (0.4, 0.8))
    (stroke,), (times,) = pad.drawing.strokes, pad.drawing.times
    expected = [(0.2, 0.2), (0.5, 0.2), (0.7, 0.2), (0.4, 0.8)]
    np.testing.assert_allclose(stroke, expected, atol=0.003)
    assert (np.diff(times) >= 0).all()


def test_it_tells_of_each_point_and_of_the_end(pad, qtbot):
    inks, finished = [], []
    pad.ink_changed.connect(inks.append)
    pad.drawing_finished.connect(finished.append)
    draw(pad, (0.2, 0.2), (0.5, 0.5), (0.8, 0.2))
    assert [len(ink.strokes[0]) for ink in inks] == [1, 2, 3]
    assert len(finished) == 1
    assert len(finished[0].strokes[0]) == 3


def test_ink_is_seen_where_the_pen_was(pad):
    draw(pad, (0.2, 0.5), (0.5, 0.5), (0.8, 0.5))
    assert darkness(pad, 0.5, 0.5) > 200
    assert darkness(pad, 0.5, 0.3) < 20


@pytest.mark.parametrize("points", [1, 2, 3, 4, 40])
def test_the_stroke_under_the_pen_looks_as_it_will_when_the_pen_is_lifted(pad, points):
    """It is painted part by part as it grows; afterwards the whole line is painted anew."""
    angle = np.linspace(0, 4.5, points)
    x, y = 0.5 + (0.1 + 0.06 * angle) * np.cos(angle), 0.5 + 0.3 * np.sin(angle)
    # Twice the same place, as where a hand leaves the sheet and the pen stays at its edge.
    way = [(float(a), float(b)) for a, b in zip(x, y, strict=True) for _ in (1, 2)]
    QTest.mousePress(pad, LEFT, pos=at(pad, *way[0]))
    for place in way[1:]:
        QTest.mouseMove(pad, at(pad, *place))
        pad.repaint()
    growing = grey(pad)
    QTest.mouseRelease(pad, LEFT, pos=at(pad, *way[-1]))
    finished = grey(pad)
    assert (finished < 100).sum() > 200
    # Edges of parts that overlap are a little darker than those of the whole.
    assert (np.abs(growing - finished) > 40).sum() < 0.01 * (finished < 100).sum()


def test_only_what_a_new_point_can_change_is_painted_anew(pad):
    from gui.pages.draw.wet_ink import WetInk

    way = np.float32(
        [(0.1, 0.1), (0.2, 0.6), (0.5, 0.9), (0.6, 0.8), (0.62, 0.78), (0.65, 0.7)]
    )
    sheet = pad.sheet_rect()
    before, after = (picture_of(pad, way[:n]) for n in (5, 6))
    rows, columns = np.nonzero(np.abs(before - after) > 40)
    box = WetInk.changed(way, sheet)
    assert box.left() <= columns.min() + 6
    assert columns.max() + 6 <= box.right()
    assert box.top() <= rows.min() + 6
    assert rows.max() + 6 <= box.bottom()
    assert box.width() * box.height() < sheet.width() * sheet.height() / 2


def test_a_line_that_left_the_sheet_bends_anew_when_it_comes_back(pad):
    """The pen stays at the corner while the hand is outside; then the line before changes."""
    from gui.pages.draw.wet_ink import WetInk

    corner = [(1.0, 1.0)] * 6
    way = np.float32([(0.3, 0.2), (0.4, 0.6), *corner, (0.8, 0.7)])
    box = WetInk.changed(way, pad.sheet_rect())
    assert box.contains(QPointF(at(pad, 0.4, 0.6)))


def test_a_click_is_a_dot_even_if_the_hand_trembles(pad):
    draw(pad, (0.5, 0.5), (0.5 + DOT / 2, 0.5))
    assert [len(stroke) for stroke in pad.drawing.strokes] == [1]
    assert darkness(pad, 0.5, 0.5) > 200


def test_the_line_ends_at_the_edge_of_the_sheet(pad):
    draw(pad, (0.5, 0.5), (0.5, 0.9))
    QTest.mousePress(pad, LEFT, pos=at(pad, 0.9, 0.9))
    QTest.mouseMove(pad, QPoint(5000, 200))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(5000, 200))
    assert max(stroke.max() for stroke in pad.drawing.strokes) == 1.0


def test_only_the_left_button_draws(pad):
    QTest.mousePress(pad, Qt.MouseButton.RightButton, pos=at(pad, 0.5, 0.5))
    QTest.mouseMove(pad, at(pad, 0.7, 0.7))
    QTest.mouseRelease(pad, Qt.MouseButton.RightButton, pos=at(pad, 0.7, 0.7))
    assert pad.drawing.empty


def test_undo_and_redo_go_stroke_by_stroke(pad):
    draw(pad, (0.2, 0.2), (0.8, 0.2))
    draw(pad, (0.2, 0.6), (0.8, 0.6))
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.drawing.strokes) == 1
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pad.drawing.empty
    assert not pad.can_undo
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(pad, Qt.Key.Key_Z, both)
    QTest.keyClick(pad, Qt.Key.Key_Z, both)
    assert len(pad.drawing.strokes) == 2
    assert not pad.can_redo


def test_a_new_stroke_forgets_what_was_undone(pad):
    draw(pad, (0.2, 0.2), (0.8, 0.2))
    pad.undo()
    draw(pad, (0.2, 0.6), (0.8, 0.6))
    assert not pad.can_redo
    np.testing.assert_allclose(pad.drawing.strokes[0][:, 1], 0.6, atol=0.003)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_clearing_by_key_can_be_undone(pad, key):
    draw(pad, (0.2, 0.2), (0.8, 0.2))
    QTest.keyClick(pad, key)
    assert pad.drawing.empty
    pad.undo()
    assert not pad.drawing.empty


def test_clearing_while_the_pen_is_down_lifts_it(pad):
    QTest.mousePress(pad, LEFT, pos=at(pad, 0.2, 0.2))
    QTest.mouseMove(pad, at(pad, 0.6, 0.6))
    QTest.keyClick(pad, Qt.Key.Key_Escape)
    QTest.mouseMove(pad, at(pad, 0.8, 0.6))
    QTest.mouseRelease(pad, LEFT, pos=at(pad, 0.8, 0.6))
    assert pad.drawing.empty


def test_another_size_of_the_pad_shows_the_same_drawing(pad):
    draw(pad, (0.2, 0.5), (0.8, 0.5))
    before = pad.drawing.strokes[0]
    pad.resize(700, 300)
    np.testing.assert_array_equal(pad.drawing.strokes[0], before)
    assert pad.sheet_rect().width() == pad.sheet_rect().height() < 300
    assert darkness(pad, 0.5, 0.5) > 200


def test_the_size_of_the_pad_does_not_change_what_the_network_sees(pad):
    seen = []
    for side in (246, 406, 806):
        pad.resize(side, side)
        pad.clear()
        draw(pad, (0.3, 0.2), (0.6, 0.25), (0.45, 0.5), (0.65, 0.65), (0.3, 0.8))
        seen.append(prepare(pad.drawing.ink).centred.astype(int))
    assert np.abs(seen[0] - seen[2]).mean() < 4
    assert np.abs(seen[1] - seen[2]).mean() < 3


def test_an_empty_sheet_says_what_it_is_for(pad):
    empty = pad.grab().toImage()
    middle = [empty.pixelColor(x, 203).lightness() for x in range(130, 280)]
    assert min(middle) < 200
    draw(pad, (0.1, 0.1), (0.2, 0.1))
    drawn = pad.grab().toImage()
    assert min(drawn.pixelColor(x, 203).lightness() for x in range(130, 280)) > 240


def test_a_copy_can_be_pasted_as_a_picture(pad):
    draw(pad, (0.3, 0.2), (0.6, 0.2), (0.4, 0.8))
    before = prepare(pad.drawing.ink).centred
    QTest.keyClick(pad, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    pad.clear()
    QTest.keyClick(pad, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert pad.drawing.image is not None
    after = prepare(pad.drawing.ink).centred
    assert np.corrcoef(before.sum(0), after.sum(0))[0, 1] > 0.85
    assert np.corrcoef(before.sum(1), after.sum(1))[0, 1] > 0.85
    draw(pad, (0.3, 0.2), (0.6, 0.2))
    assert pad.drawing.image is None
    pad.undo()
    assert pad.drawing.image is not None


def test_pasting_words_does_nothing(pad):
    QGuiApplication.clipboard().setText("7")
    assert not pad.paste()
    assert pad.drawing.empty


def test_a_large_photo_is_handed_on_to_be_reduced_elsewhere(qtbot, pad):
    photo = QImage(4000, 3000, QImage.Format.Format_RGB32)
    photo.fill(QColor("white"))
    QGuiApplication.clipboard().setImage(photo)
    with qtbot.waitSignal(pad.picture_dropped) as dropped:
        assert pad.paste()
    assert to_grey(dropped.args[0]).shape == (1500, 2000)
    assert pad.drawing.empty


def drop(pad, mime):
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(pad, QDragEnterEvent(QPoint(50, 50), copy, mime, LEFT, none))
    QApplication.sendEvent(pad, QDropEvent(QPointF(50, 50), copy, mime, LEFT, none))


def test_a_dropped_file_is_handed_on_and_a_dropped_picture_taken(pad, tmp_path):
    paths = []
    pad.file_dropped.connect(paths.append)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "seven.PNG"))])
    drop(pad, files)
    assert paths == [tmp_path / "seven.PNG"]
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    picture = QMimeData()
    picture.setImageData(image)
    drop(pad, picture)
    assert pad.drawing.image.shape == (20, 30)


def test_replay_shows_the_drawing_as_it_was(pad):
    strokes = tuple(np.array([[0.2, y], [0.8, y]], np.float32) for y in (0.2, 0.8))
    times = (np.array([0, 1], np.float32), np.array([2, 3], np.float32))
    pad.set_drawing(Drawing(strokes, times))
    inks = []
    pad.ink_changed.connect(inks.append)
    pad.show_until(1.5)
    assert len(inks[-1].strokes) == 1
    assert darkness(pad, 0.5, 0.2) > 200
    assert darkness(pad, 0.5, 0.8) < 20
    assert len(pad.drawing.strokes) == 2
    pad.show_until(3.0)
    assert darkness(pad, 0.5, 0.8) > 200


def test_drawing_after_a_replay_goes_on_with_the_whole(pad):
    draw(pad, (0.2, 0.2), (0.8, 0.2))
    pad.show_until(0.0)
    draw(pad, (0.2, 0.8), (0.8, 0.8))
    assert len(pad.drawing.strokes) == 2
    assert darkness(pad, 0.7, 0.2) > 200


def test_strokes_of_another_sheet_are_brought_to_ours(pad):
    stroke = np.array([[40, 40], [160, 80]], np.float32)
    pad.set_drawing(Drawing((stroke,), (np.array([0, 1], np.float32),), (200, 200)))
    np.testing.assert_allclose(pad.drawing.strokes[0], [[0.2, 0.2], [0.8, 0.4]], atol=1e-6)


def test_a_long_pause_between_strokes_is_not_kept():
    first = PenStroke(Drawing())
    first.begin(0.1, 0.1, since_last_s=100.0)
    first.move(0.5, 0.5, after_s=0.4)
    second = PenStroke(first.drawing)
    second.begin(0.5, 0.1, since_last_s=100.0)
    assert first.drawing.times[0].tolist() == pytest.approx([0.0, 0.4])
    assert second.drawing.times[1].tolist() == pytest.approx([0.4 + LONGEST_PAUSE_S])


def test_dark_colours_show_light_ink_on_dark_paper(pad, theme, qtbot):
    draw(pad, (0.2, 0.5), (0.8, 0.5))
    theme.choose("dark")
    assert darkness(pad, 0.5, 0.5) < 60
    assert darkness(pad, 0.5, 0.2) > 180
    theme.choose("light")
