"""``inkling suspects``: what it prints of doubts that are known already."""

from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.doubts import doubts
from core.home import default_home
from core.label_review import judges
from core.label_review.judges import panel
from core.label_review.kept import Said, file_of, save_said
from tests.core.cli.programs import events


@pytest.fixture
def said(sample):
    """What each judge of the sample's test labels said: kept, so that none is trained."""
    told = []
    for number, (kind, seed) in enumerate(panel("test").members):
        rng = np.random.default_rng(number)
        powers = np.exp(rng.normal(0, 1, (1000, 10)) + 3 * np.eye(10)[sample.test_labels])
        told.append((powers / powers.sum(axis=1, keepdims=True)).astype(np.float32))
        (judge,) = panel("test").judges(kind, seed)
        save_said(default_home().doubts, sample, judge, Said(told[-1]))
    return doubts(sample.test_labels, told)


def test_the_most_doubtful_labels_are_printed_best_first(run, said):
    code, out, _ = run("suspects", "--data", "sample", "--top", "20", "--json")
    assert code == 0
    found = [event for event in events(out) if event["event"] == "suspect"]
    expected = said.first(20)
    assert [event["index"] for event in found] == [each.index for each in expected]
    assert [event["label"] for event in found] == [each.label for each in expected]
    assert [event["suggested"] for event in found] == [each.suggested for each in expected]
    assert [event["score"] for event in found] == pytest.approx(
        [each.score for each in expected], abs=1e-6
    )
    last = events(out)[-1]
    assert last["event"] == "suspects"
    assert (last["images"], last["contradicted"]) == (1000, said.contradicted)


def test_people_read_a_table(run, said):
    code, out, _ = run("suspects", "--data", "sample", "--top", "3")
    assert code == 0
    lines = out.splitlines()
    header = next(n for n, line in enumerate(lines) if line.startswith("rank"))
    first = lines[header + 1].split()
    best = said.first(1)[0]
    assert first == [
        "1",
        str(best.index),
        str(best.label),
        str(best.suggested),
        f"{best.score:.3f}",
    ]
    assert len(lines) == header + 5


def test_what_some_of_the_judges_said_is_not_taken_for_all(sample, said):
    assert len(panel("test").members) == 2 * judges.SEEDS["test"]
    (judge,) = panel("test").judges("plain", 1)
    file_of(default_home().doubts, sample, judge).unlink()
    from core.label_review.suspects import known_doubts

    assert known_doubts(sample, "test", default_home().doubts) is None


def test_a_split_or_a_count_that_is_none_is_a_usage_error(run):
    assert run("suspects", "--split", "validation")[0] == 2
    assert run("suspects", "--top", "0")[0] == 2
