"""``inkling export``: a network in another format, run there before it is kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.options import Commands, add_json, add_pixels
from core.cli.output import Output
from core.errors import InklingError

FORMATS = ("keras", "tflite", "onnx", "python", "svg", "png")


def add_export(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export",
        help="write a network in another format",
        description="Write a network as a .keras file, TensorFlow Lite, ONNX, one Python file "
        "that needs NumPy alone, or a drawing of its layers. Each file is run on 100 images "
        "and compared with the network before it is kept.",
    )
    parser.add_argument(
        "network",
        metavar="FILE",
        help='a .keras or .h5 file, or "shipped" for the network that comes with Inkling',
    )
    parser.add_argument("--to", required=True, choices=FORMATS, help="the format")
    parser.add_argument(
        "--save",
        type=Path,
        metavar="OUT",
        help="where it goes (default: the name of FILE with another ending, here)",
    )
    add_pixels(parser)
    add_json(parser)
    parser.set_defaults(command=export_command)


def export_command(arguments: argparse.Namespace, output: Output) -> int:
    """Export the network, and say how near the file's answers are."""
    from core.cli.arguments import opened_network
    from core.exporting.export import ENDINGS, export_network
    from core.networks.shipped import shipped_network

    named: str = arguments.network
    recipe = None
    if named == "shipped":
        network = shipped_network()
    else:
        saved = opened_network(Path(named), arguments.pixels, output)
        network, recipe = saved.network, saved.recipe
    path = arguments.save or _default(named, ENDINGS[arguments.to])
    exported = export_network(network, path, arguments.to, recipe=recipe)
    output.line(str(exported.words))
    output.event("exported", file=str(path), to=exported.to, difference=exported.difference)
    return 0


def _default(named: str, ending: str) -> Path:
    path = Path(f"{Path(named).stem}{ending}")
    if path.exists():
        raise InklingError(
            "{file} is there already.", "Name another file with --save.", file=str(path)
        )
    return path
