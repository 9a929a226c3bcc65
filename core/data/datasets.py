"""Data sets of single digits, from wherever they are kept, as a `Dataset`.

`dataset_files` finds the files, one reader for each format (`idx`, `npz`, `csv_digits`,
`image_folder`) gives the splits, and this module puts them together. Whatever is wrong
with a file comes out as a `DataError` that says so.
"""

from __future__ import annotations

import importlib.resources
import os
from dataclasses import replace
from pathlib import Path

from core.data.formats.contents import Found, find_files
from core.data.formats.csv_table import read_csv
from core.data.formats.idx import read_idx
from core.data.formats.image_folder import read_image_folder
from core.data.formats.npz import read_npz
from core.data.formats.splits import NO_SPLIT, Split
from core.errors import DataError
from core.home import Home
from core.records import Dataset

_FINGERPRINT_OF_MNIST = "1e35582d42a90940"
_MNIST_COUNTS = (60_000, 10_000)

SAMPLE_NAME, SAMPLE_SOURCE = "MNIST sample (5,000)", "built in"
"""What the embedded sample is called, and where it comes from."""


def load(path: Path) -> Dataset:
    """Read the data set in a folder, or the one that a file belongs to.

    Parameters
    ----------
    path : Path
        A folder with IDX files, an .npz file, CSV files or image folders; or an .npz, CSV
        or IDX file. A CSV file is read together with its partner ("train" and "test" in
        the name).

    Returns
    -------
    Dataset
        With an empty test split where there is no file for one.

    Raises
    ------
    DataError
        When there is nothing to read, or a file is broken or not what it says it is.
    """
    path = Path(path)
    found = find_files(path)
    train, test = _read(found)
    name = found.train[0].name if found.kind in ("npz", "csv") else path.absolute().name
    return _named(
        Dataset(name, str(path), train.images, train.labels, test.images, test.labels)
    )


def load_sample() -> Dataset:
    """Return the built-in sample: 4,000 training and 1,000 test images of MNIST.

    Each split has as many of each digit, in a mixed order that never changes.
    """
    stored = importlib.resources.files("resources") / "sample" / "mnist_5k.npz"
    with importlib.resources.as_file(stored) as file:
        train, test = read_npz(file)
    return Dataset(
        name=SAMPLE_NAME,
        source=SAMPLE_SOURCE,
        train_images=train.images,
        train_labels=train.labels,
        test_images=test.images,
        test_labels=test.labels,
    )


def find_mnist(home: Home, preferred: Path | None = None) -> Path | None:
    """Find the whole MNIST on this machine, by the names of its files.

    Looks at `preferred`, the folder that ``INKLING_DATA`` names, Inkling's own downloads,
    and what Keras downloaded, and gives the first that has a data set.
    """
    named = os.environ.get("INKLING_DATA")
    keras_home = os.environ.get("KERAS_HOME") or "~/.keras"
    places = (
        preferred,
        Path(named).expanduser() if named else None,
        home.data,
        Path(keras_home).expanduser() / "datasets" / "mnist.npz",
    )
    return next((place for place in places if place and _holds_data(place)), None)


def _holds_data(path: Path) -> bool:
    try:
        find_files(path)
    except DataError:
        return False
    return True


def _read(found: Found) -> tuple[Split, Split]:
    if found.kind == "npz":
        return read_npz(found.train[0])
    return _read_split(found, found.train), _read_split(found, found.test)


def _read_split(found: Found, files: tuple[Path, ...]) -> Split:
    if not files:
        return NO_SPLIT
    if found.kind == "idx":
        return read_idx(*files)
    return (read_csv if found.kind == "csv" else read_image_folder)(files[0])


def _named(dataset: Dataset) -> Dataset:
    """Call MNIST by its name, whatever its file is called; Fashion-MNIST has its names too."""
    counts = (len(dataset.train_labels), len(dataset.test_labels))
    if counts == _MNIST_COUNTS and dataset.fingerprint == _FINGERPRINT_OF_MNIST:
        return replace(dataset, name="MNIST")
    return dataset
