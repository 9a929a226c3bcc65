"""Weights and facts of a stranger's network that do not fit, or lie elsewhere."""

from __future__ import annotations

import io

import h5py
import numpy as np
import pytest

from tests.core.stranger_files import (
    DENSE,
    GOOD_H5,
    config_of,
    h5_of,
    refusal,
    write_zip,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "network.keras"


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        ([], "no weights for its layer dense"),
        ([np.ones((784, 10), "f4")], "too few weights"),
        (
            [np.ones((10, 784), "f4"), np.ones(10, "f4")],
            "shape (784, 10); the file has (10, 784)",
        ),
        ([np.ones((784, 10), "i4"), np.ones(10, "f4")], "stored in a way"),
        ([np.ones((784, 10), "c8"), np.ones(10, "f4")], "stored in a way"),
        ([np.full((784, 10), b"a"), np.ones(10, "f4")], "stored in a way"),
    ],
)
def test_weights_that_do_not_fit(arrays, said, path):
    write_zip(path, config_of(DENSE), h5_of({"dense": arrays}))
    assert said in refusal(path)


def _h5_by(fill):
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        group = file.create_group("layers/dense/vars")
        group["1"] = np.zeros(10, "f4")
        fill(file, group)
    return content.getvalue()


def _external_data(file, group, secret):
    group.create_dataset("0", (784, 10), "f4", external=[(str(secret), 0, h5py.h5f.UNLIMITED)])


def _virtual(file, group, secret):
    layout = h5py.VirtualLayout((784, 10), "f4")
    layout[:] = h5py.VirtualSource(str(secret), "x", (784, 10))
    group.create_virtual_dataset("0", layout)


def _soft_link(file, group, secret):
    file["elsewhere"] = np.ones((784, 10), "f4")
    group["0"] = h5py.SoftLink("/elsewhere")


def _external_link(file, group, secret):
    group["0"] = h5py.ExternalLink(str(secret), "/x")


def _packed(file, group, secret):
    group.create_dataset("0", data=np.ones((784, 10), "f4"), compression="gzip")


def _chunk_bomb(file, group, secret):
    """A chunk far larger than the array, which would be unpacked whole."""
    group.create_dataset(
        "0", (784, 10), "f4", maxshape=(None, None), chunks=(2**13, 2**13), compression="gzip"
    )


def _a_group(file, group, secret):
    group.create_group("0")


@pytest.mark.parametrize(
    "fill",
    [_external_data, _virtual, _soft_link, _external_link, _packed, _chunk_bomb, _a_group],
)
def test_weights_that_lie_elsewhere_or_are_packed(fill, path, tmp_path):
    secret = tmp_path / "secret.h5"
    with h5py.File(secret, "w") as file:
        file["x"] = np.ones((784, 10), "f4")
    write_zip(path, config_of(DENSE), _h5_by(lambda file, group: fill(file, group, secret)))
    said = refusal(path)
    assert "stored in a way" in said or "too few weights" in said


@pytest.mark.parametrize("place", ["layers", "layers/dense", "layers/dense/vars"])
@pytest.mark.parametrize("link", [h5py.SoftLink("/real"), h5py.ExternalLink("other.h5", "/")])
def test_groups_that_are_links(place, link, path):
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        file.create_group("real/dense/vars")
        file[place] = link
    write_zip(path, config_of(DENSE), content.getvalue())
    assert "no weights for its layer dense" in refusal(path)


@pytest.mark.parametrize(
    "facts",
    [
        "[",
        [],
        {"version": 1},
        {"version": 1, "pixels": "RGB"},
        {"version": 1, "pixels": ["unit"]},
        {"version": 2, "pixels": "unit"},
        {"version": 1, "pixels": "unit", "temperature": 0},
        {"version": 1, "pixels": "unit", "temperature": "1"},
        '{"version": 1, "pixels": "unit", "temperature": NaN}',
        {"version": 1, "pixels": "unit", "reject_below": 2},
        {"version": 1, "pixels": "unit", "epoch": -1},
        {"version": 1, "pixels": "unit", "epoch": 1.5},
        {"version": 1, "pixels": "unit", "optimizer_variables": 10**9},
        {"version": 1, "pixels": "unit", "optimizer_variables": 3},
    ],
)
def test_facts_that_cannot_be_true(facts, path):
    write_zip(path, config_of(DENSE), facts=facts)
    assert refusal(path)


@pytest.mark.parametrize(
    "array", [np.ones((10**6,), "f4"), np.ones((1,) * 9, "f4"), np.full(3, b"abc")]
)
def test_optimizer_variables_that_belong_to_nothing(array, path):
    content = io.BytesIO(GOOD_H5)
    with h5py.File(content, "r+") as file:
        file["optimizer/vars/0"] = array
    facts = {"version": 1, "pixels": "unit", "optimizer_variables": 1}
    write_zip(path, config_of(DENSE), content.getvalue(), facts=facts)
    assert "optimizer" in refusal(path)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e308])
def test_weights_that_are_no_numbers(path, value):
    kernel = np.ones((784, 10), "f8" if value == 1e308 else "f4")
    kernel[3, 4] = value
    write_zip(path, config_of(DENSE), h5_of({"dense": [kernel, np.zeros(10, "f4")]}))
    said = refusal(path)
    assert "not all numbers" in said
    assert "dense" in said
