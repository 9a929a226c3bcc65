"""Write ``requirements.lock``: every file that a checked environment is made of, by its hash.

``python -m tests.update_lock`` asks pip what it would install here for Inkling with all its
extras at the versions of ``constraints.txt``, and writes names, versions and SHA-256 sums. No
address is in it: where pip gets the files from does not matter when their sums are right.

Compiled packages have a file for each system and each Python. What pip chose on this system
and Python is added to what the lock has already, as long as the version is the same: run it on
each that is to be checked.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
CONSTRAINTS = ROOT / "constraints.txt"

HEAD = """\
# Every file of a checked environment, by its hash; made by: python -m tests.update_lock
# To install: pip install --require-hashes -r requirements.lock
#             pip install --no-deps --no-build-isolation .
"""

ONLY_MEASURED = "bench"
"""The extra that is only run beside Inkling to be compared: gigabytes, and no part of it."""

_OWN = re.compile(r"inkling\[([\w,]+)\]")
_PIN = re.compile(r"^([\w.-]+)==([^\s\\]+)", re.MULTILINE)
_LOCKED = re.compile(
    r"^([\w.-]+)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE
)


def canonical(name: str) -> str:
    """Return a name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """Return the versions of ``constraints.txt`` by canonical name."""
    return {canonical(name): version for name, version in _PIN.findall(CONSTRAINTS.read_text())}


def locked() -> dict[str, tuple[str, frozenset[str]]]:
    """Return version and hashes of each package of the lock by canonical name."""
    text = LOCK.read_text() if LOCK.exists() else ""
    return {
        canonical(name): (version, frozenset(re.findall(r"sha256:(\w+)", hashes)))
        for name, version, hashes in _LOCKED.findall(text)
    }


def requirements() -> list[str]:
    """Return what Inkling and its extras ask for, and what builds it, once each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {*project["build-system"]["requires"], *project["project"]["dependencies"]}
    for name, extra in project["project"]["optional-dependencies"].items():
        if name != ONLY_MEASURED:
            asked |= {text for text in extra if not _OWN.fullmatch(text)}
    return sorted(asked)


def resolved() -> Iterator[tuple[str, str, str]]:
    """Ask pip for name, version and hash of each file that it would install here."""
    asking = ("install", "--dry-run", "--ignore-installed", "-qq", "--report", "-")
    done = subprocess.run(
        [sys.executable, "-m", "pip", *asking, "-c", str(CONSTRAINTS), *requirements()],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    for item in json.loads(done.stdout)["install"]:
        about = item["metadata"]
        found = item["download_info"]["archive_info"]["hashes"]["sha256"]
        yield canonical(about["name"]), about["version"], found


def main() -> int:
    """Write the lock; give 1 if `constraints.txt` does not pin all that is in it."""
    before, pinned = locked(), pins()
    lines, unpinned = [HEAD], []
    for name, version, found in sorted(resolved()):
        if pinned.get(name) != version:
            unpinned.append(f"{name}=={version}")
        was, hashes = before.get(name, (version, frozenset()))
        every = sorted({found, *(hashes if was == version else ())})
        lines.append(
            " \\\n    ".join([f"{name}=={version}", *(f"--hash=sha256:{h}" for h in every)])
        )
    LOCK.write_text(lines[0] + "\n".join(lines[1:]) + "\n")
    if unpinned:
        sys.stderr.write("constraints.txt does not pin: " + ", ".join(unpinned) + "\n")
    return int(bool(unpinned))


if __name__ == "__main__":
    sys.exit(main())
