"""A menu entry, an icon, two file types and the metadata in the user's data folder.

References
----------
Desktop Entry Specification 1.5, sections "The Exec key" and "Value types";
Shared MIME-info Database 0.21; Icon Theme Specification 0.13 (freedesktop.org).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import resources
from core.desktop.launcher import COMMENT, IDENTIFIER, NAME, Launcher, delete

MIME_TYPE = "application/x-keras"
RECIPE_TYPE = "application/x-inkling-recipe+json"
METAINFO = f"{IDENTIFIER}.metainfo.xml"

_MIME_PACKAGE = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>Keras network</comment>
    <comment xml:lang="zh">Keras 神经网络</comment>
    <glob pattern="*.keras"/>
  </mime-type>
  <mime-type type="{RECIPE_TYPE}">
    <sub-class-of type="application/json"/>
    <comment>Inkling recipe</comment>
    <comment xml:lang="zh">Inkling 配方</comment>
    <glob pattern="*.recipe.json" weight="60"/>
  </mime-type>
</mime-info>
"""


def install(launcher: Launcher) -> list[Path]:
    """Write the entry, the icons, file types and metadata; tell the desktop about them."""
    written = entry, svg, png, mime, metainfo = _files()
    for path in written:
        path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(launcher.icon_svg, svg)
    shutil.copyfile(launcher.icon_png, png)
    mime.write_text(_MIME_PACKAGE, encoding="utf-8")
    entry.write_text(_desktop_entry(launcher), encoding="utf-8")
    folder = Path(resources.__file__).parent / "desktop"
    shutil.copyfile(folder / METAINFO, metainfo)
    _refresh()
    return list(written)


def remove() -> list[Path]:
    """Delete what `install` wrote and tell the desktop."""
    gone = delete(_files())
    _refresh()
    return gone


def exec_argument(argument: str) -> str:
    r"""Quote one argument for the Exec key.

    Two layers: inside double quotes a backslash goes before each ``"``, `````, ``$`` and
    ``\``; then, as in every string value, each backslash is doubled. A percent sign would
    begin a field code and is doubled too.
    """
    quoted = "".join(f"\\{char}" if char in '"`$\\' else char for char in argument)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


def _desktop_entry(launcher: Launcher) -> str:
    command = " ".join(exec_argument(argument) for argument in launcher.command)
    return f"""[Desktop Entry]
Type=Application
Name={NAME}
GenericName=Handwritten digit laboratory
GenericName[zh_CN]=手写数字实验室
Comment={COMMENT}
Comment[zh_CN]=训练小型神经网络,识别手写数字
Exec={command} %f
Icon={IDENTIFIER}
Terminal=false
Categories=Education;ArtificialIntelligence;
Keywords=MNIST;digits;neural;network;Keras;
MimeType={MIME_TYPE};{RECIPE_TYPE};
StartupWMClass={IDENTIFIER}
"""


def _data_folder() -> Path:
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def _files() -> tuple[Path, Path, Path, Path, Path]:
    data = _data_folder()
    icons = data / "icons" / "hicolor"
    return (
        data / "applications" / f"{IDENTIFIER}.desktop",
        icons / "scalable" / "apps" / f"{IDENTIFIER}.svg",
        icons / "512x512" / "apps" / f"{IDENTIFIER}.png",
        data / "mime" / "packages" / f"{IDENTIFIER}.xml",
        data / "metainfo" / METAINFO,
    )


def _refresh() -> None:
    """Let the desktop notice at once; without these tools it does at the next login."""
    data = _data_folder()
    for tool, folder in (
        ("update-desktop-database", data / "applications"),
        ("update-mime-database", data / "mime"),
    ):
        if shutil.which(tool) and folder.is_dir():
            subprocess.run([tool, str(folder)], check=False, capture_output=True)
