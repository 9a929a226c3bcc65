"""The networks service: files in, files out, and what is remembered."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import InklingError
from gui.session.networks import OpenNetwork


@pytest.fixture
def saved(qtbot, ready_session, tmp_path):
    path = tmp_path / "ridge.keras"
    with qtbot.waitSignal(ready_session.networks.saved) as done:
        ready_session.networks.save(path)
    assert done.args == [path]
    return path


def test_a_saved_network_opens_again(qtbot, ready_session, saved, ridge):
    networks = ready_session.networks
    with qtbot.waitSignal(networks.changed):
        networks.open(saved)
    assert networks.current.name == "ridge"
    assert networks.current.path == saved
    assert networks.current.continuation is None
    for mine, theirs in zip(networks.current.network.weights, ridge.weights, strict=True):
        assert np.array_equal(mine, theirs)
    assert ready_session.preferences.recent("networks") == (saved,)


def test_the_network_in_use_comes_back_at_the_next_start(qtbot, ready_session, saved, ridge):
    opened = OpenNetwork("my ridge", ridge, "trained here", accuracy=0.85, path=saved)
    ready_session.networks.adopt(opened)
    ready_session.networks.adopt(OpenNetwork("other", ridge, "made for tests"))
    with qtbot.waitSignal(ready_session.networks.changed):
        ready_session.networks.open_best()
    current = ready_session.networks.current
    assert (current.name, current.accuracy, current.path) == ("my ridge", 0.85, saved)


def test_without_one_of_ones_own_the_shipped_network_is_used(qtbot, session, tmp_path):
    session.preferences.remember_network(tmp_path / "gone.keras", "gone", 0.9)
    with qtbot.waitSignal(session.networks.changed):
        session.networks.open_best()
    current = session.networks.current
    assert (current.name, current.path) == ("pen", None)
    assert session.preferences.network[0] is None


def test_one_that_was_damaged_since_is_said_once_and_forgotten(qtbot, session, tmp_path):
    path = tmp_path / "damaged.keras"
    path.write_bytes(b"PK damaged")
    session.preferences.remember_network(path, "mine", 0.9)
    told = []
    session.failed.connect(told.append)
    with qtbot.waitSignal(session.networks.changed):
        session.networks.open_best()
    (error,) = told
    assert str(path) in str(error)
    assert session.networks.current.name == "pen"
    assert session.preferences.network[0] is None


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "below/" * 700])
def test_a_remembered_name_that_no_system_takes_is_no_file(qtbot, session, tmp_path, name):
    session.preferences.remember_network(tmp_path / name, "gone", 0.9)
    with qtbot.waitSignal(session.networks.changed):
        session.networks.open_best()
    assert session.networks.current.name == "pen"


def test_a_broken_file_leaves_the_network_in_use(qtbot, ready_session, tmp_path):
    before = ready_session.networks.current
    path = tmp_path / "broken.keras"
    path.write_bytes(b"not a zip")
    with qtbot.waitSignal(ready_session.failed) as failed:
        ready_session.networks.open(path)
    assert isinstance(failed.args[0], InklingError)
    assert ready_session.networks.current is before


def test_saving_without_a_network_says_what_to_do(qtbot, session, tmp_path):
    with qtbot.waitSignal(session.failed) as failed:
        session.networks.save(tmp_path / "none.keras")
    assert "Train" in str(failed.args[0])
    assert list(tmp_path.iterdir()) == [tmp_path / "home"] or not list(tmp_path.glob("*.keras"))


def test_how_pixels_are_taken_can_be_said_later(qtbot, ready_session, ridge):
    networks = ready_session.networks
    networks.adopt(OpenNetwork("strange", ridge, "file", pixels_known=False))
    with qtbot.waitSignal(networks.changed):
        networks.take_pixels(raw=True)
    assert networks.current.network.spec.pixels == "raw"
    assert networks.current.pixels_known
