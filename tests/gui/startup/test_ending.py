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
    qapp, name, unchanged_handlers
):
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip(f"this system has no {name}")
    ended = []
    session_end = SimpleNamespace(connect=lambda _end: None)
    window = SimpleNamespace(end=lambda: ended.append(True))
    ending.end_when_asked(SimpleNamespace(commitDataRequest=session_end), window)
    signal.raise_signal(number)
    assert ended == [True]
    assert all(signal.getsignal(each) is signal.SIG_DFL for each in ending.SIGNALS)
