"""Colours by role: readable, told apart, and following a live switch."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gui.images import from_qimage, to_pixmap, to_qimage
from gui.theme import CURVES, ROLES, Theme, mix, readable_on


def luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: QColor, b: QColor) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def scheme(request, qapp):
    return Theme(request.param)


@pytest.mark.parametrize("role", ["text", "muted", "accent", "good", "warn", "bad"])
@pytest.mark.parametrize("ground", ["background", "surface", "raised"])
def test_words_are_readable_on_every_ground(scheme, role, ground):
    assert contrast(scheme.color(role), scheme.color(ground)) >= 4.5


@pytest.mark.parametrize(
    ("words", "ground"),
    [("on_accent", "accent"), ("ink", "paper"), ("text", "accent_soft"), ("bad", "bad_soft")],
)
def test_pairs_are_readable(scheme, words, ground):
    assert contrast(scheme.color(words), scheme.color(ground)) >= 4.5


def test_curves_and_digits_stand_out_from_a_plot(scheme):
    ground = scheme.color("surface")
    shown = [scheme.curve(name) for name in CURVES["light"]]
    shown += [scheme.digit(digit) for digit in range(10)]
    assert min(contrast(color, ground) for color in shown) >= 3


def test_light_curves_are_okabe_and_itos(qapp):
    light = Theme.light()
    assert light.curve("training").name() == "#0072b2"
    assert light.curve("validation").name() == "#d55e00"
    assert light.curve("logits").name() == "#009e73"


def test_ten_digits_have_ten_colours(scheme):
    for one, other in combinations(range(10), 2):
        a, b = scheme.digit(one), scheme.digit(other)
        far = abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue())
        assert far > 30


def test_both_tables_know_the_same_roles():
    assert ROLES["light"].keys() == ROLES["dark"].keys()


def test_choosing_switches_palette_and_tells(qtbot, qapp):
    theme = Theme.light()
    label = QLabel("words")
    qtbot.addWidget(label)
    theme.choose("light")
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.scheme == "dark"
    window, background = QPalette.ColorRole.Window, ROLES["dark"]["background"]
    qtbot.waitUntil(lambda: label.palette().color(window).name() == background)
    theme.choose("light")


def test_marked_widgets_bear_their_colours_through_a_switch(qtbot, qapp):
    theme = Theme.light()
    theme.apply()
    page = QWidget()
    qtbot.addWidget(page)
    muted, start = QLabel("words", page), QPushButton("Start", page)
    muted.setProperty("role", "muted")
    start.setProperty("primary", True)
    page.show()
    for scheme in ("light", "dark", "light"):
        theme.choose(scheme)
        words = muted.palette().color(QPalette.ColorRole.WindowText)
        assert words.name() == ROLES[scheme]["muted"]
        shown = start.grab().toImage().pixelColor(8, start.height() // 2)
        accent = QColor(ROLES[scheme]["accent"])
        # Fusion shades a button from top to bottom.
        assert abs(shown.lightnessF() - accent.lightnessF()) < 0.08
        assert abs(shown.hueF() - accent.hueF()) < 0.03


def test_a_mark_that_changes_is_taken_up_when_polished_again(qtbot, qapp):
    theme = Theme.light()
    theme.apply()
    note = QLabel("words")
    qtbot.addWidget(note)
    note.setProperty("role", "muted")
    note.show()
    note.setProperty("role", "bad")
    note.style().polish(note)
    words = note.palette().color(QPalette.ColorRole.WindowText)
    assert words.name() == ROLES["light"]["bad"]


def test_choosing_the_same_again_tells_nothing(qtbot, qapp):
    theme = Theme.light()
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("light")


def test_mixing_ends_at_both_ends():
    black, white = QColor("black"), QColor("white")
    assert mix(black, white, 0) == black
    assert mix(black, white, 1) == white
    assert 120 < mix(black, white, 0.5).red() < 135


@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#0072b2", "#e6b455", "#777777"])
def test_words_on_a_cell_are_black_or_white_whichever_reads_better(ground):
    chosen = readable_on(QColor(ground))
    other = QColor("white" if chosen.name() == "#000000" else "black")
    assert contrast(chosen, QColor(ground)) >= contrast(other, QColor(ground))


def test_fonts_grow_with_their_names(qapp):
    theme = Theme.light()
    sizes = [theme.font(n).pixelSize() for n in ("small", "body", "section", "title", "hero")]
    assert sizes == sorted(set(sizes))


def test_an_image_survives_the_way_to_qt_and_back(qapp):
    image = np.random.default_rng(0).integers(0, 256, (28, 28), dtype=np.uint8)
    assert np.array_equal(from_qimage(to_qimage(image)), image)
    inverted = to_qimage(image, paper=QColor("white"), ink=QColor("black"))
    assert np.array_equal(from_qimage(inverted), 255 - image)


def test_an_image_of_odd_width_keeps_its_rows(qapp):
    image = np.arange(5 * 7, dtype=np.uint8).reshape(5, 7)
    assert np.array_equal(from_qimage(to_qimage(image)), image)


def test_a_pixmap_is_sharp_at_double_scale(qapp):
    image = np.zeros((28, 28), np.uint8)
    image[3, 4] = 255
    pixmap = to_pixmap(image, 56, device_ratio=2.0)
    assert pixmap.width() == 112
    assert pixmap.deviceIndependentSize().width() == 56
    pixels = from_qimage(pixmap.toImage())
    assert (pixels[12:16, 16:20] == 255).all()
    assert pixels.sum() == 16 * 255
