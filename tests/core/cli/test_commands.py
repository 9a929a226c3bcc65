"""The command line: what it does, what it says, and with which exit code."""

import io
import json
import os
import signal
import struct
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core import desktop
from core.cli.output import Output
from core.networks.keras_format import keras_file
from core.recipes.catalogue import CATALOGUE, by_name
from core.recipes.recipe_file import to_json
from tests.core.cli.parsers import all_parsers
from tests.core.cli.programs import ROOT, events
from tests.core.runs.stored_runs import RECIPE, keep
from tests.cut_off_training import cut_off


def test_the_version_is_that_of_the_project(run):
    code, out, _ = run("--version")
    assert code == 0
    assert f'version = "{out.split()[1]}"' in (ROOT / "pyproject.toml").read_text()


def test_progress_is_for_terminals_only_and_gives_way_to_lines(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", screen)
    output = Output(as_json=False)
    output.progress("epoch 1: 50 %")
    output.progress("epoch 1: 9 %")
    output.line("done")
    assert screen.getvalue() == (
        "\repoch 1: 50 %" + "\repoch 1: 9 % " + "\r" + " " * 12 + "\r" + "done\n"
    )
    Output(as_json=True).progress("never among the events")
    assert "never" not in screen.getvalue()


@pytest.mark.parametrize("command", all_parsers())
def test_every_command_explains_itself(run, command):
    code, out, err = run(*command.split(), "--help")
    assert (code, err) == (0, "")
    assert "usage: inkling" in out


def test_the_help_waits_for_no_library():
    code = (
        "import sys\nfrom core.cli.main import make_parser\nmake_parser()\n"
        "print({'numpy', 'h5py', 'PIL', 'tensorflow'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout == "set()\n"


def test_a_misspelt_command_is_one_line_and_exit_code_2(run):
    code, out, err = run("trian")
    assert (code, out, err.count("\n")) == (2, "", 1)
    code, out, err = run("train", "--recipe", "cnn", "--epochs", "0", "--json")
    assert (code, err) == (2, "")
    (event,) = events(out)
    assert event["event"] == "error"
    assert "'0' is not a whole number from 1 to 100000" in event["problem"]


def test_a_problem_is_one_line_with_its_cure_and_exit_code_1(run, tmp_path):
    code, out, err = run("train", "--recipe", "mlp-128-23")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("inkling: ")
    assert "mlp-128-32" in err
    code, out, err = run("train", "--recipe", "cnn", "--data", tmp_path / "nowhere", "--json")
    assert (code, err) == (1, "")
    (event,) = events(out)
    assert event["event"] == "error"
    assert event["cure"]


def test_the_catalogue_is_listed_and_a_recipe_of_it_reads_back(run, tmp_path):
    code, out, _ = run("recipes")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [r.name for r in CATALOGUE]
    code, out, _ = run("recipes", "t003-model4")
    file = tmp_path / "mine.json"
    file.write_text(out, encoding="utf-8")
    assert run("recipes", file)[1] == out
    code, out, _ = run("recipes", "softmax-10", "--script")
    compile(out, "script", "exec")
    assert "keras" in out


@pytest.mark.slow
def test_a_training_is_told_kept_saved_and_reads_digits(run, store, sample, tmp_path):
    file = tmp_path / "mine.keras"
    code, out, err = run(
        *("train", "--recipe", "mlp-128-32", "--data", "sample", "--epochs", "3", "--json"),
        *("--seed", "5", "--save", file),
    )
    assert (code, err) == (0, "")
    *told, finished = events(out)
    started, *epochs = (event for event in told if event["event"] != "finding")
    assert started["data"] == "MNIST sample (5,000)"
    assert [event["epoch"] for event in epochs] == [1, 2, 3]
    assert {"loss", "accuracy", "val_loss", "val_accuracy", "seconds"} <= epochs[0].keys()
    assert epochs[2]["loss"] < epochs[0]["loss"]
    assert finished["event"] == "finished"
    assert finished["test_accuracy"] > 0.8
    (kept,) = store.runs()
    assert (kept.state, kept.seed, kept.epochs) == ("finished", 5, 3)
    assert kept.test_accuracy == finished["test_accuracy"]
    saved = keras_file.load(file)
    np.testing.assert_array_equal(saved.network.weights[0], store.network(kept.id).weights[0])

    pictures = []
    for index in range(20):
        # Dark on light, light on dark; large and small.
        pixels = sample.test_images[index]
        image = Image.fromarray(pixels if index % 2 else 255 - pixels)
        picture = tmp_path / f"{index}.{'png' if index % 3 else 'jpg'}"
        image.resize((28 * (1 + index), 28 * (1 + index))).save(picture)
        pictures.append(picture)
    code, out, err = run("predict", "--model", file, "--json", *pictures)
    assert (code, err) == (0, "")
    answers = events(out)
    right = [a["digit"] == label for a, label in zip(answers, sample.test_labels, strict=False)]
    assert sum(right) >= 15
    # A torn digit may be taken for two: those that were read as one have ten probabilities.
    single = [answer for answer in answers if answer["digit"] is not None]
    assert len(single) >= 19
    assert all(abs(sum(answer["probabilities"]) - 1) < 1e-4 for answer in single)


def test_a_network_is_exported_and_compared(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("export", "shipped", "--to", "python", "--json")
    assert (code, err) == (0, "")
    (told,) = events(out)
    assert (told["event"], told["to"], told["file"]) == ("exported", "python", "shipped.py")
    assert told["difference"] < 1e-5
    assert (tmp_path / "shipped.py").is_file()
    code, _, err = run("export", "shipped", "--to", "python")
    assert code == 1
    assert "shipped.py is there already" in err


def test_a_network_is_not_saved_as_what_it_is_not(run, store, tmp_path):
    code, _, err = run(
        *("train", "--recipe", "softmax-10", "--data", "sample", "--epochs", "1"),
        *("--save", tmp_path / "mine.h5"),
    )
    assert code == 1
    assert "Name it mine.keras" in err
    assert not store.runs()


def test_pixels_of_a_strange_network_are_measured_or_as_the_person_says(
    run, sample, tmp_path, monkeypatch
):
    from tests.networks import ridge_network

    file, picture = tmp_path / "theirs.keras", tmp_path / "digit.png"
    Image.fromarray(sample.test_images[0]).save(picture)
    keras_file.save(file, ridge_network(sample))
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    del entries["inkling.json"]
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    code, out, _ = run("predict", "--model", file, picture)
    assert code == 0
    assert "Note: theirs.keras does not say how it wants pixels." in out
    assert "Inkling hands them over as 0 to 1." in out
    for pixels in ("unit", "raw"):
        code, out, _ = run("predict", "--model", file, "--pixels", pixels, picture)
        assert code == 0
        assert "Note" not in out


@pytest.mark.slow
def test_a_training_in_words_and_its_continuation(run, store):
    code, out, err = run("train", "--recipe", "softmax-10", "--data", "sample", "--epochs", "2")
    assert (code, err) == (0, "")
    assert "7,850 weights; data: MNIST sample (5,000), 4,000 + 1,000 images" in out
    assert [line.split()[0] for line in out.splitlines()[2:5]] == ["epoch", "1", "2"]
    assert "Kept as run 1." in out
    code, out, _ = run("train", "--continue", "1", "--data", "sample", "--epochs", "1")
    assert code == 0
    assert "continues run 1: 2 epochs trained, 1 more\n" in out
    assert [epoch.epoch for epoch in store.epochs(2)] == [3]
    assert store.run(2).continued_from == 1
    code, _, err = run("train", "--continue", "1", "--seed", "3", "--data", "sample")
    assert code == 1
    assert "keeps its seed" in err


@pytest.mark.slow
def test_continue_goes_on_to_the_recipes_count_and_when_that_is_reached_for_it_once_more(
    run, store, sample
):
    recipe = replace(by_name("softmax-10"), epochs=3, schedule="cosine")
    cut_off(store, recipe, sample)
    code, out, _ = run("train", "--continue", "1", "--data", "sample")
    assert code == 0
    assert "continues run 1: 1 of 3 epochs trained, on to 3\n" in out
    code, out, _ = run("train", "--continue", "2", "--data", "sample", "--json")
    assert code == 0
    started = events(out)[0]
    assert (started["epochs"], started["last_epoch"]) == (3, 6)
    told = [[epoch.epoch for epoch in store.epochs(run_id)] for run_id in (1, 2, 3)]
    assert told == [[1], [2, 3], [4, 5, 6]]


def test_continuing_on_other_data_is_refused(run, store):
    keep(store)
    code, _, err = run("train", "--continue", "1", "--data", "sample")
    assert code == 1
    assert "trained on other data (tiny data)" in err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0), (signal.SIGHUP, 0)]
)
def test_a_signal_keeps_what_was_learnt(child, store, tmp_path, number, code):
    file = tmp_path / "stopped.keras"
    process = child(
        *("train", "--recipe", "mlp-128-32", "--data", "sample", "--epochs", "5000"),
        *("--json", "--save", file),
    )
    for line in process.stdout:
        if json.loads(line)["event"] == "epoch":
            process.send_signal(number)
            break
    rest, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (code, "")
    finished = events(rest)[-1]
    assert finished["ended"] == "stopped"
    (kept,) = store.runs()
    assert kept.state == "stopped"
    assert kept.epochs == finished["epochs"] >= 1
    assert keras_file.load(file).network.spec == by_name("mlp-128-32").network


def test_predict_goes_on_after_a_picture_that_cannot_be_read(run, store, tmp_path):
    keep(store)
    model = store.network_file(1)
    good, broken, empty = (tmp_path / name for name in ("a.png", "b.png", "c.png"))
    Image.fromarray(np.pad(np.full((40, 6), 255, np.uint8), 20)).save(good)
    broken.write_bytes(good.read_bytes()[:50])
    Image.new("L", (50, 50), 255).save(empty)
    code, out, err = run("predict", "--model", model, broken, tmp_path / "none", empty, good)
    assert code == 1
    assert err.count("\n") == 2
    assert "nothing to read" in out.splitlines()[0]
    assert out.splitlines()[1].endswith("a.png")


def test_a_picture_that_unpacks_to_gigabytes_is_refused(run, store, tmp_path):
    keep(store)
    header = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + header
        + struct.pack(">I", zlib.crc32(header))
        + struct.pack(">I", 10)
        + b"IDAT"
    )
    code, _, err = run("predict", "--model", store.network_file(1), bomb)
    assert code == 1
    assert "too large" in err


def test_runs_are_listed_shown_renamed_deleted_and_restored(run, store):
    keep(store, right=18)
    keep(store, finish=False)
    listed = events(run("runs", "--json")[1])
    assert [(e["id"], e["state"]) for e in listed] == [(2, "interrupted"), (1, "finished")]
    assert "90.00 %" in run("runs", "list")[1]
    assert run("runs", "rename", "1", "my seven")[0] == 0
    assert run("runs", "note", "1", "for the talk")[0] == 0
    shown = run("runs", "show", "1")[1]
    assert "my seven" in shown
    assert "note: for the talk" in shown
    assert run("runs", "delete", "1", "2")[0] == 0
    assert "no runs" in run("runs")[1]
    assert run("runs", "restore", "2")[0] == 0
    assert "Removed 1 runs" in run("runs", "purge")[1]
    assert [kept.id for kept in store.runs()] == [2]
    code, _, err = run("runs", "show", "1")
    assert (code, err.count("\n")) == (1, 1)


def test_runs_are_compared_exported_and_saved(run, store, tmp_path):
    keep(store, right=20)
    keep(store, right=8)
    compared = run("runs", "compare", "1", "2")[1]
    assert "the difference is real" in compared
    assert run("runs", "export", "1", "2", "--csv", tmp_path / "a.csv")[0] == 0
    assert len((tmp_path / "a.csv").read_text().splitlines()) == 7
    assert run("runs", "save", "1", tmp_path / "copy.keras")[0] == 0
    assert keras_file.load(tmp_path / "copy.keras").network.weights[0][0, 0] == 3


def test_the_desktop_entry_is_written_and_removed(run, tmp_path, monkeypatch):
    monkeypatch.setattr(desktop, "install", lambda: [tmp_path / "inkling.desktop"])
    monkeypatch.setattr(desktop, "remove", list)
    assert run("install-desktop") == (0, f"wrote {tmp_path / 'inkling.desktop'}\n", "")
    assert run("uninstall-desktop") == (0, "There was nothing to remove.\n", "")
    assert events(run("install-desktop", "--json")[1])[0]["wrote"]


def test_a_reader_that_has_had_enough_causes_no_traceback(child):
    process = child("recipes", "--json")
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) in (0, 1)
    assert err == ""


@pytest.mark.skipif(sys.platform != "linux", reason="made of Linux's own files")
@pytest.mark.parametrize("kind", ["pipe", "endless", "sparse", "folder"])
def test_a_recipe_that_is_no_plain_small_file_is_refused_at_once(run, tmp_path, kind):
    path = tmp_path / "recipe.json"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "endless":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        with path.open("wb") as file:
            file.truncate(2**31)
    code, _, err = run("recipes", path)
    assert code == 1
    assert str(path) in err


def test_names_that_are_no_text_are_shown_and_refused_in_words(run, tmp_path, store):
    recipe = tmp_path / "recipe.json"
    recipe.write_text(to_json(RECIPE).replace("tiny", "\\ud800"))
    code, _, err = run("recipes", recipe)
    assert code == 1
    assert "half a character" in err
    code, _, err = run("predict", f"{tmp_path}/bad\udcff.png")
    assert code == 1
    keep(store, name="bad\udcff")
    assert run("runs", "list")[0] == 0
    assert run("runs", "rename", "1", "worse\udcff")[0] == 0
    assert store.run(1).name == "worse?"
    assert run("runs", "note", "1", "a\udcff")[0] == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "gbk"])
def test_output_in_any_code_page_is_written(child, store, encoding):
    keep(store, name="\u7b2c\u4e8c \u2713 \U0001f600")
    process = child("runs", "list", PYTHONIOENCODING=encoding)
    process.stdout.reconfigure(encoding=encoding)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "finished" in out


@pytest.mark.skipif(sys.platform != "linux", reason="a full device of Linux's")
def test_output_that_does_not_arrive_is_said(store):
    keep(store)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "runs", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "inkling: The output could not be written: No space left on device.\n"
    )


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "9" * 5000, "one"])
def test_numbers_that_no_run_can_have_are_refused_in_a_line(run, number):
    code, _, err = run("runs", "show", number)
    assert code in (1, 2)
    assert err.count("\n") == 1
    code, _, err = run("train", "--continue", number, "--data", "sample")
    assert code in (1, 2)
    assert err.count("\n") == 1


BROKEN_TENSORFLOW = "raise ImportError('libsomething.so: cannot open shared object file')"


def test_a_tensorflow_that_cannot_be_loaded_is_one_sentence_and_no_run(child, store, tmp_path):
    package = tmp_path / "broken" / "tensorflow"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(BROKEN_TENSORFLOW)
    process = child(
        *("train", "--recipe", "softmax-10", "--data", "sample"),
        PYTHONPATH=str(package.parent),
    )
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out) == (1, "")
    assert err.startswith("inkling: TensorFlow cannot be loaded:")
    assert err.count("\n") == 1
    assert store.runs() == ()
