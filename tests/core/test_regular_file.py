"""Only plain files are opened, and nothing waits for what is none."""

import os
import socket

import pytest

from core.regular_file import open_regular, read_text


def test_a_plain_file_is_read(tmp_path):
    (tmp_path / "text").write_text("ja 是", encoding="utf-8")
    assert read_text(tmp_path / "text", 100) == "ja 是"
    (tmp_path / "link").symlink_to(tmp_path / "text")
    assert read_text(tmp_path / "link", 100) == "ja 是"


def test_no_more_than_was_bargained_for(tmp_path):
    (tmp_path / "text").write_bytes(b"x" * 11)
    assert len(read_text(tmp_path / "text", 11)) == 11
    with pytest.raises(OSError, match="more than 10 bytes"):
        read_text(tmp_path / "text", 10)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such things in folders")
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "endless", "socket", "missing"])
def test_what_is_no_plain_file_is_refused_at_once(tmp_path, kind):
    path = tmp_path / kind
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(path))
    elif kind != "missing":
        path.symlink_to({"device": "/dev/null", "endless": "/dev/zero"}[kind])
    with pytest.raises(OSError, match="Errno"):
        open_regular(path)


def test_a_name_that_no_system_takes_is_refused(tmp_path):
    with pytest.raises(OSError, match="null"):
        open_regular(tmp_path / "a\0b")
