"""``inkling predict``: the digit or the number in each picture, or each row of a table.

A line for each picture: what was read, how sure the network is, and the file. Of several
digits the confidence is that of the least sure one; lines of writing are parted by ``/``::

    7   99.98 %  seven.png
    2026/42   97.10 %  page.jpg

With ``--json``, one event a picture: ``number`` is the text, ``digits`` has for each digit in
reading order its ``digit`` (the number of its class), ``name``, ``confidence``, ``is_digit``,
``probabilities``, ``box`` (left, top, right, bottom in the file's pixels, turned upright) and
``line``. Where there is one digit only, the first five stand beside ``number`` too; else
``digit`` is null. A network of other classes than the digits reads each picture as one thing.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.options import Commands, UsageError, add_json, add_pixels
from core.cli.output import Output, percent
from core.errors import InklingError
from core.home import Home, default_home

if TYPE_CHECKING:
    from core.records import Network, Prediction, ReadDigit, Reading


def add_predict(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "predict",
        help="read the digit or the number in pictures",
        description="Read each picture: one digit or several, dark on light or light on dark, "
        "anywhere in it. Lines of digits are parted by a slash, and the confidence is that of "
        "the least sure digit; --json gives each digit's box and probabilities.",
    )
    parser.add_argument("images", nargs="*", type=Path, metavar="IMAGE", help="PNG, JPEG ...")
    parser.add_argument(
        "--table",
        type=Path,
        metavar="FILE",
        help="a table of images without labels, as Kaggle's test.csv, in place of pictures",
    )
    parser.add_argument(
        "--save",
        type=Path,
        metavar="OUT",
        help="where the labels of the table go: a CSV file, as Kaggle's submission.csv",
    )
    parser.add_argument(
        "--model",
        type=Path,
        metavar="FILE",
        help="a .keras file, or a whole model in HDF5 (default: the network that comes with "
        "Inkling, else the newest run's)",
    )
    add_pixels(parser)
    parser.add_argument(
        "--as-stored",
        action="store_true",
        help="take the images of the table as they are stored, dark on light too",
    )
    add_json(parser)
    parser.set_defaults(command=predict_command)


def predict_command(arguments: argparse.Namespace, output: Output) -> int:
    """Read every picture that can be read, or a table; give 1 if one could not be read."""
    if bool(arguments.images) == (arguments.table is not None):
        raise UsageError("name pictures, or a table with --table (see: inkling predict --help)")
    if (arguments.table is None) != (arguments.save is None):
        raise UsageError("--table and --save belong together (see: inkling predict --help)")
    from core.ink.pictures import read_picture
    from core.reading.read import read

    network = _network(arguments, output)
    if arguments.table is not None:
        return _predict_table(network, arguments, output)
    unreadable = False
    for path in arguments.images:
        try:
            _tell(path, read(read_picture(path), network), output)
        except InklingError as error:
            unreadable = True
            output.error(*error.parts())
    return int(unreadable)


def _predict_table(network: Network, arguments: argparse.Namespace, output: Output) -> int:
    from core.cli.arguments import reading as progress
    from core.cli.arguments import tell_notes
    from core.data.datasets import Wishes
    from core.networks.table import predict_table

    wishes = Wishes(as_stored=arguments.as_stored)
    table = predict_table(network, arguments.table, arguments.save, wishes, progress(output))
    tell_notes(table.notes, output)
    output.line(f"{table.images} images read; their labels are in {arguments.save}")
    output.event("table", images=table.images, saved=str(arguments.save))
    return 0


def _network(arguments: argparse.Namespace, output: Output) -> Network:
    """Return the network that the arguments name, its pixels as they say."""
    from core.cli.arguments import opened_network
    from core.networks.trial import with_pixels

    if arguments.model is not None:
        return opened_network(arguments.model, arguments.pixels, output).network
    network = _own_network(default_home())
    return network if arguments.pixels == "auto" else with_pixels(network, arguments.pixels)


def _own_network(home: Home) -> Network:
    from core.networks.keras_format import keras_file
    from core.networks.shipped import shipped_network

    try:
        return shipped_network()
    except (InklingError, OSError):
        newest = _newest(home)
    if newest is None:
        raise InklingError(
            "There is no network yet to read digits with.",
            "Train one with: inkling train --recipe mlp-128-32, or name one with --model.",
        )
    return keras_file.load(newest).network


def _newest(home: Home) -> Path | None:
    """Return the network of the newest run that kept one."""
    from core.runs.store import RunStore

    if not home.runs.is_dir():
        return None
    store = RunStore(home.runs)
    for run in store.runs():
        if run.state_epoch is not None:
            return store.network_file(run.id)
    return None


def _tell(path: Path, reading: Reading, output: Output) -> None:
    digits = reading.digits
    if not digits:
        output.line(f"-           {path} (nothing to read)")
        output.event("prediction", image=str(path), digit=None, number="", digits=[])
        return
    sure = min(digit.prediction.confidence for digit in digits)
    number = reading.text.replace("\n", "/")
    output.line(f"{number}  {percent(sure):>8}  {path}{_doubts(digits)}")
    only = {"digit": None} if reading.only is None else _values(reading.only)
    output.event(
        "prediction",
        image=str(path),
        **only,
        number=reading.text,
        digits=[
            {
                **_values(digit.prediction),
                "box": [round(side, 1) for side in digit.box],
                "line": digit.line,
            }
            for digit in digits
        ],
    )


def _values(prediction: Prediction) -> dict[str, object]:
    return {
        "digit": prediction.digit,
        "name": prediction.name,
        "confidence": prediction.confidence,
        "is_digit": prediction.is_digit,
        "probabilities": [round(float(value), 6) for value in prediction.probabilities],
    }


def _doubts(digits: tuple[ReadDigit, ...]) -> str:
    """Say how many of what was read are no digits, if any."""
    doubtful = sum(not digit.prediction.is_digit for digit in digits)
    if not doubtful:
        return ""
    if len(digits) == 1:
        return " (not a digit, I think)"
    return f" ({doubtful} of {len(digits)} not a digit, I think)"
