"""The guided tours: what each of their steps says, and which widget it is about."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True)
class Step:
    """One step: the page, the object name of what it points at, its words, when it is done.

    `done` names what the window waits for before it goes on by itself: "read" (an answer
    on the pad), "trained" (a training that ended), or "" for the Next button only.
    """

    page: str
    target: str
    words: str
    done: str = ""

    def text(self) -> str:
        """Return the words in the person's language."""
        return QCoreApplication.translate("tours", self.words)


@dataclass(frozen=True)
class Tour:
    """A few steps; `recipe` is trained when its first step is shown."""

    name: str
    title: str
    about: str
    steps: tuple[Step, ...]
    recipe: str = ""

    def heading(self) -> str:
        """Return the title in the person's language."""
        return QCoreApplication.translate("tours", self.title)

    def promise(self) -> str:
        """Return in a sentence what the tour is, in the person's language."""
        return QCoreApplication.translate("tours", self.about)


DRAW = Tour(
    "draw",
    str(QT_TRANSLATE_NOOP("tours", "Draw a digit")),
    str(QT_TRANSLATE_NOOP("tours", "Write with the mouse, and see it read while you write.")),
    (
        Step(
            "draw",
            "drawing_pad",
            str(QT_TRANSLATE_NOOP("tours", "Write a digit here, as large as you like.")),
            "read",
        ),
        Step(
            "draw",
            "predicted_digit",
            str(
                QT_TRANSLATE_NOOP(
                    "tours",
                    "This is what the network reads, and how sure it is of each of the ten.",
                )
            ),
        ),
        Step(
            "draw",
            "pipeline_strip",
            str(
                QT_TRANSLATE_NOOP(
                    "tours",
                    "The way of your ink: the last picture, 28 by 28, is all that the network "
                    "sees.",
                )
            ),
        ),
        Step(
            "draw",
            "drawing_pad",
            str(
                QT_TRANSLATE_NOOP(
                    "tours",
                    "Escape empties the sheet. Try a letter, or a scribble: can it doubt?",
                )
            ),
        ),
    ),
)

WATCH = Tour(
    "watch",
    str(QT_TRANSLATE_NOOP("tours", "Watch it learn")),
    str(
        QT_TRANSLATE_NOOP(
            "tours", "A small network learns before your eyes, in about ten seconds."
        )
    ),
    (
        Step(
            "train",
            "run_progress",
            str(
                QT_TRANSLATE_NOOP(
                    "tours",
                    "It began with random weights. Each epoch is one pass over the training "
                    "images.",
                )
            ),
            "trained",
        ),
        Step(
            "train",
            "accuracy_plot",
            str(
                QT_TRANSLATE_NOOP(
                    "tours",
                    "How much of the images is read right: of those that it learns from, and "
                    "of those that it never learns from. The second figure counts.",
                )
            ),
        ),
        Step(
            "train",
            "run_tabs",
            str(
                QT_TRANSLATE_NOOP(
                    "tours", "Here stands what strikes in this training, and what to change."
                )
            ),
        ),
        Step(
            "draw",
            "drawing_pad",
            str(QT_TRANSLATE_NOOP("tours", "Your new network is in use: let it read you.")),
            "read",
        ),
    ),
    recipe="mlp-128-32",
)


def _puzzle(number: int, recipe: str, title: str, about: str, watch: str) -> Tour:
    return Tour(
        f"puzzle{number}",
        title,
        about,
        (
            Step("train", "run_progress", about, "trained"),
            Step("train", "accuracy_plot", watch),
            Step(
                "train",
                "run_tabs",
                str(
                    QT_TRANSLATE_NOOP(
                        "tours",
                        "Have you an idea? The findings name the cause; a button tries the "
                        "cure.",
                    )
                ),
            ),
        ),
        recipe,
    )


PUZZLES = (
    _puzzle(
        1,
        "q000-falling-accuracy",
        str(QT_TRANSLATE_NOOP("tours", "Accuracy falls after epoch 30")),
        str(QT_TRANSLATE_NOOP("tours", "The loss goes on falling. How can both be?")),
        str(
            QT_TRANSLATE_NOOP(
                "tours", "Watch both plots: does the accuracy by logits fall as well?"
            )
        ),
    ),
    _puzzle(
        2,
        "q001-lost-digit",
        str(QT_TRANSLATE_NOOP("tours", "A digit is never predicted")),
        str(
            QT_TRANSLATE_NOOP("tours", "It is in the data, and yet the network never says it.")
        ),
        str(QT_TRANSLATE_NOOP("tours", "Open the tab Recall: which digit has a white row?")),
    ),
    _puzzle(
        3,
        "q002-sgd-0.03",
        str(QT_TRANSLATE_NOOP("tours", "The loss follows the learning rate")),
        str(
            QT_TRANSLATE_NOOP(
                "tours", "A loss of hundreds, and an accuracy of nearly 90 %: what is wrong?"
            )
        ),
        str(QT_TRANSLATE_NOOP("tours", "Look at the loss: guessing would cost 2.30.")),
    ),
)

TOURS = {tour.name: tour for tour in (DRAW, WATCH, *PUZZLES)}
