"""Many images as points of a plane, so that what is alike lies together.

Principal components at once, with NumPy alone; t-SNE and UMAP where the extra "maps" is
installed.

References
----------
van der Maaten & Hinton, "Visualizing data using t-SNE", JMLR 9, 2008; McInnes, Healy &
Melville, "UMAP", 2018.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Literal, TypeAlias, get_args

import numpy as np

from core.control import StopToken
from core.errors import InklingError
from core.records import Floats, Images

Method: TypeAlias = Literal["pca", "tsne", "umap"]

METHODS: tuple[Method, ...] = get_args(Method)

_MODULES: dict[Method, str] = {"pca": "numpy", "tsne": "sklearn", "umap": "umap"}

MOST_FITTED = 20_000
"""Principal directions are those of so many rows: more change nothing that is seen."""

FEATURES = 50
"""What t-SNE and UMAP are handed: the first principal components."""

MOST_EMBEDDED = 5_000
"""t-SNE and UMAP of more take minutes, and cannot be stopped as soon."""

_PARTS, _PART_ITERATIONS = 4, 250

_SLICE_ROWS = 4_096
_SEED = 0


def available(method: Method) -> bool:
    """Say whether what a method needs is installed."""
    return find_spec(_MODULES[method]) is not None


def plane(
    rows: Floats | Images,
    method: Method = "pca",
    *,
    stop: StopToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Floats:
    """Return a point for each row, float32 (n, 2).

    Parameters
    ----------
    rows : ndarray of float32 or uint8, shape (n, ...)
        What is known of each image: its pixels, or what a layer makes of it.
    report : callable, optional
        Is handed how much of a t-SNE is done, 0 to 1.

    Raises
    ------
    InklingError
        If what the method needs is not installed.
    Cancelled
        Soon after `stop` is set, of a t-SNE after a quarter of it; UMAP is not interrupted.
    """
    if not available(method):
        raise InklingError(
            "This map needs a library that is not installed: {library}.",
            'Install the extra "maps": pip install "inkling[maps]".',
            library=_MODULES[method],
        )
    if len(rows) < 3:
        return np.zeros((len(rows), 2), np.float32)
    if method == "pca":
        return principal(rows, 2)
    stop = stop or StopToken()
    stop.check()
    reduced = principal(rows, min(FEATURES, rows[0].size))
    return _tsne(reduced, stop, report) if method == "tsne" else _umap(reduced)


def principal(rows: Floats | Images, count: int) -> Floats:
    """Return the first principal components of each row, float32 (n, count).

    The sign of each is such that its largest direction is positive: maps do not flip.
    """
    flat = rows.reshape(len(rows), -1)
    fitted = flat[:: max(1, len(flat) // MOST_FITTED)].astype(np.float32)
    mean = fitted.mean(axis=0)
    fitted -= mean
    spread = fitted.T @ fitted / max(1, len(fitted) - 1)
    _, directions = np.linalg.eigh(spread.astype(np.float64))
    chosen = directions[:, ::-1][:, :count]
    largest = np.abs(chosen).argmax(axis=0)
    chosen = chosen * np.where(chosen[largest, np.arange(chosen.shape[1])] < 0, -1, 1)
    points = np.zeros((len(flat), count), np.float32)
    for first in range(0, len(flat), _SLICE_ROWS):
        part = flat[first : first + _SLICE_ROWS].astype(np.float32) - mean
        points[first : first + _SLICE_ROWS, : chosen.shape[1]] = part @ chosen.astype(
            np.float32
        )
    return points


def _tsne(rows: Floats, stop: StopToken, report: Callable[[float], None] | None) -> Floats:
    """Return the t-SNE, made in parts that go on from each other, so that it can be stopped.

    The first part is all of the early exaggeration, 250 iterations, as scikit-learn has it.
    """
    from sklearn.manifold import TSNE

    near = min(30.0, (len(rows) - 1) / 3)
    points: Floats | str = "pca"
    for part in range(_PARTS):
        stop.check()
        points = (
            TSNE(
                init=points,
                perplexity=near,
                early_exaggeration=12.0 if part == 0 else 1.0,
                max_iter=_PART_ITERATIONS,
                random_state=_SEED,
            )
            .fit_transform(rows)
            .astype(np.float32)
        )
        if report is not None:
            report((part + 1) / _PARTS)
    assert not isinstance(points, str)
    return points


def _umap(rows: Floats) -> Floats:
    from umap import UMAP

    near = min(15, len(rows) - 1)
    made = UMAP(n_neighbors=near, random_state=_SEED, n_jobs=1).fit_transform(rows)
    result: Floats = made.astype(np.float32)
    return result


def inside(points: Floats, outline: Floats) -> np.ndarray:
    """Say of each point whether it lies in a closed outline, bool (n,).

    Even-odd rule: a ray to the right crosses the outline an odd number of times.

    Parameters
    ----------
    points : ndarray of float, shape (n, 2)
    outline : ndarray of float, shape (corners, 2)
    """
    x, y = points[:, 0], points[:, 1]
    odd = np.zeros(len(points), bool)
    for (x1, y1), (x2, y2) in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        if y1 == y2:
            continue
        between = (y1 > y) != (y2 > y)
        odd ^= between & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return odd
