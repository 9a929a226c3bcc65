"""Every benchmark says how it is used."""

import gzip
import importlib
import json
import pkgutil
import sys

import numpy as np
import pytest

from core.ink.preprocess import prepare
from core.records import Ink
from tests import benchmarks
from tests.benchmarks import scribbles
from tests.benchmarks.stroke_files import read_cases

PROGRAMS = sorted(
    name
    for _, name, _ in pkgutil.iter_modules(benchmarks.__path__)
    if hasattr(importlib.import_module(f"tests.benchmarks.{name}"), "main")
)


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_benchmark_explains_itself(name, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [f"{name}.py", "--help"])
    with pytest.raises(SystemExit) as end:
        importlib.import_module(f"tests.benchmarks.{name}").main()
    assert end.value.code in (None, 0)
    printed = capsys.readouterr()
    assert f"usage: {name}.py" in printed.out
    assert printed.err == ""


def test_a_part_of_a_file_of_strokes_can_be_asked_for(tmp_path):
    entries = [
        {"digit": 7, "part": part, "strokes": [[[0, 0], [4, 8]], []]}
        for part in ("a", "b", "a")
    ]
    plain, packed = tmp_path / "pens.json", tmp_path / "pens.json.gz"
    plain.write_text(json.dumps(entries))
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert len(read_cases(plain)) == 3
    assert [case.name for case in read_cases(packed, "a")] == ["0", "2"]
    assert [len(case.strokes) for case in read_cases(packed, "b")] == [1]


@pytest.mark.parametrize("kind", [scribbles.walk, *scribbles.KINDS], ids=lambda k: k.__name__)
def test_held_out_scribbles_can_be_drawn_and_differ(kind):
    rng = np.random.default_rng(0)
    drawn = [prepare(Ink(tuple(np.float32(path) for path in kind(rng)))) for _ in range(5)]
    assert len({stages.centred.tobytes() for stages in drawn if stages}) == 5
