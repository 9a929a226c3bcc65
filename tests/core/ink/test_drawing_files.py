"""Drawings come back from files as they were; what is no drawing says why."""

import json
import os
import tracemalloc

import numpy as np
import pytest
from PIL import Image

from core.errors import DataError, InklingError
from core.ink.drawing import Drawing, steadily_timed
from core.ink.drawing_files import as_picture, from_json, load_drawing, save_drawing, to_json
from core.ink.preprocess import prepare

BAR = np.array([[0.2, 0.2], [0.7, 0.2], [0.4, 0.8]], np.float32)
DASH = np.array([[0.3, 0.5], [0.6, 0.5]], np.float32)
SEVEN = Drawing(
    (BAR, DASH), (np.array([0, 0.1, 0.2], np.float32), np.array([0.5, 0.6], np.float32))
)


def test_strokes_times_and_sheet_come_back(tmp_path):
    path = tmp_path / "seven.strokes.json"
    save_drawing(path, SEVEN)
    back = load_drawing(path)
    for before, after in zip(
        SEVEN.strokes + SEVEN.times, back.strokes + back.times, strict=True
    ):
        np.testing.assert_allclose(before, after, atol=1e-4)
    assert back.sheet == (1.0, 1.0)


def test_a_drawing_saved_as_png_is_read_as_the_same_digit(tmp_path):
    path = tmp_path / "seven.png"
    save_drawing(path, SEVEN)
    back = load_drawing(path)
    assert back.image is not None
    assert (back.image[0] == 255).all()
    assert back.image.min() == 0
    drawn, pasted = prepare(SEVEN.ink).centred, prepare(back.ink).centred
    assert np.corrcoef(drawn.ravel(), pasted.ravel())[0, 1] > 0.85


def test_a_picture_is_saved_as_it_is(tmp_path):
    image = np.random.default_rng(0).integers(0, 255, (30, 40), np.uint8)
    path = tmp_path / "photo.png"
    save_drawing(path, Drawing(image=image))
    with Image.open(path) as saved:
        np.testing.assert_array_equal(np.asarray(saved), image)


def test_a_picture_has_no_strokes_to_save(tmp_path):
    with pytest.raises(DataError, match="no strokes"):
        save_drawing(tmp_path / "x.json", Drawing(image=np.zeros((5, 5), np.uint8)))


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InklingError):
        save_drawing(tmp_path / "file" / "x.json", SEVEN)


def test_a_bare_list_of_strokes_is_fitted_into_a_sheet():
    back = from_json("[[[900, 100], [950, 200], [900, 300]]]")
    assert back.sheet == (1.0, 1.0)
    points = back.strokes[0]
    assert points.min() > 0
    assert points.max() < 1
    np.testing.assert_allclose((points.min(0) + points.max(0)) / 2, 0.5, atol=1e-6)
    assert len(back.times[0]) == 3


def test_times_that_do_not_fit_are_made_anew():
    content = json.loads(to_json(SEVEN))
    for times in ([[0, 1, 2]], [[0, 2, 1], [3, 4]], [[0, 1, 2], [1, 3]], None):
        back = from_json(json.dumps({**content, "times": times}))
        every = np.concatenate(back.times)
        assert (np.diff(every) >= 0).all()
        assert [len(t) for t in back.times] == [3, 2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "7",
        '{"strokes": 3}',
        '{"strokes": [[1, 2]]}',
        '{"strokes": [[[1, 2, 3]]]}',
        '{"strokes": [[[1, "2"]]]}',
        '{"strokes": [[[1, 2], [3]]]}',
        '{"strokes": [[[1, NaN]]]}',
        '{"strokes": [[[1, 1e300]]]}',
        '{"strokes": [[[true, false]]]}',
        '{"strokes": [[[1, 2]]], "sheet": [0, 1]}',
        '{"strokes": [[[1, 2]]], "sheet": "A4"}',
    ],
)
def test_what_is_no_drawing_is_refused(text):
    with pytest.raises(DataError):
        from_json(text)


def test_too_many_points_are_refused():
    with pytest.raises(DataError, match="points"):
        from_json(json.dumps([[[0, 0]] * 20_001]))


def test_endless_lines_are_refused():
    there_and_back = [[0, 0], [1, 1]] * 1000
    with pytest.raises(DataError, match="too long"):
        from_json(json.dumps({"strokes": [there_and_back], "sheet": [1, 1]}))
    with pytest.raises(DataError, match="too long"):
        from_json(json.dumps([there_and_back]))


def test_the_error_names_the_file(tmp_path):
    path = tmp_path / "recipe.json"
    path.write_text('{"name": "mlp"}')
    with pytest.raises(DataError, match=r"recipe\.json is not a drawing"):
        load_drawing(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="no text"):
        load_drawing(path)
    with pytest.raises(DataError, match=r"missing\.json"):
        load_drawing(tmp_path / "missing.json")
    with pytest.raises(DataError, match=r"missing\.png"):
        load_drawing(tmp_path / "missing.png")


def test_huge_files_are_not_read(tmp_path):
    path = tmp_path / "huge.json"
    path.write_bytes(b" " * 4_000_001)
    with pytest.raises(DataError, match="too large"):
        load_drawing(path)


def test_a_drawing_can_be_seen_as_it_was_at_any_time():
    assert SEVEN.seconds == pytest.approx(0.6)
    assert SEVEN.until(-1).empty
    assert [len(s) for s in SEVEN.until(0.1).strokes] == [2]
    assert [len(s) for s in SEVEN.until(0.5).strokes] == [3, 1]
    assert [len(s) for s in SEVEN.until(9).strokes] == [3, 2]


def test_a_stroke_takes_the_place_of_a_picture():
    picture = Drawing(image=np.zeros((5, 5), np.uint8))
    drawn = picture.with_stroke(BAR, SEVEN.times[0])
    assert drawn.image is None
    assert len(drawn.strokes) == 1


def test_a_wide_sheet_becomes_the_middle_of_a_square_one():
    stroke = np.array([[0, 0], [200, 100]], np.float32)
    squared = Drawing((stroke,), (np.array([0, 1], np.float32),), (200, 100)).on_unit_square()
    np.testing.assert_allclose(squared.strokes[0], [[0, 0.25], [1, 0.75]])
    assert squared.sheet == (1, 1)


def test_steady_times_rise_from_stroke_to_stroke():
    times = steadily_timed((BAR, DASH))
    assert (np.diff(np.concatenate(times)) > 0).all()
    assert steadily_timed(()) == ()


def test_the_picture_of_an_empty_sheet_is_white():
    assert (as_picture(Drawing(), 50) == 255).all()


def test_a_long_text_among_the_points_costs_nothing(tmp_path):
    row = [[0, 0]] * 9_999
    text = json.dumps([[*row, [0, "x" * 100_000]]])
    tracemalloc.start()
    with pytest.raises(DataError, match="points"):
        from_json(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_too_many_strokes_are_refused():
    with pytest.raises(DataError, match="strokes"):
        from_json(json.dumps([[[0, 0]]] * 1_001))


def test_a_pipe_in_place_of_a_drawing_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(DataError, match="no file"):
        load_drawing(tmp_path / "pipe.json")


def test_the_pressure_of_a_pen_is_kept_where_there_is_one():
    stroke = np.float32([[0.1, 0.1], [0.5, 0.5]])
    pressed = Drawing().with_stroke(stroke, np.float32([0, 1]), np.float32([0.25, 0.75]))
    back = from_json(to_json(pressed))
    np.testing.assert_allclose(back.pressures[0], [0.25, 0.75])
    assert "pressures" not in to_json(Drawing().with_stroke(stroke, np.float32([0, 1])))
    assert back.until(0.5).pressures[0].tolist() == [0.25]
    assert back.without_strokes_at(0.1, 0.1, reach=0.1).pressures == ()


def test_pressures_that_are_not_of_these_strokes_are_left_out():
    assert from_json('{"strokes": [[[0, 0]], [[1, 1]]], "pressures": [[0.5]]}').pressures == ()
    assert from_json('{"strokes": [[[0, 0]]], "pressures": [[7]]}').pressures[0].tolist() == [1]
