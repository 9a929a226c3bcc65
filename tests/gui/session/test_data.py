"""The data service: what is in use, and that it stays until another is completely read."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from core.data.download import DownloadProgress
from core.errors import DataError


def write_npz(path, dataset):
    np.savez(
        path,
        x_train=dataset.train_images,
        y_train=dataset.train_labels,
        x_test=dataset.test_images,
        y_test=dataset.test_labels,
    )
    return path


def test_opening_a_file_uses_and_remembers_it(qtbot, session, sample, tmp_path):
    path = write_npz(tmp_path / "small.npz", sample.first(50, 20))
    loading = []
    session.data.loading.connect(loading.append)
    with qtbot.waitSignals([session.data.changed, session.data.idle]):
        session.data.open(path)
    assert loading == ["small.npz"]
    assert len(session.data.current.train_labels) == 50
    assert not session.data.is_sample
    assert session.preferences.recent("data") == (path,)
    assert session.preferences.data_path == path
    assert not session.data.busy


def test_a_broken_file_leaves_what_was_in_use(qtbot, ready_session, sample, tmp_path):
    broken = tmp_path / "broken.npz"
    broken.write_bytes(b"PK nothing")
    data = ready_session.data
    with (
        qtbot.waitSignals([ready_session.failed, data.idle]),
        qtbot.assertNotEmitted(data.changed),
    ):
        data.open(broken)
    assert data.current is sample
    assert ready_session.preferences.recent("data") == ()


def test_without_mnist_anywhere_the_sample_is_used(qtbot, session, tmp_path, monkeypatch):
    monkeypatch.delenv("INKLING_DATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    with qtbot.waitSignal(session.data.changed):
        session.data.open_best()
    assert session.data.is_sample
    assert len(session.data.current.test_labels) == 1000


def test_a_remembered_data_set_is_read_again(qtbot, session, sample, tmp_path):
    path = write_npz(tmp_path / "mine.npz", sample.first(30, 10))
    session.preferences.data_path = path
    with qtbot.waitSignal(session.data.changed):
        session.data.open_best()
    assert len(session.data.current.train_labels) == 30


def test_a_remembered_data_set_that_broke_gives_the_sample_and_says_why(
    qtbot, session, tmp_path
):
    path = tmp_path / "mine.npz"
    path.write_bytes(b"no longer an npz")
    session.preferences.data_path = path
    errors = []
    session.failed.connect(errors.append)
    with qtbot.waitSignals([session.failed, session.data.changed]):
        session.data.open_best()
    assert [type(e) for e in errors] == [DataError]
    assert session.data.is_sample


@pytest.fixture
def slow_download(monkeypatch, sample, tmp_path):
    """A download that reports once and then waits for its gate, or for Cancel."""
    gate = threading.Event()

    def download(folder, report, stop):
        report(DownloadProgress("train-images", 5, 10, 0.5))
        while not gate.wait(0.01):
            stop.check()
        return write_npz(tmp_path / "mnist.npz", sample.first(60, 10))

    monkeypatch.setattr("core.data.download.download_mnist", download)
    return gate


def test_a_download_reports_and_is_used(qtbot, session, slow_download):
    with qtbot.waitSignal(session.data.downloading) as progress:
        session.data.download()
    assert progress.args[0].fraction == 0.5
    with qtbot.waitSignals([session.data.changed, session.data.idle]):
        slow_download.set()
    assert len(session.data.current.train_labels) == 60


def test_a_cancelled_download_changes_nothing(qtbot, ready_session, sample, slow_download):
    data = ready_session.data
    with qtbot.waitSignal(data.downloading):
        data.download()
    with qtbot.waitSignal(data.idle), qtbot.assertNotEmitted(ready_session.failed):
        data.cancel()
    assert data.current is sample


def test_a_file_whose_reading_was_cancelled_is_not_used(
    qtbot, ready_session, sample, tmp_path, monkeypatch
):
    gate, started, data = threading.Event(), threading.Event(), ready_session.data

    def load(*_arguments):
        started.set()
        gate.wait(5)
        return sample.first(40, 10)

    monkeypatch.setattr("core.data.datasets.load", load)
    data.open(tmp_path / "large.npz")
    assert started.wait(5)
    data.cancel()
    with qtbot.waitSignal(data.idle), qtbot.assertNotEmitted(data.changed):
        gate.set()
    assert data.current is sample
    assert ready_session.preferences.recent("data") == ()


def test_a_newer_wish_replaces_an_older_one(qtbot, session, sample, tmp_path, slow_download):
    path = write_npz(tmp_path / "small.npz", sample.first(40, 10))
    with qtbot.waitSignal(session.data.downloading):
        session.data.download()
    with qtbot.waitSignal(session.data.idle):
        session.data.open(path)
    assert len(session.data.current.train_labels) == 40
