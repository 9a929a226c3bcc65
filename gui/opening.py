"""What a file or folder that a person dropped or chose can be opened as."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from core.data.formats.file_endings import DATA_ENDINGS, PICTURE_ENDINGS
from core.networks.keras_format.strangers import NETWORK_ENDINGS

Kind: TypeAlias = Literal["network", "hdf5", "data", "image", "recipe"]
"""What can be opened; "hdf5" is a network or a data set, which only a look into it tells."""

_HDF5_ENDINGS = (".h5", ".hdf5", ".hdf")
_KNOWN_TO_DATA = (
    *(
        ".txt",
        ".arff",
        ".jsonl",
        ".zip",
        ".tar",
        ".tgz",
        ".bz2",
        ".xz",
        ".xlsx",
        ".xls",
        ".ods",
    ),
    *(".parquet", ".pkl", ".pickle", ".joblib", ".sav", ".p", "training.pt", "test.pt"),
)
"""The readers of data open none of these, but know what they are; `torchvision` called its
data sets as the last two."""

_MODEL_FILES = ("saved_model.pb", "keras_metadata.pb", "model.weights.h5")
"""What folders hold that are networks."""


def data_filters() -> str:
    """Return the kinds of data sets as Qt's file dialogs want them."""
    patterns = " ".join(f"*{ending}" for ending in DATA_ENDINGS)
    text = QCoreApplication.translate("words", "Data sets ({patterns});;All files (*)")
    return text.format(patterns=patterns)


def kind_of(path: Path) -> Kind | None:
    """Return what a path looks like, by names alone; None where nothing fits."""
    name = path.name.lower()
    if path.is_dir():
        network = any((path / model).is_file() for model in _MODEL_FILES)
        return "network" if network else "data"
    endings: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("image", (*PICTURE_ENDINGS, ".strokes.json")),
        ("recipe", (".json",)),
        ("hdf5", _HDF5_ENDINGS),
        ("data", (*DATA_ENDINGS, *_KNOWN_TO_DATA)),
        ("network", NETWORK_ENDINGS),
    )
    found = next((kind for kind, known in endings if name.endswith(known)), None)
    if found is None and ".ckpt." in name:
        return "network"
    # IDX files that somebody unpacked and renamed bear no ending at all.
    return "data" if found is None and not path.suffix else found
