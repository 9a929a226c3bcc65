"""The Quiz page: read a hundred test images yourself, and compare with the network."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.quiz import Quiz
from core.layers import SIDE_PX
from core.records import DIGITS
from gui.images import to_pixmap
from gui.pages.quiz.answer_keys import AnswerKeys
from gui.pages.quiz.last_answer import LastAnswer
from gui.pages.quiz.score_words import against_claim_words, score_words
from gui.session import Session
from gui.session.networks import SHIPPED_NAME
from gui.sizes import scaled
from gui.theme import GRID_PX, Theme
from gui.widgets.digit_grid import Caption, DigitGrid
from gui.widgets.focus_ring import DRAWS_FOCUS
from gui.widgets.page import Page
from gui.widgets.shown_stack import ShownStack
from gui.widgets.word_label import WordLabel

QUESTION_PX, LARGEST_PX = 336, 672
"""Twelve times MNIST's side, and twice as much where there is room."""

_BESIDE_PX = 320
"""What bar, words and keys need of the page's height."""

_WIDEST_PX = 700
"""Of the invitation: lines that fit into the smallest window beside large letters too."""

_SCORES_PX, _LINE_PX = 260, 450


class QuizPage(Page):
    """Three views: an invitation, the questions, and what was misread."""

    edits = frozenset({"undo"})

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "quiz", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # What is typed goes to the page: a ring around all of it would say nothing.
        self.setProperty(DRAWS_FOCUS, True)
        self._views = ShownStack()
        for view in (self._build_invitation(), self._build_questions(), self._build_result()):
            self._views.addWidget(view)
        self._build_column().addWidget(self._views)
        session.quiz.changed.connect(self._on_quiz_changed)
        session.quiz.network_changed.connect(self._on_network_changed)
        self._on_quiz_changed(session.quiz.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by typing the digit, or what else stands for a class."""
        asking = self._session.quiz.current is not None and self._views.currentIndex() == 1
        label = self._keys.label_typed(event.text()) if asking else None
        if label is not None:
            self._session.quiz.answer(label)
        elif asking and event.key() == Qt.Key.Key_Backspace:
            self.undo()
        else:
            super().keyPressEvent(event)

    def undo(self) -> None:
        """Take the last answer back: it may have been a slip of the hand."""
        self._session.quiz.take_back()

    def _build_invitation(self) -> QWidget:
        view = QWidget()
        title = QLabel(self.tr("Can you read better than a network?"))
        title.setFont(self._theme.font("title"))
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text = QLabel(
            self.tr(
                "A tutorial says that people read 97.5 to 98.5 % of MNIST's test images "
                "right, and names no experiment. Test it: a hundred random test images, one "
                "after another; say what you see. Your score stands beside those of several "
                "networks on the same images. You can leave and go on later."
            )
        )
        text.setObjectName("quiz_claim")
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        text.setFixedWidth(min(scaled(560), _WIDEST_PX))
        self._begin = self._button("begin_quiz_button", self.tr("Start the quiz"))
        layout = QVBoxLayout(view)
        layout.setSpacing(2 * GRID_PX)
        layout.addStretch(1)
        # In a row of its own: an aligned label would get the height of a single long line.
        words = QHBoxLayout()
        words.addStretch(1)
        words.addWidget(text)
        words.addStretch(1)
        layout.addWidget(title)
        layout.addLayout(words)
        layout.addWidget(self._begin, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return view

    def _build_questions(self) -> QWidget:
        view = QWidget()
        self._progress = QProgressBar()
        self._progress.setObjectName("quiz_progress")
        self._progress.setAccessibleName(self.tr("Questions answered"))
        self._progress.setFormat(self.tr("%v of %m answered"))
        self._picture = QLabel()
        self._picture.setObjectName("quiz_image")
        # It gives way again where the window becomes lower.
        self._picture.setMinimumSize(QUESTION_PX, QUESTION_PX)
        self._picture.setAccessibleName(self.tr("The image to read"))
        self._question = question = QLabel()
        question.setFont(self._theme.font("section"))
        self._keys = AnswerKeys()
        self._keys.answered.connect(self._session.quiz.answer)
        row = QHBoxLayout()
        row.setSpacing(4 * GRID_PX)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2 * GRID_PX)
        column.addWidget(question)
        column.addWidget(self._picture)
        # Aligned: else its own width would be that of the column, and of the image.
        column.addWidget(self._keys, 100, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        row.addLayout(column)
        row.addLayout(self._build_standing())
        row.addStretch(1)
        layout = QVBoxLayout(view)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * GRID_PX)
        layout.addWidget(self._progress)
        layout.addLayout(row, 1)
        return view

    def _build_standing(self) -> QVBoxLayout:
        self._last = LastAnswer(self._theme)
        self._last.taken_back.connect(self.undo)
        self._scores = WordLabel()
        self._scores.setObjectName("quiz_scores")
        self._scores.setWordWrap(True)
        self._scores.setMinimumWidth(max(_SCORES_PX, scaled(_SCORES_PX // 2)))
        self._ask = self._button("quiz_ask_network_button", self.tr("Let the network answer"))
        self._ask.setProperty("primary", False)
        restart = self._button("restart_quiz_button", self.tr("Start again"))
        restart.setProperty("primary", False)
        column = QVBoxLayout()
        column.setSpacing(GRID_PX)
        column.addWidget(self._last)
        column.addSpacing(2 * GRID_PX)
        column.addWidget(self._scores)
        column.addWidget(self._ask, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4 * GRID_PX)
        column.addWidget(restart, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _build_result(self) -> QWidget:
        view = QWidget()
        self._verdict = QLabel()
        self._verdict.setObjectName("quiz_verdict")
        self._verdict.setFont(self._theme.font("section"))
        self._verdict.setWordWrap(True)
        self._missed = DigitGrid()
        self._missed.setObjectName("quiz_missed")
        self._missed.setAccessibleName(self.tr("What you misread"))
        self._network = self._button(
            "result_ask_network_button", self.tr("Let the network answer")
        )
        again = self._button("quiz_again_button", self.tr("Another hundred"))
        browse = QPushButton(self.tr("Open these in Mistakes"))
        browse.setObjectName("quiz_mistakes_button")
        browse.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        browse.setToolTip(self.tr("See what the network says of the digits that you missed."))
        browse.clicked.connect(self._on_browse_clicked)
        buttons = QHBoxLayout()
        for button in (again, self._network, browse):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._network.setProperty("primary", False)
        layout = QVBoxLayout(view)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID_PX)
        layout.addWidget(self._verdict)
        layout.addLayout(buttons)
        layout.addWidget(self._missed, 1)
        return view

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("primary", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        asks = "ask_network" in name
        button.clicked.connect(
            self._session.quiz.ask_network if asks else self._session.quiz.begin
        )
        return button

    def _on_quiz_changed(self, quiz: Quiz | None) -> None:
        dataset = self._session.data.current
        asks = dataset is not None and len(dataset.test_labels) > 0
        self._begin.setEnabled(asks)
        # A disabled button says why.
        none = self.tr("This data set has no test images to ask about.")
        self._begin.setToolTip("" if asks or dataset is None else none)
        if quiz is None:
            self._views.setCurrentIndex(0)
            return
        self._write_scores()
        if quiz.finished:
            self._show_missed(quiz)
            self._views.setCurrentIndex(2)
        else:
            self._show_question(quiz)
            self._views.setCurrentIndex(1)
            self.setFocus()

    def _on_network_changed(self) -> None:
        """Say what networks know by now of what was asked so far."""
        self._write_scores()
        quiz = self._session.quiz.current
        if quiz is not None and not quiz.finished:
            self._show_question(quiz)

    def _show_question(self, quiz: Quiz) -> None:
        dataset = self._session.data.current
        # Others may ask in the moment between other data and their quiz.
        if dataset is None or quiz.data_fingerprint != dataset.fingerprint:
            return
        ratio = self.devicePixelRatioF()
        image = dataset.test_images[quiz.current]
        self._picture.setPixmap(to_pixmap(image, self._side_px(), device_ratio=ratio))
        self._keys.set_classes(dataset.classes)
        self._question.setText(
            self.tr("Which digit is this? Type it.")
            if dataset.classes == DIGITS
            else self.tr("Which of these is it? Click it, or type it where that is one key.")
        )
        self._progress.setMaximum(len(quiz.indices))
        self._progress.setValue(len(quiz.answers))
        if not quiz.answers:
            self._last.clear()
            return
        last, given = quiz.indices[len(quiz.answers) - 1], quiz.answers[-1]
        true = int(dataset.test_labels[last])
        small = to_pixmap(dataset.test_images[last], QUESTION_PX // 4, device_ratio=ratio)
        right = self.tr("\N{CHECK MARK} Right, it is a {true}.")
        if dataset.classes != DIGITS:
            right = self.tr("\N{CHECK MARK} Right: {true}.")
        wrong = self.tr("\N{MULTIPLICATION X} You said {given}, the label is {true}.")
        words = right if true == given else wrong
        names = dataset.classes
        told = words.format(true=names[true], given=names[given])
        self._last.show_answer(small, f"{told}\n{self._network_said(names)}".strip())

    def _network_said(self, names: tuple[str, ...]) -> str:
        """Say what the network in use read in the same image, where that is known."""
        said, network = self._session.quiz.network_said, self._session.networks.current
        if said is None or network is None:
            return ""
        words = self.tr("{network} reads {read}.")
        return words.format(network=network.name, read=names[said])

    def _side_px(self) -> int:
        """Return how large the image to read is drawn: a whole multiple of its pixels."""
        room = self.height() - scaled(_BESIDE_PX)
        return min(max(room // SIDE_PX * SIDE_PX, QUESTION_PX), LARGEST_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the image as large as there is room."""
        super().resizeEvent(event)
        # In one line each, where there is room beside the image.
        least = max(_SCORES_PX, scaled(_SCORES_PX // 2))
        self._scores.setMinimumWidth(max(least, min(self.width() // 3, scaled(_LINE_PX))))
        quiz = self._session.quiz.current
        if quiz is not None and not quiz.finished:
            self._show_question(quiz)

    def _show_missed(self, quiz: Quiz) -> None:
        dataset = self._session.data.current
        if dataset is None:
            return
        given = dict(zip(quiz.indices, quiz.answers, strict=True))
        labels, names = dataset.test_labels, dataset.classes
        missed = np.array([i for i, digit in given.items() if digit != labels[i]], np.int64)

        def caption(index: int) -> Caption:
            arrow = "\N{RIGHTWARDS ARROW}"
            return Caption(f"{names[labels[index]]} {arrow} {names[given[index]]}", str(index))

        self._missed.show_digits(dataset.test_images, missed, caption)

    def _on_browse_clicked(self) -> None:
        model = self._missed.digits
        missed = [model.index_at(row) for row in range(model.rowCount())]
        if missed:
            title = self.tr("missed in the quiz")
            self._session.mistakes.show_images("test", missed, title)

    def _write_scores(self) -> None:
        service = self._session.quiz
        mine, networks = service.score, service.network_score
        if mine is None:
            return
        lines = [self.tr("You: {score}").format(score=score_words(mine))]
        network = self._session.networks.current
        if networks is not None and network is not None:
            lines.append(f"{network.name}: {score_words(networks)}")
        shipped = service.shipped_score
        in_use = network is not None and network.name == SHIPPED_NAME
        if shipped is not None and not (in_use and networks is not None):
            words = self.tr("comes with Inkling")
            lines.append(f"{SHIPPED_NAME} ({words}): {score_words(shipped)}")
        lines += [f"{name}: {score_words(score)}" for name, score in service.run_scores]
        can_ask = networks is None and network is not None
        self._ask.setVisible(can_ask)
        self._network.setVisible(can_ask)
        self._scores.setText("\n".join(lines))
        dataset = self._session.data.current
        if dataset is not None and dataset.classes == DIGITS:
            lines.append(against_claim_words(mine))
        self._verdict.setText("\n".join(lines))
