"""What the documents say is so: links and paths lead somewhere, terms are the window's."""

import re

import pytest

from tests.update_translations import FOLDER, ROOT, read

DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), FOLDER / "README.md"]
PLACE = re.compile(r"`((?:core|gui|tests|docs|resources|\.ci)/[\w./-]*\w/?)`")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_and_paths_lead_somewhere(path):
    text = path.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if link]
    assert [link for link in links if not (path.parent / link).exists()] == []
    assert [place for place in PLACE.findall(text) if not (ROOT / place).exists()] == []


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
