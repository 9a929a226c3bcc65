"""Data sets of single digits, from wherever they are kept, as a `Dataset`.

1. `contents` finds the files.
2. A module of `formats` for each format reads them: images of 28x28, and labels as the
   files have them.
3. `classes` says what the labels stand for, `interpretation` which way up the images are
   and what is paper.
4. `oddities` says what is odd about the result.

Whatever was assumed on the way is a note of the data set; whatever is wrong with a file
comes out as a `DataError` that says so.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from core.data.formats import array_files, csv_table
from core.data.formats.array_files import left_out, read_arrays
from core.data.formats.classes import Classes, classes_of
from core.data.formats.contents import Found, find_files
from core.data.formats.csv_table import Unlabelled, read_csv, read_unlabelled
from core.data.formats.families import Family, family_of
from core.data.formats.idx import read_idx
from core.data.formats.image_folder import read_image_folder
from core.data.formats.label_choice import NoLabelsError, Reading
from core.data.formats.splits import NO_SPLIT, Split
from core.data.formats.unpack import Tell, part_of, tell_nobody
from core.data.interpretation import AS_STORED, light_on_dark, over_the_whole_range, upright
from core.data.mnist import is_mnist
from core.data.oddities import oddities
from core.data.sample import load_sample
from core.errors import DataError
from core.home import Home, expanded
from core.phrases import Phrase, writable
from core.records import DIGITS, Dataset

__all__ = [
    "Wishes",
    "find_mnist",
    "load",
    "load_sample",
    "load_unlabelled",
    "previews",
]

_TRAIN_SHARE = 0.85


@dataclass(frozen=True)
class Wishes:
    """What a person says about a data set that its files do not say.

    Parameters
    ----------
    label_column : str, optional
        What holds the labels. Of a table: "first", "last" or the name of a column; of a
        file of arrays: the name of one.
    as_stored : bool
        Whether images stay as they are stored: not turned upright, dark on light not made
        light on dark, 0 and 1 not made 0 and 255.
    """

    label_column: str | None = None
    as_stored: bool = False


def load(path: Path, wishes: Wishes | None = None, tell: Tell = tell_nobody) -> Dataset:
    """Read the data set in a folder, or the one that a file belongs to.

    Parameters
    ----------
    path : Path
        A folder with IDX files, arrays (.npz, .npy, HDF5, .mat), tables or pictures; or one
        of these files. A table is read together with its partner ("train" and "test" in
        the name).
    wishes : Wishes, optional
        What the files do not say.
    tell : callable
        Hears how far the reading is, 0 to 1; may raise `core.errors.Cancelled`.

    Returns
    -------
    Dataset
        With an empty test split where there is no file for one. Its notes say what was
        assumed, and what is odd about it.

    Raises
    ------
    core.data.formats.label_choice.AmbiguousLabelsError
        When the labels may be in more than one column or array.
    core.data.formats.label_choice.NoLabelsError
        When a table has none.
    DataError
        When there is nothing to read, or a file is broken or not what it says it is.
    """
    path = Path(path)
    wishes = wishes or Wishes()
    found = find_files(path)
    train, test = _read(found, wishes, tell)
    main = found.train[0]
    train, test, classes = _interpreted(train, test, family_of(main.absolute()), main, wishes)
    named_by_file = found.kind in ("arrays", "csv")
    return _finished(
        Dataset(
            writable(main.name if named_by_file else path.absolute().name),
            writable(str(path)),
            train.images,
            classes.train,
            test.images,
            classes.test,
            classes.names,
            (*train.notes, *test.notes, *found.notes, *classes.notes),
        )
    )


def load_unlabelled(
    path: Path, wishes: Wishes | None = None, tell: Tell = tell_nobody
) -> Unlabelled:
    """Read the images of a table that nobody labelled, to let a network do it.

    Raises
    ------
    DataError
        When it is no table of images.
    """
    table = read_unlabelled(Path(path), tell)
    if wishes is not None and wishes.as_stored:
        return replace(table, notes=(*table.notes, AS_STORED))
    split = Split(table.images, NO_SPLIT.labels, table.notes)
    split, _ = light_on_dark(*over_the_whole_range(split, NO_SPLIT))
    return replace(table, images=split.images, notes=split.notes)


def previews(path: Path, columns: tuple[str, ...]) -> tuple[Reading, ...]:
    """Return the first images of a data set with the labels in each of these places.

    `path` is what `load` said of that its labels may be in any of `columns`.
    """
    found = find_files(Path(path))
    if found.kind == "arrays":
        return array_files.previews(found.train, columns)
    return csv_table.previews(found.train[0], columns)


def find_mnist(home: Home, preferred: Path | None = None) -> Path | None:
    """Find the whole MNIST on this machine, by the names of its files.

    Looks at `preferred`, the folder that ``INKLING_DATA`` names, Inkling's own downloads,
    and what Keras downloaded, and gives the first that has a data set.
    """
    named = os.environ.get("INKLING_DATA")
    keras_home = os.environ.get("KERAS_HOME") or "~/.keras"
    places = (
        preferred,
        expanded(named) if named else None,
        home.data,
        expanded(keras_home) / "datasets" / "mnist.npz",
    )
    return next((place for place in places if place and _holds_data(place)), None)


def _holds_data(path: Path) -> bool:
    try:
        find_files(path)
    except (DataError, OSError, ValueError):
        # (OSError: a name that is too long for the system.)
        return False
    return True


def _read(found: Found, wishes: Wishes, tell: Tell) -> tuple[Split, Split]:
    """Read both splits; a partner that cannot be used is left out and named."""
    if found.kind == "arrays":
        return read_arrays(found.train, tell, label_name=wishes.label_column)
    if found.chosen_test and found.test:
        return _read_for_its_test(found, wishes, tell)
    end = _TRAIN_SHARE if found.test else 1.0
    train = _read_split(found, found.train, wishes, part_of(tell, 0, end))
    if not found.test:
        return train, NO_SPLIT
    try:
        return train, _read_split(found, found.test, wishes, part_of(tell, end, 1))
    except DataError as error:
        note = _no_labels(found.test[0]) if isinstance(error, NoLabelsError) else None
        note = note or left_out(found.test[0].name, error)
        return replace(train, notes=(*train.notes, note)), NO_SPLIT


def _read_for_its_test(found: Found, wishes: Wishes, tell: Tell) -> tuple[Split, Split]:
    """Read a test part that a person chose; here the training part is the partner."""
    test = _read_split(found, found.test, wishes, part_of(tell, 0, 0.15))
    try:
        return _read_split(found, found.train, wishes, part_of(tell, 0.15, 1)), test
    except DataError as error:
        note = Phrase("The images of {name} are used for training.", name=found.test[0].name)
        notes = (*test.notes, left_out(found.train[0].name, error), note)
        return replace(test, notes=notes), NO_SPLIT


def _no_labels(file: Path) -> Phrase:
    return Phrase(
        "{name} has no labels and was left out; its images can be read by a network.",
        name=file.name,
    )


def _read_split(found: Found, files: tuple[Path, ...], wishes: Wishes, tell: Tell) -> Split:
    if found.kind == "idx":
        return read_idx(files[0], files[1], tell)
    if found.kind == "csv":
        return read_csv(files[0], tell, label_column=wishes.label_column)
    return read_image_folder(files[0], tell)


def _interpreted(
    train: Split, test: Split, family: Family | None, file: Path, wishes: Wishes
) -> tuple[Split, Split, Classes]:
    classes = classes_of(train.labels, test.labels, family, str(file))
    train = replace(train, labels=classes.train)
    test = replace(test, labels=classes.test)
    if wishes.as_stored:
        train = replace(train, notes=(*train.notes, AS_STORED))
    else:
        train, test = over_the_whole_range(train, test)
        train, test = light_on_dark(train, test)
        train, test = upright(train, test, family, digits=classes.names == DIGITS)
    return train, test, classes


def _finished(dataset: Dataset) -> Dataset:
    """Call MNIST by its name, whatever its file is called; add what is odd about it."""
    if is_mnist(dataset):
        dataset = replace(dataset, name="MNIST")
    said = dict.fromkeys((*dataset.notes, *oddities(dataset)))
    return replace(dataset, notes=tuple(said))
