"""Jobs, workers and the newest question: what comes back, in which thread, and what is left."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from core.control import Control, StopToken
from core.errors import Cancelled, DataError
from gui.jobs import LatestOnly, Worker
from tests.stopping import wait_for_stop

GUI = threading.main_thread()


@pytest.fixture
def worker():
    worker = Worker("test")
    yield worker
    assert worker.close()


def test_reports_and_result_come_back_in_order_in_the_gui_thread(qtbot, worker):
    seen = []

    def work(report, _token):
        seen.append(threading.current_thread() is GUI)
        for n in range(3):
            report(n)
        return "result"

    job = worker.submit_reporting(work, StopToken())
    job.reported.connect(lambda n: seen.append((n, threading.current_thread() is GUI)))
    job.finished.connect(seen.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert seen == [False, (0, True), (1, True), (2, True), "result"]


def test_an_error_comes_out_of_failed_and_the_worker_goes_on(qtbot, worker):
    def broken():
        raise DataError("{file} is broken", file="x")

    job = worker.submit(broken)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert str(failed.args[0]) == "x is broken"
    with qtbot.waitSignal(worker.submit(lambda: 7).finished) as finished:
        pass
    assert finished.args == [7]


def test_a_stopped_job_is_cancelled(qtbot, worker):
    started = threading.Event()

    def work(_report, token):
        started.set()
        wait_for_stop(token)

    job = worker.submit_reporting(work, StopToken())
    assert started.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.stop()


def test_a_job_stopped_before_its_turn_never_runs(qtbot, worker):
    gate, ran = threading.Event(), []
    worker.submit(lambda: gate.wait(5))
    second = worker.submit(lambda: ran.append(1))
    second.stop()
    with qtbot.waitSignal(second.cancelled):
        gate.set()
    assert ran == []


def test_jobs_of_a_worker_never_overlap(qtbot, worker):
    inside, overlaps = [], []

    def work():
        inside.append(1)
        overlaps.append(len(inside) > 1)
        inside.pop()

    jobs = [worker.submit(work) for _ in range(50)]
    with qtbot.waitSignal(jobs[-1].ended):
        pass
    assert overlaps == [False] * 50


def test_work_that_has_something_when_it_is_stopped_finishes_with_it(qtbot, worker):
    control, started = Control(), threading.Event()

    def work(_report, given):
        assert given is control
        started.set()
        with pytest.raises(Cancelled):
            wait_for_stop(given)
        return "a part"

    job = worker.submit_reporting(work, control)
    assert started.wait(5)
    with qtbot.waitSignal(job.finished) as finished:
        control.stop()
    assert finished.args == ["a part"]
    assert job.stopping


def test_the_result_of_a_plain_function_is_dropped_once_it_was_asked_to_stop(qtbot, worker):
    gate, started, used = threading.Event(), threading.Event(), []

    def work():
        started.set()
        gate.wait(5)
        return "late"

    job = worker.submit(work).then(used.append)
    assert started.wait(5)
    job.stop()
    with qtbot.waitSignal(job.cancelled):
        gate.set()
    assert used == []


def test_closing_stops_what_runs_and_what_waits():
    worker, started = Worker("test"), threading.Event()

    def work(_report, token):
        started.set()
        wait_for_stop(token)

    jobs = [worker.submit_reporting(work, StopToken()) for _ in range(2)]
    assert started.wait(5)
    assert worker.close()
    assert [job.stopping for job in jobs] == [True, True]


def test_a_closed_worker_does_nothing_more():
    worker, ran = Worker("test"), []
    assert worker.close()
    job = worker.submit(lambda: ran.append(1))
    assert job.stopping
    assert worker.close()
    assert ran == []


def test_closing_says_when_a_work_does_not_end():
    worker, gate, started = Worker("test"), threading.Event(), threading.Event()

    def deaf():
        started.set()
        gate.wait(5)

    worker.submit(deaf)
    assert started.wait(5)
    assert not worker.close(timeout_s=0.05)
    gate.set()
    assert worker.close()


def test_finished_jobs_are_freed_with_what_their_work_captured(qtbot, worker):
    class Large:
        pass

    jobs, captured = [], []
    for _ in range(20):
        large = Large()
        captured.append(weakref.ref(large))
        job = worker.submit(lambda large=large: None)
        jobs.append(weakref.ref(job))
        with qtbot.waitSignal(job.ended):
            pass
    del job, large
    with qtbot.waitSignal(worker.submit(lambda: None).ended):
        pass
    gc.collect()
    assert [ref() for ref in captured] == [None] * 20
    # The last one may still be in the worker's hands.
    assert [ref() for ref in jobs[:-1]] == [None] * 19


def test_only_the_newest_of_many_questions_is_answered(qtbot, worker):
    gate, started = threading.Event(), threading.Event()
    latest = LatestOnly(worker)
    answers = []
    latest.answered.connect(answers.append)

    def first():
        started.set()
        gate.wait(5)
        return "first"

    latest.ask(first)
    assert started.wait(5)
    for n in range(10):
        latest.ask(lambda n=n: n)
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["first", 9]


def test_a_question_that_fails_does_not_block_the_next(qtbot, worker):
    latest = LatestOnly(worker)
    with qtbot.waitSignal(latest.failed) as failed:
        latest.ask(lambda: 1 / 0)
    assert isinstance(failed.args[0], ZeroDivisionError)
    with qtbot.waitSignal(latest.answered) as answered:
        latest.ask(lambda: 1)
    assert answered.args == [1]
