"""Homes that cannot be written, and machines without a screen: said once, in words."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.app.test_program import LIMIT_S, nowhere  # noqa: F401 - a fixture
from tests.driving import ROOT

HOMES = ["a file", "below a file", "/proc/1/inkling", "too long", "~no-such-person/x"]


@pytest.fixture
def unwritable(request, tmp_path):
    """A home in which nothing can be kept."""
    if request.param == "too long":
        return f"{tmp_path}/{'x' * 3000}"
    if not request.param.endswith("file"):
        if request.param.startswith("~"):
            (tmp_path / "~no-such-person").touch()
        return request.param
    (tmp_path / "file").write_text("in the way")
    return str(tmp_path / "file" / ("below" if request.param == "below a file" else "")).rstrip(
        "/"
    )


def start(*arguments, cwd, **environment):
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("unwritable", ["a file", "too long"], indirect=True)
def test_the_window_says_it_once_and_works_without_keeping(tmp_path, unwritable, nowhere):  # noqa: F811
    drive = ("-m", "tests.app.drives", "work_without_home")
    done = start(*drive, cwd=tmp_path, INKLING_HOME=unwritable, **nowhere)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert '"said": "Nothing can be kept in' in done.stdout
    assert '"runs": 1' in done.stdout


@pytest.mark.parametrize("unwritable", HOMES, indirect=True)
def test_a_command_says_it_in_one_line(tmp_path, unwritable):
    refused(["runs", "purge"], tmp_path, unwritable)


@pytest.mark.parametrize("unwritable", HOMES[:1], indirect=True)
def test_a_training_says_it_before_it_begins(tmp_path, unwritable):
    refused(["train", "--recipe", "softmax-10", "--data", "sample"], tmp_path, unwritable)


def refused(command, folder, home):
    done = start(ROOT / "main.py", *command, cwd=folder, INKLING_HOME=home)
    assert done.returncode == 1
    assert done.stderr.startswith("inkling: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize("display", ["", ":77"])
def test_without_a_screen_one_sentence_and_code_2(tmp_path, display):
    environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display, "WAYLAND_DISPLAY": ""}
    done = start(ROOT / "main.py", cwd=tmp_path, **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("inkling: There is no screen to open a window on.")
    assert "inkling --help" in done.stderr
