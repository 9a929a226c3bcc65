"""``.keras`` files that would run programs, fill memory, or answer nonsense."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np

from tests.core.stranger_files import DENSE, GOOD_H5, config_of, h5_of, layer_of, write_zip
from tests.reliability.corpus.hostile import Hostile

_LAMBDA = {
    "class_name": "__lambda__",
    "config": {"code": "4wEAAAAAAAAAAAAAAAEAAAACAAAAQwAAAHMEAAAAfABTAA=="},
}


def _configs() -> Iterator[tuple[str, object]]:
    yield "a Lambda", config_of(layer_of("Lambda", function=_LAMBDA, name="l"), DENSE)
    public = {"class_name": "function", "config": "keras.utils.get_file"}
    yield "a Lambda of a public function", config_of(layer_of("Lambda", function=public), DENSE)
    yield (
        "a layer of another module",
        config_of({**DENSE, "module": "os", "class_name": "system"}),
    )
    yield "a TFSMLayer", config_of(layer_of("TFSMLayer", filepath="/etc", name="t"), DENSE)
    evil = {"module": "builtins", "class_name": "eval", "config": {"source": "1"}}
    yield (
        "an evil initializer",
        config_of({**DENSE, "config": {"units": 10, "name": "d", "kernel_initializer": evil}}),
    )
    yield "2^31 units", config_of(layer_of("Dense", name="d", units=2**31))
    yield "units below nothing", config_of(layer_of("Dense", name="d", units=-1))
    yield "units of a text", config_of(layer_of("Dense", name="d", units="10"))
    yield "units of 1e999", json.dumps(config_of(DENSE)).replace("10}", "1e999}")
    yield "no layers", config_of()
    yield "100,000 layers", config_of(*[DENSE] * 3000)
    yield "an input of 2^40", config_of(DENSE, shape=(2**40,))
    yield "a name of a path", config_of(layer_of("Dense", name="../../d", units=10))
    yield "depth of 100,000", "[" * 100_000
    yield "no JSON", b"\xff\xfe\x00"
    yield "a list", "[]"
    yield "a lone surrogate", '{"class_name": "\\ud800"}'


def _weights() -> Iterator[tuple[str, bytes]]:
    kernel, bias = np.ones((784, 10), "f4"), np.zeros(10, "f4")
    for name, value in {"no numbers": np.nan, "infinity": np.inf}.items():
        yield f"weights of {name}", h5_of({"dense": [np.full_like(kernel, value), bias]})
    yield "weights of 1e308", h5_of({"dense": [np.full((784, 10), 1e308), bias]})
    yield "weights of another shape", h5_of({"dense": [kernel.T, bias]})
    yield "one array too few", h5_of({"dense": [kernel]})
    yield "complex weights", h5_of({"dense": [kernel.astype("c8"), bias]})
    yield "weights that are texts", h5_of({"dense": [np.array([b"a"] * 10), bias]})
    yield "no HDF5", b"hello"
    yield "none", None
    for name, link in {
        "a link to another file": h5py.ExternalLink("/etc/passwd", "/"),
        "a link in circles": h5py.SoftLink("/layers/dense/vars"),
    }.items():
        content = io.BytesIO(GOOD_H5)
        with h5py.File(content, "r+") as file:
            del file["layers/dense/vars/0"]
            file["layers/dense/vars/0"] = link
        yield name, content.getvalue()


def _many_entries(path: Path) -> None:
    """Hide a table of contents of a hundred thousand entries behind a lie about disks."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(100_000):
            archive.writestr(str(number), b"")
    content = bytearray(path.read_bytes())
    # The number of this disk and of the first one: another beginning of an end record.
    content[-18:-14] = b"PK\x05\x06"
    path.write_bytes(content)


def _large_config(path: Path) -> None:
    write_zip(path, b" " * 300_000_000, method=zipfile.ZIP_DEFLATED)


def _encrypted(path: Path) -> None:
    write_zip(path, config_of(DENSE))
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        content[start + at : start + at + 2] = struct.pack("<H", 1)
    path.write_bytes(content)


def network_lies() -> Iterator[Hostile]:
    """Return the files."""
    for name, config in _configs():

        def write(path: Path, config: object = config) -> None:
            write_zip(path, config, method=zipfile.ZIP_DEFLATED)

        yield Hostile("network", f"config: {name}", ".keras", write)
    yield Hostile("network", "config: 300 MB", ".keras", _large_config, True)
    for name, weights in _weights():

        def write_weights(path: Path, weights: bytes | None = weights) -> None:
            write_zip(path, config_of(DENSE), weights)

        yield Hostile("network", f"weights: {name}", ".keras", write_weights)
    yield Hostile("network", "a lie about disks", ".keras", _many_entries, True)
    yield Hostile("network", "encrypted", ".keras", _encrypted)
    for facts in ("[" * 100_000, "[]", '{"recipe": "\\ud800"}', '{"epoch": 1e999}'):

        def write_facts(path: Path, facts: str = facts) -> None:
            write_zip(path, config_of(DENSE), facts=facts)

        yield Hostile("network", f"facts: {facts[:20]}", ".keras", write_facts)
