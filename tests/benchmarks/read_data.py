"""Time and peak memory of reading the whole MNIST from each format.

``python -m tests.benchmarks.read_data``; INKLING_DATA names the folder with the IDX files.

Each format is read in a process of its own, so that the peaks are its own.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from core.data.datasets import load


def main() -> None:
    """Read every format in turn; a line each."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0],
        epilog="INKLING_DATA names the folder with the IDX files of MNIST.",
    )
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child is not None:
        measure(chosen.child)
        return
    if not os.environ.get("INKLING_DATA"):
        parser.error("set INKLING_DATA to the folder with the IDX files of MNIST")
    source = Path(os.environ["INKLING_DATA"])
    with tempfile.TemporaryDirectory() as name:
        for folder in [source, *write_all(load(source), Path(name))]:
            command = [sys.executable, "-m", __spec__.name, "--child", str(folder)]
            subprocess.run(command, check=True)


def write_all(mnist, folder):
    """Write MNIST as .npz, as CSV in two styles and as image folders; give the folders."""
    folders = {name: folder / name for name in ("npz", "csv", "csv-exponents", "images")}
    for place in folders.values():
        place.mkdir()
    train = np.column_stack([mnist.train_labels, mnist.train_images.reshape(60_000, 784)])
    test = np.column_stack([mnist.test_labels, mnist.test_images.reshape(10_000, 784)])
    np.savetxt(folders["csv"] / "mnist_train.csv", train, fmt="%d", delimiter=",")
    np.savetxt(folders["csv"] / "mnist_test.csv", test, fmt="%d", delimiter=",")
    np.savetxt(folders["csv-exponents"] / "digits.csv", test, fmt="%.3e", delimiter=",")
    np.savez_compressed(
        folders["npz"] / "mnist.npz",
        x_train=mnist.train_images,
        y_train=mnist.train_labels,
        x_test=mnist.test_images,
        y_test=mnist.test_labels,
    )
    for index, (image, label) in enumerate(
        zip(mnist.test_images, mnist.test_labels, strict=True)
    ):
        place = folders["images"] / str(label)
        place.mkdir(exist_ok=True)
        Image.fromarray(image).save(place / f"{index}.png")
    return list(folders.values())


def measure(folder):
    before = peak_mb()
    start, start_cpu = time.perf_counter(), time.process_time()
    dataset = load(folder)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - start_cpu
    print(
        f"{folder.name:15}{len(dataset.train_images):7} + {len(dataset.test_images):6} images "
        f"{seconds:6.2f} s (processor {cpu_seconds:5.2f} s), "
        f"peak {peak_mb()} MB ({before} before)"
    )


def peak_mb():
    """The most memory that this process has had (Linux; getrusage counts its parent's too)."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024


if __name__ == "__main__":
    main()
