"""The real program in a process of its own: started, used, closed; nothing left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from core.home import Home
from gui.preferences import Preferences
from tests.driving import ROOT

LIMIT_S = 300


def run_program(drive: str, home, **environment: str) -> dict[str, object]:
    """Run a drive of `tests.app.drives`; give what it told, after a clean end."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.drives", drive],
        cwd=ROOT,
        env={**os.environ, "INKLING_HOME": str(home), **environment},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert logged(home) == []
    return json.loads(done.stdout.splitlines()[-1])


def logged(home) -> list[str]:
    """Return the lines of the log, but for what the offscreen platform says of every window."""
    log = home / "inkling.log"
    lines = log.read_text().splitlines() if log.exists() else []
    return [line for line in lines if "propagateSizeHints" not in line]


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """No MNIST to be found: the program falls back on its sample."""
    monkeypatch.delenv("INKLING_DATA", raising=False)
    return {"HOME": str(tmp_path), "KERAS_HOME": str(tmp_path / "keras")}


@pytest.mark.slow
def test_train_draw_read_and_close_amid_a_training(home_folder, nowhere):
    told = run_program("train_draw_close", home_folder, **nowhere)
    assert told["read"] == ["0", "1", "7"]
    assert told["accuracy"] > 0.85
    assert told["cleared"] == ""
    assert told["running_at_close"] is True
    # No half-written file: all that is left in the runs can be opened.
    from core.networks.keras_format import keras_file
    from core.runs.store import RunStore

    store = RunStore(home_folder / "runs")
    stopped, finished = store.runs()
    assert (stopped.state, finished.state) == ("stopped", "finished")
    assert keras_file.load(store.network_file(finished.id)).recipe is not None

    again = run_program("draw_at_once", home_folder, **nowhere)
    # (Its name says what was changed in the form.)
    assert (again["read"], again["network"]) == ("1", "mlp-128-32, 500 epochs")
    assert again["tensorflow"] is False


@pytest.mark.slow
@pytest.mark.parametrize("how", ["SIGTERM", "logout", "a signal amid a question"])
def test_being_asked_to_end_amid_a_training_keeps_it_and_asks_nothing(
    home_folder, nowhere, how
):
    told = run_program("end_amid_a_training", home_folder, ENDED_BY=how, **nowhere)
    assert told["running"] is True
    from core.runs.store import RunStore

    store = RunStore(home_folder / "runs")
    (run,) = store.runs()
    assert run.state == "stopped"
    assert run.epochs >= 2
    assert store.state(run.id) is not None


def test_the_first_start_leads_from_a_card_to_a_digit_that_is_read(home_folder, nowhere):
    told = run_program("first_start", home_folder, **nowhere)
    assert told["cards"][:2] == ["welcome_draw", "welcome_watch"]
    assert told["steps"] == ["Draw a digit: 1 of 4", "Draw a digit: 2 of 4"]
    assert (told["read"], told["welcomed"]) == ("7", True)


def test_closing_while_everything_still_loads(home_folder, nowhere):
    told = run_program("close_at_once", home_folder, **nowhere)
    assert told["closed"] is True


def test_an_exception_in_a_slot_is_shown_and_logged_not_printed(home_folder, nowhere):
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.drives", "break_a_slot"],
        cwd=ROOT,
        env={**os.environ, "INKLING_HOME": str(home_folder), **nowhere},
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "a slot broke" in json.loads(done.stdout.splitlines()[-1])["shown"]
    assert "ZeroDivisionError" in (home_folder / "inkling.log").read_text()


def test_the_language_that_was_chosen_is_spoken_from_the_first_paint_on(home_folder, nowhere):
    preferences = Preferences(Home(home_folder))
    preferences.language = "zh_CN"
    preferences.save()
    told = run_program("speak", home_folder, **nowhere)
    assert told["menus"] == ["文件(&F)", "编辑(&E)", "视图(&V)", "训练(&T)", "帮助(&H)"]
