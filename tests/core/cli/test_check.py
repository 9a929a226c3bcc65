"""``inkling check`` and the findings of ``train`` and ``runs show``."""

import json
from dataclasses import replace

import numpy as np
import pytest

from core.recipes import recipe_file
from core.recipes.catalogue import by_name
from core.records import Optimizer
from tests.core.cli.programs import events


def told(out):
    return [event for event in events(out) if event["event"] == "finding"]


def test_what_speaks_against_a_recipe_is_said_before_it_is_trained(run):
    code, out, _ = run("check", "q001-lost-digit", "--data", "sample", "--json")
    assert code == 1
    first = told(out)[0]
    assert (first["code"], first["severity"]) == ("large-first-weights", "bad")
    assert first["epoch"] is None
    for part in ("evidence", "cause", "cure"):
        assert first[part].endswith(".")
        assert "{" not in first[part]
    assert list(first["changes"]) == ["network"]
    assert events(out)[-1]["bad"] == 1


def test_nothing_speaks_against_the_default_recipe(run):
    code, out, _ = run("check", "mlp-128-32", "--data", "sample")
    assert code == 0
    assert "Nothing speaks against it." in out


def test_people_read_a_finding_in_lines(run):
    _, out, _ = run("check", "q002-sgd-0.01", "--data", "sample")
    assert "!  raw-pixels: The first layer sees values from 0 to 255." in out
    assert "Cure: Divide the pixels by 255." in out
    assert max(map(len, out.splitlines())) <= 100


def test_a_recipe_is_judged_with_an_output_for_each_class_of_the_data(run, sample, tmp_path):
    arrays = {}
    for split in ("train", "test"):
        chosen = sample.labels(split) < 3
        arrays[f"x_{split}"] = sample.images(split)[chosen]
        arrays[f"y_{split}"] = np.array(["a", "b", "c"])[sample.labels(split)[chosen]]
    np.savez(tmp_path / "three.npz", **arrays)
    _, out, _ = run("check", "q000-falling-accuracy", "--data", tmp_path / "three.npz")
    assert "missing-digits" not in out
    assert "The network has 3 outputs now" in out


@pytest.mark.slow
def test_a_training_tells_its_findings_and_the_run_tells_them_again(run, tmp_path):
    hot = replace(
        by_name("softmax-10"),
        name="hot",
        epochs=2,
        optimizer=Optimizer("sgd", 0.0001),
        train_images=400,
        test_images=100,
    )
    path = tmp_path / "hot.json"
    path.write_text(recipe_file.to_json(hot))
    _, out, _ = run("train", "--recipe", path, "--data", "sample", "--json")
    seen = [event["event"] for event in events(out)]
    assert "finding" in seen[: seen.index("epoch")]
    codes = {event["code"] for event in told(out)}
    assert {"few-steps", "noise"} <= codes
    _, shown, _ = run("runs", "show", 1, "--json")
    assert "noise" in {event["code"] for event in told(shown)}
    assert all(json.dumps(event, allow_nan=False) for event in events(shown))
