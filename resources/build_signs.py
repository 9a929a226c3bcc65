"""Builds signs/hershey.json: letters and signs as pen paths, of Hershey's fonts.

Run it by hand, with Hershey-Fonts 2.1.0 of PyPI (see signs/SOURCES.md)::

    pip download --no-deps Hershey-Fonts==2.1.0
    python resources/build_signs.py Hershey_Fonts-2.1.0-py2.py3-none-any.whl

Each sign is a list of strokes, each a list of whole numbers "x y x y ...", y down.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import sys
from pathlib import Path
from typing import Any

SOURCE_SHA256 = "e53ef56bdef231f10f0576a6570f49fcc8442e45115028bc52a7ade15d824581"
TARGET = Path(__file__).parent / "signs" / "hershey.json"

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
CHOSEN = {
    "futural": LATIN + "#%&*+<=?@[~",
    "scripts": LATIN,
    "greeks": "CDLNPRTWXaegjlmpstvwx",  # those that are no Latin letter, 0, 1, 3, 6, 8 or 9
    "japanese": "#$%&'()*+,-./014567",
    "symbolic": "ACDEFGIJKLMNOPQRSTUVWXYZ[]^_`abcdefghjklmnopuxyz{|~",
}
"""Which signs of each font."""


def build(source: Path, target: Path) -> None:
    """Write `target` from the wheel."""
    if hashlib.sha256(source.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"{source} is not the wheel of Hershey-Fonts 2.1.0")
    sys.path.insert(0, str(source))
    fonts = importlib.import_module("HersheyFonts").HersheyFonts()
    signs = {name: glyphs(fonts, name) for name in CHOSEN}
    target.write_text(json.dumps(signs, separators=(",", ":")) + "\n", encoding="utf-8")


def glyphs(fonts: Any, name: str) -> dict[str, list[list[int]]]:
    """Return the chosen signs of one font."""
    fonts.load_default_font(name)
    return {
        sign: [
            [v for point in stroke for v in point] for stroke in fonts.all_glyphs[sign].strokes
        ]
        for sign in CHOSEN[name]
    }


if __name__ == "__main__":
    build(Path(sys.argv[1]), TARGET)
