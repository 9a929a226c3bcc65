"""How accuracy falls as images are turned, moved, thickened, made noisy or paled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.control import StopToken
from core.evaluation.metrics import wilson
from core.records import Dataset, Images, Labels, Network, SplitName
from core.regular_file import read_text
from core.second_look.changes import KINDS, STRENGTHS, Change, Kind, changed

MOST_IMAGES = 2_000
"""So many images are enough for an interval of a percent, and for a curve in seconds."""

_SEED = 0
_MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Point:
    """The accuracy at one strength: `right` of `images`, with its 95 % Wilson interval."""

    strength: float
    right: int
    images: int

    @property
    def accuracy(self) -> float:
        """The share that was read right."""
        return self.right / self.images

    @property
    def interval(self) -> tuple[float, float]:
        """Between these the true accuracy plausibly lies."""
        return wilson(self.right, self.images)


@dataclass(frozen=True)
class Robustness:
    """The curves of one network: for each kind of change its points, strength rising."""

    curves: dict[Kind, tuple[Point, ...]]


def chosen_images(dataset: Dataset, split: SplitName) -> tuple[Images, Labels]:
    """Return the images that are changed: all, or always the same 2,000 of many."""
    images, labels = dataset.images(split), dataset.labels(split)
    known = np.flatnonzero(labels >= 0)
    if len(known) > MOST_IMAGES:
        rng = np.random.default_rng(_SEED)
        known = np.sort(rng.choice(known, MOST_IMAGES, replace=False))
    return images[known], labels[known]


def measure(
    network: Network,
    images: Images,
    labels: Labels,
    *,
    report: Callable[[float], None],
    stop: StopToken,
) -> Robustness:
    """Let a network read the images at each strength of each change.

    Parameters
    ----------
    report : callable
        Is handed how much is done, 0 to 1.

    Raises
    ------
    Cancelled
        Soon after `stop` is set.
    """
    total = sum(map(len, STRENGTHS.values()))
    as_they_are = _right(network, images, labels, stop)
    done, curves = 0, {}
    for kind in KINDS:
        points = []
        for strength in STRENGTHS[kind]:
            change = Change(kind, strength)
            right = (
                as_they_are
                if change.changes_nothing
                else _right(network, changed(images, change), labels, stop)
            )
            points.append(Point(strength, right, len(labels)))
            done += 1
            report(done / total)
        curves[kind] = tuple(points)
    return Robustness(curves)


def _right(network: Network, images: Images, labels: Labels, stop: StopToken) -> int:
    from core.training.scoring import predict

    stop.check()
    return int((predict(network, images, stop=stop).digits == labels).sum())


def curves_file(folder: Path, network: Network, dataset: Dataset, split: SplitName) -> Path:
    """Return where the curves of a network on a split are kept."""
    return folder / f"{dataset.fingerprint}-{split}-{network_hash(network)}.json"


def network_hash(network: Network) -> str:
    """Return 16 hexadecimal digits of a SHA-256 over layers and weights."""
    digest = hashlib.sha256(repr(network.spec).encode())
    for weights in network.weights:
        digest.update(np.ascontiguousarray(weights).data)
    return digest.hexdigest()[:16]


def load_curves(path: Path) -> Robustness | None:
    """Return curves that were kept; None where there are none of today's strengths."""
    try:
        data = json.loads(read_text(path, _MOST_BYTES))
        curves = {kind: tuple(map(_point, data[kind])) for kind in KINDS}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        # They can be measured again.
        return None
    same = all(tuple(p.strength for p in curves[kind]) == STRENGTHS[kind] for kind in KINDS)
    return Robustness(curves) if same else None


def save_curves(path: Path, found: Robustness) -> None:
    """Keep curves.

    Raises
    ------
    InklingError
        When the system refuses.
    """
    text = json.dumps({kind: [asdict(p) for p in ps] for kind, ps in found.curves.items()})

    def write(file: BinaryIO) -> None:
        file.write(text.encode())

    write_atomically(path, write)


def _point(data: Any) -> Point:
    point = Point(float(data["strength"]), int(data["right"]), int(data["images"]))
    if not 0 <= point.right <= point.images or not point.images:
        raise ValueError("no share")
    return point
