"""``inkling check``: what can be known of a training before it starts.

With ``--json`` an event ``finding`` for each (`core.cli.told_findings`), then ``finished`` with
how many there are of each severity. The exit code is 1 where one of them spoils the result.
"""

from __future__ import annotations

import argparse
from collections import Counter

from core.cli.options import Commands, add_data, add_json
from core.cli.output import Output
from core.home import default_home


def add_check(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="say what speaks against a recipe and its data before they are trained",
        description="Say what can be known before a training starts: of the recipe, and of the "
        "data that it would learn from. The exit code is 1 where it would be spoiled.",
    )
    parser.add_argument(
        "recipe", metavar="RECIPE", help='one of "inkling recipes", or a recipe file (.json)'
    )
    add_data(parser)
    add_json(parser)
    parser.set_defaults(command=check_command)


def check_command(arguments: argparse.Namespace, output: Output) -> int:
    """Judge a recipe and its data; give the exit code."""
    from core.cli.arguments import chosen_data, chosen_recipe, fitted_recipe
    from core.cli.told_findings import FindingTeller
    from core.data.facts import count_facts
    from core.diagnosis.check import check

    recipe = chosen_recipe(arguments.recipe)
    dataset = chosen_data(arguments, default_home(), output)
    recipe = fitted_recipe(recipe, dataset, output)
    found = check(recipe, count_facts(dataset))
    output.line(f"{recipe.title or recipe.name} ({recipe.name}) on {dataset.name}:")
    FindingTeller(output, recipe).tell(found)
    if not found:
        output.line("Nothing speaks against it.")
    counts = Counter(finding.severity for finding in found)
    output.event("finished", bad=counts["bad"], warn=counts["warn"], info=counts["info"])
    return 1 if counts["bad"] else 0
