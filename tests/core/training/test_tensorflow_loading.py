"""Loading TensorFlow: silently, once, and without holding up the other threads.

Each test has a process of its own, for a process loads TensorFlow only once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

IN_A_WORKER = """
import gc, json, sys, threading
from core.training import tensorflow_loading

done, ticks = threading.Event(), 0
during = []
open_libraries = tensorflow_loading._open_libraries

def counted():
    before = ticks
    open_libraries()
    during.append(ticks - before)

tensorflow_loading._open_libraries = counted

def work():
    tensorflow_loading.load()
    done.set()

assert "tensorflow" not in sys.modules
threading.Thread(target=work).start()
while not done.wait(0.002):
    ticks += 1
first = sys.modules["keras"], sys.modules["tensorflow"]
tensorflow_loading.load()
tensorflow_loading.load()

import tensorflow as tf
threading_ = tf.config.threading
print(json.dumps({
    "ticks": ticks,
    "during": during,
    "same": first == (sys.modules["keras"], sys.modules["tensorflow"]),
    "collecting": gc.isenabled(),
    "threads": [threading_.get_inter_op_parallelism_threads(),
                threading_.get_intra_op_parallelism_threads()],
    "backend": first[0].backend.backend(),
    "gpus": len(tf.config.list_physical_devices("GPU")),
    "sum": float(tf.reduce_sum(tf.constant([1.0, 2.0]))),
}))
"""

BROKEN = """
import gc
from core.training import tensorflow_loading

tensorflow_loading._LIBRARIES = ("libno_such_thing.so.2", "also_none.so")
gc.disable()
tensorflow_loading.load()
assert not gc.isenabled(), "collecting was off, and is to stay off"

import tensorflow as tf
print(float(tf.reduce_sum(tf.constant([1.0, 2.0]))))
"""

CHATTER = """
import os, sys
from core.training.tensorflow_loading import _without_chatter

with _without_chatter():
    os.write(2, b"WARNING: All log messages before absl::InitializeLog() is called ...\\n")
    os.write(2, b"I0000 00:00:1 cpu_feature_guard.cc:227] This binary is optimized ...\\n")
    os.write(2, b"W0000 00:00:1 somewhere.cc:1] Something\\n")
    os.write(2, b"Fatal Python error: worth knowing\\n")
    os.write(1, b"inside ")
os.write(2, b"I0000 00:00:2 after: not held back\\n")
os.write(1, b"outside")
"""

FAILING = """
import gc, os, sys
from core.errors import InklingError
from core.training import tensorflow_loading

def fail(*_threads):
    os.write(2, b"the cause\\n")
    raise ImportError("no TensorFlow")

tensorflow_loading._open_libraries = lambda: None
tensorflow_loading._import = fail
for _ in range(2):
    try:
        tensorflow_loading.load()
    except InklingError as error:
        print(error.parts()[0], gc.isenabled())
os.write(2, b"after\\n")
"""

NO_CONSOLE = """
import os
os.close(2)
from core.training.tensorflow_loading import _without_chatter
with _without_chatter():
    print("inside")
print("outside")
"""


SETTINGS = """
import json, os
from core.training import tensorflow_loading

before = dict(os.environ)
tensorflow_loading.load()
import keras
print(json.dumps([keras.backend.backend(), keras.config.floatx(), keras.config.epsilon(),
                  keras.config.image_data_format(), keras.config.max_epochs(),
                  {k: v for k, v in os.environ.items() if k.startswith("KERAS_")}
                  == {k: v for k, v in before.items() if k.startswith("KERAS_")}]))
"""


def run(script, **settings):
    """Run a script in a process of its own and return what it printed, (stdout, stderr)."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TF_", "CUDA_", "KERAS_"))
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=bare | settings,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def loaded():
    """What was found in a process where a worker loaded TensorFlow while another waited."""
    stdout, stderr = run(IN_A_WORKER)
    return json.loads(stdout.splitlines()[-1]), stderr


@pytest.mark.slow
def test_nothing_is_said_on_stderr(loaded):
    assert loaded[1] == ""


def test_it_is_loaded_once_and_works(loaded):
    found, _ = loaded
    assert found["same"]
    assert len(found["during"]) == 1
    assert found["sum"] == 3.0
    assert found["backend"] == "tensorflow"
    assert found["gpus"] == 0
    assert found["threads"] == [2, 2]
    assert found["collecting"]


def test_another_thread_goes_on_meanwhile(loaded):
    """Seconds of import are a thousand ticks; a handful would be a frozen window."""
    assert loaded[0]["ticks"] >= 50


@pytest.mark.skipif(sys.platform != "linux", reason="only there the libraries come first")
def test_another_thread_goes_on_while_the_libraries_are_opened(loaded):
    """A linker that held the interpreter's lock would leave it one tick or none."""
    assert loaded[0]["during"][0] >= 5


@pytest.mark.slow
def test_libraries_that_cannot_be_opened_first_are_left_to_the_import():
    stdout, stderr = run(BROKEN)
    assert stdout == "3.0\n"
    assert stderr == ""


def test_only_the_greetings_are_kept_from_stderr():
    stdout, stderr = run(CHATTER)
    assert stderr == ("Fatal Python error: worth knowing\nI0000 00:00:2 after: not held back\n")
    assert stdout == "inside outside"


def test_an_import_that_fails_leaves_everything_as_it_was():
    stdout, stderr = run(FAILING)
    assert stdout == "TensorFlow cannot be loaded: no TensorFlow. True\n" * 2
    assert stderr == "the cause\nthe cause\nafter\n"


def test_a_program_without_stderr_is_none_the_worse():
    assert run(NO_CONSOLE)[0] == "inside\noutside\n"


@pytest.mark.slow
def test_what_the_person_set_for_their_own_keras_changes_nothing(tmp_path):
    theirs = {
        "floatx": "float64",
        "epsilon": 0.1,
        "backend": "torch",
        "image_data_format": "channels_first",
    }
    (tmp_path / "keras").mkdir()
    (tmp_path / "keras" / "keras.json").write_text(json.dumps(theirs))
    (tmp_path / ".keras").mkdir()
    (tmp_path / ".keras" / "keras.json").write_text(json.dumps(theirs))
    for settings in (
        {"KERAS_HOME": str(tmp_path / "keras"), "KERAS_BACKEND": "torch"},
        {"HOME": str(tmp_path), "KERAS_MAX_EPOCHS": "1"},
    ):
        stdout, _ = run(SETTINGS, **settings)
        found = json.loads(stdout.splitlines()[-1])
        assert found == ["tensorflow", "float32", 1e-7, "channels_last", None, True]


@pytest.mark.slow
def test_nothing_is_written_into_the_persons_own_folder(tmp_path):
    run(SETTINGS, HOME=str(tmp_path))
    assert list(tmp_path.iterdir()) == []
