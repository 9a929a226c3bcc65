"""Importing TensorFlow without a word on stderr and without holding up other threads.

The import takes seconds, most of them inside the dynamic linker and in the static
initialisers of two shared libraries of 800 MB. Python holds the interpreter lock (GIL) all
that time, so a window in another thread freezes. A foreign function called *through* ctypes
releases it: so `dlopen` is called that way first, and the import then finds the libraries
already there. Garbage collection, which walks through every object of a growing heap with
the lock held, waits until the end.

What the person has set for their own Keras (``~/.keras/keras.json``, ``KERAS_...``) would
change what a training gives, or break it: it is left aside, and nothing is written there.
"""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import logging
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import TrainingError

THREADS = 2
"""Networks this small gain from two threads; more only burn the processor."""

THREADS_NAME = "INKLING_THREADS"
"""The environment variable that names another number; the window's preference sets it."""

_DEFAULTS = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
}

_KERAS_SETTINGS = {
    "KERAS_BACKEND": "tensorflow",
    # A folder that cannot be: Keras reads no settings there, and writes none.
    "KERAS_HOME": str(Path(os.devnull) / "keras"),
}

_LIBRARIES = ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2")
_RTLD_LAZY = 1

_CHATTER = re.compile(rb"WARNING: All log messages before absl::|[IW]0000 ")

_MOST_THREADS = 256

_lock = threading.Lock()


def load(threads: int | None = None) -> None:
    """Import TensorFlow and Keras and set their threads; at once when that is done.

    Parameters
    ----------
    threads : int, optional
        How many each operation, and operations side by side, take in this process; else
        what `THREADS_NAME` says, else `THREADS`. Whoever loads first decides: TensorFlow
        cannot change it later.

    Raises
    ------
    TrainingError
        If they are not installed, or their installation is broken.
    """
    with _lock:
        if "keras" in sys.modules:
            return
        for name, value in _DEFAULTS.items():
            os.environ.setdefault(name, value)
        collecting = gc.isenabled()
        gc.disable()
        try:
            with _without_chatter(), _own_keras_settings():
                _open_libraries()
                _import(threads)
        except Exception as error:
            # A library of another version fails in ways of its own: protobuf by a TypeError.
            raise TrainingError(
                "TensorFlow cannot be loaded: {reason}.",
                "Without it nothing can be trained. Install Inkling again as README.md says.",
                reason=" ".join(str(error).split())[:300].rstrip("."),
            ) from error
        finally:
            if collecting:
                gc.enable()


@contextmanager
def _without_chatter() -> Iterator[None]:
    """Keep TensorFlow's greetings from stderr; whatever else is written arrives after.

    They come from static initialisers, before any setting of TensorFlow's is read, so only
    the file descriptor itself can hold them back.
    """
    try:
        stderr = os.dup(2)
    except OSError:
        # A program without a console has none.
        yield
        return
    with tempfile.TemporaryFile() as held:
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(stderr, 2)
            held.seek(0)
            os.write(stderr, b"".join(line for line in held if not _CHATTER.match(line)))
            os.close(stderr)


@contextmanager
def _own_keras_settings() -> Iterator[None]:
    """Let Keras be imported as if nobody had ever set it up; then give the settings back."""
    before = {name: os.environ.pop(name) for name in list(os.environ) if _is_keras(name)}
    os.environ.update(_KERAS_SETTINGS)
    try:
        yield
    finally:
        for name in _KERAS_SETTINGS:
            os.environ.pop(name, None)
        os.environ.update(before)


def _is_keras(name: str) -> bool:
    return name.startswith("KERAS_")


def _open_libraries() -> None:
    """Load TensorFlow's shared libraries with the GIL released (Linux)."""
    found = importlib.util.find_spec("tensorflow")
    if sys.platform != "linux" or found is None or found.origin is None:
        return
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype = ctypes.c_void_p
    dlopen.argtypes = (ctypes.c_char_p, ctypes.c_int)
    for name in _LIBRARIES:
        dlopen(os.fsencode(Path(found.origin).with_name(name)), _RTLD_LAZY)


def _import(threads: int | None) -> None:
    import keras  # noqa: F401
    import tensorflow as tf

    tf.get_logger().setLevel(logging.ERROR)
    number = threads or wanted_threads()
    tf.config.threading.set_inter_op_parallelism_threads(number)
    tf.config.threading.set_intra_op_parallelism_threads(number)


def wanted_threads() -> int:
    """Return what `THREADS_NAME` says; `THREADS` where it says no number of threads."""
    said = os.environ.get(THREADS_NAME, "")
    return int(said) if said.isdecimal() and 0 < int(said) <= _MOST_THREADS else THREADS
