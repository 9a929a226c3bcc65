"""What nobody catches: logged with its traceback, shown by the GUI thread only."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from core.home import Home
from gui.startup.crash import CrashReporter
from tests.driving import ROOT


@pytest.fixture
def home(home_folder):
    return Home(home_folder)


@pytest.fixture
def log_file(home):
    return home.log_file


@pytest.fixture
def reporter(qapp, home):
    reporter = CrashReporter(home)
    reporter.install()
    yield reporter
    reporter.uninstall()


@pytest.fixture
def allowed(caplog):
    """These tests log errors on purpose."""
    caplog.allowed = ("unexpected", "at the start")
    return caplog


def fail() -> None:
    raise ZeroDivisionError("boom")


def caught() -> ZeroDivisionError:
    try:
        fail()
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_an_exception_of_a_worker_is_shown_in_the_gui_thread(
    qtbot, reporter, log_file, allowed
):
    shown = []
    reporter.tell(lambda error: shown.append((error, threading.current_thread())))
    thread = threading.Thread(target=fail)  # noqa: TID251 - a thread that is not ours
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 1)
    error, where = shown[0]
    assert str(error) == "boom"
    assert where is threading.main_thread()
    text = log_file.read_text()
    assert "ZeroDivisionError: boom" in text
    assert "in fail" in text


def test_before_the_window_stands_it_goes_to_standard_error_too(
    reporter, log_file, allowed, capsys
):
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert "ZeroDivisionError: boom" in capsys.readouterr().err
    assert "ZeroDivisionError: boom" in log_file.read_text()


def test_once_told_it_is_not_printed(qtbot, reporter, allowed, capsys):
    reporter.tell(lambda _error: None)
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert capsys.readouterr().err == ""


@pytest.mark.qt_log_ignore(".*strange.*")
def test_what_qt_says_is_logged_and_not_printed(reporter, log_file, caplog, capsys):
    caplog.allowed = ("default: strange",)
    qWarning("strange")
    assert "strange" in log_file.read_text()
    assert capsys.readouterr().err == ""


def started_and_ended(home):
    reporter = CrashReporter(home)
    reporter.install()
    reporter.uninstall()
    return reporter


def test_a_long_log_is_put_aside(qapp, home, log_file):
    log_file.parent.mkdir()
    log_file.write_text("old " * 200_000)
    started_and_ended(home)
    assert not log_file.exists()
    assert log_file.with_suffix(".log.old").stat().st_size == 800_000


def test_a_log_that_grows_long_is_put_aside_too(reporter, log_file, caplog):
    caplog.allowed = ("x" * 100_000,)
    for _ in range(11):
        logging.getLogger("inkling").error("x" * 100_000)
    sizes = [f.stat().st_size for f in (log_file, log_file.with_suffix(".log.old"))]
    assert max(sizes) < 600_000


def test_what_a_crash_left_is_told_once(qapp, home):
    assert not started_and_ended(home).crashed_before
    script = """
import ctypes, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from core.home import Home
from gui.startup.crash import CrashReporter
app = QCoreApplication([])
CrashReporter(Home(Path(sys.argv[1]))).install()
ctypes.string_at(0)
"""
    command = [sys.executable, "-c", script, str(home.folder)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode != 0
    assert started_and_ended(home).crashed_before
    assert "string_at" in home.last_crash_file.read_text()
    assert not started_and_ended(home).crashed_before


def test_an_exception_at_the_start_is_known_to_the_next_one(qapp, home, allowed, capsys):
    reporter = CrashReporter(home)
    reporter.install()
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    reporter.uninstall()
    assert "boom" in capsys.readouterr().err
    assert started_and_ended(home).crashed_before
    assert "ZeroDivisionError: boom" in home.last_crash_file.read_text()


def test_the_hooks_are_given_back(qapp, home):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    reporter = CrashReporter(home)
    reporter.install()
    assert sys.excepthook != before[0]
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
