"""The lock and the constraints say the same, and the lock holds all that is asked for."""

from __future__ import annotations

import re

from packaging.requirements import Requirement

from tests.update_lock import CONSTRAINTS, LOCK, canonical, locked, pins, requirements

MEASURED = set("fsspec jax jaxlib jinja2 mpmath networkx sympy torch".split())  # noqa: SIM905
"""What the extra `bench` brings."""

ON_LINUX = {"sys_platform": "linux", "platform_machine": "x86_64", "extra": ""}


def test_each_locked_package_has_the_version_of_the_constraints_and_a_hash():
    lock = locked()
    assert len(lock) > 60
    assert {name: version for name, (version, _) in lock.items()}.items() <= pins().items()
    assert all(hashes for _, hashes in lock.values())
    # What the reader of the lock did not understand, pip would not either.
    assert len(lock) == len(re.findall(r"==", LOCK.read_text()))


def test_what_is_pinned_and_not_locked_is_for_other_systems_or_only_measured():
    assert pins().keys() - locked().keys() <= {"tensorflow", "tf-keras"} | MEASURED


def test_all_that_inkling_and_its_extras_ask_for_is_locked():
    asked = [Requirement(text) for text in requirements()]
    here = [r for r in asked if r.marker is None or r.marker.evaluate(ON_LINUX)]
    assert len(here) > 15
    lock = locked()
    for requirement in here:
        version, _ = lock[canonical(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_neither_names_a_host():
    for file in (LOCK, CONSTRAINTS):
        assert not re.search(r"://|@|index-url|find-links", file.read_text())
