"""Try everything, count what survives, and print the table of docs/reliability.md.

``python -m tests.reliability [--only NAME ...] [--events N] [--starts N]``; the exit code is 1
where something did not survive. It takes about an hour on two cores.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.reliability import cycles, doors, monkey, storing, together
from tests.reliability.corpus import hostile_cases
from tests.reliability.tally import Tally, table

LANGUAGES = ("en", "zh_CN")


def _told(text: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stderr.flush()


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder to work in, with a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        before, home = Path.cwd(), os.environ.get("INKLING_HOME")
        os.environ["INKLING_HOME"] = str(Path(folder) / "home")
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)
            os.environ.pop("INKLING_HOME")
            if home is not None:
                os.environ["INKLING_HOME"] = home


def _files(door: doors.Door, tally: Tally, folder: Path) -> Tally:
    kinds: Counter[str] = Counter()
    for number, case in enumerate(hostile_cases()):
        (place := folder / str(number)).mkdir()
        tally.count(f"{case.kind}, {case.name}", door(case, place))
        kinds[case.kind] += 1
    tally.note = ", ".join(f"{count} of {kind}" for kind, count in kinds.items())
    return tally


def files_by_command() -> list[Tally]:
    """Every hostile file on the command line."""
    with _scratch() as folder:
        tally = Tally("hostile and broken files on the command line")
        return [_files(doors.command_line, tally, folder)]


def files_by_window() -> list[Tally]:
    """Every hostile file, dropped on one window."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    with _scratch() as folder, doors.window_door(folder / "home") as door:
        tallies = [_files(door, Tally("the same files dropped on the window"), folder)]
    app.processEvents()
    return tallies


def failures() -> list[Tally]:
    """Every system call and step of SQL of a training that is kept, failing."""
    return [
        *(storing.failing(name) for name in storing.FAILURES),
        storing.savings(),
        storing.mending(),
    ]


def kills() -> list[Tally]:
    """Every system call and step of SQL of a training that is kept, as the last one."""
    return storing.in_its_own_process(1)


def homes() -> list[Tally]:
    """Several programs on one home."""
    return [together.recorders(programs=5), together.windows_and_command_line()]


def main() -> int:
    """Print the table and what did not survive."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=5_000, help="of the monkey, a language")
    parser.add_argument("--starts", type=int, default=300, help="of a training")
    parser.add_argument("--seed", type=int, default=1, help="of the monkey")

    def monkeys() -> list[Tally]:
        tallies = []
        for language in LANGUAGES:
            events = monkey.in_its_own_process(chosen.seed, chosen.events, language=language)
            events.what += f", window in {language}"
            tallies.append(events)
        return tallies

    def starts() -> list[Tally]:
        return [cycles.judged(cycles.in_its_own_process(chosen.starts))]

    parts: tuple[Callable[[], list[Tally]], ...] = (
        files_by_command, files_by_window, failures, kills, homes, monkeys, starts
    )  # fmt: skip
    parser.add_argument("--only", nargs="+", choices=[part.__name__ for part in parts])
    chosen = parser.parse_args()
    tallies: list[Tally] = []
    for part in parts:
        if not chosen.only or part.__name__ in chosen.only:
            _told(part.__name__)
            tallies += part()
    print(table(tallies))
    problems = [f"{t.what}: {problem}" for t in tallies for problem in t.problems]
    print("\n".join(["", *problems]) if problems else "")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
