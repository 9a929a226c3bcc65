"""Which files make up a data set: by names; of their contents only a table's first lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from core.data.formats.array_roles import ROLE_WORDS, split_word, words_of
from core.data.formats.file_endings import ARRAY_ENDINGS, CSV_ENDINGS, PICTURE_ENDINGS
from core.data.formats.idx_names import IdxSet, idx_sets
from core.data.formats.picture_labels import holds_pictures, lists_pictures
from core.data.formats.strangers import (
    looks_like_table,
    no_data_set,
    refuse_pointer,
    refused_file,
)
from core.data.formats.unpack import unreadable
from core.errors import DataError
from core.phrases import Phrase

Kind: TypeAlias = Literal["idx", "arrays", "csv", "images"]

_NEST = 2
_SPLITS = ("train", "test", "val")


@dataclass(frozen=True)
class Found:
    """The files of one data set.

    `train` and `test` each hold the files of one split: IDX images and labels; one table;
    one folder of pictures. Arrays hold both splits, so their `test` is empty. `chosen_test`
    says that the person named the test part: then the training part is only its partner.
    `notes` name what lies beside them and was left out.
    """

    kind: Kind
    train: tuple[Path, ...]
    test: tuple[Path, ...] = ()
    chosen_test: bool = False
    notes: tuple[Phrase, ...] = ()


def find_files(path: Path) -> Found:
    """Find the data set in a folder, or the one that a file belongs to.

    Raises
    ------
    DataError
        When there is none, or more than one to choose from, or a part is missing.
    """
    try:
        if path.is_dir():
            found = _in_folder(path)
            for file in found.train:
                refuse_pointer(file)
            return found
        if path.exists():
            refuse_pointer(path)
            return _of_file(path)
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError:
        # A name that no file can have.
        pass
    raise DataError("There is no file or folder {path}.", "Choose another one.", path=str(path))


def _in_folder(folder: Path) -> Found:
    finders: tuple[Callable[[Path], Found | None], ...] = (
        _find_idx,
        _find_arrays,
        _find_csv,
        _find_tables_below,
        _find_images,
    )
    found = next((found for find in finders if (found := find(folder))), None)
    if found is None:
        raise no_data_set(folder, lambda place: any(_holds(find, place) for find in finders))
    return found


def _holds(find: Callable[[Path], Found | None], folder: Path) -> bool:
    try:
        return find(folder) is not None
    except (DataError, OSError):
        return False


def _of_file(file: Path) -> Found:
    name = file.name.lower()
    if name.endswith(ARRAY_ENDINGS):
        return Found("arrays", _array_parts(file))
    if name.endswith(CSV_ENDINGS):
        return _pictures_of(file) if lists_pictures(file) else _with_partner(file)
    own = [found for found in idx_sets(file.parent) if file in found.files]
    if own:
        return _as_found(own[0], file.parent, file)
    if name.endswith(PICTURE_ENDINGS):
        found_images = _find_images(file.parent)
        if found_images is not None:
            return found_images
    if looks_like_table(file):
        return Found("csv", (file,))
    raise refused_file(file)


# IDX


def _find_idx(folder: Path) -> Found | None:
    sets = idx_sets(folder)
    plain = [found for found in sets if not found.name]
    if len(sets) > 1 and not plain:
        raise _several(folder, [found.files[0].name for found in sets])
    chosen = next(iter(plain or sets), None)
    return _as_found(chosen, folder, None) if chosen else None


def _as_found(found: IdxSet, folder: Path, chosen: Path | None) -> Found:
    train, test = found.split("train") or found.split(None), found.split("test")
    test = test or found.split("val")
    if chosen is not None and not train and test:
        return Found("idx", test, chosen_test=True)
    if not train:
        there, missing = found.missing_part()
        raise DataError(
            "{folder} holds {there} but not {missing}.",
            "Put {missing} or {missing}.gz beside it.",
            folder=str(folder),
            there=there,
            missing=missing,
        )
    notes = [
        Phrase("{name} was left out: its images or its labels are missing.", name=file.name)
        for file in found.lone_parts()
    ]
    unused = [file for file in found.files if file not in (*train, *test, *found.lone_parts())]
    return Found("idx", train, test, chosen in test, (*notes, *_left_out(unused)))


def _left_out(places: list[Path]) -> tuple[Phrase, ...]:
    if not places:
        return ()
    names = ", ".join(place.name for place in places[:5]) + (" ..." if len(places) > 5 else "")
    return (Phrase("Left out, as a part of neither split: {names}.", names=names),)


# Arrays


def _find_arrays(folder: Path) -> Found | None:
    files = _files_ending(folder, ARRAY_ENDINGS)
    named = [file for file in files if file.name == "mnist.npz"]
    if named:
        return Found("arrays", (named[0],))
    sets: dict[tuple[str, ...], list[Path]] = {}
    for file in files:
        sets.setdefault(_set_name(file), []).append(file)
    parts = [tuple(own) for own in sets.values()]
    if len(parts) > 1 and all(file.suffix.lower() == ".npy" for file in files):
        # An array of images a class, as "Quick, Draw!" has them.
        return Found("arrays", tuple(files))
    chosen = _only_one(parts, folder)
    return Found("arrays", chosen) if chosen else None


def _array_parts(file: Path) -> tuple[Path, ...]:
    """Return the files that belong to a file of arrays: itself, or KMNIST's four."""
    name = _set_name(file)
    siblings = _files_ending(file.parent, (file.suffix.lower(),))
    return tuple(own for own in siblings if _set_name(own) == name) or (file,)


def _set_name(file: Path) -> tuple[str, ...]:
    """Return what the name of a file says beside split and role; the whole where it is whole.

    Only files that hold one array each bear a role in their names.
    """
    words = words_of(file.stem)
    rest = tuple(word for word in words if word not in ROLE_WORDS and split_word(word) is None)
    is_part = any(word in ROLE_WORDS for word in words)
    return (file.suffix.lower(), *rest) if is_part else (file.name,)


# Tables


def _find_csv(folder: Path) -> Found | None:
    files = _files_ending(folder, CSV_ENDINGS)
    if not files or _lists_pictures(folder):
        return None
    for_training = [file for file in files if split_word(file.name.split(".")[0]) == "train"]
    submissions = ("submission", "labels", "mapping")
    others = [file for file in files if not any(w in file.name.lower() for w in submissions)]
    chosen = _only_one([(file,) for file in for_training or others or files], folder)
    if not chosen:
        return None
    found = _with_partner(chosen[0])
    rest = [file for file in others if file not in (*found.train, *found.test)]
    return replace(found, notes=_left_out(rest))


def _find_tables_below(folder: Path) -> Found | None:
    """Find a table in a folder that is called train, and one in that called test."""
    tables: dict[str, list[Path]] = {}
    for place in _visible(folder):
        split = split_word(place.name)
        if split and place.is_dir():
            tables.setdefault(split, []).extend(_files_ending(place, CSV_ENDINGS))
    train, test = tables.get("train", []), tables.get("test") or tables.get("val") or []
    return Found("csv", (train[0],), tuple(test)) if len(train) == 1 >= len(test) else None


def _pictures_of(table: Path) -> Found:
    """Find the pictures that a table lists."""
    found = _find_images(table.parent)
    if found is None:
        raise DataError(
            "{file} lists pictures, but they are not in its folder.",
            "Put the table beside the folder with its pictures.",
            file=str(table),
        )
    return found


def _lists_pictures(folder: Path) -> bool:
    """Say whether the tables of a folder only list the pictures beside them."""
    return _find_images(folder) is not None


def _with_partner(file: Path) -> Found:
    """Find mnist_test.csv for mnist_train.csv, and the other way round."""
    siblings = {f.name.lower(): f for f in _files_ending(file.parent, CSV_ENDINGS)}
    name = file.name.lower()
    partners = (
        siblings[other]
        for own in ("train", "test", "t10k")
        for others in ("train", "test", "t10k")
        if own in name and (other := name.replace(own, others)) in siblings and other != name
    )
    partner = next(partners, None)
    if partner is None:
        return Found("csv", (file,))
    if "train" in name:
        return Found("csv", (file,), (partner,))
    return Found("csv", (partner,), (file,), chosen_test=True)


# Pictures


def _find_images(folder: Path) -> Found | None:
    for place in _nested(folder):
        if holds_pictures(place):
            return Found("images", (place,))
        splits = _picture_splits(place)
        if splits.get("train"):
            test = splits.get("test") or splits.get("val")
            used = (splits["train"], *((test,) if test else ()))
            rest = [
                inner
                for inner in _visible(place)
                if inner.is_dir() and not any(own.is_relative_to(inner) for own in used)
            ]
            return Found("images", used[:1], used[1:], notes=_left_out(rest))
    return None


def _nested(folder: Path) -> Iterable[Path]:
    """Return a folder, and those in it as long as each holds but one."""
    yield folder
    for _ in range(_NEST):
        inside = [place for place in _visible(folder) if place.is_dir()]
        if len(inside) != 1:
            return
        folder = inside[0]
        yield folder


def _picture_splits(folder: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    # "trainingSample" is a part of "trainingSet".
    places = sorted(_visible(folder), key=lambda place: ("sample" in place.name.lower(), place))
    for place in places:
        split = split_word(place.name)
        if split and split not in found and place.is_dir():
            root = next((inner for inner in _nested(place) if holds_pictures(inner)), None)
            if root:
                found[split] = root
    return found


def _visible(folder: Path) -> list[Path]:
    return sorted(
        place for place in folder.iterdir() if not place.name.startswith((".", "__MACOSX"))
    )


def _files_ending(folder: Path, endings: tuple[str, ...]) -> list[Path]:
    return [
        file
        for file in _visible(folder)
        if file.name.lower().endswith(endings) and file.is_file()
    ]


def _only_one(sets: Iterable[tuple[Path, ...]], folder: Path) -> tuple[Path, ...] | None:
    sets = list(sets)
    if len(sets) > 1:
        raise _several(folder, [files[0].name for files in sets])
    return sets[0] if sets else None


def _several(folder: Path, names: list[str]) -> DataError:
    return DataError(
        "{folder} holds more than one data set: {names}.",
        "Open one of these files.",
        folder=str(folder),
        names=", ".join(names[:5]),
    )
