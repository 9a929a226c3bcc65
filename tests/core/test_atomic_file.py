"""core.atomic_file: the old file or the new one, never a half."""

import os
import stat
from pathlib import Path

import pytest

from core.atomic_file import clear_parts, write_atomically
from core.errors import InklingError

FULL = Path("/dev/full")


def names_in(folder):
    return [file.name for file in folder.iterdir()]


def test_writes_into_folders_that_are_missing(tmp_path):
    target = tmp_path / "a" / "b" / "file"
    write_atomically(target, lambda file: file.write(b"new"))
    assert target.read_bytes() == b"new"
    assert names_in(target.parent) == ["file"]


def test_replaces_what_was_there(tmp_path):
    target = tmp_path / "file"
    target.write_bytes(b"a longer old text")
    write_atomically(target, lambda file: file.write(b"new"))
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, MemoryError])
def test_what_was_there_survives_a_failure(tmp_path, error):
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def write(file):
        file.write(b"half")
        raise error

    with pytest.raises(error):
        write_atomically(target, write)
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["file"]


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is full")
def test_a_full_disk_is_told_in_words(tmp_path):
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def write(file):
        with FULL.open("wb", buffering=0) as full:
            full.write(b"x")

    with pytest.raises(InklingError, match=r"file could not be written: No space left"):
        write_atomically(target, write)
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["file"]


def test_a_folder_in_the_way_is_told_in_words(tmp_path):
    target = tmp_path / "file"
    target.mkdir()
    with pytest.raises(InklingError, match="could not be written"):
        write_atomically(target, lambda file: file.write(b"new"))
    assert names_in(tmp_path) == ["file"]


def test_a_name_as_long_as_the_system_allows(tmp_path):
    target = tmp_path / ("x" * 251 + ".txt")
    write_atomically(target, lambda file: file.write(b"new"))
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and links")
def test_permissions_and_links_are_kept(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomically(link, lambda file: file.write(b"new"))
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_new_file_has_the_usual_permissions(tmp_path):
    usual, new = tmp_path / "usual", tmp_path / "new"
    usual.write_bytes(b"")
    write_atomically(new, lambda file: file.write(b""))
    assert new.stat().st_mode == usual.stat().st_mode


def test_what_a_killed_writing_left_is_cleared_later(tmp_path):
    names = (".0123456789ab.part", ".aaaaaaaaaaaa.part", ".notes.part", "kept.part")
    for name in names:
        (tmp_path / name).touch()
    for name in names[1:]:
        os.utime(tmp_path / name, (0, 0))
    clear_parts(tmp_path, tmp_path / "missing")
    assert sorted(p.name for p in tmp_path.iterdir()) == [names[0], ".notes.part", "kept.part"]
