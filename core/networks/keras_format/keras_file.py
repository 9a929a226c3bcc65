"""Networks as standard ``.keras`` files, written and read without Keras.

``keras.saving.load_model`` opens what `save` writes: a zip with ``metadata.json``,
``config.json`` and ``model.weights.h5``. What Keras has no word for stands beside them in
``inkling.json``, which Keras passes over: how pixels are handed over, the temperature, the
recipe, how long it was trained. The optimizer's variables lie where Keras has them too.

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

import numpy as np
from numpy.typing import NDArray

from core.atomic_file import write_atomically
from core.errors import NetworkError, RecipeError
from core.layers import Rescaling, summary
from core.networks.forward import check_weights
from core.networks.keras_format.archive import LARGEST_TEXT, Archive, open_archive
from core.networks.keras_format.config import KERAS_VERSION, config_of
from core.networks.keras_format.translation import translate
from core.networks.keras_format.values import misshapen
from core.networks.keras_format.weights import MOST_VARIABLES, read_weights, write_weights
from core.phrases import Phrase
from core.recipes.recipe_file import from_data, to_data
from core.records import NO_SUMS, Network, Recipe

FACTS_VERSION = 1
"""Of ``inkling.json``."""

_FACTS = "inkling.json"
_CONFIG = "config.json"
_WEIGHTS = "model.weights.h5"


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
        "version": FACTS_VERSION,
        "pixels": network.spec.pixels,
        "temperature": network.temperature,
        "reject_below": network.reject_below,
        "epoch": epoch,
        "epoch_sums": epoch_sums,
        "counts_from": counts_from,
        "optimizer_variables": len(optimizer_variables),
        "recipe": to_data(recipe) if recipe else None,
    }
    saved = datetime.now(UTC).strftime("%Y-%m-%d@%H:%M:%S")
    entries = {
        "metadata.json": _json({"keras_version": KERAS_VERSION, "date_saved": saved}),
        _CONFIG: _json(config_of(network.spec, rows)),
        _FACTS: _json(facts),
        _WEIGHTS: write_weights(rows, network.weights, optimizer_variables),
    }

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in entries.items():
                archive.writestr(name, content)

    write_atomically(Path(path), write)


def load(path: Path) -> SavedNetwork:
    """Read a ``.keras`` file: Inkling's, or one that Keras saved.

    Raises
    ------
    NetworkError
        If it is damaged, hostile, or holds anything that Inkling does not know.
    """
    path = Path(path)
    try:
        with open_archive(path) as archive:
            return _read(archive)
    except NetworkError as error:
        raise _named(error, str(path)) from error


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
    spec, parts = translate(_parsed(archive, _CONFIG))
    facts = _Facts.of(_parsed(archive, _FACTS)) if _FACTS in archive else _Facts()
    rescaled = any(isinstance(layer, Rescaling) for layer in spec.layers)
    spec = replace(spec, pixels=facts.pixels or spec.pixels)
    rows = summary(spec)
    # Adam keeps two more numbers for each weight, a moving average one; room for float64.
    bound = 48 * sum(row.parameters for row in rows) + 2**22
    weights, variables = read_weights(
        archive.read(_WEIGHTS, bound), rows, parts, facts.optimizer_variables
    )
    return SavedNetwork(
        network=Network(spec, weights, facts.temperature, facts.reject_below),
        recipe=facts.recipe,
        optimizer_variables=variables,
        epoch=facts.epoch,
        epoch_sums=facts.epoch_sums,
        counts_from=facts.counts_from,
        pixels_known=facts.pixels is not None or rescaled,
    )


@dataclass(frozen=True)
class _Facts:
    """What ``inkling.json`` says; the defaults are those of a file without one."""

    pixels: Any = None
    temperature: float = 1.0
    reject_below: float = 0.0
    epoch: int = 0
    epoch_sums: tuple[float, ...] = NO_SUMS
    counts_from: int = 0
    optimizer_variables: int = 0
    recipe: Recipe | None = None

    @classmethod
    def of(cls, data: Any) -> _Facts:
        if not isinstance(data, dict) or data.get("pixels") not in ("unit", "raw"):
            raise misshapen(_FACTS)
        if data.get("version") != FACTS_VERSION:
            raise NetworkError("{file} was saved by a newer Inkling.", "Open it with that one.")
        return cls(
            pixels=data["pixels"],
            temperature=_real(data.get("temperature", 1.0), 1e-3, 1e3),
            reject_below=_real(data.get("reject_below", 0.0), 0, 1),
            epoch=_count(data.get("epoch", 0), 10**9),
            epoch_sums=_sums(data.get("epoch_sums", NO_SUMS)),
            counts_from=_count(data.get("counts_from", 0), 10**9),
            optimizer_variables=_count(data.get("optimizer_variables", 0), MOST_VARIABLES),
            recipe=_recipe(data.get("recipe")),
        )


def _real(value: Any, low: float, high: float) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not low <= value <= high
    ):
        raise misshapen(_FACTS)
    return float(value)


def _sums(values: Any) -> tuple[float, ...]:
    if not isinstance(values, list | tuple) or len(values) != len(NO_SUMS):
        raise misshapen(_FACTS)
    return tuple(_real(value, 0, 1e30) for value in values)


def _count(value: Any, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise misshapen(_FACTS)
    return value


def _recipe(data: Any) -> Recipe | None:
    try:
        return None if data is None else from_data(data)
    except RecipeError:
        # The network answers all the same.
        return None


def _json(data: Any) -> bytes:
    return json.dumps(data).encode()


def _parsed(archive: Archive, name: str) -> Any:
    content = archive.read(name, LARGEST_TEXT)
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise misshapen(name) from error
