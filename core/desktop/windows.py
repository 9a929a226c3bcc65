"""Shortcuts without a console window in the Start menu and on the desktop.

The shell's own COM object makes them, through PowerShell, so that no package for COM is
needed. Paths travel in environment variables: no quoting can go wrong.

References
----------
Microsoft, "WScript.Shell: CreateShortcut, SpecialFolders".
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from core.desktop.launcher import COMMENT, NAME, Launcher, delete
from core.errors import InklingError

_MAKE = """
$ErrorActionPreference = 'Stop'
$shell = New-Object -ComObject WScript.Shell
foreach ($folder in 'Programs', 'Desktop') {
  $path = Join-Path $shell.SpecialFolders($folder) "$env:INKLING_LINK_NAME.lnk"
  $link = $shell.CreateShortcut($path)
  $link.TargetPath = $env:INKLING_LINK_PROGRAM
  $link.Arguments = $env:INKLING_LINK_ARGUMENTS
  $link.Description = $env:INKLING_LINK_COMMENT
  $link.IconLocation = $env:INKLING_LINK_ICON
  $link.Save()
  [Console]::Out.WriteLine($path)
}
"""

_FIND = """
$shell = New-Object -ComObject WScript.Shell
foreach ($folder in 'Programs', 'Desktop') {
  $path = Join-Path $shell.SpecialFolders($folder) "$env:INKLING_LINK_NAME.lnk"
  [Console]::Out.WriteLine($path)
}
"""


def install(launcher: Launcher) -> list[Path]:
    """Make both shortcuts and the icon file that they show."""
    program, *arguments = launcher.command
    icon = _icon_file()
    _write_icon(launcher.icon_png, icon)
    links = _powershell(
        _MAKE,
        INKLING_LINK_PROGRAM=program,
        INKLING_LINK_ARGUMENTS=subprocess.list2cmdline(arguments),
        INKLING_LINK_COMMENT=COMMENT,
        INKLING_LINK_ICON=str(icon),
    )
    return [*links, icon]


def remove() -> list[Path]:
    """Delete both shortcuts and the icon."""
    return delete([*_powershell(_FIND), _icon_file()])


def _icon_file() -> Path:
    return Path(os.environ["LOCALAPPDATA"]) / NAME / f"{NAME}.ico"


def _write_icon(png: Path, target: Path) -> None:
    from PIL import Image

    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(png) as image:
        image.save(target, format="ICO", sizes=[(s, s) for s in (16, 32, 48, 256)])


def _powershell(script: str, **values: str) -> list[Path]:
    done = subprocess.run(
        ["powershell", "-NoProfile", "-NonInteractive", "-Command", script],
        env={**os.environ, "INKLING_LINK_NAME": NAME, **values},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise InklingError(
            "Windows could not make the shortcuts: {reason}",
            "Make one by hand: right-click the desktop, New, Shortcut.",
            reason=done.stderr.strip(),
        )
    return [Path(line) for line in done.stdout.splitlines() if line.strip()]
