"""A table of images without labels, read by a network: Kaggle's test.csv -> submission.csv."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from core.atomic_file import write_atomically
from core.data.datasets import Wishes, load_unlabelled
from core.data.formats.unpack import Tell, part_of, tell_nobody
from core.networks.forward import forward
from core.phrases import Phrase
from core.records import Images, Labels, Network

IDENT_NAME, LABEL_NAME = "ImageId", "Label"
"""The columns of the table that is written, as Kaggle wants them."""

_AT_ONCE = 500
_READING_SHARE = 0.3


@dataclass(frozen=True)
class PredictedTable:
    """How many images were read, and what was assumed about them."""

    images: int
    notes: tuple[Phrase, ...]


def predict_table(
    network: Network,
    path: Path,
    save: Path,
    wishes: Wishes | None = None,
    tell: Tell = tell_nobody,
) -> PredictedTable:
    """Read a table's images with a network and write the labels as a table of two columns.

    The first column numbers the images from 1, or holds what the table itself calls them.

    Raises
    ------
    DataError
        When the table cannot be read.
    InklingError
        When `save` cannot be written.
    """
    table = load_unlabelled(path, wishes, part_of(tell, 0, _READING_SHARE))
    digits = _digits(network, table.images, part_of(tell, _READING_SHARE, 1))
    idents = table.idents or tuple(map(str, range(1, len(digits) + 1)))
    label_name = LABEL_NAME.lower() if table.ident_name.islower() else LABEL_NAME
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((table.ident_name or IDENT_NAME, label_name))
    names = network.names
    writer.writerows((ident, names[digit]) for ident, digit in zip(idents, digits, strict=True))

    def write(file: BinaryIO) -> None:
        file.write(text.getvalue().encode("utf-8"))

    write_atomically(save, write)
    return PredictedTable(len(digits), table.notes)


def _digits(network: Network, images: Images, tell: Tell) -> Labels:
    digits = []
    for start in range(0, len(images), _AT_ONCE):
        tell(start / len(images))
        digits.append(forward(network, images[start : start + _AT_ONCE]).digits)
    return np.concatenate(digits)
