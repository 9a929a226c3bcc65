"""What the window may ask of any page."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.widgets.page import EDITS, Page
from gui.window.page_table import PAGES


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_every_page_offers_exactly_the_edits_that_it_can_do(entry):
    kind = entry.load()
    assert issubclass(kind, Page)
    can = {edit for edit in EDITS if getattr(kind, edit) is not getattr(Page, edit)}
    assert kind.edits == can


def test_a_page_that_offers_nothing_takes_every_wish_calmly(qtbot, session, theme):
    page = Page(session, theme, "plain")
    qtbot.addWidget(page)
    assert page.objectName() == "plain_page"
    assert list(page.prepare()) == []
    page.open_file(Path("anything.json"))
    for edit in EDITS:
        page.edit(edit)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_reaches_the_method_of_its_name(qtbot, session, theme, edit):
    done = []
    kind = type("Editable", (Page,), {edit: lambda _page: done.append(edit)})
    page = kind(session, theme, "editable")
    qtbot.addWidget(page)
    for each in EDITS:
        page.edit(each)
    assert done == [edit]
