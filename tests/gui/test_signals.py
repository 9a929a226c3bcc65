"""PySide does not check what a signal carries: its class has to say it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.source_texts import ROOT

TYPED = re.compile(r"`\w+`|tuple of|ndarray|uint8")
"""A class of ours, or the words for what is none."""


def signals() -> Iterator[tuple[str, str, str, str]]:
    """Each public signal: its class, its name, how it is made, its line in the docstring."""
    for path in sorted((ROOT / "gui").rglob("*.py")):
        classes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for node in (node for node in classes if isinstance(node, ast.ClassDef)):
            doc = ast.get_docstring(node) or ""
            for statement in node.body:
                if not isinstance(statement, ast.Assign):
                    continue
                name, made = ast.unparse(statement.targets[0]), ast.unparse(statement.value)
                if made.startswith("Signal(") and not name.startswith("_"):
                    said = re.search(rf"^ *{name}: (.*(?:\n {{8,}}.*)*)", doc, re.MULTILINE)
                    yield node.name, name, made, said.group(1) if said else ""


@pytest.mark.parametrize(
    ("name", "made", "said"),
    [(f"{owner}.{name}", made, said) for owner, name, made, said in signals()],
)
def test_every_signal_is_documented_with_the_type_of_what_it_carries(name, made, said):
    assert said, f"{name} is not in the docstring of its class"
    if "object" in made:
        assert TYPED.search(said), f"{name} does not say what it carries: {said}"
