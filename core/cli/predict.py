"""``inkling predict``: the digit in each picture, or in each row of a table."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.arguments import reading, tell_notes
from core.cli.output import Output, percent
from core.data.datasets import Wishes
from core.errors import InklingError
from core.home import Home, default_home
from core.ink.pictures import read_picture
from core.ink.preprocess import prepare
from core.networks.forward import predict
from core.networks.keras_format import keras_file
from core.networks.shipped import shipped_network
from core.networks.table import predict_table
from core.records import Network, Prediction
from core.runs.store import RunStore


def predict_command(arguments: argparse.Namespace, output: Output) -> int:
    """Read every picture that can be read, or a table; give 1 if one could not be read."""
    network = _network(arguments.model, default_home())
    if arguments.table is not None:
        return _predict_table(network, arguments, output)
    unreadable = False
    for path in arguments.images:
        try:
            _tell(path, _predict(network, path), output)
        except InklingError as error:
            unreadable = True
            output.error(
                error.problem.format(**error.values), error.cure.format(**error.values)
            )
    return int(unreadable)


def _predict_table(network: Network, arguments: argparse.Namespace, output: Output) -> int:
    wishes = Wishes(as_stored=arguments.as_stored)
    read = predict_table(network, arguments.table, arguments.save, wishes, reading(output))
    tell_notes(read.notes, output)
    output.line(f"{read.images} images read; their labels are in {arguments.save}")
    output.event("table", images=read.images, saved=str(arguments.save))
    return 0


def _network(named: Path | None, home: Home) -> Network:
    if named is not None:
        return keras_file.load(named).network
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
    if not home.runs.is_dir():
        return None
    store = RunStore(home.runs)
    for run in store.runs():
        if run.state_epoch is not None:
            return store.network_file(run.id)
    return None


def _predict(network: Network, path: Path) -> Prediction | None:
    stages = prepare(read_picture(path))
    return None if stages is None else predict(network, stages.centred, stages=stages)


def _tell(path: Path, prediction: Prediction | None, output: Output) -> None:
    if prediction is None:
        output.line(f"-           {path} (nothing to read)")
        output.event("prediction", image=str(path), digit=None)
        return
    note = "" if prediction.is_digit else " (not a digit, I think)"
    output.line(f"{prediction.digit}  {percent(prediction.confidence):>8}  {path}{note}")
    output.event(
        "prediction",
        image=str(path),
        digit=prediction.digit,
        confidence=prediction.confidence,
        is_digit=prediction.is_digit,
        probabilities=[round(float(share), 6) for share in prediction.probabilities],
    )
