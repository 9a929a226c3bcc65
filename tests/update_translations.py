"""Brings the translations up to date with the code: ``python -m tests.update_translations``.

New texts come into each ``.ts`` of `resources/translations` as unfinished, texts that are
gone are taken out, and what was translated stays. Then each is compiled to the ``.qm`` that
the program loads. Run it again after translating; the same input gives the same files.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from tests.source_texts import ROOT, Text, source_texts

FOLDER = ROOT / "resources" / "translations"

Translations = dict[tuple[str, str], str]
"""What each (context, text) is in the other language; only what is finished."""


def read(path: Path) -> Translations:
    """Read the finished translations of a ``.ts`` file."""
    known: Translations = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found = message.find("translation")
            if found is not None and found.get("type") is None and found.text:
                known[name, message.findtext("source", "")] = found.text
    return known


def as_ts(texts: Iterable[Text], known: Translations, language: str) -> str:
    """Return a ``.ts`` file of these texts, in their order."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context, of_context in groupby(texts, key=lambda text: text.context):
        lines += ["<context>", f"    <name>{context}</name>"]
        for text in of_context:
            translated = known.get((context, text.source), "")
            kind = "" if translated else ' type="unfinished"'
            lines += [
                "    <message>",
                f'        <location filename="../../{text.file}"/>',
                f"        <source>{escape(text.source)}</source>",
                f"        <translation{kind}>{escape(translated)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def compile_ts(source: Path, target: Path) -> None:
    """Write the ``.qm`` of a ``.ts`` with the ``lrelease`` that comes with PySide6."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", source, "-qm", target], check=True, timeout=60)


def main() -> None:
    """Update and compile every language."""
    texts = source_texts()
    for path in sorted(FOLDER.glob("inkling_*.ts")):
        known = read(path)
        language = path.stem.removeprefix("inkling_")
        path.write_text(as_ts(texts, known, language), encoding="utf-8")
        compile_ts(path, path.with_suffix(".qm"))
        missing = [text for text in texts if (text.context, text.source) not in known]
        sys.stdout.write(f"{path.name}: {len(texts)} texts, {len(missing)} to translate\n")
        for text in missing:
            sys.stdout.write(f"  {text.context}: {text.source}\n")


if __name__ == "__main__":
    main()
