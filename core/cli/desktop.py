"""``inkling install-desktop`` and ``uninstall-desktop``: the entry among one's programs."""

from __future__ import annotations

import argparse

from core.cli.options import Commands, add_json
from core.cli.output import Output


def add_desktop(commands: Commands) -> None:
    """Add both commands to the parser."""
    for name, text in (
        ("install-desktop", "put Inkling among your programs"),
        ("uninstall-desktop", "take Inkling out of your programs again"),
    ):
        parser = commands.add_parser(name, help=text, description=f"{text.capitalize()}.")
        add_json(parser)
        parser.set_defaults(command=desktop_command, install=name == "install-desktop")


def desktop_command(arguments: argparse.Namespace, output: Output) -> int:
    """Make the menu entry or remove it, and print which files that were."""
    from core import desktop

    paths = [str(path) for path in (desktop.install if arguments.install else desktop.remove)()]
    done = "wrote" if arguments.install else "removed"
    output.event("finished", **{done: paths})
    for path in paths:
        output.line(f"{done} {path}")
    if not paths:
        output.line("There was nothing to remove.")
    return 0
