"""Runs for other programs: a spreadsheet and TensorBoard."""

import csv

import pytest

from core.errors import InklingError
from core.runs.export import columns, write_csv, write_tensorboard
from core.runs.store import RunStore
from tests.core.runs.stored_runs import keep


@pytest.fixture
def store(tmp_path):
    return RunStore(tmp_path / "runs")


def test_the_csv_has_a_row_for_each_epoch(store, tmp_path):
    first, second = keep(store, name="一, 二"), keep(store, epochs=2)
    path = tmp_path / "figures.csv"
    write_csv(path, store, [first, second])
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == columns(10)
    assert [(row["name"], row["epoch"]) for row in rows] == [
        *(("一, 二", str(epoch)) for epoch in (1, 2, 3)),
        *(("tiny", str(epoch)) for epoch in (1, 2)),
    ]
    assert float(rows[2]["val_loss"]) == 1 / 3
    assert rows[0]["val_recall_9"] == rows[0]["train_accuracy"] == ""


def test_without_tensorboard_it_says_what_to_install(store, tmp_path, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("core.runs.export.import_module", missing)
    with pytest.raises(InklingError, match=r"inkling\[tensorboard\]"):
        write_tensorboard(tmp_path / "events", store, [keep(store)])
    assert not (tmp_path / "events").exists()


def test_tensorboard_reads_the_figures_back(store, tmp_path):
    pytest.importorskip("tensorboard")
    from tensorboard.backend.event_processing.event_file_loader import EventFileLoader

    run_id = keep(store, name="a/b: c")
    training, validation = write_tensorboard(tmp_path / "events", store, [run_id])
    assert training.relative_to(tmp_path / "events").parts[:2] == ("000001-a-b-c", "train")
    histories = {}
    for event in EventFileLoader(str(validation)).Load():
        for value in event.summary.value:
            histories[value.tag, event.step] = value.tensor.float_val[0] or value.simple_value
    assert histories["epoch_loss", 3] == pytest.approx(1 / 3)
    assert {step for _, step in histories} == {1, 2, 3}
