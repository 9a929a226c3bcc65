"""What is remembered comes back in the same type, from the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from core.home import Home
from gui.preferences import RECENT_LIMIT, Preferences


def reread(home_folder) -> Preferences:
    return Preferences(Home(home_folder))


# One of each type that an INI file, which knows only text, has to give back.
VALUES = {
    "keep_sample": True,
    "told_of_run": 3,
    "baseline_run": 4,
    "text_percent": 150,
    "threads": 1,
    "tour": "watch:2",
    "welcomed": True,
    "last_page": "7, 8",
    "theme": "dark",
    "pen_width": "fine",
    "pen_pressure": True,
    "language": "zh_CN",
    "data_path": Path("a folder, with comma/mnist.npz"),
    "drawings_folder": Path("drawings"),
    "recipes_folder": Path("recipes"),
    "window_geometry": QByteArray(b"\x00\x01"),
}


def test_every_setting_survives_the_file_in_its_type(home_folder):
    preferences = reread(home_folder)
    for name, value in VALUES.items():
        setattr(preferences, name, value)
    preferences.save()
    again = reread(home_folder)
    assert {name: getattr(again, name) for name in VALUES} == VALUES


def test_every_setting_that_can_be_set_is_tested_here():
    settable = {
        name
        for name, value in vars(Preferences).items()
        if isinstance(value, property) and value.fset is not None
    }
    assert settable == set(VALUES)


def test_a_setting_can_be_taken_back(home_folder):
    preferences = reread(home_folder)
    preferences.keep_sample, preferences.data_path = True, Path("mnist.npz")
    preferences.keep_sample, preferences.data_path = False, None
    preferences.save()
    again = reread(home_folder)
    assert (again.keep_sample, again.data_path) == (False, None)


def test_each_splitter_is_remembered_for_itself(home_folder):
    preferences = reread(home_folder)
    preferences.remember_splitter("train_splitter", QByteArray(b"\x00\x01"))
    preferences.save()
    again = reread(home_folder)
    assert again.splitter_state("train_splitter") == QByteArray(b"\x00\x01")
    assert again.splitter_state("plots_splitter").isEmpty()


def test_nonsense_in_the_file_gives_the_default(home_folder):
    home_folder.mkdir()
    Home(home_folder).settings_file.write_text(
        "[runs]\ntold_of=seven\n[window]\ntheme=pink\ngeometry=wide\n"
    )
    preferences = reread(home_folder)
    assert preferences.told_of_run == 0
    assert preferences.theme == "system"
    assert preferences.window_geometry.isEmpty()


def test_recent_files_are_newest_first_without_doubles(home_folder):
    preferences = reread(home_folder)
    for n in [*range(RECENT_LIMIT + 3), 5]:
        preferences.add_recent("data", Path(f"folder, with comma/{n}.csv"))
    recent = preferences.recent("data")
    assert recent[0] == Path("folder, with comma/5.csv")
    assert len(recent) == len(set(recent)) == RECENT_LIMIT
    assert preferences.recent("networks") == ()


def test_the_network_in_use_is_remembered(home_folder):
    preferences = reread(home_folder)
    assert preferences.network == (None, "", 0.0)
    preferences.remember_network(Path("runs/1/network.keras"), "cnn", 0.9875)
    preferences.save()
    assert reread(home_folder).network == (Path("runs/1/network.keras"), "cnn", 0.9875)


def test_preferences_that_cannot_be_written_say_so_once(qtbot, session, home_folder):
    home_folder.mkdir(exist_ok=True)
    (home_folder / "settings.ini").mkdir()
    preferences = Preferences(Home(home_folder))
    told = []
    preferences.on_problem = told.append
    for page in ("draw", "train"):
        preferences.last_page = page
        qtbot.wait_until(lambda: told != [])
    preferences.save()
    (problem,) = told
    assert "settings.ini" in str(problem)
    assert preferences.last_page == "train"


def test_a_name_that_is_no_text_is_not_remembered(home_folder, tmp_path):
    preferences = Preferences(Home(home_folder))
    preferences.data_path = tmp_path / "bad\udcff.npz"
    preferences.add_recent("data", tmp_path / "bad\udcff.npz")
    preferences.save()
    assert Preferences(Home(home_folder)).data_path is None
    assert Preferences(Home(home_folder)).recent("data") == ()
