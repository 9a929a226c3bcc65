"""What a file or folder that a person dropped or chose can be opened as."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from core.data.formats.file_endings import DATA_ENDINGS, PICTURE_ENDINGS

Kind: TypeAlias = Literal["network", "data", "image", "recipe"]


def data_filters() -> str:
    """Return the kinds of data sets as Qt's file dialogs want them."""
    patterns = " ".join(f"*{ending}" for ending in DATA_ENDINGS)
    text = QCoreApplication.translate("words", "Data sets ({patterns});;All files (*)")
    return text.format(patterns=patterns)


def kind_of(path: Path) -> Kind | None:
    """Return what a path looks like, by its name alone; None where nothing fits."""
    name = path.name.lower()
    if name.endswith(".keras"):
        return "network"
    if name.endswith((*PICTURE_ENDINGS, ".strokes.json")):
        return "image"
    if name.endswith(".json"):
        return "recipe"
    if path.is_dir() or name.endswith(DATA_ENDINGS):
        return "data"
    return None
