"""What the documents say is so: links and paths lead somewhere, terms are the window's."""

import re

import pytest

from tests.core.cli.parsers import all_parsers
from tests.update_translations import FOLDER, ROOT, read

DOCUMENTS = [
    *ROOT.glob("*.md"),
    *(folder for name in ("docs", "resources") for folder in (ROOT / name).rglob("*.md")),
]
CODE = re.compile(r"```\w*\n(.*?)```|`([^`]+)`", re.DOTALL)
COMMAND = re.compile(r"\binkling(?:-cli)? +((?:[^#\s]+ *)+)")
MODULE = re.compile(r"python3? -m (tests[\w.]+)((?: [^#\s]+)*)|^(tests(?:\.\w+)+)$")
PLACEHOLDER = "NAME"
PLACE = re.compile(r"`((?:core|gui|tests|docs|resources|\.ci)/[\w./-]*\w/?)`")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(path):
    text = path.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if link]
    assert [link for link in links if not (path.parent / link).exists()] == []
    assert [place for place in PLACE.findall(text) if not (ROOT / place).exists()] == []


def code_in(path):
    """Return each line of code of a document; a span of it may go over the end of a line."""
    for block, span in CODE.findall(path.read_text("utf-8")):
        yield from block.splitlines() or [" ".join(span.split())]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_exist_with_the_options_that_are_named(path):
    parsers, missing = all_parsers(), []
    for line in code_in(path):
        for words in (found.split() for found in COMMAND.findall(line)):
            command = max(
                (" ".join(words[:n]) for n in range(3) if " ".join(words[:n]) in parsers),
                key=len,
            )
            known = parsers[command]._option_string_actions
            options = [word for word in words if word.startswith("--")]
            missing += [(line, option) for option in options if option not in known]
            missing += [] if command or words[0].startswith("-") else [(line, words[0])]
    assert missing == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_to_run_exist_with_the_options_that_are_named(path):
    missing = []
    for line in code_in(path):
        for run, options, named in MODULE.findall(line):
            if (module := (run or named).rstrip(".")).endswith(PLACEHOLDER):
                continue
            place = ROOT / module.replace(".", "/")
            files = [
                file
                for file in (place.with_suffix(".py"), *place.glob("*.py"))
                if file.is_file()
            ]
            source = "--help" + "".join(file.read_text("utf-8") for file in files)
            missing += [] if files else [module]
            missing += [
                (module, o) for o in re.findall(r"--[\w-]+", options) if o not in source
            ]
    assert missing == []


def test_every_benchmark_is_in_the_table():
    table = (ROOT / "docs" / "performance.md").read_text("utf-8")
    runs = [
        path.stem
        for path in (ROOT / "tests" / "benchmarks").glob("*.py")
        if "def main(" in (text := path.read_text("utf-8"))
        and f"tests.benchmarks.{path.stem}" in text
    ]
    assert len(runs) > 10
    assert [name for name in runs if f"`{name}`" not in table] == []


def test_the_readme_names_every_command():
    told = " ".join(code_in(ROOT / "README.md"))
    first = {words.split()[0] for words in all_parsers() if words}
    assert {command for command in first if f"inkling-cli {command}" not in told} == set()


def test_the_chinese_terms_of_the_glossary_are_those_of_the_window():
    shown = "".join(read(FOLDER / "inkling_zh_CN.ts").values())
    rows = (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    terms = [
        term
        for row in rows
        if row.startswith("| ") and len(cells := row.split(" | ")) == 4
        # What stands in brackets the window does not say.
        for term in re.findall(
            "[\u4e00-\u9fff]+", re.sub(r"\uff08[^\uff09]*\uff09", "", cells[1])
        )
    ]
    assert len(terms) > 60
    assert {term for term in terms if term not in shown} == {"简体中文"}


def test_every_decision_is_in_the_index_with_its_date():
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text("utf-8")
    for page in sorted(folder.glob("0*.md")):
        title, date = page.read_text("utf-8").split("\n\n")[:2]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)
        assert f"| {date} | [{title.removeprefix('# ')}]({page.name}) |" in index
