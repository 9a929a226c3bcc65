"""What is remembered comes back in the same type, from the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from core.home import Home
from gui.preferences import RECENT_LIMIT, Preferences


def reread(home_folder) -> Preferences:
    return Preferences(Home(home_folder))


def test_types_survive_the_file(home_folder):
    preferences = reread(home_folder)
    for key, value in {"a/flag": False, "a/whole": 3, "a/real": 0.25, "a/text": "7, 8"}.items():
        preferences.set(key, value)
    preferences.set_bytes("a/state", QByteArray(b"\x00\x01"))
    preferences.save()
    again = reread(home_folder)
    assert again.get("a/flag", True) is False
    assert again.get("a/whole", 0) == 3
    assert again.get("a/real", 0.0) == 0.25
    assert again.get("a/text", "") == "7, 8"
    assert bytes(again.get_bytes("a/state").data()) == b"\x00\x01"


def test_nonsense_in_the_file_gives_the_default(home_folder):
    home_folder.mkdir()
    Home(home_folder).settings_file.write_text("[a]\nwhole=seven\n[window]\ntheme=pink\n")
    preferences = reread(home_folder)
    assert preferences.get("a/whole", 4) == 4
    assert preferences.theme == "system"


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
