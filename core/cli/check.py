"""``inkling check``: what can be known of a training before it starts.

With ``--json`` an event ``finding`` for each (`core.cli.told_findings`), then ``finished`` with
how many there are of each severity. The exit code is 1 where one of them spoils the result.
"""

from __future__ import annotations

import argparse
from collections import Counter

from core.cli.arguments import chosen_data, chosen_recipe
from core.cli.output import Output
from core.cli.told_findings import FindingTeller
from core.data.facts import look
from core.diagnosis.check import check
from core.home import default_home


def check_command(arguments: argparse.Namespace, output: Output) -> int:
    """Judge a recipe and its data; give the exit code."""
    recipe = chosen_recipe(arguments.recipe)
    dataset = chosen_data(arguments, default_home(), output)
    found = check(recipe, look(dataset))
    output.line(f"{recipe.title or recipe.name} ({recipe.name}) on {dataset.name}:")
    FindingTeller(output, recipe).tell(found)
    if not found:
        output.line("Nothing speaks against it.")
    counts = Counter(finding.severity for finding in found)
    output.event("finished", bad=counts["bad"], warn=counts["warn"], info=counts["info"])
    return 1 if counts["bad"] else 0
