"""What commands share: the data set and the recipe that the arguments mean."""

from __future__ import annotations

from pathlib import Path

from core.data.datasets import find_mnist, load, load_sample
from core.errors import RecipeError
from core.home import Home
from core.recipes.catalogue import by_name
from core.records import Dataset, Recipe


def chosen_data(named: str | None, home: Home) -> Dataset:
    """Return the data set that ``--data`` names, else the whole MNIST, else the sample.

    Raises
    ------
    DataError
        If what is named cannot be read.
    """
    if named == "sample":
        return load_sample()
    if named is not None:
        return load(Path(named).expanduser())
    found = find_mnist(home)
    return load_sample() if found is None else load(found)


def chosen_recipe(named: str) -> Recipe:
    """Return the recipe of this name, or the one in this JSON file.

    Raises
    ------
    RecipeError
        If there is neither.
    """
    path = Path(named).expanduser()
    if path.suffix.lower() != ".json":
        return by_name(named)
    from core.recipes import recipe_file

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(
            "The recipe {file} cannot be read: {reason}.",
            "Check its name; a recipe is a JSON text file.",
            file=str(path),
            reason=getattr(error, "strerror", None) or "it is no text",
        ) from error
    return recipe_file.from_json(text)
