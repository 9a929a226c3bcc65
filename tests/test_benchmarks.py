"""Every benchmark says how it is used."""

import importlib
import pkgutil
import sys

import pytest

from tests import benchmarks

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
