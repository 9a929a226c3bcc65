"""The token by which work is asked to stop, and the control of a training, which is one."""

from __future__ import annotations

import threading

import pytest

from core.control import Control, StopToken
from core.errors import Cancelled


@pytest.mark.parametrize("token", [StopToken(), Control()])
def test_work_goes_on_until_somebody_asks_it_to_stop(token):
    token.check()
    assert not token.stopped
    token.stop()
    assert token.stopped
    with pytest.raises(Cancelled):
        token.check()


def in_another_thread(work):
    thread = threading.Thread(target=work)  # noqa: TID251 - what tokens are for
    thread.start()
    return thread


@pytest.mark.parametrize("wish", ["resume", "stop"])
def test_a_check_waits_while_paused_until_it_may_go_on_or_must_end(wish):
    control, came_out = Control(), []

    def work():
        try:
            control.check()
        except Cancelled:
            came_out.append("stop")
        else:
            came_out.append("resume")

    control.pause()
    thread = in_another_thread(work)
    thread.join(0.1)
    assert thread.is_alive()
    assert came_out == []
    getattr(control, wish)()
    thread.join(5)
    assert came_out == [wish]


def test_a_learning_rate_is_taken_once_and_only_the_newest():
    control = Control()
    control.set_learning_rate(0.1)
    control.set_learning_rate(0.01)
    assert control.take_learning_rate() == 0.01
    assert control.take_learning_rate() is None
