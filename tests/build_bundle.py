"""Inkling as one folder for people without Python: ``python -m tests.build_bundle``.

PyInstaller builds for the system that it runs on: run this on Windows for Windows, on macOS for
macOS (where an app lies beside the folder). It needs what Inkling needs, and
``pip install pyinstaller``. What was built is then tried, in an empty home and without the
checkout: the catalogue, a training, the window. Times and size are printed.

The result is ``dist/inkling``; start ``dist/inkling/inkling``. On Windows a zip of the folder
is enough; on macOS sign and notarize the app, else Gatekeeper refuses it elsewhere.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent

LEFT_OUT = (
    *("tkinter", "pytest", "hypothesis", "scipy", "sklearn", "pandas", "matplotlib", "IPython"),
    *("tensorboard", "onnx", "mypy", "ruff", "tf_keras", "umap", "numba", "llvmlite"),
)
"""What is not needed to run, or only by an extra."""

METADATA = ("keras", "tensorflow_cpu" if sys.platform != "darwin" else "tensorflow")
"""Whose versions are asked for while it runs."""

WINDOW_S = 20.0
"""A window that is still open after so long has started."""


def arguments(target: Path) -> list[str]:
    """Return what PyInstaller is told."""
    options = ["--noconfirm", "--clean", "--onedir", "--name", "inkling"]
    options += ["--distpath", str(target), "--workpath", str(target / "work")]
    options += ["--specpath", str(target / "work"), "--paths", str(ROOT)]
    for folder in ("resources", "pyproject.toml"):
        inside = "." if "." in folder else folder
        options += ["--add-data", f"{ROOT / folder}{os.pathsep}{inside}"]
    for package in ("core", "gui"):
        options += ["--collect-submodules", package]
    for name in METADATA:
        options += ["--copy-metadata", name]
    for name in LEFT_OUT:
        options += ["--exclude-module", name]
    if sys.platform in ("win32", "darwin"):
        options += ["--icon", str(ROOT / "resources" / "icons" / "inkling.png")]
    if sys.platform == "darwin":
        options.append("--windowed")
    if sys.platform == "win32":
        # A double-click shows no console; a command that is typed has its own.
        options += ["--hide-console", "hide-early"]
    return [*options, str(ROOT / "main.py")]


def build(target: Path) -> Path:
    """Build the folder and return its program."""
    command = [sys.executable, "-m", "PyInstaller", *arguments(target)]
    subprocess.run(command, check=True, cwd=target)
    ending = ".exe" if sys.platform == "win32" else ""
    return target / "inkling" / f"inkling{ending}"


def self_test(program: Path) -> None:
    """Try what was built where nothing of the checkout can help; exit where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        train = ("train", "--recipe", "softmax-10", "--epochs", "1", "--data", "sample")
        sweep = ("sweep", "--from-recipe", "softmax-10", "--vary", "learning_rate=.01,.1")
        sweep += ("--epochs", "1", "--data", "sample", "--workers", "1")
        for words in (("recipes",), train, sweep):
            began = time.perf_counter()
            done = subprocess.run(
                [program, *words],
                cwd=folder,
                env=_alone(folder),
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                raise SystemExit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
            sys.stdout.write(f"{' '.join(words)}: {time.perf_counter() - began:.1f} s\n")
        _try_window(program, folder)


def _try_window(program: Path, folder: str) -> None:
    """Open the window, and end it as a system does that shuts down."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **_alone(folder)}
    window = subprocess.Popen([program], cwd=folder, env=environment)
    try:
        window.wait(WINDOW_S)
        raise SystemExit(
            f"the window ended by itself: {window.stderr and window.stderr.read()!r}"
        )
    except subprocess.TimeoutExpired:
        window.terminate()
    if window.wait(60) and sys.platform != "win32":
        raise SystemExit(f"the window ended with {window.returncode}")
    log = Path(folder) / "home" / "inkling.log"
    errors = log.read_text("utf-8") if log.is_file() else ""
    if "Traceback" in errors:
        raise SystemExit(errors)
    sys.stdout.write("window: opened, ended when asked\n")


def _alone(folder: str) -> dict[str, str]:
    """Return an environment without any Python of this machine, and with an empty home."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return {**kept, "INKLING_HOME": str(Path(folder) / "home")}


def size_of(folder: Path) -> int:
    """Return the bytes of all files of a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def main(argv: Sequence[str] | None = None) -> None:
    """Build, try, and say how large it is."""
    parser = argparse.ArgumentParser(prog="python -m tests.build_bundle", description=__doc__)
    parser.add_argument("--target", type=Path, default=ROOT / "dist", help="where to build")
    parser.add_argument("--try-only", action="store_true", help="try what was built before")
    wanted = parser.parse_args(argv)
    target = wanted.target.resolve()
    target.mkdir(parents=True, exist_ok=True)
    ending = ".exe" if sys.platform == "win32" else ""
    there = target / "inkling" / f"inkling{ending}"
    program = there if wanted.try_only else build(target)
    self_test(program)
    sys.stdout.write(f"{program.parent}: {size_of(program.parent) / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
