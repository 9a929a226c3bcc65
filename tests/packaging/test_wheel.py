"""The wheel: one package, in nobody's way, whatever else is installed or on the path."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWN = ("core", "gui", "resources")

STRANGER = "raise SystemExit('this is somebody else\\'s')\n"


def packages_of_the_checkout() -> set[str]:
    found = {
        p.parent.relative_to(ROOT) for name in OWN for p in (ROOT / name).rglob("__init__.py")
    }
    return {".".join(("inkling", *place.parts)) for place in found}


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder into which the wheel was installed, and after it another one with a core."""
    pytest.importorskip("setuptools", "80")
    folder = tmp_path_factory.mktemp("wheel")
    made = pip(
        "wheel", "--no-deps", "--no-build-isolation", "-w", folder / "wheels", copy_of(folder)
    )
    assert made.returncode == 0, made.stderr
    (wheel,) = (folder / "wheels").glob("inkling-*.whl")
    names = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"inkling"}
    other = folder / "other"
    for name in OWN:
        (other / name).mkdir(parents=True)
        (other / name / "__init__.py").write_text(STRANGER)
    (other / "main.py").write_text(STRANGER)
    (other / "pyproject.toml").write_text(
        '[project]\nname = "other"\nversion = "1"\n[tool.setuptools]\n'
        'packages = ["core", "gui", "resources"]\npy-modules = ["main"]\n'
    )
    site = folder / "site"
    for what in (wheel, other):
        done = pip("install", "--no-deps", "--no-build-isolation", "--target", site, what)
        assert done.returncode == 0, done.stderr
    return site


def test_every_package_of_the_checkout_is_in_the_wheel(installed):
    there = {
        ".".join(p.parent.relative_to(installed).parts)
        for p in (installed / "inkling").rglob("__init__.py")
    }
    # The beginning of the wheel is the package "inkling" itself.
    assert there == packages_of_the_checkout() - {"inkling.gui.launch"} | {"inkling"}


def copy_of(folder: Path) -> Path:
    """Copy what the wheel is built from: building leaves its own folders beside it."""
    import shutil

    copy = folder / "checkout"
    for name in OWN:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE", "main.py"):
        shutil.copy(ROOT / name, copy / name)
    return copy


def pip(*arguments):
    command = [sys.executable, "-m", "pip", *map(str, arguments), "-q", "--no-index"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def run(site, *arguments, **environment):
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=site.parent,
        env={**os.environ, "PYTHONPATH": str(site), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_it_runs_beside_another_core_however_it_is_started(installed):
    assert "somebody else" in run(installed, "-c", "import core").stderr
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    script = (
        "import sys; sys.argv[0] = 'inkling-cli'; from inkling import main; sys.exit(main())"
    )
    for start in (("-m", "inkling"), (installed / "inkling" / "main.py",), ("-c", script)):
        done = run(installed, *start, "--version")
        assert (done.returncode, done.stdout, done.stderr) == (0, f"Inkling {version}\n", "")
    done = run(installed, "-m", "inkling", "recipes", "softmax-10")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_its_menu_entry_starts_a_file_that_is_there(installed, tmp_path):
    found = (
        "from inkling import main; import sys; sys.argv = ['inkling', '--version']; main()\n"
    )
    found += "from core import desktop; print(*desktop._this_program().command, sep='\\n')\n"
    found += "print(desktop._this_program().icon_svg)"
    done = run(installed, "-c", found)
    *_, script, icon = done.stdout.splitlines()
    assert Path(script) == installed / "inkling" / "main.py"
    assert Path(script).is_file()
    assert Path(icon).is_file()


def test_all_that_lies_beside_the_code_is_in_the_wheel_too(installed):
    ours = ROOT / "resources"
    kept = ("guide", "desktop", "icons", "networks", "published", "sample", "translations")
    files = [p for name in kept for p in (ours / name).rglob("*") if p.is_file()]
    there = installed / "inkling" / "resources"
    missing = [p for p in files if not (there / p.relative_to(ours)).is_file()]
    assert [str(p) for p in missing if "__pycache__" not in p.parts] == []
