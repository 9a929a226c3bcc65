"""The window: sidebar, pages, menus, banner and status bar around the one session.

Pages are made when they are first shown, or one after another by `make_pages` once
the window stands, so that the first paint waits for one page only.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import InklingError, RunsDamagedError
from core.unknown_files import unknown_file
from gui.dialogs import Dialogs, Question
from gui.opening import kind_of
from gui.session import Session
from gui.theme import Theme
from gui.widgets.banner import Banner
from gui.widgets.focus_ring import FocusRings
from gui.widgets.page import Page
from gui.window.activity import Activity
from gui.window.data_questions import DataQuestions
from gui.window.diagnostics import diagnostics
from gui.window.drop_frame import DropFrame
from gui.window.error_dialog import ErrorDialog
from gui.window.geometry import place
from gui.window.menus import Menus
from gui.window.offers import Offers
from gui.window.page_area import PageArea
from gui.window.page_table import PAGES, PageEntry, page_tip, page_title
from gui.window.sidebar import Sidebar
from gui.window.status_bar import StatusBar
from gui.words import named

if TYPE_CHECKING:
    from gui.window.tour_guide import TourGuide
    from gui.window.welcome import Welcome

_TOLD_MS = 8_000
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _take_a_copy(event: QDropEvent) -> None:
    """Accept a drop as a copy: as a move the file manager would delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class MainWindow(QMainWindow):
    """The main window; owns the session and ends it when it is closed."""

    def __init__(self, session: Session, theme: Theme, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAcceptDrops(True)
        self.session = session
        self.theme = theme
        self.dialogs = dialogs or Dialogs()
        self._closed = False
        self._made: dict[str, Page] = {}
        self._awaited = ""
        self._error_dialog: ErrorDialog | None = None
        self._welcome: Welcome | None = None
        self._tours: TourGuide | None = None
        self._build()
        self.menus = Menus(
            self,
            session,
            self.theme,
            self.dialogs,
            show_page=self.show_page,
            welcome=self.welcome,
        )
        self.menus.copy_diagnostics.connect(self.copy_diagnostics)
        self._activity = Activity(session, self._status, self)
        self._offers = Offers(session, self._banner, self)
        self._questions = DataQuestions(session, self.dialogs, self._status, self)
        session.failed.connect(self.show_error)
        session.mistakes.requested.connect(lambda _request: self.show_page("mistakes"))
        session.networks.changed.connect(self._write_title)
        session.data.changed.connect(self._write_title)
        self._restore()

    @property
    def page(self) -> Page:
        """The page that is shown; made now if it was still awaited."""
        return self._make(self.page_key)

    @property
    def page_key(self) -> str:
        """The key of the page that is shown, or that will be as soon as it can be made."""
        shown = self._stack.currentWidget()
        return next((k for k, page in self._made.items() if page is shown), self._awaited)

    def show_page(self, key: str) -> Page:
        """Bring a page to the front, making it if it was never shown; give it."""
        self._awaited = ""
        page = self._make(key)
        self._stack.setCurrentWidget(page)
        self._sidebar.choose(key)
        # Keys go to the page, unless a person walks through the sidebar.
        if not self._sidebar.isAncestorOf(self.focusWidget() or self):
            (page.focusWidget() or page).setFocus()
        self._banner.rest_on(page_tip(_entry(key)))
        self.menus.follow_page(page)
        self._write_title()
        return page

    def make_pages(self, *, with_plots: bool = False) -> Iterator[None]:
        """Import and make the pages that were not shown yet; each step takes a moment.

        `with_plots` also makes the plots that a page else makes when it is first shown.
        """
        if self._awaited:
            self.show_page(self._awaited)
            yield
        for entry in PAGES:
            if entry.key not in self._made:
                entry.load()
                yield
            if self._closed:
                return
            page = self._make(entry.key)
            yield
            if with_plots and not self._closed:
                yield from page.prepare()

    def open_path(self, path: Path) -> None:
        """Open whatever a file or folder is, or say what it is and what can be opened."""
        kind = kind_of(path)
        if kind == "network":
            self.session.networks.open(path)
        elif kind == "hdf5":
            self.session.networks.open_or(path, self._open_data)
        elif kind in ("image", "recipe"):
            self.show_page("draw" if kind == "image" else "train").open_file(path)
        elif kind == "data":
            self.show_page("data")
            self.session.data.open(path)
        else:
            self.show_error(unknown_file(path))

    def welcome(self) -> None:
        """Show the cards of the first start over the pages."""
        # Imported when it is wanted: the first paint does not wait for it.
        from gui.window.welcome import Welcome

        if self._welcome is not None:
            return
        unfinished = bool(self.session.preferences.tour)
        cards = Welcome(self.theme, self._middle, unfinished=unfinished)
        cards.chosen.connect(self._begin_tour)
        cards.taken_up.connect(self._take_up_tour)
        cards.left.connect(self._leave_welcome)
        self._welcome = cards
        cards.open()

    @property
    def tours(self) -> TourGuide:
        """Who leads through the tours."""
        if self._tours is None:
            from gui.window.tour_guide import TourGuide

            self._tours = TourGuide(
                self,
                self.session,
                self.theme,
                show_page=self.show_page,
                start=self._start_recipe,
            )
        return self._tours

    def _begin_tour(self, name: str) -> None:
        self._leave_welcome()
        self.tours.begin(name)

    def _take_up_tour(self) -> None:
        self._leave_welcome()
        self.tours.take_up()

    def _start_recipe(self, name: str) -> None:
        from core.recipes.catalogue import by_name

        self.show_page("train").start_recipe(by_name(name))

    def _leave_welcome(self) -> None:
        self.session.preferences.welcomed = True
        if self._welcome is not None:
            self._welcome.hide()
            self._welcome.deleteLater()
            self._welcome = None
        self.page.setFocus()

    def show_error(self, error: BaseException) -> None:
        """Show an error in the window's one dialog; while it is open, later ones are not."""
        if self._closed:
            # Works that ended with the window have nobody to tell any more.
            logging.getLogger("inkling").warning("after the end", exc_info=error)
        elif self._error_dialog is None:
            log = str(self.session.home.log_file)
            self._error_dialog = ErrorDialog(error, log, self)
            if isinstance(error, RunsDamagedError):
                rebuild = self.tr("Rebuild the list")
                self._error_dialog.offer("repair_button", rebuild, self.session.runs.repair)
            self._error_dialog.destroyed.connect(self._on_error_dialog_closed)
            self._error_dialog.open()

    def tell_of_crash(self) -> None:
        """Say that the program crashed the last time, and offer what is known of it."""
        self.show_error(
            InklingError(
                "Inkling crashed the last time it ran.",
                'What was kept is still there. "Copy diagnostics" puts what is known of it '
                "onto the clipboard, to be pasted into a report; nothing is sent.",
            )
        )
        if self._error_dialog is not None:
            words = self.tr("Copy diagnostics")
            self._error_dialog.offer("copy_diagnostics_button", words, self.copy_diagnostics)

    def copy_diagnostics(self) -> None:
        """Put versions, the last crash and the end of the log onto the clipboard."""
        QGuiApplication.clipboard().setText(diagnostics(self.session.home))
        told = self.tr(
            "Copied: versions, the last crash, the end of the log. Nothing was sent."
        )
        self._status.showMessage(told, _TOLD_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the focus: else only Space does."""
        focused = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~_KEYPAD and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask if a training runs; end all work and remember how the window stood."""
        if self._closed or self._may_close():
            self.end()
            event.accept()
        else:
            event.ignore()

    def end(self) -> None:
        """End all work without a question: what a training learnt is kept."""
        if self._closed:
            return
        self._remember()
        self._closed = True
        # Gone from the screen at once, while the last works come to their ends.
        self.hide()
        self.session.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome all files: what cannot be opened is called by its name when it is dropped."""
        if event.mimeData().hasUrls():
            _take_a_copy(event)
            self._drop_frame.appear()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as always again."""
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that was dropped."""
        self._drop_frame.hide()
        _take_a_copy(event)
        urls = event.mimeData().urls()
        files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if not files:
            self.show_error(
                InklingError(
                    "What was dropped is an address on the web, not a file.",
                    "Download it first, and drop the file.",
                )
            )
            return
        self.open_path(files[0])
        if len(files) > 1:
            only = self.tr("Opened {name} alone: drop one file at a time.")
            self._status.showMessage(only.format(name=files[0].name), _TOLD_MS)

    def _build(self) -> None:
        self._sidebar = Sidebar(self.theme)
        self._banner = Banner(self.theme)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self._status = StatusBar()
        for entry in PAGES:
            self._sidebar.add_page(entry.key, page_title(entry), entry.key, page_tip(entry))
        self._sidebar.page_chosen.connect(self.show_page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._banner)
        right.addWidget(PageArea(self._stack), 1)
        middle = self._middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self._status)
        self._drop_frame = DropFrame(self.theme, self)
        FocusRings(self.theme, self)

    def _make(self, key: str) -> Page:
        if key not in self._made:
            page = _entry(key).load()(self.session, self.theme)
            page.page_requested.connect(self.show_page)
            self._made[key] = page
            self._stack.addWidget(page)
        return self._made[key]

    def _may_close(self) -> bool:
        question = self._question_at_close()
        return question is None or self.dialogs.ask(self, question)

    def _question_at_close(self) -> Question | None:
        if self.session.training.running:
            return Question(
                self.tr("A training is running"),
                self.tr("What it learnt so far is kept: you can continue it later."),
                yes=self.tr("Stop training and quit"),
                no=self.tr("Keep training"),
            )
        if self.session.experiments.running:
            return Question(
                self.tr("An experiment is running"),
                self.tr("What is trained is kept: start it again, and it goes on there."),
                yes=self.tr("Stop it and quit"),
                no=self.tr("Keep training"),
            )
        if self.session.fine_tuning.running:
            return Question(
                self.tr("A network is being taught your hand"),
                self.tr("If you quit now, it stays as it was. Your digits are kept."),
                yes=self.tr("Stop and quit"),
                no=self.tr("Keep teaching"),
            )
        return None

    def _restore(self) -> None:
        preferences = self.session.preferences
        place(self, preferences.window_geometry)
        last = next((e for e in PAGES if e.key == preferences.last_page), PAGES[0])
        if last.has_plots:
            self._await(last)
        else:
            self.show_page(last.key)

    def _await(self, entry: PageEntry) -> None:
        """Leave the page blank: what draws plots is imported after the first paint."""
        self._awaited = entry.key
        self._stack.addWidget(QWidget())
        self._sidebar.choose(entry.key)
        self._banner.rest_on(page_tip(entry))
        self._write_title()

    def _open_data(self, path: Path) -> None:
        self.show_page("data")
        self.session.data.open(path)

    def _write_title(self, _news: object = None) -> None:
        """Say in the title what is open: page, network and data set."""
        network, data = self.session.networks.current, self.session.data.current
        parts = [page_title(_entry(self.page_key))]
        parts += [] if network is None else [network.name]
        parts += [] if data is None else [named(data.name)]
        self.setWindowTitle(f"{', '.join(parts)} \N{EM DASH} Inkling")

    def _remember(self) -> None:
        self.session.preferences.last_page = self.page_key
        self.session.preferences.window_geometry = self.saveGeometry()

    def _on_error_dialog_closed(self) -> None:
        self._error_dialog = None


def _entry(key: str) -> PageEntry:
    return next(entry for entry in PAGES if entry.key == key)
