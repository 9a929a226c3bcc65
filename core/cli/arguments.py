"""What commands share: the data set and the recipe that the arguments mean."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from core.cli.output import Output
from core.data.datasets import Wishes, find_mnist, load, load_sample
from core.data.formats.unpack import Tell
from core.data.hold_out import hold_out
from core.errors import RecipeError
from core.home import Home, expanded
from core.networks.keras_format import keras_file
from core.networks.keras_format.keras_file import SavedNetwork
from core.networks.trial import Pixels, try_network, with_pixels
from core.phrases import Phrase
from core.recipes.catalogue import by_name
from core.recipes.for_classes import for_data
from core.records import Dataset, Network, Recipe
from core.regular_file import read_text


def chosen_data(arguments: argparse.Namespace, home: Home, output: Output) -> Dataset:
    """Return the data set that the arguments mean, and print what was assumed about it.

    That is the one that ``--data`` names, else the whole MNIST, else the sample; with
    ``--hold-out`` a share of its training images is set aside for testing.

    Raises
    ------
    DataError
        If what is named cannot be read.
    """
    dataset = _read(arguments, home, output)
    if arguments.hold_out is not None:
        dataset = hold_out(dataset, arguments.hold_out)
    tell_notes(dataset.notes, output)
    return dataset


def _read(arguments: argparse.Namespace, home: Home, output: Output) -> Dataset:
    if arguments.data == "sample":
        return load_sample()
    named = arguments.data
    path = find_mnist(home) if named is None else expanded(named)
    return load_sample() if path is None else load(path, wishes_of(arguments), reading(output))


def wishes_of(arguments: argparse.Namespace) -> Wishes:
    """Return what the arguments say about a data set."""
    return Wishes(arguments.label_column, arguments.as_stored)


def reading(output: Output) -> Tell:
    """Return what shows on the progress line how far a reading is."""
    return lambda share: output.progress(f"reading: {100 * share:.0f} %")


def tell_notes(notes: Iterable[Phrase], output: Output) -> None:
    """Print what was assumed when data were read."""
    for note in notes:
        output.line(f"Note: {note}")
        output.event("note", text=str(note))


def chosen_recipe(named: str) -> Recipe:
    """Return the recipe of this name, or the one in this JSON file.

    Raises
    ------
    RecipeError
        If there is neither.
    """
    path = expanded(named)
    if path.suffix.lower() != ".json":
        return by_name(named)
    from core.recipes import recipe_file

    try:
        text = read_text(path, 4 * recipe_file.LONGEST)
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(
            "The recipe {file} cannot be read: {reason}.",
            "Check its name; a recipe is a JSON text file.",
            file=str(path),
            reason=getattr(error, "strerror", None) or "it is no text",
        ) from error
    return recipe_file.from_json(text)


def fitted_recipe(recipe: Recipe, dataset: Dataset, output: Output) -> Recipe:
    """Return the recipe as the data want it, and print what was changed for them.

    Raises
    ------
    RecipeError
        If its network cannot be given an output for each.
    """
    fitted = for_data(recipe, dataset.classes, len(dataset.train_labels))
    tell_notes(fitted.notes, output)
    return fitted.recipe


def opened_network(file: Path, pixels: str, output: Output) -> SavedNetwork:
    """Return the network in a file, its pixels as ``--pixels`` says; tell what was measured.

    Raises
    ------
    NetworkError
        If it cannot be opened.
    """
    saved = keras_file.load(expanded(file))
    if pixels != "auto":
        chosen: Pixels = "raw" if pixels == "raw" else "unit"
        return replace(saved, network=with_pixels(saved.network, chosen))
    if saved.recipe is not None:
        return saved
    trial = try_network(saved.network, load_sample(), pixels_known=saved.pixels_known)
    if trial is None:
        if not saved.pixels_known:
            tell_notes([_untried(file.name, saved.network)], output)
        return saved
    tell_notes(trial.notes(file.name), output)
    return replace(saved, network=trial.network)


def _untried(name: str, network: Network) -> Phrase:
    return Phrase(
        "{name} does not say how it wants pixels, and its {n} classes are not the digits on "
        "which it could be tried. Inkling hands them over as 0 to 1; --pixels raw hands them "
        "over as 0 to 255.",
        name=name,
        n=len(network.names),
    )
