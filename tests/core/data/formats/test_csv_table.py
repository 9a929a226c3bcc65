"""core.data.formats.csv_table: tables as people and programs write them; the wrong cell."""

import gzip

import numpy as np
import pytest

from core.data.formats import csv_table
from core.data.formats import csv_text as text_of_tables
from core.data.formats.csv_table import has_labels, read_csv
from core.errors import DataError
from tests.core.data.digit_files import (
    assert_split,
    count_refusals,
    csv_text,
    parts,
    some_digits,
    with_flips,
)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "digits.csv"


@pytest.fixture
def lines():
    """The lines of a table with five images, without a header."""
    return csv_text(*some_digits(5)).splitlines()


def with_cell(line, column, text):
    cells = line.split(",")
    cells[column - 1] = text
    return ",".join(cells)


def refused(file, lines, match):
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DataError, match=match) as caught:
        read_csv(file)
    assert "digits.csv" in str(caught.value)
    assert caught.value.cure
    return caught.value


@pytest.mark.parametrize("header", [False, True])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t", ", "])
@pytest.mark.parametrize("form", ["{}", "{}.0", '"{}"', "{:03}", " {}", "{:e}"])
def test_ways_to_write_the_same_table(file, header, newline, separator, form):
    split = some_digits(4)
    text = csv_text(*split, header=header, newline=newline, separator=separator, form=form)
    file.write_bytes(text.encode())
    assert_split(*parts(read_csv(file)), split)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.rstrip(), id="no newline at the end"),
        pytest.param(lambda text: text + "\n \n\r\n\n", id="empty lines at the end"),
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: "\ufeff" + "名" * 9 + "\n" + text, id="header of one name"),
        pytest.param(lambda text: text.replace(",", ",0", 1), id="leading zero"),
    ],
)
def test_habits_of_other_programs(file, change):
    split = some_digits(4)
    file.write_text(change(csv_text(*split)), encoding="utf-8", newline="")
    assert_split(*parts(read_csv(file)), split)


def test_column_numbers_as_header(file):
    header = "," + ",".join(str(i) for i in range(784))
    split = some_digits(4)
    file.write_text(header + "\n" + csv_text(*split))
    assert_split(*parts(read_csv(file)), split)


def test_packed(file):
    file.write_bytes(gzip.compress(csv_text(*some_digits(4)).encode()))
    assert_split(*parts(read_csv(file)), some_digits(4))


@pytest.mark.parametrize("block_bytes", [1, 100, 3000, 6001])
def test_lines_may_end_anywhere_in_a_block(file, monkeypatch, block_bytes):
    monkeypatch.setattr(text_of_tables, "BLOCK_BYTES", block_bytes)
    split = some_digits(6)
    file.write_text(csv_text(*split, header=True) + "\n\n")
    assert_split(*parts(read_csv(file)), split)


def test_many_blocks(file):
    split = some_digits(1500)
    file.write_text(csv_text(*split))
    assert file.stat().st_size > 3 * text_of_tables.BLOCK_BYTES
    assert_split(*parts(read_csv(file)), split)


@pytest.mark.parametrize("text", ["x", "", "256", "-1", "1_0", '1"2', "nan", "inf", "7 7"])
@pytest.mark.parametrize("column", [2, 785])
@pytest.mark.parametrize("header", [[], ["label," + ",".join(["p"] * 784)]])
def test_a_pixel_that_is_none(file, lines, text, column, header):
    lines[3] = with_cell(lines[3], column, text)
    row = 4 + len(header)
    error = refused(file, [*header, *lines], f'row {row}, column {column} is "{text}", not a')
    assert error.values["row"] == row
    assert error.values["column"] == column


@pytest.mark.parametrize("text", ["x", "", "nan", "1_0"])
@pytest.mark.parametrize("row", [1, 2])
def test_a_label_that_is_no_number_among_numbers(file, lines, text, row):
    lines[row - 1] = with_cell(lines[row - 1], 1, text)
    refused(file, lines, f'row {row}, column 1 is "{text}", not a whole number from 0')


def test_a_label_that_is_a_fraction(file, lines):
    lines[2] = with_cell(lines[2], 1, "1.5")
    refused(file, lines, "label number 3 is 1.5; a label is a whole number")


def test_pixels_that_are_fractions_are_rounded_and_it_is_said(file, lines):
    lines[0] = with_cell(lines[0], 2, "1.75")
    file.write_text("\n".join(lines))
    split = read_csv(file)
    assert split.images[0, 0, 0] == 2
    assert any("they were rounded" in note for note in split.notes)


def test_a_wrong_cell_in_a_later_block(file):
    lines = csv_text(*some_digits(900)).splitlines()
    lines[800] = with_cell(lines[800], 99, "?")
    refused(file, lines, r'row 801, column 99 is "\?"')


def test_a_long_wrong_cell_is_cut(file, lines):
    lines[0] = with_cell(lines[0], 2, "9" * 30_000)
    assert len(str(refused(file, lines, "row 1, column 2"))) < 500


@pytest.mark.parametrize(("cells", "row"), [(784, 1), (786, 3), (1, 5), (1025, 2)])
def test_rows_of_another_length(file, lines, cells, row):
    lines[row - 1] = ",".join("3" * cells)
    refused(file, lines, f"row {row} holds {cells} values instead of 785")


def test_rows_that_make_up_for_each_other(file, lines):
    lines[1] += ",0"
    lines[2] = lines[2].rpartition(",")[0]
    refused(file, lines, "row 2 holds 786 values")


def test_an_empty_line_between_rows_is_none(file, lines):
    for place in (2, 2, 0):
        lines.insert(place, "")
    file.write_text("\n".join(lines), encoding="utf-8")
    assert_split(*parts(read_csv(file)), some_digits(5))


def test_a_row_of_empty_cells_is_an_image_that_is_missing(file, lines):
    lines.insert(2, "," * 784)
    refused(file, lines, "row 3")


@pytest.mark.parametrize("lines", [[], [""], ["", ""], ["label,pixel0"], ["\ufeff"]])
def test_nothing_in_it(file, lines):
    refused(file, lines, "holds 0 images")


def test_a_line_without_an_end(file):
    refused(file, ["0" * 1_100_000], "a line has more than 1048576 characters")


def test_endless_empty_lines(file):
    refused(file, ["5", *[""] * 2_000_000], "a row holds 1 values")
    refused(file, [""] * 2_000_000, "holds 0 images")


def test_bytes_that_are_no_text(file):
    file.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(DataError, match=r"a row holds [0-9]+ values"):
        read_csv(file)


def test_more_images_than_memory_holds(file, monkeypatch):
    monkeypatch.setattr(csv_table, "MOST_IMAGES", 3)
    monkeypatch.setattr("core.data.formats.splits.MOST_IMAGES", 3)
    file.write_text(csv_text(*some_digits(4)))
    with pytest.raises(DataError, match="holds 4 images; it should hold 1 to 3"):
        read_csv(file)


def test_every_truncation_is_refused_except_after_a_row(file):
    images, labels = some_digits(2)
    whole = csv_text(images, labels, header=True).encode()
    end_of_first = whole.index(b"\n", whole.index(b"\n") + 1)
    for length in sorted(
        {*range(0, len(whole), 17), *range(end_of_first - 9, end_of_first + 9)}
    ):
        file.write_bytes(whole[:length])
        # The last number of a row may lose digits: that cannot be told.
        complete = whole[:length].count(b",") in (2 * 784, 3 * 784)
        if complete and whole[length - 1] != ord(",") and len(whole[:length].split()[-1]) > 9:
            read = read_csv(file)
            np.testing.assert_array_equal(read.images[0].flat[:-1], images[0].flat[:-1])
        else:
            with pytest.raises(DataError, match=r"digits\.csv"):
                read_csv(file)


def test_flipped_bytes_raise_nothing_but_data_errors(file):
    whole = csv_text(*some_digits(2), header=True).encode()
    places = np.random.default_rng(5).integers(0, len(whole), 200)
    assert count_refusals(file, with_flips(whole, places), lambda: read_csv(file)) > 60


def test_has_labels(file, lines):
    file.write_text("\n".join(lines))
    assert has_labels(file)
    file.write_text("\n".join(line.partition(",")[2] for line in lines))
    assert not has_labels(file)


def test_gone(file):
    with pytest.raises(DataError, match="There is no"):
        read_csv(file)
