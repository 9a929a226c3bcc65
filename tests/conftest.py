"""Fixtures for all tests: nothing of the user's is touched, nothing is left behind."""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(autouse=True)
def home_folder(tmp_path, monkeypatch):
    """A fresh INKLING_HOME, so that no test sees a user's settings or runs."""
    folder = tmp_path / "home"
    monkeypatch.setenv("INKLING_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def no_stray_warnings(caplog):
    """A log line at WARNING or above that a test did not ask for fails it."""
    yield
    stray = [
        record
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and record.name not in {"tensorflow", "absl"}
    ]
    allowed = getattr(caplog, "allowed", ())
    assert [r.getMessage() for r in stray if r.getMessage() not in allowed] == []


@pytest.fixture(autouse=True)
def no_leaked_threads():
    """A worker that a test started must be closed by it."""
    yield
    left = [t.name for t in threading.enumerate() if t.name.startswith("inkling-")]
    assert left == []


@pytest.fixture(scope="session")
def mnist_folder() -> Path:
    """The folder with the whole MNIST; skips where there is none."""
    named = os.environ.get("INKLING_DATA")
    if not named or not Path(named).is_dir():
        pytest.skip("INKLING_DATA names no folder with the whole MNIST")
    return Path(named)


@pytest.fixture(scope="session")
def sample():
    """The embedded sample: 4,000 + 1,000 real MNIST images."""
    from core.data.datasets import load_sample

    return load_sample()
