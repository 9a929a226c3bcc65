"""Fixtures of the command line's tests."""

import pytest

from core.cli.main import run_command
from core.home import default_home
from core.runs.store import RunStore
from tests.core.cli import programs


@pytest.fixture
def run(capsys):
    """Return what a command printed: (exit code, stdout, stderr)."""

    def call(*arguments):
        code = run_command([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


@pytest.fixture
def store():
    return RunStore(default_home().runs)


@pytest.fixture
def child():
    """Start the program in a process of its own, which does not outlive the test."""
    started = []

    def begin(*arguments, **settings):
        started.append(programs.start(*arguments, **settings))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            stream.close()
