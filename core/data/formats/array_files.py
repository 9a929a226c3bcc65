"""Data sets in files of named arrays: .npz, .npy, HDF5 and .mat -> splits."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.formats.array_mapping import with_mapping
from core.data.formats.array_roles import ROLE_WORDS, Pair, pick, split_word, words_of
from core.data.formats.array_table import parted_tables
from core.data.formats.hdf5 import hdf5_arrays
from core.data.formats.label_choice import PREVIEWED, Reading
from core.data.formats.matlab import mat_arrays
from core.data.formats.npy import npy_file
from core.data.formats.npz import npz_arrays
from core.data.formats.pixels import ArraySource, read_pixels
from core.data.formats.splits import NO_SPLIT, Split, make_split
from core.data.formats.stored_array import StoredArray
from core.data.formats.unpack import Tell, tell_nobody
from core.errors import DataError
from core.layers import FEWEST_CLASSES, MOST_CLASSES
from core.phrases import Phrase
from core.records import Images

_MNIST_COUNT, _MNIST_TRAIN = 70_000, 60_000
_MNIST_BEGINS = (5, 0, 4, 1, 9, 2, 1, 3, 1, 4)


def read_arrays(
    paths: Sequence[Path], tell: Tell = tell_nobody, *, label_name: str | None = None
) -> tuple[Split, Split]:
    """Read the training split and, where there is one, the test split.

    Parameters
    ----------
    paths : sequence of Path
        One file with all arrays, or several with one array each, as KMNIST comes.
    label_name : str, optional
        The name of the array that holds the labels; else it is found out.

    Raises
    ------
    AmbiguousLabelsError
        When more than one array may hold the labels.
    DataError
        When there is no pair of images and labels, or a file is broken.
    """
    with _opened(paths, tell) as arrays:
        parted, name, notes = _parted(arrays, paths[0], label_name)
        train, test = _read(parted, name, paths[0], tell)
        return replace(train, notes=(*train.notes, *notes)), test


def previews(paths: Sequence[Path], columns: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return the first images with the labels in each of the arrays that are called so."""
    path, readings = paths[0], []
    with _opened(paths, tell_nobody) as arrays:
        for column in columns:
            parted, name, _ = _parted(arrays, path, column)
            pair = pick(parted, path, name).train
            images = _first_images(pair.images, path)
            labels = pair.labels.labels(path)[0][:PREVIEWED]
            readings.append(Reading(column, images, tuple(map(str, labels))))
    return tuple(readings)


def _parted(
    arrays: list[StoredArray], path: Path, label_name: str | None
) -> tuple[list[StoredArray], str | None, tuple[Phrase, ...]]:
    """Part arrays that are tables; what the person said was of their columns then."""
    parted, notes = parted_tables(arrays, path, label_name)
    return parted, label_name if len(parted) == len(arrays) else None, notes


def _first_images(array: StoredArray, path: Path) -> Images:
    first = next(array.blocks())[:PREVIEWED]
    return read_pixels(ArraySource(array.name, first.shape, lambda: iter([first])), path)[0]


@contextlib.contextmanager
def _opened(paths: Sequence[Path], tell: Tell) -> Iterator[list[StoredArray]]:
    with contextlib.ExitStack() as stack:
        arrays = [
            array for path in paths for array in stack.enter_context(_arrays_of(path, tell))
        ]
        if len(paths) > 1:
            arrays = [_named_after(array, paths, number) for number, array in enumerate(arrays)]
        yield arrays


def _read(
    arrays: list[StoredArray], label_name: str | None, path: Path, tell: Tell
) -> tuple[Split, Split]:
    by_digit = _digit_arrays(arrays)
    if by_digit:
        return by_digit_splits(by_digit, path, tell)
    by_class = _class_arrays(arrays)
    if by_class:
        return _by_class_split(by_class, path, tell), NO_SPLIT
    counts = {array.shape[0] for array in arrays if array.looks_like_images}
    names = next((a for a in arrays if _names_classes(a) and a.shape[0] not in counts), None)
    picked = pick([array for array in arrays if array is not names], path, label_name)
    train = _split(picked.train, path, tell, names)
    train = replace(train, notes=(*train.notes, *picked.notes))
    test = NO_SPLIT
    if picked.test is not None:
        try:
            test = _split(picked.test, path, tell, names)
        except DataError as error:
            note = left_out(picked.test.images.name, error)
            train = replace(train, notes=(*train.notes, note))
    train, test = with_mapping((train, test), arrays, path)
    return _as_published(train) if picked.test is None else (train, test)


def left_out(name: str, error: DataError) -> Phrase:
    """Return the sentence that names what could not be used, and why."""
    return Phrase(
        "{name} was left out: {reason}",
        name=name,
        reason=Phrase(error.problem, **error.values),
    )


@contextlib.contextmanager
def _arrays_of(path: Path, tell: Tell) -> Iterator[list[StoredArray]]:
    ending = path.suffix.lower()
    if ending == ".npy":
        yield [npy_file(path, tell)]
        return
    openers: dict[
        str, Callable[[Path, Tell], contextlib.AbstractContextManager[list[StoredArray]]]
    ]
    openers = {".npz": npz_arrays, ".mat": mat_arrays}
    with openers.get(ending, hdf5_arrays)(path, tell) as arrays:
        yield arrays


def _named_after(array: StoredArray, paths: Sequence[Path], number: int) -> StoredArray:
    """Call the only array of a file by the file's name, which says what it is."""
    return replace(array, name=paths[number].stem) if number < len(paths) else array


def _split(pair: Pair, path: Path, tell: Tell, names: StoredArray | None) -> Split:
    images, notes = read_pixels(pair.images.source(tell), path)
    labels, more = pair.labels.labels(path)
    if names is not None:
        labels, more = _named(labels, more, names, path)
    return make_split(
        images,
        labels,
        images_file=path,
        labels_file=path,
        notes=(*notes, *pair.notes, *more),
    )


def _names_classes(array: StoredArray) -> bool:
    """Say whether an array may hold the names of the classes: class_names, target_names ..."""
    words = words_of(array.name)
    named = words[-1:] in (["names"], ["classes"], ["categories"])
    return named and array.dtype.kind in "US" and len(array.shape) == 1


def _named(
    labels: NDArray[Any], notes: list[Phrase], names: StoredArray, path: Path
) -> tuple[NDArray[Any], list[Phrase]]:
    """Give labels that count from 0 the names of their classes."""
    listed, _ = names.labels(path)
    if labels.dtype.kind != "i" or not len(labels) or labels.min() < 0:
        return labels, notes
    if labels.max() >= len(listed):
        return labels, notes
    note = Phrase("The names of the classes were taken from {name}.", name=names.name)
    return listed[labels], [*notes, note]


def _class_arrays(arrays: list[StoredArray]) -> dict[str, StoredArray]:
    """Find arrays of images that are called as what they show, and no labels beside them."""
    if not all(array.looks_like_images for array in arrays):
        return {}
    if not FEWEST_CLASSES <= len(arrays) <= MOST_CLASSES:
        return {}
    names = _without_what_is_alike([re.split(r"[ _/-]", array.name) for array in arrays])
    if any(split_word(name) or ROLE_WORDS & set(words_of(name)) for name in names):
        return {}
    return dict(zip(names, arrays, strict=True))


def _without_what_is_alike(names: list[list[str]]) -> list[str]:
    """Return names without the parts that all begin and end with."""
    start = _alike(names)
    end = _alike([name[: start - 1 : -1] if start else name[::-1] for name in names])
    return [" ".join(name[start : len(name) - end]) for name in names]


def _alike(names: list[list[str]]) -> int:
    shortest = min(map(len, names))
    return next((n for n in range(shortest) if len({own[n] for own in names}) > 1), 0)


def _by_class_split(arrays: dict[str, StoredArray], path: Path, tell: Tell) -> Split:
    """Put arrays of one class each together, in a fixed mixed order."""
    note = Phrase("Each array holds the images of one class: the labels are their names.")
    read = [(name, *read_pixels(array.source(tell), path)) for name, array in arrays.items()]
    labels = np.concatenate([np.full(len(images), name) for name, images, _ in read])
    order = np.random.default_rng(0).permutation(len(labels))
    pixels = np.concatenate([images for _, images, _ in read])[order]
    notes = {str(said): said for _, _, more in read for said in more}
    return Split(pixels, labels[order], (note, *notes.values()))


def _as_published(whole: Split) -> tuple[Split, Split]:
    """Part the 70,000 of MNIST where they are parted everywhere: 60,000 train, 10,000 test."""
    labels = whole.labels
    if len(labels) != _MNIST_COUNT or labels.dtype.kind != "i":
        return whole, NO_SPLIT
    published = tuple(labels[:10]) == _MNIST_BEGINS
    parts = labels[:_MNIST_TRAIN], labels[_MNIST_TRAIN:]
    by_digit = all((np.diff(part) >= 0).all() and part[0] == 0 for part in parts)
    if not (published or by_digit):
        return whole, NO_SPLIT
    note = Phrase("70,000 images in MNIST's order: the last 10,000 are its test images.")
    train = Split(whole.images[:_MNIST_TRAIN], parts[0], (*whole.notes, note))
    return train, Split(whole.images[_MNIST_TRAIN:], parts[1])


def _digit_arrays(arrays: list[StoredArray]) -> dict[str, dict[int, StoredArray]]:
    """Find train0 ... train9 and test0 ... test9: their names end with their labels."""
    found: dict[str, dict[int, StoredArray]] = {}
    for array in arrays:
        name = "".join(words_of(array.name))
        split = split_word(name.rstrip("0123456789"))
        digit = name[-1:]
        if split and digit.isdigit() and array.looks_like_images and name[:-1].isalpha():
            found.setdefault(split, {})[int(digit)] = array
    return found if len(found.get("train", {})) >= 2 else {}


def by_digit_splits(
    arrays: dict[str, dict[int, StoredArray]], path: Path, tell: Tell
) -> tuple[Split, Split]:
    """Put arrays of one digit each together, in a fixed mixed order."""
    note = Phrase("The labels are the digits at the ends of the arrays' names.")
    splits = []
    for split in ("train", "test"):
        own = arrays.get(split, {})
        read = [(digit, *read_pixels(array.source(tell), path)) for digit, array in own.items()]
        if not read:
            splits.append(NO_SPLIT)
            continue
        labels = np.concatenate([np.full(len(images), d, np.int64) for d, images, _ in read])
        order = np.random.default_rng(0).permutation(len(labels))
        pixels = np.concatenate([images for _, images, _ in read])[order]
        notes = {str(said): said for _, _, more in read for said in more}
        splits.append(Split(pixels, labels[order], (note, *notes.values())))
    return splits[0], splits[1]
