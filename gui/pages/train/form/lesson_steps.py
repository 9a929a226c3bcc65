"""What each step of the lesson says, and what it shows of the images at hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from core.from_scratch import shown
from core.from_scratch.network import HIDDEN
from core.records import Dataset
from gui.words import percent

_INKED_ROW = 7


@dataclass(frozen=True)
class Step:
    """One step: its title, a few sentences, and numbers to look at."""

    title: str
    words: str
    numbers: str


class LessonSteps(QObject):
    """The words and numbers of the steps."""

    def steps(self, dataset: Dataset) -> tuple[Step, ...]:
        """Return the steps before the last one, which is for trying."""
        first = shown.first_image(dataset)
        return (
            self._file(dataset),
            self._pixels(dataset),
            self._one_hot(dataset),
            self._dropout(first),
            self._derivative(first),
            self._check(dataset),
        )

    def _file(self, dataset: Dataset) -> Step:
        return Step(
            self.tr("Bytes of a file"),
            self.tr(
                "MNIST comes as IDX files: a head of whole numbers, four bytes each, the "
                "largest first, then one byte for each pixel or label. The first number says "
                "what follows: two zeros, 08 for bytes, and how many axes there are. Then "
                "comes the length of each axis. So np.frombuffer skips 16 bytes of the "
                "images (offset=16), 8 of the labels."
            ),
            "\n".join(
                (
                    self.tr("images: {head}").format(
                        head=shown.hexadecimal(shown.image_file_bytes(dataset))
                    ),
                    self.tr("means: {n} images of 28 x 28").format(n=len(dataset.train_labels)),
                    "",
                    self.tr("labels: {head}").format(
                        head=shown.hexadecimal(shown.label_file_bytes(dataset))
                    ),
                )
            ),
        )

    def _pixels(self, dataset: Dataset) -> Step:
        image = dataset.train_images[0]
        scaled = shown.scaled_text(image, _INKED_ROW)
        return Step(
            self.tr("Pixels are numbers"),
            self.tr(
                "The first training image, 0 for paper and 255 for full ink. The network "
                "takes them as one row of 784 numbers, divided by 255: between 0 and 1. "
                "Below, row {row} after the division."
            ).format(row=_INKED_ROW),
            f"{shown.pixel_text(image)}\n\n{scaled}",
        )

    def _one_hot(self, dataset: Dataset) -> Step:
        return Step(
            self.tr("Labels as rows"),
            self.tr(
                "The network gives ten scores, so a label becomes ten numbers too: 1 at the "
                "true digit, 0 elsewhere (one-hot). What is missing between the two rows is "
                "the error. labels[..., None] == np.arange(10)[None] makes all rows at once."
            ),
            shown.one_hot_text(dataset),
        )

    def _dropout(self, first: shown.FirstImage) -> Step:
        return Step(
            self.tr("Dropout by hand"),
            self.tr(
                "The first image in the first step, with the lesson's seed: eight of its "
                "{hidden} hidden values. Dropout leaves out about half by chance, and "
                "doubles the others, so that their sum stays the same on average. On the way "
                "back the tutorial leaves out the same ones, but forgets the factor 2: the "
                "first layer takes half the step that it should. The check (two steps on) "
                "shows it as a relative error of 1/3."
            ).format(hidden=HIDDEN),
            shown.hidden_text(first),
        )

    def _derivative(self, first: shown.FirstImage) -> Step:
        return Step(
            self.tr("The derivative's bug"),
            self.tr(
                "relu2deriv asks output >= 0, and is handed the ReLU's output, which is "
                "never below zero: it is always 1. So hidden values that the ReLU switched "
                "off are blamed for errors that they had no part in: {share} of all in this "
                "step, after dropout. Right is > 0: what was off is blamed for nothing (and "
                "what dropout left in, double)."
            ).format(share=percent(first.wrongly_blamed, 0)),
            shown.blame_text(first),
        )

    def _check(self, dataset: Dataset) -> Step:
        rows = [
            f"{name:<20}{check.weights_1:12.1e}{check.weights_2:12.1e}"
            for name, check in shown.checks(dataset)
        ]
        head = f"{'relu2deriv':<20}{'weights_1':>12}{'weights_2':>12}"
        return Step(
            self.tr("Do not believe it: measure"),
            self.tr(
                "A derivative says what the error does when a weight moves by a hair. So "
                "move one, look, and compare: |computed - measured| / (|computed| + "
                "|measured|) is below 1e-6 where the program is right. Nobody sees the bug "
                "in the printed figures; the check does. Each start of the lesson does it "
                "too, and tells it among its findings."
            ),
            "\n".join((head, *rows)),
        )
