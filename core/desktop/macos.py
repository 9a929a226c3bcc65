"""A small Inkling.app in the user's Applications folder.

References
----------
Apple, "Bundle Programming Guide": Contents/Info.plist, Contents/MacOS, Contents/Resources.
"""

from __future__ import annotations

import plistlib
import shlex
import shutil
from pathlib import Path

from core.desktop.launcher import IDENTIFIER, NAME, Launcher


def install(launcher: Launcher) -> list[Path]:
    """Write the bundle: a plist, a shell script that starts Python, an icon."""
    bundle = _bundle()
    contents = bundle / "Contents"
    for folder in ("MacOS", "Resources"):
        (contents / folder).mkdir(parents=True, exist_ok=True)
    with (contents / "Info.plist").open("wb") as file:
        plistlib.dump(_properties(), file)
    script = contents / "MacOS" / NAME
    script.write_text(f'#!/bin/sh\nexec {shlex.join(launcher.command)} "$@"\n', "utf-8")
    script.chmod(0o755)
    _write_icon(launcher.icon_png, contents / "Resources" / f"{NAME}.icns")
    return [bundle]


def remove() -> list[Path]:
    """Delete the bundle, if it is there."""
    bundle = _bundle()
    if not bundle.exists():
        return []
    shutil.rmtree(bundle)
    return [bundle]


def _bundle() -> Path:
    return Path.home() / "Applications" / f"{NAME}.app"


def _properties() -> dict[str, object]:
    return {
        "CFBundleName": NAME,
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": f"{NAME}.icns",
        "CFBundlePackageType": "APPL",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Keras network",
                "CFBundleTypeExtensions": ["keras"],
                "CFBundleTypeRole": "Viewer",
            }
        ],
    }


def _write_icon(png: Path, target: Path) -> None:
    from PIL import Image

    with Image.open(png) as image:
        image.save(target, format="ICNS")
