"""``inkling sweep``: what it plans, what it refuses, and what it prints of what is known."""

import pytest

from core.control import Control
from core.data.datasets import load_sample
from core.experiments.book import ExperimentBook
from core.experiments.conduct import conduct
from core.experiments.experiment_file import from_json
from core.runs.store import RunStore
from tests.core.cli.programs import events
from tests.core.experiments.kept import HandWorkers, experiment

RECIPE = ("--from-recipe", "softmax-10", "--data", "sample")


@pytest.fixture
def book(home_folder):
    return ExperimentBook(RunStore(home_folder / "runs"))


def test_a_preview_says_what_would_be_trained_and_trains_nothing(run, book, tmp_path):
    file = tmp_path / "mine.json"
    vary = ("--vary", "learning_rate=.001,.01", "--vary", "pixels=raw,unit", "--seeds", 5)
    code, out, err = run("sweep", *RECIPE, *vary, "--epochs", 2, "--preview", "--save", file)
    assert (code, err) == (0, "")
    assert "20 trainings (4 settings)" in out
    assert "learning_rate 0.01, pixels unit" in out
    assert book.all() == ()
    saved = from_json(file.read_text("utf-8"))
    assert (saved.epochs, saved.seeds) == (2, (0, 1, 2, 3, 4))
    code, out, _ = run("sweep", file, "--data", "sample", "--preview", "--json")
    assert events(out)[-1]["trainings"] == 20
    assert run("sweep", "q002-rates", "--data", "sample", "--preview")[0] == 0


def test_seeds_epochs_and_name_of_an_experiment_can_be_said_anew(run, tmp_path):
    file = tmp_path / "some.json"
    said = ("--seeds", 2, "--epochs", 1, "--name", "some models")
    code, out, err = run("sweep", "t003-models", *said, "--data", "sample", "--preview")
    assert (code, err) == (0, "")
    assert "14 trainings (7 settings)" in out
    run("sweep", "t003-models", *said, "--data", "sample", "--preview", "--save", file)
    saved = from_json(file.read_text("utf-8"))
    assert (saved.seeds, saved.epochs, saved.name) == ((0, 1), 1, "some models")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nowhere.json",), 1, "nowhere.json cannot be read"),
        (("x.json", "--vary", "seed=3"), 2, "--vary goes with --from-recipe"),
        (("--experiment", "7", "--seeds", "3"), 2, "--seeds goes with --from-recipe"),
        ((*RECIPE, "--vary", "speed=1"), 1, 'no field "speed"'),
        ((*RECIPE, "--vary", "batch_size=0"), 1, "it can be 1 to 65536"),
        ((*RECIPE, "--show"), 1, "never trained"),
        (("--experiment", "7", "--show"), 1, "no experiment 7"),
        ((), 2, "one of the arguments"),
        ((*RECIPE, "--scheduler", "tcp://x:1", "--tls-cert", "x"), 2, "--tls-ca-file"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, arguments, code, said):
    found, out, err = run("sweep", *arguments)
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert said in err


def test_what_is_known_is_told_in_rows_and_in_words(run, book, tmp_path):
    sample = load_sample()
    stored = book.add(experiment(0.1, 0.5, seeds=(0, 1, 2)), sample)
    workers = HandWorkers(
        right=lambda r: 5 + 2 * r.seed + round((16 + r.seed) * r.optimizer.learning_rate),
        images=len(sample.test_labels),
    )
    conduct(book, stored, sample, workers, report=lambda _one: None, control=Control())
    html, csv = tmp_path / "a.html", tmp_path / "a.csv"
    files = ("--html", html, "--csv", csv)
    code, out, err = run("sweep", "--experiment", stored.id, "--show", *files)
    assert (code, err) == (0, "")
    assert "95 % interval" in out
    assert "Student's t on the differences of pairs" in out
    assert "No difference shown" in out or "beats" in out
    assert html.read_text("utf-8").count("<svg") == 3
    assert len(csv.read_text("utf-8-sig").splitlines()) == 7
    code, out, _ = run("sweep", "--experiment", stored.id, "--show", "--json")
    told = events(out)
    assert [event["event"] for event in told] == ["row", "row", "comparison", "answer"]
    assert told[0]["values"] == {"optimizer.learning_rate": "0.1"}
    assert told[-1]["done"] == 6
    (listed,) = events(run("sweep", "--list", "--json")[1])
    assert (listed["number"], listed["done"], listed["trainings"]) == (stored.id, 6, 6)
    # All is done: the same command trains nothing, and says the same.
    code, out, _ = run("sweep", "--experiment", stored.id, "--json")
    assert [event["event"] for event in events(out)][:1] == ["experiment"]
    assert "started" not in {event["event"] for event in events(out)}
