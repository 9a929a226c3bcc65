"""``inkling suspects``: the images whose label is probably wrong, the most doubtful first.

Small networks that have not learnt from an image are asked about it; what they say is kept,
so that a second call answers at once. A line for each image, such as::

    rank  index  label  suggested   score
       1     12      7          1   0.987

With ``--json`` one event a line: ``suspect`` with ``index``, ``label`` and ``suggested`` (the
numbers of classes), ``label_name`` and ``suggested_name``, and ``score``, 0 to 1, above 0.5
where the suggestion is more probable than the label; at last ``suspects`` with ``split``,
``images`` and ``contradicted``, how many scores are above 0.5.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from core.cli.options import Commands, add_data, add_json, positive
from core.cli.output import Output
from core.home import default_home

if TYPE_CHECKING:
    from core.evaluation.doubts import Doubts
    from core.label_review.out_of_sample import JudgingProgress
    from core.records import Dataset


def add_suspects(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "suspects",
        help="list the images whose label is probably wrong",
        description="Rank the images of a split by how doubtful their label is. Networks that "
        "have not learnt from an image judge it; that takes minutes for the whole MNIST, and "
        "is kept. Ctrl+C stops.",
    )
    parser.add_argument(
        "--split",
        choices=("test", "train"),
        default="test",
        help="whose labels: of the test images (default) or of the training images",
    )
    parser.add_argument(
        "--top",
        type=positive,
        default=100,
        metavar="N",
        help="how many to print (default: 100)",
    )
    add_data(parser)
    add_json(parser)
    parser.set_defaults(command=suspects_command)


def suspects_command(arguments: argparse.Namespace, output: Output) -> int:
    """Find the doubtful labels and print them; give the exit code."""
    from core.cli.arguments import chosen_data
    from core.cli.train import stopped_by_signals
    from core.errors import Cancelled
    from core.label_review.suspects import find_doubts

    home = default_home()
    dataset = chosen_data(arguments, home, output)

    def report(progress: JudgingProgress) -> None:
        output.progress(
            f"network {progress.training} of {progress.trainings}: "
            f"{100 * progress.fraction:.0f} % of all"
        )

    with stopped_by_signals() as control:
        try:
            found = find_doubts(
                dataset, arguments.split, home.doubts, report=report, control=control
            )
        except Cancelled:
            return control.exit_code
    _tell(found, dataset, arguments, output)
    return 0


def _tell(
    found: Doubts, dataset: Dataset, arguments: argparse.Namespace, output: Output
) -> None:
    names = dataset.classes
    wide = max(9, *(len(name) for name in names))
    output.line(f"rank  index  {'label':>{wide}}  {'suggested':>{wide}}   score")
    for rank, suspect in enumerate(found.first(arguments.top), start=1):
        label, suggested = names[suspect.label], names[suspect.suggested]
        output.line(
            f"{rank:>4}  {suspect.index:>5}  {label:>{wide}}  {suggested:>{wide}}   "
            f"{suspect.score:.3f}"
        )
        output.event(
            "suspect",
            index=suspect.index,
            label=suspect.label,
            suggested=suspect.suggested,
            score=round(suspect.score, 6),
            label_name=label,
            suggested_name=suggested,
        )
    images, against = len(found.labels), found.contradicted
    output.line(f"{against} of {images:,} labels are less probable than another class")
    output.event("suspects", split=arguments.split, images=images, contradicted=against)
