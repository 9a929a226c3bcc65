"""The weights in a ``.keras`` file: ``model.weights.h5``, written and read with h5py.

Only the paths that Keras writes are looked at (`core.networks.keras_format.groups`), and each
array is checked before it is read: where it lies, how it is stored, its shape and type.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from math import prod
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from core.errors import NetworkError
from core.layers import LayerRow, Shape
from core.networks.keras_format.archive import BROKEN, DAMAGED, FETCH_AGAIN
from core.networks.keras_format.groups import arrays_of, member, tree_of
from core.networks.keras_format.kinds import Part
from core.records import Floats

MOST_VARIABLES = 2_000
"""Of an optimizer; Adam has two for each array of weights, and two more."""

_SMALLEST_DEVIATION = 1e-7
"""Keras's Normalization divides by no less."""


def write_weights(
    rows: Sequence[LayerRow],
    weights: Sequence[Floats],
    optimizer_variables: Sequence[NDArray[np.generic]],
) -> bytes:
    """Return the content of ``model.weights.h5``."""
    buffer = io.BytesIO()
    with h5py.File(buffer, "w") as file:
        arrays = iter(weights)
        for row in rows:
            group = file.create_group(f"layers/{row.name}/vars")
            group.attrs["name"] = row.name
            for index, _ in enumerate(row.shapes):
                group.create_dataset(str(index), data=np.asarray(next(arrays), np.float32))
        if optimizer_variables:
            group = file.create_group("optimizer/vars")
            for index, array in enumerate(optimizer_variables):
                group.create_dataset(str(index), data=array)
    return buffer.getvalue()


def read_weights(
    content: bytes, rows: Sequence[LayerRow], parts: Sequence[Part], variables: int
) -> tuple[tuple[Floats, ...], tuple[NDArray[np.generic], ...]]:
    """Read the weights of these layers, and so many variables of the optimizer.

    Raises
    ------
    NetworkError
        If one is missing, of another shape or type, or stored in a way that Keras never
        uses.
    """
    try:
        with h5py.File(io.BytesIO(content), "r") as file:
            weights = tuple(_all_weights(file, rows, parts))
            limit = 4 * sum(row.parameters for row in rows) + 64
            return weights, tuple(_optimizer_variables(file, variables, limit))
    except BROKEN as error:
        raise NetworkError(DAMAGED, FETCH_AGAIN) from error


def _all_weights(
    file: h5py.File, rows: Sequence[LayerRow], parts: Sequence[Part]
) -> Iterator[Floats]:
    places = [part.place for part, row in zip(parts, rows, strict=True) if holds(part, row)]
    stored = arrays_of(tree_of(file), places)
    for row, part in zip(rows, parts, strict=True):
        if holds(part, row) and part.place not in stored:
            raise missing(row)
        arrays = stored.get(part.place, {})
        yield from layer_weights(
            row, part, [arrays.get(str(n)) for n in range(len(row.shapes))]
        )


def missing(row: LayerRow) -> NetworkError:
    """Return the error for a layer of which the file has no weights."""
    return NetworkError(
        "{file} holds no weights for its layer {layer}.", FETCH_AGAIN, layer=row.name
    )


def holds(part: Part, row: LayerRow) -> bool:
    """Say whether the file must hold weights of a layer."""
    return any(part.stored[: len(row.shapes)])


def layer_weights(row: LayerRow, part: Part, arrays: Sequence[Any]) -> Iterator[Floats]:
    """Yield the weights of one layer from what the file has of it, in Keras's order."""
    remaining = iter(arrays)
    fixed = iter(part.fixed or ())
    array: NDArray[Any]
    for place, shape in enumerate(row.shapes):
        statistic = part.fixed is not None and place > 1
        if part.stored[place]:
            shapes = (shape, ()) if statistic else (shape,)
            array = read_array(next(remaining, None), row.name, shapes)
        elif statistic:
            array = np.asarray(next(fixed))
        else:
            # A normalisation without gamma multiplies by 1, without beta adds 0.
            array = np.array(1.0 - place)
        if statistic and place == 3:
            array = np.square(np.maximum(np.sqrt(array), _SMALLEST_DEVIATION))
        yield _spread(array, shape, row)


def _spread(array: Any, shape: Shape, row: LayerRow) -> Floats:
    """Return one number for all, or an array of the shape, as float32 of the shape."""
    if np.shape(array) not in (shape, (), (1,)):
        raise misfitting(row.name, shape, np.shape(array))
    return np.array(np.broadcast_to(array, shape), np.float32)


def _optimizer_variables(
    file: h5py.File, count: int, limit: int
) -> Iterator[NDArray[np.generic]]:
    if not count:
        return
    group: Any = file
    for name in ("optimizer", "vars"):
        group = member(group, name) if isinstance(group, h5py.Group) else None
    if not isinstance(group, h5py.Group):
        raise NetworkError(
            "{file} holds no weights for its layer {layer}.", FETCH_AGAIN, layer="optimizer"
        )
    for index in range(min(count, MOST_VARIABLES)):
        array = read_array(member(group, str(index)), "optimizer", None, limit)
        limit -= array.size
        yield array


def read_array(
    data: Any, layer: str, shapes: tuple[Shape, ...] | None, limit: int = 0
) -> NDArray[Any]:
    """Read one array of one of these shapes; with None, of any of at most `limit` numbers.

    Raises
    ------
    NetworkError
        If it is no array, has another shape, or is stored as Keras never does.
    """
    if not isinstance(data, h5py.Dataset):
        raise NetworkError(
            "{file} holds too few weights for its layer {layer}.", FETCH_AGAIN, layer=layer
        )
    if shapes is None and not _bearable(data.shape, limit):
        raise misfitting(layer, None, data.shape)
    if shapes is not None and data.shape not in shapes:
        raise misfitting(layer, shapes[0], data.shape)
    _check_storage(data, layer, "f" if shapes is not None else "fiu")
    content: NDArray[Any] = data[()] if data.shape else np.asarray(data[()])
    _check_numbers(content, layer)
    return content


def _check_numbers(content: NDArray[Any], layer: str) -> None:
    """Refuse what gives no answer, or any: weights of NaN, or beyond what float32 holds."""
    with np.errstate(over="ignore"):
        usable = content.dtype.kind != "f" or np.isfinite(content.astype(np.float32)).all()
    if not usable:
        raise NetworkError(
            "{file} cannot read digits: the weights of its layer {layer} are not all numbers.",
            "The training that gave it went astray: train it again with a smaller learning"
            " rate.",
            layer=layer,
        )


def misfitting(layer: str, wanted: Shape | None, found: Any) -> NetworkError:
    """Return the error for an array of another shape than its layer needs."""
    return NetworkError(
        "{file}: the layer {layer} needs weights of shape {wanted}; the file has {found}.",
        FETCH_AGAIN,
        layer=layer,
        wanted=wanted,
        found=found,
    )


def _bearable(shape: Any, limit: int) -> bool:
    return isinstance(shape, tuple) and len(shape) <= 4 and prod(shape) <= limit


def _check_storage(data: h5py.Dataset, layer: str, kinds: str) -> None:
    """Refuse arrays that lie in other files, are packed, or are no plain numbers."""
    # A chunk may unpack to far more than the array itself.
    elsewhere = data.is_virtual or data.external or data.chunks is not None
    if elsewhere or data.dtype.kind not in kinds or data.dtype.itemsize > 8:
        raise NetworkError(
            "{file}: the weights of the layer {layer} are stored in a way that Keras never "
            "uses.",
            "Open it with Keras and save it again, if you trust it.",
            layer=layer,
        )
