"""``inkling recipes``: the catalogue, and a recipe as JSON or as a Keras script."""

from __future__ import annotations

import argparse
import sys

from core.cli.options import Commands, add_json
from core.cli.output import Output


def add_recipes(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "recipes",
        help="list the recipes, or print one as JSON or as a Keras script",
        description="List the recipes of the catalogue; with a NAME print that recipe as the "
        "JSON that --recipe reads, or as a plain Keras script.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="a recipe, or a recipe file")
    parser.add_argument("--script", action="store_true", help="print a plain Keras script")
    add_json(parser)
    parser.set_defaults(command=recipes_command)


def recipes_command(arguments: argparse.Namespace, output: Output) -> int:
    """Print the catalogue, or the recipe that was named."""
    if arguments.name is None:
        _list(output)
        return 0
    from core.cli.arguments import chosen_recipe
    from core.recipes import recipe_file
    from core.recipes.keras_script import keras_script

    recipe = chosen_recipe(arguments.name)
    as_text = keras_script if arguments.script else recipe_file.to_json
    # The text itself, with or without --json: it is what a file would hold.
    sys.stdout.write(as_text(recipe).rstrip("\n") + "\n")
    sys.stdout.flush()
    return 0


def _list(output: Output) -> None:
    from core.layers import parameter_count
    from core.recipes.catalogue import CATALOGUE

    width = max(len(recipe.name) for recipe in CATALOGUE)
    for recipe in CATALOGUE:
        weights = parameter_count(recipe.network)
        output.line(f"{recipe.name:{width}}  {weights:>9,}  {recipe.title}")
        output.event(
            "recipe",
            name=recipe.name,
            title=recipe.title,
            about=recipe.about,
            parameters=weights,
            epochs=recipe.epochs,
        )
