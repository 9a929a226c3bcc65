"""``inkling own-digits``: count, export or import the digits of one's own hand."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.options import Commands, add_json
from core.cli.output import Output
from core.home import default_home


def add_own_digits(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "own-digits",
        help="count, export or import the digits of your own hand",
        description="Count the digits that you kept on the Draw page with their labels, or do "
        "one of the following with them.",
    )
    add_json(parser)
    parser.set_defaults(command=_count)
    actions = parser.add_subparsers(title="what to do", metavar="ACTION")
    export = actions.add_parser(
        "export",
        help="write them to a file",
        description="Write them to a file: strokes as JSON, or images with labels where its "
        "name ends in .npz, a data set that Inkling opens.",
    )
    export.set_defaults(command=_export)
    brought = actions.add_parser(
        "import",
        help="keep those of a file too",
        description="Keep the digits of a file of strokes too; those that are kept already "
        "are passed over.",
    )
    brought.set_defaults(command=_import)
    for action in (export, brought):
        action.add_argument("file", type=Path, metavar="FILE")
        add_json(action)


def _count(_arguments: argparse.Namespace, output: Output) -> int:
    from core.own_digits.store import OwnDigits

    own = OwnDigits(default_home().drawings)
    labels = [kept.digit for kept in own.all()]
    each = {digit: labels.count(digit) for digit in range(10)}
    output.line(f"{len(labels)} digits of yours are kept in {own.path}")
    for digit, count in each.items():
        output.line(f"{digit}  {count:5}")
    output.event("own_digits", file=str(own.path), total=len(labels), each=list(each.values()))
    return 0


def _export(arguments: argparse.Namespace, output: Output) -> int:
    from core.own_digits.exchange import export_digits
    from core.own_digits.store import OwnDigits

    digits = OwnDigits(default_home().drawings).all()
    export_digits(arguments.file, digits)
    output.line(f"{len(digits)} digits of yours are in {arguments.file}")
    output.event("exported", file=str(arguments.file), digits=len(digits))
    return 0


def _import(arguments: argparse.Namespace, output: Output) -> int:
    from core.own_digits.exchange import import_digits
    from core.own_digits.store import OwnDigits

    digits = import_digits(arguments.file)
    new = OwnDigits(default_home().drawings).add_new(digits)
    known = len(digits) - new
    output.line(f"{new} digits were added to yours, {known} of the file were there already")
    output.event("imported", new=new, known=known)
    return 0
