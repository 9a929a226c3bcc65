"""Installing where a person looks for programs, and removing it again."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.desktop import linux, macos
from core.desktop.launcher import Launcher


@pytest.fixture
def launcher(tmp_path):
    """A program in a folder with spaces, Chinese characters and shell characters."""
    from PIL import Image

    folder = tmp_path / "我的 程序 $HOME `x` 100%"
    folder.mkdir()
    (folder / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    Image.new("RGBA", (512, 512)).save(folder / "icon.png")
    script = folder / "main.py"
    script.write_text("import sys; print(sys.argv[1:])")
    return Launcher((sys.executable, str(script)), folder / "icon.svg", folder / "icon.png")


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    folder = tmp_path / "data home"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def test_linux_entry_passes_the_desktop_files_validator(launcher, data_folder):
    entry = linux.install(launcher)[0]
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not installed")
    done = subprocess.run(
        ["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def _unescape(value: str) -> str:
    """Undo the escapes of a desktop entry's string values (an independent reading)."""
    return value.replace("\\\\", "\\")


def test_linux_entry_starts_the_program_from_a_folder_with_odd_characters(
    launcher, data_folder
):
    entry = linux.install(launcher)[0].read_text("utf-8")
    line = next(x for x in entry.splitlines() if x.startswith("Exec="))
    command = _unescape(line.removeprefix("Exec=")).replace("%%", "%").replace("%f", "n.keras")
    # Inside double quotes the shell removes exactly the escapes that the standard asks for.
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("['n.keras']", "")


def test_linux_removal_deletes_all_that_was_installed(launcher, data_folder):
    written = linux.install(launcher)
    assert all(path.is_file() for path in written)
    assert linux.remove() == written
    assert not any(path.exists() for path in written)
    assert linux.remove() == []


def test_linux_metadata_is_valid_and_names_the_entry_and_the_file_types(launcher, data_folder):
    entry, _svg, _png, mime, metainfo = linux.install(launcher)
    text = metainfo.read_text("utf-8")
    assert f'<launchable type="desktop-id">{entry.name}</launchable>' in text
    for kind in (linux.MIME_TYPE, linux.RECIPE_TYPE):
        assert kind in text
        assert kind in mime.read_text("utf-8")
        assert kind in entry.read_text("utf-8")
    if not shutil.which("appstreamcli"):
        pytest.skip("appstreamcli is not installed")
    command = ["appstreamcli", "validate", "--no-net", str(metainfo)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_mac_bundle_starts_the_program_and_can_be_removed(launcher, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    [bundle] = macos.install(launcher)
    properties = plistlib.loads((bundle / "Contents" / "Info.plist").read_bytes())
    script = bundle / "Contents" / "MacOS" / properties["CFBundleExecutable"]
    done = subprocess.run([script, "a b"], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['a b']"
    assert (bundle / "Contents" / "Resources" / "Inkling.icns").stat().st_size > 0
    assert macos.remove() == [bundle]
    assert not bundle.exists()


def test_this_installation_has_all_that_its_menu_entry_names():
    from core.desktop import _this_program

    launcher = _this_program()
    needed = (*map(Path, launcher.command), launcher.icon_svg, launcher.icon_png)
    assert [path for path in needed if not path.is_file()] == []


def test_a_frozen_program_is_started_by_itself_alone(monkeypatch):
    from core.desktop import _this_program

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert _this_program().command == (sys.executable,)
