"""``inkling own-digits``: one's own digits are counted, exported and imported."""

import json

import pytest

from core.home import Home
from core.own_digits.store import OwnDigits
from tests.core.cli.programs import events
from tests.core.own_digits.test_exchange import drawing


@pytest.fixture
def own(home_folder):
    own = OwnDigits(Home(home_folder).drawings)
    for digit in (7, 1, 7):
        own.add(drawing(digit), digit)
    return own


def test_they_are_counted(run, own):
    code, out, _ = run("own-digits")
    assert code == 0
    assert "3 digits of yours" in out
    assert "7      2" in out.splitlines()
    _, out, _ = run("own-digits", "--json")
    assert events(out)[0]["each"] == [0, 1, 0, 0, 0, 0, 0, 2, 0, 0]


def test_they_go_to_a_file_and_come_back_once(run, own, tmp_path):
    file = tmp_path / "mine.json"
    assert run("own-digits", "export", str(file))[0] == 0
    assert len(json.loads(file.read_text())) == 3
    own.path.unlink()
    code, out, _ = run("own-digits", "import", str(file))
    assert (code, out.startswith("2 digits were added")) == (0, True)
    _, out, _ = run("own-digits", "import", str(file), "--json")
    assert events(out)[0] == {"event": "imported", "new": 0, "known": 3}


def test_what_cannot_be_brought_in_is_said_in_one_line(run, tmp_path):
    file = tmp_path / "mine.json"
    file.write_text("[7]")
    code, out, err = run("own-digits", "import", str(file))
    assert (code, out) == (1, "")
    assert err.startswith("inkling:")
    assert "digit 1, it has no label from 0 to 9" in err
