r"""Where the arrays of each layer lie in the ``model.weights.h5`` of a ``.keras`` file.

Keras puts those of a layer under ``layers/NAME/vars``, of a layer in a model in a model under
``layers/NAME/layers/NAME/vars``, where NAME is the class in snake case, numbered among its
like. Keras 2.12 and 2.13 leave numbers out (conv2d, conv2d_2, conv2d_4: each layer was counted
twice) and call the folder otherwise; Keras 2 on Windows writes ``layers\conv2d`` as one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias

import h5py

from core.errors import NetworkError
from core.networks.keras_format.archive import DAMAGED, FETCH_AGAIN

Tree: TypeAlias = dict[str, Any]
"""Names to trees or to `h5py.Dataset`."""

MOST_MEMBERS = 5_000
_DEEPEST = 24
_FOLDERS = ("layers", "_layer_checkpoint_dependencies")


def tree_of(file: h5py.File) -> Tree:
    """Return what is in the file, but not the optimizer's, through no link to elsewhere.

    Raises
    ------
    NetworkError
        If it holds more than any network that reads digits.
    """
    tree: Tree = {}
    left = [MOST_MEMBERS]
    _grow(tree, file, left, 0)
    return tree


def member(group: h5py.Group, name: str) -> Any:
    """Return what bears this name; None where it is missing or lies in another place."""
    link = group.get(name, getlink=True)
    return group[name] if isinstance(link, h5py.HardLink) else None


def _grow(tree: Tree, group: h5py.Group, left: list[int], depth: int) -> None:
    for name in islice(group, MOST_MEMBERS + 1):
        left[0] -= 1
        if left[0] < 0 or depth > _DEEPEST:
            raise NetworkError(DAMAGED, FETCH_AGAIN)
        found = None if name == "optimizer" else member(group, name)
        *folders, last = re.split(r"[\\/]", name)
        branch = tree
        for folder in folders:
            inner = branch.setdefault(folder, {})
            branch = inner if isinstance(inner, dict) else {}
        if isinstance(found, h5py.Group):
            inner = branch.setdefault(last, {})
            if isinstance(inner, dict):
                _grow(inner, found, left, depth + 1)
        elif isinstance(found, h5py.Dataset):
            branch[last] = found


def arrays_of(tree: Tree, places: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], Tree]:
    """Return for each place with weights the arrays that lie there, by their numbers.

    A place that is missing has no entry.
    """
    folder: Tree = next(
        (tree[name] for name in _FOLDERS if isinstance(tree.get(name), dict)), {}
    )
    names = _stored_names(folder, list(dict.fromkeys(place[0] for place in places)))
    found: dict[tuple[str, ...], Tree] = {}
    for head, stored in names.items():
        inner = [place[1:] for place in places if place[0] == head and len(place) > 1]
        if inner:
            deeper = arrays_of(folder[stored], inner)
            found |= {(head, *place): arrays for place, arrays in deeper.items()}
        elif isinstance(folder[stored].get("vars"), dict):
            found[head,] = folder[stored]["vars"]
    return found


def _stored_names(folder: Tree, wanted: Sequence[str]) -> dict[str, str]:
    """Return under which name each of these layers is stored.

    The same name where all of a kind are there under theirs; else, where the file has as
    many of the kind, they are taken in their order.
    """
    names: dict[str, str] = {}
    for kind in dict.fromkeys(map(_kind, wanted)):
        like = [name for name in wanted if _kind(name) == kind]
        stored = sorted(
            (name for name, inner in folder.items() if _kind(name) == kind and _holds(inner)),
            key=_number,
        )
        if set(like) <= set(stored):
            names |= {name: name for name in like}
        elif len(like) == len(stored):
            names |= dict(zip(like, stored, strict=True))
    return names


def _kind(name: str) -> str:
    return re.sub(r"_\d{1,6}$", "", name)


def _number(name: str) -> int:
    digits = name.removeprefix(_kind(name)).lstrip("_")
    return int(digits) if digits else 0


def _holds(tree: Any) -> bool:
    """Say whether there is an array anywhere in a folder of a layer."""
    return isinstance(tree, dict) and any(_arrays(tree))


def _arrays(tree: Tree) -> Iterator[bool]:
    for name, inner in tree.items():
        if isinstance(inner, dict):
            yield from (True for _ in _arrays(inner) if name != "seed_generator")
        else:
            yield True
