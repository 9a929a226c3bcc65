"""How the program is asked to end from outside."""

from __future__ import annotations

import signal
from types import SimpleNamespace

import pytest

from gui.startup import ending


@pytest.fixture
def unchanged_handlers():
    before = {number: signal.getsignal(number) for number in ending.SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_each_polite_signal_ends_the_window_and_a_second_one_the_process(
    monkeypatch, name, unchanged_handlers
):
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip(f"this system has no {name}")
    ended, codes = [], []
    # The application of the tests goes on: one that was told to exit runs no loop any more.
    monkeypatch.setattr(ending, "QApplication", SimpleNamespace(exit=codes.append))
    session_end = SimpleNamespace(connect=lambda _end: None)
    window = SimpleNamespace(end=lambda: ended.append(True))
    ending.end_when_asked(SimpleNamespace(commitDataRequest=session_end), window)
    signal.raise_signal(number)
    assert (ended, codes) == ([True], [0])
    assert all(signal.getsignal(each) is signal.SIG_DFL for each in ending.SIGNALS)
