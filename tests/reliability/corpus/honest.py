"""Honest files of every format that Inkling opens, small ones, to be damaged."""

from __future__ import annotations

import gzip
import io
import json
import struct
import tempfile
from functools import cache
from pathlib import Path

import h5py
import numpy as np
from PIL import Image

from core.data.sample import load_sample
from core.ink.drawing import Drawing
from core.ink.drawing_files import to_json
from core.networks.keras_format import keras_file
from core.recipes.catalogue import by_name
from core.recipes.recipe_file import to_json as recipe_text
from core.records import Network
from tests.core.stranger_files import random_network
from tests.reliability.corpus.hostile import Kind


@cache
def digits() -> tuple[np.ndarray, np.ndarray]:
    """Sixty images and their labels."""
    sample = load_sample()
    return sample.train_images[:60], sample.train_labels[:60]


def idx(array: np.ndarray) -> bytes:
    """Return an array as the content of an IDX file."""
    head = bytes((0, 0, 8, array.ndim)) + struct.pack(f">{array.ndim}I", *array.shape)
    return head + array.astype(np.uint8).tobytes()


def rows() -> list[str]:
    """Return a table, a line a digit: its label, then the pixels."""
    images, labels = digits()
    pairs = zip(labels[:30], images.reshape(len(images), -1), strict=False)
    return [",".join(map(str, (label, *pixels))) for label, pixels in pairs]


def arrays() -> dict[str, np.ndarray]:
    """Return both splits under the names of Keras's file."""
    images, labels = digits()
    return {
        "x_train": images[:40],
        "y_train": labels[:40].astype(np.uint8),
        "x_test": images[40:],
        "y_test": labels[40:].astype(np.uint8),
    }


def npz(**content: np.ndarray) -> bytes:
    """Return the content of an npz file."""
    file = io.BytesIO()
    np.savez_compressed(file, **content)
    return file.getvalue()


def picture(form: str, image: Image.Image | None = None, **options: object) -> bytes:
    """Return a digit, black on white, or another image, in a format of Pillow's."""
    file = io.BytesIO()
    if image is None:
        image = Image.fromarray(255 - digits()[0][0]).resize((140, 140))
    image.save(file, form, **options)
    return file.getvalue()


@cache
def small_network() -> Network:
    """Return a network with weights of no sense."""
    return random_network(by_name("mlp-128-32").network)


@cache
def keras_bytes() -> bytes:
    """Return the content of a .keras file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.keras"
        keras_file.save(path, small_network(), recipe=by_name("mlp-128-32"))
        return path.read_bytes()


def strokes() -> dict:
    """Return a 7 as JSON knows it."""
    line = np.linspace((0.3, 0.25), (0.7, 0.25), 12).astype(np.float32)
    leg = np.linspace((0.7, 0.25), (0.45, 0.8), 12).astype(np.float32)
    return json.loads(to_json(Drawing((line, leg))))


def recipe() -> dict:
    """Return a recipe as JSON knows it."""
    return json.loads(recipe_text(by_name("mlp-128-32")))


def _hdf5() -> bytes:
    file = io.BytesIO()
    with h5py.File(file, "w") as store:
        for name, array in arrays().items():
            store.create_dataset(name, data=array, compression="gzip")
    return file.getvalue()


def _npy() -> bytes:
    file = io.BytesIO()
    np.save(file, digits()[0])
    return file.getvalue()


@cache
def honest_files() -> dict[tuple[Kind, str], bytes]:
    """Return the content of a file of each format, by what it is and by its ending."""
    images, labels = digits()
    table = "\n".join(rows()).encode()
    return {
        ("data", ".npz"): npz(**arrays()),
        ("data", ".npy"): _npy(),
        ("data", ".csv"): table,
        ("data", ".csv.gz"): gzip.compress(table),
        ("data", "-labels-idx1-ubyte"): idx(labels),
        ("data", "-images-idx3-ubyte"): idx(images),
        ("data", "-images-idx3-ubyte.gz"): gzip.compress(idx(images)),
        ("data", ".h5"): _hdf5(),
        ("drawing", ".strokes.json"): json.dumps(strokes()).encode(),
        ("network", ".keras"): keras_bytes(),
        ("picture", ".png"): picture("PNG"),
        ("picture", ".jpg"): picture("JPEG"),
        ("picture", ".gif"): picture("GIF"),
        ("picture", ".bmp"): picture("BMP"),
        ("picture", ".webp"): picture("WEBP"),
        ("picture", ".tif"): picture("TIFF"),
        ("recipe", ".json"): json.dumps(recipe()).encode(),
    }
