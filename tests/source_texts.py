"""Every text that a person can read in the window, as it stands in the code.

Qt's own ``lupdate`` reads Python too, but not ``\\N{...}`` escapes, and it cannot know the
templates of the core, which has no Qt. So both are read here from the syntax tree:

* in `gui`: ``tr``, ``QCoreApplication.translate`` and ``QT_TRANSLATE_NOOP``;
* in `core` (and where `gui` raises errors): problem and cure of errors; evidence, cause and
  cure of findings; every `core.phrases.Phrase`;
* titles and descriptions of the catalogue, which are put together as the program runs, and
  the names of the sample.

What is handed over by a name is looked up where the name is set. A text that cannot be seen
is an error, so that none is left out silently.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORE = "core"
"""The context of the templates, which `gui.words.phrase` translates."""

NAMES = "names"
"""The context of what is called by a name of Inkling's: for `gui.words.named`."""

_TEXTS_OF = {
    "Finding": (2, 3, 4),
    "Phrase": (0,),
}
"""Which arguments of a call are templates; those of an error are the first two."""

_HANDED_ON = {"error.problem", "error.cure"}
"""What passes on a text that was written, and is found, elsewhere."""


@dataclass(frozen=True)
class Text:
    """One text: its context, itself, and the file that it was met in first."""

    context: str
    source: str
    file: str


def source_texts() -> tuple[Text, ...]:
    """Return all texts, sorted by context and file, each once."""
    found: dict[tuple[str, str], Text] = {}
    for text in (*_in_code(), *_in_catalogue()):
        if text.source:
            found.setdefault((text.context, text.source), text)
    return tuple(sorted(found.values(), key=lambda text: (text.context, text.file)))


def texts_of(code: str, file: str = "gui/example.py") -> list[tuple[str, str]]:
    """Return contexts and texts of one module: for tests."""
    return [(text.context, text.source) for text in _Module(file, code).texts()]


@cache
def errors() -> frozenset[str]:
    """Return the names of `InklingError` and of all that is derived from it, however far."""
    bases = {
        node.name: {ast.unparse(base).rpartition(".")[2] for base in node.bases}
        for package in ("gui", "core")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    found = {"InklingError"}
    while more := {name for name in bases if bases[name] & found} - found:
        found |= more
    return frozenset(found)


def _in_code() -> Iterator[Text]:
    for package in ("gui", "core"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith("core/cli/"):
                yield from _Module(name, path.read_text("utf-8")).texts()


def _in_catalogue() -> Iterator[Text]:
    from core.data.mnist import SAMPLE_NAME, SAMPLE_SOURCE
    from core.recipes.catalogue import CATALOGUE
    from core.reproduction.scratch_training import LESSONS

    for recipe in (*CATALOGUE, *LESSONS):
        yield Text(NAMES, recipe.title, "core/recipes/catalogue.py")
        yield Text(NAMES, recipe.about, "core/recipes/catalogue.py")
    yield Text(NAMES, SAMPLE_NAME, "core/data/mnist.py")
    yield Text(NAMES, SAMPLE_SOURCE, "core/data/mnist.py")


class _Module:
    """The texts of one module."""

    def __init__(self, file: str, code: str) -> None:
        self._file = file
        self._tree = ast.parse(code)
        self._parents = {
            child: parent
            for parent in ast.walk(self._tree)
            for child in ast.iter_child_nodes(parent)
        }

    def texts(self) -> Iterator[Text]:
        """Return the texts in the order of the module."""
        calls = [node for node in ast.walk(self._tree) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
            name = ast.unparse(call.func).rpartition(".")[2]
            places = (0, 1) if name in errors() else _TEXTS_OF.get(name)
            if places:
                for place in places:
                    if place < len(call.args):
                        yield from self._all(CORE, call.args[place], call)
            elif self._file.startswith("gui/"):
                yield from self._of_qt(name, call)

    def _of_qt(self, name: str, call: ast.Call) -> Iterator[Text]:
        if name == "tr":
            yield from self._all(self._class_around(call), call.args[0], call)
        elif name == "QT_TRANSLATE_NOOP" or (name == "translate" and _is_qt(call)):
            context = call.args[0]
            if isinstance(context, ast.Constant) and isinstance(call.args[1], ast.Constant):
                yield from self._all(context.value, call.args[1], call)

    def _all(self, context: str, node: ast.expr, near: ast.AST) -> Iterator[Text]:
        for source in self._values(node, near):
            yield Text(context, source, self._file)

    def _values(self, node: ast.expr, near: ast.AST) -> Iterator[str]:
        """Return the texts that an expression can have."""
        if isinstance(node, ast.Constant):
            yield node.value
        elif isinstance(node, ast.IfExp):
            yield from self._values(node.body, near)
            yield from self._values(node.orelse, near)
        elif ast.unparse(node) in _HANDED_ON:
            return
        elif isinstance(node, ast.Name):
            yield from self._named(node.id, near)
        else:
            raise LookupError(f"{self._file}:{node.lineno}: cannot see {ast.unparse(node)}")

    def _named(self, name: str, near: ast.AST) -> Iterator[str]:
        place: ast.AST = near
        while place is not self._tree:
            place = self._parents[place]
            set_here = [
                node.value
                for node in ast.walk(place)
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
            ]
            if set_here and isinstance(place, ast.FunctionDef | ast.Module):
                for value in set_here:
                    yield from self._values(value, near)
                return
        yield from self._imported(name)

    def _imported(self, name: str) -> Iterator[str]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.ImportFrom) and name in {a.name for a in node.names}:
                path = ROOT / f"{str(node.module).replace('.', '/')}.py"
                other = _Module(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
                yield from other._named(name, other._tree.body[-1])
                return
        raise LookupError(f"{self._file}: cannot see what {name} is")

    def _class_around(self, node: ast.AST) -> str:
        while not isinstance(node, ast.ClassDef):
            node = self._parents[node]
        return node.name


def _is_qt(call: ast.Call) -> bool:
    """Tell Qt's ``translate`` from that of a shape, which moves it."""
    return ast.unparse(call.func) in {"QCoreApplication.translate", "translate"}
