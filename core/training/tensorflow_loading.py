"""Importing TensorFlow without a word on stderr and without holding up other threads.

The import takes seconds, most of them inside the dynamic linker and in the static
initialisers of two shared libraries of 800 MB. Python holds the interpreter lock (GIL) all
that time, so a window in another thread freezes. A foreign function called *through* ctypes
releases it: so `dlopen` is called that way first, and the import then finds the libraries
already there. Garbage collection, which walks through every object of a growing heap with
the lock held, waits until the end.
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

THREADS = {"inter_op": 2, "intra_op": 2}
"""Networks this small gain from two threads; more only burn the processor."""

_ENVIRONMENT = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
}

_LIBRARIES = ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2")
_RTLD_LAZY = 1

_CHATTER = re.compile(rb"WARNING: All log messages before absl::|[IW]0000 ")

_lock = threading.Lock()


def load() -> None:
    """Import TensorFlow and Keras and set their threads; at once when that is done."""
    with _lock:
        if "keras" in sys.modules:
            return
        for name, value in _ENVIRONMENT.items():
            os.environ.setdefault(name, value)
        collecting = gc.isenabled()
        gc.disable()
        try:
            with _without_chatter():
                _open_libraries()
                _import()
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


def _import() -> None:
    import keras  # noqa: F401
    import tensorflow as tf

    tf.get_logger().setLevel(logging.ERROR)
    tf.config.threading.set_inter_op_parallelism_threads(THREADS["inter_op"])
    tf.config.threading.set_intra_op_parallelism_threads(THREADS["intra_op"])
