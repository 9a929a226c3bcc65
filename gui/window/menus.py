"""What is in the menus, and what each entry does with the window and its session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton

from gui.dialogs import Dialogs, FileQuestion
from gui.glossary import SCHEME
from gui.opening import data_filters
from gui.preferences import LanguageChoice, RecentGroup, ThemeChoice
from gui.session import Session
from gui.theme import Theme
from gui.widgets.page import EDITS, Edit, Page
from gui.window.actions import Actions, Key, Keys
from gui.window.page_table import PAGES, page_title

if TYPE_CHECKING:
    from gui.window.explain import Explainer


class Menus(QObject):
    """Fills the window's menu bar and keeps what can be used in step with the state.

    Parameters
    ----------
    show_page : callable
        Brings the page of a key to the front and gives it.
    welcome : callable
        Shows the cards of the first start again.

    Signals:
        copy_diagnostics: The person wants what a report needs on the clipboard.
    """

    copy_diagnostics = Signal()

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        theme: Theme,
        dialogs: Dialogs,
        *,
        show_page: Callable[[str], Page],
        welcome: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._welcome = welcome
        self._window = window
        self._session = session
        self._theme = theme
        self._dialogs = dialogs
        self._show_page = show_page
        self._page: Page | None = None
        self._explainer: Explainer | None = None
        self.actions = Actions(window)
        self._file()
        self._edit()
        self._view()
        self._training()
        self._help()
        self._follow()
        # Whatever page a link to the glossary stands on, it leads here.
        QDesktopServices.setUrlHandler(SCHEME, self, "open_guide_link")  # type: ignore[arg-type]

    @Slot(QUrl)
    def open_guide_link(self, url: QUrl) -> None:
        """Open the guide where a link of a page leads to."""
        self._open_guide(f"{url.path()}#{url.fragment()}")

    def follow_page(self, page: Page) -> None:
        """Offer the edits that this page has."""
        self._page = page
        for name in EDITS:
            self.actions.enable(name, name in page.edits)

    def _file(self) -> None:
        add, session = self.actions.add, self._session
        menu = self.actions.menu("file", self.tr("&File"))
        add(menu, "open_network", self.tr("&Open network..."), self._open_network, Key.Open)
        add(menu, "save_network", self.tr("&Save network as..."), self._save_network, Key.Save)
        self._export_menu(menu)
        add(
            menu,
            "use_shipped",
            self.tr("Use the network that comes with Inkling"),
            session.networks.open_shipped,
        )
        self.actions.recent_menu(
            menu,
            self.tr("Recent networks"),
            lambda: session.preferences.recent("networks"),
            session.networks.open,
        )
        menu.addSeparator()
        add(menu, "open_data", self.tr("Open &data set..."), self._open_data, "Ctrl+D")
        add(menu, "open_folder", self.tr("Open data &folder..."), self._open_folder)
        self.actions.recent_menu(
            menu,
            self.tr("Recent data sets"),
            lambda: session.preferences.recent("data"),
            session.data.open,
        )
        add(menu, "use_sample", self.tr("Use the 5,000-image sample"), self._use_sample)
        add(menu, "use_mnist", self.tr("Use the whole MNIST"), self._use_mnist)
        menu.addSeparator()
        self._picture_entries(menu)
        menu.addSeparator()
        add(menu, "preferences", self.tr("Pre&ferences..."), self._show_preferences, "Ctrl+,")
        add(menu, "quit", self.tr("&Quit"), self._window.close, Key.Quit)

    def _picture_entries(self, menu: QMenu) -> None:
        """Add what opens and saves pictures and recipes, wherever one is."""
        add, recent = self.actions.add, self._session.preferences.recent
        entries: tuple[tuple[str, RecentGroup, tuple[str, str, str]], ...] = (
            (
                "draw",
                "pictures",
                (
                    self.tr("Open p&icture..."),
                    self.tr("Save drawing as..."),
                    self.tr("Recent pictures"),
                ),
            ),
            (
                "train",
                "recipes",
                (
                    self.tr("Open &recipe..."),
                    self.tr("Save recipe as..."),
                    self.tr("Recent recipes"),
                ),
            ),
        )
        for page, group, (open_words, save_words, recent_words) in entries:
            add(menu, f"open_{group}", open_words, partial(self._ask_page, page, "open"))
            add(menu, f"save_{group}", save_words, partial(self._ask_page, page, "save"))
            self.actions.recent_menu(
                menu, recent_words, partial(recent, group), partial(self._open_on, page)
            )

    def _ask_page(self, key: str, what: Literal["open", "save"]) -> None:
        page = self._show_page(key)
        (page.ask_open if what == "open" else page.ask_save)()

    def _open_on(self, key: str, path: Path) -> None:
        self._show_page(key).open_file(path)

    def _edit(self) -> None:
        menu = self.actions.menu("edit", self.tr("&Edit"))
        words: dict[Edit, tuple[str, Keys]] = {
            "undo": (self.tr("&Undo"), Key.Undo),
            "redo": (self.tr("&Redo"), (Key.Redo, "Ctrl+Y")),
            "copy": (self.tr("&Copy"), Key.Copy),
            "paste": (self.tr("&Paste"), Key.Paste),
            "clear": (self.tr("C&lear"), "Ctrl+Backspace"),
        }
        for name in EDITS:
            text, keys = words[name]
            self.actions.add(menu, name, text, partial(self._edit_page, name), keys)

    def _view(self) -> None:
        menu = self.actions.menu("view", self.tr("&View"))
        for number, entry in enumerate(PAGES, start=1):
            self.actions.add(
                menu,
                f"page_{entry.key}",
                page_title(entry),
                partial(self._show_page, entry.key),
                f"Ctrl+{number}",
            )
        menu.addSeparator()
        whole = self.tr("&Full screen")
        self.actions.add(menu, "full_screen", whole, self._switch_full_screen, "F11")
        self.actions.theme_menu(menu, self._session.preferences.theme, self._choose_theme)
        self.actions.language_menu(
            menu, self._session.preferences.language, self._choose_language
        )

    def _switch_full_screen(self) -> None:
        window = self._window
        (window.showNormal if window.isFullScreen() else window.showFullScreen)()

    def _training(self) -> None:
        add = self.actions.add
        menu = self.actions.menu("training", self.tr("&Training"))
        add(menu, "start", self.tr("&Start training"), self._start, "Ctrl+Return")
        add(menu, "pause", self.tr("&Pause"), self._pause, "Ctrl+P")
        add(menu, "stop", self.tr("S&top"), self._stop, "Ctrl+.")
        add(menu, "continue", self.tr("&Continue the last training"), self._continue)

    def _help(self) -> None:
        add = self.actions.add
        menu = self.actions.menu("help", self.tr("&Help"))
        add(menu, "guide", self.tr("&Guide"), self._show_guide, "F1")
        add(menu, "what_is_this", self.tr("&What is this?"), self._explain, "Shift+F1")
        add(menu, "shortcuts", self.tr("&Keyboard"), self._show_keyboard, "Ctrl+/")
        add(menu, "welcome", self.tr("W&elcome"), self._welcome)
        add(menu, "open_log", self.tr("Open &log folder"), self._open_log)
        copy = self.copy_diagnostics.emit
        add(menu, "copy_diagnostics", self.tr("Copy &diagnostics"), copy)
        menu.addSeparator()
        add(menu, "about", self.tr("&About Inkling"), self._show_about)

    def _follow(self) -> None:
        session = self._session
        for signal in (
            session.training.stage_changed,
            session.fine_tuning.stage_changed,
            session.training.held_changed,
            session.networks.changed,
            session.data.changed,
            session.runs.last_found,
        ):
            signal.connect(self._update)
        self._update()

    def _update(self) -> None:
        training, enable = self._session.training, self.actions.enable
        enable("start", training.can_start)
        obeys = training.stage in ("running", "paused")
        enable("pause", obeys)
        enable("stop", obeys or self._session.fine_tuning.stage == "running")
        kept = self._session.runs.last is not None and training.can_start
        enable("continue", training.continuation is not None or kept)
        has_network = self._session.networks.current is not None
        enable("save_network", has_network)
        self.actions.menus["export"].setEnabled(has_network)
        pause = self.actions.by_name["pause"]
        waits = training.stage == "paused"
        pause.setText(self.tr("&Resume") if waits else self.tr("&Pause"))

    def _edit_page(self, edit: Edit) -> None:
        if self._page is not None:
            self._page.edit(edit)

    def _open_network(self) -> None:
        question = FileQuestion(
            self.tr("Open network"),
            self._last("networks"),
            self.tr("Networks (*.keras *.h5 *.hdf5);;All files (*)"),
        )
        path = self._dialogs.open_file(self._window, question)
        if path is not None:
            self._session.networks.open(path)

    def _save_network(self) -> None:
        opened = self._session.networks.current
        name = "network" if opened is None else opened.name
        question = FileQuestion(
            self.tr("Save network"),
            self._last("networks") / f"{name}.keras",
            self.tr("Networks (*.keras)"),
        )
        path = self._dialogs.save_file(self._window, question)
        if path is not None:
            self._session.networks.save(path)

    def _export_menu(self, menu: QMenu) -> None:
        """Add a submenu of the formats that a network can be written in."""
        exports = self.actions.submenu(menu, "export", self.tr("&Export network"))
        formats = {
            "tflite": (self.tr("TensorFlow Lite..."), "TensorFlow Lite (*.tflite)"),
            "onnx": (self.tr("ONNX..."), "ONNX (*.onnx)"),
            "py": (self.tr("One Python file..."), "Python (*.py)"),
            "svg": (self.tr("Drawing of the layers (SVG)..."), "SVG (*.svg)"),
            "png": (self.tr("Drawing of the layers (PNG)..."), "PNG (*.png)"),
        }
        for ending, (text, filters) in formats.items():
            export = partial(self._export, ending, filters)
            self.actions.add(exports, f"export_{ending}", text, export)

    def _export(self, ending: str, filters: str) -> None:
        opened = self._session.networks.current
        name = "network" if opened is None else opened.name
        start = self._last("networks") / f"{name}.{ending}"
        question = FileQuestion(self.tr("Export network"), start, filters)
        failed = self._session.failed.emit
        path = self._dialogs.file_to_write(self._window, question, f".{ending}", failed=failed)
        if path is not None:
            self._session.exports.export(path)

    def _open_data(self) -> None:
        question = FileQuestion(
            self.tr("Open data set"),
            self._last("data"),
            data_filters(),
        )
        path = self._dialogs.open_file(self._window, question)
        if path is not None:
            self._session.data.open(path)

    def _open_folder(self) -> None:
        question = FileQuestion(self.tr("Open data folder"), self._last("data"))
        path = self._dialogs.open_folder(self._window, question)
        if path is not None:
            self._session.data.open(path)

    def _use_sample(self) -> None:
        self._session.preferences.data_path = None
        self._session.data.open_sample()

    def _use_mnist(self) -> None:
        self._session.preferences.keep_sample = False
        self._session.preferences.data_path = None
        self._session.data.open_best()

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._session.preferences.theme = choice
        self._theme.choose(choice)

    def _choose_language(self, choice: LanguageChoice) -> None:
        self._session.preferences.language = choice

    def _start(self) -> None:
        self._click("start_button")

    def _continue(self) -> None:
        self._click("continue_button")

    def _click(self, name: str) -> None:
        """Press a button of the Train page: its form is what says what is trained."""
        button = self._show_page("train").findChild(QPushButton, name)
        if button is not None:
            button.click()

    def _stop(self) -> None:
        """Stop what trains: only one of the two can."""
        self._session.training.stop()
        self._session.fine_tuning.stop()

    def _pause(self) -> None:
        training = self._session.training
        if training.stage == "paused":
            training.resume()
        else:
            training.pause()

    def _show_about(self) -> None:
        # Imported when they are asked for: the first paint does not wait for them.
        from gui.window.about import show_about

        show_about(self._window)

    def _show_guide(self) -> None:
        """Open the guide at the chapter about the page that is shown."""
        from gui.window.guide import PAGE_OF

        name = "" if self._page is None else self._page.objectName().removesuffix("_page")
        self._open_guide(PAGE_OF.get(name, "index.md"))

    def _open_guide(self, address: str) -> None:
        from gui.window.guide import Guide

        guide = self._window.findChild(Guide) or Guide(self._window)
        guide.open_page(address)
        guide.show()
        guide.activateWindow()

    def _explain(self) -> None:
        from gui.window.explain import Explainer

        if self._explainer is None:
            self._explainer = Explainer(self._window, self._open_guide)
        self._explainer.ask()

    def _show_preferences(self) -> None:
        from gui.window.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._session, self._theme, self._dialogs, self._window)
        dialog.diagnostics_requested.connect(self.copy_diagnostics)
        dialog.open()

    def _show_keyboard(self) -> None:
        from gui.window.keyboard import show_keyboard

        show_keyboard(self._window, self.actions.shortcuts())

    def _open_log(self) -> None:
        folder = self._session.home.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _last(self, group: RecentGroup) -> Path:
        recent = self._session.preferences.recent(group)
        return recent[0].parent if recent else Path.home()
