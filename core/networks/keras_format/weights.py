"""The weights in a ``.keras`` file: ``model.weights.h5``, written and read with h5py.

Keras puts the arrays of a layer under ``layers/NAME/vars/0, 1, ...``, where NAME is the
layer's class in snake case, numbered among its like, and the optimizer's variables under
``optimizer/vars``. Only those paths are looked at, and each array is checked before it is
read: where it lies, how it is stored, its shape and type.
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
from core.layers import BatchNormalization, LayerRow, Shape
from core.networks.keras_format.archive import DAMAGED, FETCH_AGAIN
from core.networks.keras_format.translation import Part
from core.records import Floats

MOST_VARIABLES = 2_000
"""Of an optimizer; Adam has two for each array of weights, and two more."""

_BROKEN = (
    OSError,
    KeyError,
    RuntimeError,
    ValueError,
    TypeError,
    AttributeError,
    OverflowError,
    MemoryError,
)
# Keras 2.13 named the first of these otherwise.
_LAYERS = ("layers", "_layer_checkpoint_dependencies")


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
            weights = tuple(_layer_weights(file, rows, parts))
            limit = 4 * sum(row.parameters for row in rows) + 64
            return weights, tuple(_optimizer_variables(file, variables, limit))
    except _BROKEN as error:
        raise NetworkError(DAMAGED, FETCH_AGAIN) from error


def _layer_weights(
    file: h5py.File, rows: Sequence[LayerRow], parts: Sequence[Part]
) -> Iterator[Floats]:
    for row, part in zip(rows, parts, strict=True):
        if not row.shapes:
            continue
        group = _group(file, *(f"{layers}/{row.name}/vars" for layers in _LAYERS))
        index = 0
        for place, shape in enumerate(row.shapes):
            if part.stored[place]:
                yield _array(group, str(index), row.name, shape).astype(np.float32)
                index += 1
            else:
                # A BatchNormalization without gamma multiplies by 1, without beta adds 0.
                assert isinstance(part.layer, BatchNormalization)
                yield np.full(shape, 1 - place, np.float32)


def _optimizer_variables(
    file: h5py.File, count: int, limit: int
) -> Iterator[NDArray[np.generic]]:
    if not count:
        return
    group = _group(file, "optimizer/vars")
    for index in range(min(count, MOST_VARIABLES)):
        array = _array(group, str(index), "optimizer", None, limit)
        limit -= array.size
        yield array


def _group(file: h5py.File, *paths: str) -> h5py.Group:
    """Return the first of these groups that is there, through no link to elsewhere."""
    for path in paths:
        found: Any = file
        for name in path.split("/"):
            found = _member(found, name)
            if not isinstance(found, h5py.Group):
                break
        else:
            return found
    raise NetworkError(
        "{file} holds no weights for its layer {layer}.",
        FETCH_AGAIN,
        layer=paths[0].split("/")[-2],
    )


def _member(group: h5py.Group, name: str) -> Any:
    """Return what bears this name; None where it is missing or lies in another place."""
    link = group.get(name, getlink=True)
    return group[name] if isinstance(link, h5py.HardLink) else None


def _array(
    group: h5py.Group, name: str, layer: str, shape: Shape | None, limit: int = 0
) -> NDArray[Any]:
    """Read one array of this shape; with None, of any shape of at most `limit` numbers."""
    data = _member(group, name)
    if not isinstance(data, h5py.Dataset):
        raise NetworkError(
            "{file} holds too few weights for its layer {layer}.", FETCH_AGAIN, layer=layer
        )
    if data.shape != shape and (shape is not None or not _bearable(data.shape, limit)):
        raise NetworkError(
            "{file}: the layer {layer} needs weights of shape {wanted}; the file has {found}.",
            FETCH_AGAIN,
            layer=layer,
            wanted=shape,
            found=data.shape,
        )
    _check_storage(data, layer, "f" if shape is not None else "fiu")
    content: NDArray[Any] = data[()] if data.shape else np.asarray(data[()])
    return content


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
