"""The commands as the parser itself knows them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from core.cli.main import make_parser


def all_parsers() -> Mapping[str, argparse.ArgumentParser]:
    """Return the parser of each command by its words: "", "train", "runs", "runs list"."""
    return {" ".join(words): parser for words, parser in _below((), make_parser())}


def _below(words, parser):
    yield words, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from _below((*words, name), inner)
