"""Jobs, lanes and the newest question: what comes back, in which thread, and what is left."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from core.errors import Cancelled, DataError
from gui.jobs import Lane, LatestOnly

GUI = threading.main_thread()


@pytest.fixture
def lane():
    lane = Lane("test")
    yield lane
    assert lane.close()


def test_reports_and_result_come_back_in_order_in_the_gui_thread(qtbot, lane):
    seen = []

    def work(report, _stop):
        seen.append(threading.current_thread() is GUI)
        for n in range(3):
            report(n)
        return "result"

    job = lane.submit(work)
    job.reported.connect(lambda n: seen.append((n, threading.current_thread() is GUI)))
    job.finished.connect(seen.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert seen == [False, (0, True), (1, True), (2, True), "result"]


def test_an_error_comes_out_of_failed_and_the_lane_goes_on(qtbot, lane):
    def broken(_report, _stop):
        raise DataError("{file} is broken", file="x")

    job = lane.submit(broken)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert str(failed.args[0]) == "x is broken"
    with qtbot.waitSignal(lane.submit(lambda _report, _stop: 7).finished) as finished:
        pass
    assert finished.args == [7]


def test_a_stopped_job_is_cancelled(qtbot, lane):
    started = threading.Event()

    def work(_report, stop):
        started.set()
        stop.wait()
        raise Cancelled

    job = lane.submit(work)
    assert started.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.stop()


def test_a_job_stopped_before_its_turn_never_runs(qtbot, lane):
    gate, ran = threading.Event(), []
    lane.submit(lambda _report, _stop: gate.wait(5))
    second = lane.submit(lambda _report, _stop: ran.append(1))
    second.stop()
    with qtbot.waitSignal(second.cancelled):
        gate.set()
    assert ran == []


def test_jobs_of_a_lane_never_overlap(qtbot, lane):
    inside, overlaps = [], []

    def work(_report, _stop):
        inside.append(1)
        overlaps.append(len(inside) > 1)
        inside.pop()

    jobs = [lane.submit(work) for _ in range(50)]
    with qtbot.waitSignal(jobs[-1].ended):
        pass
    assert overlaps == [False] * 50


def test_the_caller_may_bring_the_event_that_stops(qtbot, lane):
    stop, started = threading.Event(), threading.Event()

    def work(_report, given):
        started.set()
        return given.wait(5)

    job = lane.submit(work, stop)
    assert started.wait(5)
    with qtbot.waitSignal(job.finished) as finished:
        stop.set()
    assert finished.args == [True]
    assert job.stopping


def test_closing_stops_what_runs_and_what_waits():
    lane, started = Lane("test"), threading.Event()

    def work(_report, stop):
        started.set()
        stop.wait()

    job, waiting = lane.submit(work), lane.submit(work)
    assert started.wait(5)
    assert lane.close()
    assert job.stopping
    assert waiting.stopping


def test_a_closed_lane_does_nothing_more():
    lane, ran = Lane("test"), []
    assert lane.close()
    job = lane.submit(lambda _report, _stop: ran.append(1))
    assert job.stopping
    assert lane.close()
    assert ran == []


def test_closing_says_when_a_work_does_not_end():
    lane, gate, started = Lane("test"), threading.Event(), threading.Event()

    def deaf(_report, _stop):
        started.set()
        gate.wait(5)

    lane.submit(deaf)
    assert started.wait(5)
    assert not lane.close(timeout_s=0.05)
    gate.set()
    assert lane.close()


def test_finished_jobs_are_freed_with_what_their_work_captured(qtbot, lane):
    class Large:
        pass

    jobs, captured = [], []
    for _ in range(20):
        large = Large()
        captured.append(weakref.ref(large))
        job = lane.submit(lambda _report, _stop, large=large: None)
        jobs.append(weakref.ref(job))
        with qtbot.waitSignal(job.ended):
            pass
    del job, large
    with qtbot.waitSignal(lane.submit(lambda _report, _stop: None).ended):
        pass
    gc.collect()
    assert [ref() for ref in captured] == [None] * 20
    # The last one may still be in the worker's hands.
    assert [ref() for ref in jobs[:-1]] == [None] * 19


def test_only_the_newest_of_many_questions_is_answered(qtbot, lane):
    gate, started = threading.Event(), threading.Event()
    latest = LatestOnly(lane)
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


def test_a_question_that_fails_does_not_block_the_next(qtbot, lane):
    latest = LatestOnly(lane)
    with qtbot.waitSignal(latest.failed) as failed:
        latest.ask(lambda: 1 / 0)
    assert isinstance(failed.args[0], ZeroDivisionError)
    with qtbot.waitSignal(latest.answered) as answered:
        latest.ask(lambda: 1)
    assert answered.args == [1]
