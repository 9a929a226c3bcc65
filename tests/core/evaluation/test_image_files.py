from __future__ import annotations

import csv
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image

from core.evaluation.html_report import html_report, write_report
from core.evaluation.image_files import write_folders, write_matrix, write_table
from core.evaluation.mistakes import report_mistakes
from core.evaluation.selection import Selection

NAMES = ("cat", "a/b <dog>")
LABELS, DIGITS = np.array([0, 1, 1, -1]), np.array([1, 1, 0, 0])


@pytest.fixture
def images():
    return np.random.default_rng(0).integers(0, 255, (4, 28, 28)).astype(np.uint8)


@pytest.fixture
def report():
    shares = np.array([[0.2, 0.8], [0.1, 0.9], [0.7, 0.3], [0.6, 0.4]], np.float32)
    return report_mistakes(LABELS, DIGITS, shares)


def test_the_table_says_of_each_image_what_it_is_and_what_was_read(report, tmp_path):
    path = tmp_path / "chosen.csv"
    write_table(path, report, np.array([2, 0, 3]), NAMES)
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["index"] for row in rows] == ["2", "0", "3"]
    assert rows[0]["label"] == "a/b <dog>"
    assert rows[0]["predicted"] == "cat"
    assert float(rows[0]["confidence"]) == pytest.approx(0.7, abs=1e-6)
    assert rows[2]["label"] == ""


def test_the_matrix_is_written_with_its_names(report, tmp_path):
    path = tmp_path / "matrix.csv"
    write_matrix(path, report.counts, NAMES)
    with path.open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["true / predicted", *NAMES], ["cat", "0", "1"], ["a/b <dog>", "1", "1"]]


def test_each_class_has_a_folder_and_the_images_come_back(report, images, tmp_path):
    assert write_folders(tmp_path, images, report, np.array([0, 1, 3]), NAMES) == 3
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.png"))
    assert found == [
        "a_b_dog_/1-read-a_b_dog_.png",
        "cat/0-read-a_b_dog_.png",
        "none/3-read-cat.png",
    ]
    np.testing.assert_array_equal(np.array(Image.open(tmp_path / found[1])), images[0])


def test_the_report_is_one_page_that_fetches_nothing(report, images, tmp_path):
    text = html_report(report, images, NAMES, title="net & <test>")
    seen = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs)))

    Reader().feed(text)
    pictures = [attrs["src"] for tag, attrs in seen if tag == "img"]
    assert len(pictures) == len(report.select(Selection()))
    assert all(source.startswith("data:image/png;base64,") for source in pictures)
    assert not {tag for tag, _ in seen} & {"script", "link", "iframe"}
    assert "net &amp; &lt;test&gt;" in text
    assert "1 of 4 images are read right: 25.00 %" in text
    assert "a/b &lt;dog&gt;" in text
    write_report(tmp_path / "report.html", text)
    assert (tmp_path / "report.html").read_text() == text
