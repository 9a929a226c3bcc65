"""Files that hold networks, or seem to, in formats that Inkling does not open: which it is.

Told by their first bytes where they have some of their own, else by their names. One
sentence each says what the file is, and what makes a network of it that can be opened.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import NetworkError

_TO_KERAS = 'Load it where it was made, and save it with Keras: model.save("digits.keras").'

POINTER = NetworkError(
    "{file} is no network but a Git LFS pointer: a note about where the real file is.",
    'Get the real one with "git lfs pull", or with the site\'s download button.',
)
SAVED_MODEL = NetworkError(
    "{file} is a TensorFlow SavedModel, which holds a program; Inkling runs no stranger's.",
    'Load it with Keras 2 (or tf_keras) and save it again: model.save("digits.keras").',
)
TFLITE = NetworkError(
    "{file} is a TensorFlow Lite model, made for running, with its layers melted down.",
    "Open the Keras model that it was made from.",
)
ONNX = NetworkError(
    "{file} is an ONNX model: a graph of operations, not Keras's layers.",
    "Open the Keras model that it was made from.",
)
TORCH = NetworkError(
    "{file} is a PyTorch file, and such a file may run any program when it is loaded.",
    "Copy its weights into a Keras model of the same layers, and save that as .keras.",
)
PICKLE = NetworkError(
    "{file} is a Python pickle, which may run any program when it is loaded: it is not opened.",
    _TO_KERAS,
)
SAFETENSORS = NetworkError(
    "{file} holds only weights (safetensors): which layers they belong to is not in it.",
    "Copy them into a Keras model of the same layers, and save that as .keras.",
)
CHECKPOINT = NetworkError(
    "{file} is part of a TensorFlow checkpoint: only weights, without their layers.",
    "Build the model in Keras as it was, load them with load_weights, and save it whole: "
    'model.save("digits.keras").',
)
JSON = NetworkError(
    "{file} describes a model at most: there are no weights in it.",
    'Save the whole model in Keras: model.save("digits.keras").',
)
MATLAB = NetworkError(
    "{file} is a MATLAB file, not a network of Keras.",
    "Export the network from MATLAB to Keras, and save it there as .keras.",
)
EMPTY = NetworkError("{file} is empty.", "Get the file again.")
WEB_PAGE = NetworkError(
    "{file} is a web page, not a network: the page about it was saved instead of the file.",
    "Open the page, and use its download button.",
)

_BEGINNINGS: tuple[tuple[bytes, NetworkError], ...] = (
    (b"version https://git-lfs", POINTER),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
    (b"MATLAB 5.0", MATLAB),
)
_ENDINGS: dict[str, NetworkError] = {
    ".tflite": TFLITE,
    ".lite": TFLITE,
    ".onnx": ONNX,
    ".pb": SAVED_MODEL,
    ".pt": TORCH,
    ".pth": TORCH,
    ".ckpt": CHECKPOINT,
    ".index": CHECKPOINT,
    ".pkl": PICKLE,
    ".pickle": PICKLE,
    ".joblib": PICKLE,
    ".sav": PICKLE,
    ".safetensors": SAFETENSORS,
}

NETWORK_ENDINGS = (".keras", ".h5", ".hdf5", *_ENDINGS)
"""How the names of files end that hold networks, whether they can be opened or not."""

_HEAD = 64


def fresh(error: NetworkError) -> NetworkError:
    """Return the same error anew: one that is raised takes on where it was raised."""
    return NetworkError(error.problem, error.cure)


def stranger_in(path: Path, head: bytes) -> NetworkError | None:
    """Return what a file is that is no network that can be opened; None where nobody knows.

    Parameters
    ----------
    head : bytes
        Its first bytes, 64 at least where it has so many; empty of a folder.
    """
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, stranger in _BEGINNINGS:
        if begin.startswith(beginning.lower()):
            return fresh(stranger)
    known = _ENDINGS.get(path.suffix.lower())
    if head[4:8] == b"TFL3":
        known = TFLITE
    elif head[:1] == b"\x80" and head[1:2] in b"\x02\x03\x04\x05" and known is not TORCH:
        known = PICKLE
    elif ".data-0000" in path.name:
        known = CHECKPOINT
    elif begin.startswith(b"{"):
        known = JSON
    return None if known is None else fresh(known)


def folder_stranger(path: Path) -> NetworkError:
    """Return the error for a folder in place of a network."""
    if (path / "saved_model.pb").is_file() or (path / "keras_metadata.pb").is_file():
        return fresh(SAVED_MODEL)
    if (path / "config.json").is_file() and (path / "model.weights.h5").is_file():
        return NetworkError(
            "{file} is a .keras file that was unpacked into a folder.",
            "Pack its files into a zip again, and let its name end in .keras.",
        )
    return NetworkError("{file} is a folder, not a network.", "Choose a .keras file.")
