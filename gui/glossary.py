"""The words that a beginner may not know, and the links from them to the guide's glossary.

The pages in `resources/guide` are the source: a heading is a word, and in the Chinese ones the
explanation begins with its name there. A link is an address that Qt hands to whoever took
the scheme `SCHEME`: so no page needs to know where the guide is shown.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

from PySide6.QtCore import QLocale

import resources

FOLDER = Path(resources.__file__).parent / "guide"

SCHEME = "inkling-guide"

_OTHER_NAMES = {
    "95 % interval": "confidence interval",
    "deviation": "standard deviation",
    "deviates": "standard deviation",
    "95 % 置信区间": "confidence interval",
    "批大小": "batch",
    "轮数": "epoch",
    "初始权重": "weights",
}
"""What stands in the window for a word of the glossary, beside its own name."""

_ENTRY = re.compile(r"^### (.+)\n(.+)$", re.MULTILINE)
_LONGEST_NAME = 8


def guide_folder() -> Path:
    """Return where the pages are in the language of the window."""
    return FOLDER / ("zh_CN" if _chinese() else "en")


def known_words() -> tuple[str, ...]:
    """Return the words of the glossary, in its order: "batch", "early stopping"."""
    return tuple(word for word, _text in _entries("en"))


def word_link(word: str) -> str:
    """Return the address of a word of the glossary within the guide."""
    return f"glossary.md#{word.replace(' ', '-')}"


def linked(text: str, *, scheme: str = "") -> str:
    """Return a text as HTML in which words of the glossary lead to their explanations.

    Each does where it stands first: a text in which every other word is a link is not read.

    Parameters
    ----------
    text : str
        Plain text, in the language of the window.
    scheme : str
        Stands before each address, with a colon; without it they hold within the guide.
    """
    pattern, addresses = _names("zh_CN" if _chinese() else "en")
    before = f"{scheme}:" if scheme else ""

    seen = set()

    def link(found: re.Match[str]) -> str:
        word = addresses[found[1].lower()]
        if word in seen:
            return found[0]
        seen.add(word)
        return f'<a href="{before}{word_link(word)}">{found[0]}</a>'

    return pattern.sub(link, escape(text, quote=False))


def _chinese() -> bool:
    return QLocale().language() == QLocale.Language.Chinese


@cache
def _entries(language: str) -> tuple[tuple[str, str], ...]:
    return tuple(_ENTRY.findall((FOLDER / language / "glossary.md").read_text("utf-8")))


@cache
def _names(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the names of all words, and the word of each name in small letters."""
    words = {word: word for word, _text in _entries(language)}
    if language == "zh_CN":
        named = ((word, _chinese_name(text)) for word, text in _entries(language))
        words |= {name: word for word, name in named if name}
    words |= _OTHER_NAMES
    # The longest first: "learning rate" before "rate".
    names = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    # A word of Latin letters ends where they do, whatever stands beside it; a part of a name,
    # as in "softmax-10", is none.
    latin = r"(?<![A-Za-z-])"
    return re.compile(rf"{latin}({names})(s?)(?![A-Za-z]|-\w)", re.IGNORECASE), words


def _chinese_name(text: str) -> str:
    """Return the name that an explanation begins with; empty where it is of one letter.

    Such a letter is a part of other words too.
    """
    name, colon, _rest = text.partition("\N{FULLWIDTH COLON}")
    return name if colon and 1 < len(name) <= _LONGEST_NAME else ""
