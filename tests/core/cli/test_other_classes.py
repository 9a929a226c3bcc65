"""The command line trains on letters, and calls what it reads by its name."""

import csv
import json

import numpy as np
import pytest
from PIL import Image

from core.layers import Dense, NetworkSpec
from core.networks.keras_format import keras_file
from core.records import Network
from tests.letters import NAMES, letters, picture


@pytest.fixture
def data(tmp_path):
    """A file of letters, with names."""
    made = letters(12, 4)
    path = tmp_path / "letters.npz"
    np.savez(
        path,
        x_train=made.train_images,
        y_train=np.array(NAMES)[made.train_labels],
        x_test=made.test_images,
        y_test=np.array(NAMES)[made.test_labels],
    )
    return path


@pytest.fixture
def always_q(tmp_path):
    """A network of 26 letters that reads a Q in everything."""
    bias = np.zeros(26, np.float32)
    bias[NAMES.index("Q")] = 9
    network = Network(
        NetworkSpec((Dense(26),)), (np.zeros((784, 26), np.float32), bias), classes=NAMES
    )
    keras_file.save(tmp_path / "q.keras", network)
    return tmp_path / "q.keras"


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.png"
    Image.fromarray(255 - picture("Q", side=90, size=70)).save(path)
    return path


def test_predict_prints_the_name_of_the_class(run, always_q, letter):
    code, out, err = run("predict", "--model", always_q, letter)
    assert (code, err) == (0, "")
    assert out.split()[0] == "Q"
    _, out, _ = run("predict", "--json", "--model", always_q, letter)
    event = json.loads(out)
    assert (event["name"], event["number"], event["digit"]) == ("Q", "Q", NAMES.index("Q"))
    assert len(event["probabilities"]) == 26


def test_a_table_is_labelled_with_names(run, always_q, tmp_path):
    table, saved = tmp_path / "test.csv", tmp_path / "out.csv"
    pixels = letters(12, 4).test_images[:5].reshape(5, -1)
    table.write_text(
        "\n".join(
            [
                ",".join(f"pixel{n}" for n in range(784)),
                *(",".join(map(str, row)) for row in pixels),
            ]
        )
    )
    code, _, err = run("predict", "--model", always_q, "--table", table, "--save", saved)
    assert (code, err) == (0, "")
    with saved.open(encoding="utf-8", newline="") as file:
        assert [row["Label"] for row in csv.DictReader(file)] == ["Q"] * 5


def test_a_strangers_network_of_other_classes_has_numbers_and_says_what_it_assumed(
    run, letter, tmp_path
):
    import keras

    model = keras.Sequential(
        [keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(26)]
    )
    model.save(tmp_path / "theirs.keras")
    code, out, _ = run("predict", "--model", tmp_path / "theirs.keras", letter)
    assert code == 0
    note, answer = out.splitlines()
    assert "its 26 classes are not the digits" in note
    assert 0 <= int(answer.split()[0]) < 26


@pytest.mark.slow
def test_letters_from_the_file_to_the_list_of_runs(run, data, letter, tmp_path, store):
    saved = tmp_path / "letters.keras"
    options = ("--recipe", "mlp-128-32", "--epochs", "3", "--save", saved)
    code, out, err = run("train", "--data", data, *options)
    assert (code, err) == (0, "")
    assert "The network has 26 outputs now" in out
    assert store.run(1).classes == NAMES
    assert keras_file.load(saved).network.classes == NAMES
    code, out, _ = run("predict", "--model", saved, letter)
    assert out.split()[0] in NAMES
    for to in ("python", "svg"):
        assert run("export", saved, "--to", to, "--save", tmp_path / f"x.{to}")[0] == 0
    assert run("runs", "show", "1")[0] == 0
    code, _, err = run("train", "--continue", "1", "--data", "sample")
    assert code == 1
    assert "data" in err
