"""Networks as standard ``.keras`` files, written and read without Keras; ``.h5`` read too.

``keras.saving.load_model`` opens what `save` writes: a zip with ``metadata.json``,
``config.json`` and ``model.weights.h5``. What Keras has no word for stands beside them in
``inkling.json``, which Keras passes over: how pixels are handed over, the temperature, the
names of its classes, the recipe, how long it was trained. The optimizer's variables lie where
Keras has them too.

`load` takes files from strangers. It never uses Keras's own deserialisation, which can run
code: the config is translated by an allowlist (`core.networks.keras_format.translation`),
sizes are bounded before anything is unpacked, and weights are checked one by one.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import h5py
import numpy as np
from numpy.typing import NDArray

from core.atomic_file import write_atomically
from core.errors import NetworkError
from core.layers import summary
from core.networks.forward import check_weights
from core.networks.keras_format.archive import (
    BROKEN,
    DAMAGED,
    FETCH_AGAIN,
    LARGEST_TEXT,
    Archive,
    open_archive,
    opened,
)
from core.networks.keras_format.config import KERAS_VERSION, config_of
from core.networks.keras_format.facts import FACTS, VERSION, Facts
from core.networks.keras_format.strangers import (
    EMPTY,
    NETWORK_ENDINGS,
    SAVED_MODEL,
    TORCH,
    fresh,
    stranger_in,
)
from core.networks.keras_format.translation import translate
from core.networks.keras_format.values import misshapen
from core.networks.keras_format.weights import read_weights, write_weights
from core.networks.keras_format.whole_model import (
    is_kerass,
    keras_major,
    model_text,
    whole_model_weights,
)
from core.phrases import Phrase
from core.recipes.recipe_file import to_data
from core.records import NO_SUMS, Network, Recipe

_CONFIG = "config.json"
_WEIGHTS = "model.weights.h5"
_METADATA = "metadata.json"
_MODEL = Phrase("model")
_HDF5 = b"\x89HDF\r\n\x1a\n"


@dataclass(frozen=True, eq=False)
class SavedNetwork:
    """What a ``.keras`` file holds.

    Parameters
    ----------
    recipe : Recipe or None
        What it was trained by; None where the file does not say it, or says it in words
        that this Inkling does not know.
    optimizer_variables : tuple of ndarray
        The Keras optimizer's own; empty where the file is not Inkling's.
    epoch : int
        How many epochs it was trained for; 0 where the file does not say it.
    epoch_sums, counts_from : tuple of float, int
        Of the epoch that a training was stopped in, and the epoch that its count began with,
        as in `TrainingState`.
    pixels_known : bool
        Whether the file says how pixels are handed over; if not, `network` takes them
        divided by 255, which the person may want to change.
    """

    network: Network
    recipe: Recipe | None
    optimizer_variables: tuple[NDArray[np.generic], ...]
    epoch: int
    epoch_sums: tuple[float, ...]
    counts_from: int
    pixels_known: bool


def save(
    path: Path,
    network: Network,
    *,
    recipe: Recipe | None = None,
    optimizer_variables: tuple[NDArray[np.generic], ...] = (),
    epoch: int = 0,
    epoch_sums: tuple[float, ...] = NO_SUMS,
    counts_from: int = 0,
) -> None:
    """Write a network; what was at `path` stays as it was unless all of it was written.

    Raises
    ------
    NetworkError
        If the weights do not fit the layers.
    InklingError
        If the system refuses to write.
    """
    rows = summary(network.spec)
    check_weights(rows, network.weights)
    facts = {
        "version": VERSION,
        "pixels": network.spec.pixels,
        "temperature": network.temperature,
        "reject_below": network.reject_below,
        "epoch": epoch,
        "epoch_sums": epoch_sums,
        "counts_from": counts_from,
        "optimizer_variables": len(optimizer_variables),
        "recipe": to_data(recipe) if recipe else None,
        "classes": network.classes,
    }
    saved = datetime.now(UTC).strftime("%Y-%m-%d@%H:%M:%S")
    entries = {
        _METADATA: _json({"keras_version": KERAS_VERSION, "date_saved": saved}),
        _CONFIG: _json(config_of(network.spec, rows)),
        FACTS: _json(facts),
        _WEIGHTS: write_weights(rows, network.weights, optimizer_variables),
    }

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in entries.items():
                archive.writestr(name, content)

    write_atomically(Path(path), write)


def load(path: Path) -> SavedNetwork:
    """Read a ``.keras`` file, Inkling's or one that Keras saved, or a whole model in HDF5.

    Raises
    ------
    NetworkError
        If it is damaged, hostile, or holds anything that Inkling does not know.
    """
    path = Path(path)
    try:
        with opened(path) as file:
            return _read_any(path, file)
    except NetworkError as error:
        raise _named(error, str(path)) from error


def holds_network(path: Path) -> bool:
    """Say whether an HDF5 file is Keras's, whole or weights alone, rather than a data set."""
    try:
        with opened(path) as file, h5py.File(file, "r") as found:
            return is_kerass(found)
    except (NetworkError, *BROKEN):
        # Whatever it is, the reader of networks says what is wrong with it.
        return True


def checked_target(path: Path) -> Path:
    """Return where a network is saved that a person wants at `path`: it ends in .keras.

    Raises
    ------
    NetworkError
        If the name says another format, which the file would not be.
    """
    ending = path.suffix.lower()
    if ending == ".keras":
        return path
    if ending in NETWORK_ENDINGS or ending in (".npz", ".json", ".zip", ".py"):
        raise NetworkError(
            "A network is saved as a .keras file; {file} would not be what its name says.",
            "Name it {name}; other formats: File > Export, or inkling export.",
            file=str(path),
            name=path.with_suffix(".keras").name,
        )
    return path.with_name(f"{path.name}.keras")


def _read_any(path: Path, file: BinaryIO) -> SavedNetwork:
    """Read what the file is by its content; its name only tells what else it may be."""
    head = file.read(64)
    file.seek(0)
    if head.startswith(_HDF5):
        return _read_whole_model(file)
    if not head.startswith(b"PK"):
        raise _not_opened(path, head)
    with open_archive(file) as archive:
        if _CONFIG not in archive:
            raise _other_zip(archive, path, head)
        return _read(archive)


def _not_opened(path: Path, head: bytes) -> NetworkError:
    stranger = stranger_in(path, head) if head else fresh(EMPTY)
    return stranger or NetworkError(
        "{file} is not a .keras file, or its beginning is missing.", FETCH_AGAIN
    )


def _other_zip(archive: Archive, path: Path, head: bytes) -> NetworkError:
    """Say what a zip without a config is."""
    names = archive.names()
    if any(name.endswith(("data.pkl", "constants.pkl")) for name in names):
        return fresh(TORCH)
    if any(name.endswith("saved_model.pb") for name in names):
        return fresh(SAVED_MODEL)
    within = next((n for n in names if n.lower().endswith((".keras", ".h5"))), None)
    if within is not None:
        return NetworkError(
            "{file} is a zip with a network in it: {entry}.",
            "Unpack it first.",
            entry=within[:80],
        )
    return NetworkError(
        "{file} is not a network that Keras saved: it has no {entry}.",
        "Choose a .keras file.",
        entry=_CONFIG,
    )


def _named(error: NetworkError, file: str) -> NetworkError:
    """Put the file's name into an error."""
    if "{file}" in error.problem:
        return NetworkError(error.problem, error.cure, **{**error.values, "file": file})
    # What layers say of each other they say without a file.
    return NetworkError(
        "{file} holds a network that Inkling cannot use: {reason}",
        error.cure,
        **{**error.values, "file": file, "reason": Phrase(error.problem, **error.values)},
    )


def _read(archive: Archive) -> SavedNetwork:
    spec, parts, told = translate(_entry(archive, _CONFIG), keras=_major(archive))
    facts = Facts.of(_entry(archive, FACTS)) if FACTS in archive else Facts()
    spec = replace(spec, pixels=facts.pixels or spec.pixels)
    rows = summary(spec)
    # Adam keeps two more numbers for each weight, a moving average one; room for float64.
    bound = 48 * sum(row.parameters for row in rows) + 2**22
    weights, variables = read_weights(
        archive.read(_WEIGHTS, bound), rows, parts, facts.optimizer_variables
    )
    if facts.classes and len(facts.classes) != rows[-1].output_shape[0]:
        raise misshapen(FACTS)
    return SavedNetwork(
        network=Network(spec, weights, facts.temperature, facts.reject_below, facts.classes),
        recipe=facts.recipe,
        optimizer_variables=variables,
        epoch=facts.epoch,
        epoch_sums=facts.epoch_sums,
        counts_from=facts.counts_from,
        pixels_known=facts.pixels is not None or told,
    )


def _read_whole_model(file: BinaryIO) -> SavedNetwork:
    try:
        with h5py.File(file, "r") as model:
            text = model_text(model)
            spec, parts, told = translate(_parsed(text, _MODEL), keras=keras_major(model))
            weights = tuple(whole_model_weights(model, summary(spec), parts))
    except BROKEN as error:
        raise NetworkError(DAMAGED, FETCH_AGAIN) from error
    return SavedNetwork(Network(spec, weights), None, (), 0, NO_SUMS, 0, pixels_known=told)


def _major(archive: Archive) -> int:
    """Return which Keras wrote the file: 2 or 3."""
    if _METADATA not in archive:
        return 3
    data = _entry(archive, _METADATA)
    version = data.get("keras_version") if isinstance(data, dict) else None
    return 2 if isinstance(version, str) and version.startswith("2.") else 3


def _json(data: Any) -> bytes:
    return json.dumps(data).encode()


def _entry(archive: Archive, name: str) -> Any:
    return _parsed(archive.read(name, LARGEST_TEXT), name)


def _parsed(text: bytes | str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise misshapen(name) from error
