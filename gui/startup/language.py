"""The window's language: English as written, or a translation of `resources/translations`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from gui.preferences import LanguageChoice

TRANSLATIONS = Path(resources.__file__).parent / "translations"

_SIMPLIFIED_CHINESE = QLocale.Language.Chinese, QLocale.Script.SimplifiedHanScript


def install(app: QCoreApplication, choice: LanguageChoice) -> None:
    """Let Qt translate from now on; before the first widget is made.

    Parameters
    ----------
    choice : {"system", "en", "zh_CN"}
        What the person chose.
    """
    language = system_language() if choice == "system" else choice
    if language == "en":
        return
    # Dates are written as the words around them are, too.
    QLocale.setDefault(QLocale(language))
    # Qt's own words stand on the buttons of its dialogs; ours are asked first.
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"qtbase_{language}.qm", TRANSLATIONS / f"inkling_{language}.qm"):
        translator = QTranslator(app)
        if translator.load(str(path)):
            app.installTranslator(translator)


def system_language(tags: list[str] | None = None) -> LanguageChoice:
    """Return the first of the system's languages that the window speaks; else English.

    Parameters
    ----------
    tags : list of str, optional
        BCP 47 names, the most wanted first; those of the system if not given.
    """
    for tag in QLocale.system().uiLanguages() if tags is None else tags:
        locale = QLocale(tag)
        if locale.language() == QLocale.Language.English:
            return "en"
        # A bare "zh" ends the list of a reader of Traditional Chinese, too.
        if tag != "zh" and (locale.language(), locale.script()) == _SIMPLIFIED_CHINESE:
            return "zh_CN"
    return "en"
