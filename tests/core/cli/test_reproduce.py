"""``inkling reproduce``: what it prints of each figure, and its exit code."""

import json
import signal

import pytest

from core.cli.output import Output
from core.cli.reproduce import JudgedPrinter
from core.reproduction.verdicts import exact
from tests.core.cli.programs import events


def judged(*measured):
    """Return values of two texts, published as 0.5."""
    names = ("t003-model1", "t004-from-scratch")
    return [
        exact(name, "loss", 0.5, value, unit=0.001)
        for name, value in zip(names, measured, strict=True)
    ]


@pytest.mark.slow
def test_the_network_from_scratch_agrees_figure_by_figure(run, mnist_folder):
    code, out, err = run("reproduce", "004", "--data", mnist_folder, "--json")
    assert (code, err) == (0, "")
    figures = [event for event in events(out) if event["event"] == "figure"]
    published = [event for event in figures if event["published"] is not None]
    assert len(published) == 80 + 10 + 1
    assert {event["verdict"] for event in published} == {"agrees", None}
    summary, finished = events(out)[-2:]
    assert summary["text"] == "004"
    assert summary["verdicts"]["agrees"] == 90
    assert finished == {"event": "finished", "differs": 0}


def test_without_the_whole_mnist_nothing_is_compared(run, store):
    code, out, err = run("reproduce", "--data", "sample")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "whole MNIST" in err
    assert store.runs() == ()


def test_an_unknown_experiment_is_named_with_its_neighbour(run):
    code, _, err = run("reproduce", "t003-modell1", "--data", "sample")
    assert code == 1
    assert "Did you mean t003-model1" in err


def test_one_figure_that_differs_is_exit_code_1(capsys):
    printer = JudgedPrinter(Output(as_json=False))
    for item in judged(0.5001, 0.6):
        printer.item(item)
    assert printer.summary() == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "t003-model1"
    assert lines[2].split()[:5] == ["loss", "published", "0.5", "measured", "0.5001"]
    assert lines[-2:] == ["003: 1 agrees", "004: 1 differs"]


def test_figures_that_agree_are_exit_code_0(capsys):
    printer = JudgedPrinter(Output(as_json=True))
    for item in judged(0.5, 0.5):
        printer.item(item)
    assert printer.summary() == 0
    assert [event["event"] for event in events(capsys.readouterr().out)] == [
        *("figure", "figure", "summary", "summary", "finished")
    ]


@pytest.mark.slow
def test_ctrl_c_keeps_what_was_trained_and_says_so(child, mnist_folder, store):
    process = child("reproduce", "t003-model1", "--data", mnist_folder, "--json")
    for line in process.stdout:
        if json.loads(line)["event"] == "training":
            process.send_signal(signal.SIGINT)
            break
    rest, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "")
    assert events(rest)[-1] == {"event": "finished", "differs": 0}
    (kept,) = store.runs()
    assert (kept.state, kept.recipe_name) == ("stopped", "t003-model1")
    assert kept.epochs >= 1
