"""The vocabulary: the frozen records that pass between packages and between threads.

All are picklable. Arrays in them are never written to after the record is made.

==============  ======================================================================
images          uint8, shape (n, 28, 28), 0 = paper, 255 = full ink
labels          int64, shape (n,), the true digit (or other class) of each image
classes         a tuple of names; label 3 stands for the fourth. DIGITS unless said otherwise
logits          float32, (n, classes), what the last layer gives before its activation
outputs         float32, (n, classes), what the network says after its last activation
probabilities   float32, (classes,) or (n, classes), non-negative, each row sums to 1
strokes         a tuple of strokes; a stroke is float32, shape (points, 2), x to the
                right and y down, in any unit
==============  ======================================================================
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.layers import NetworkSpec, class_count
from core.phrases import Phrase
from core.probes import Probe

Images: TypeAlias = NDArray[np.uint8]
Labels: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Strokes: TypeAlias = tuple[Floats, ...]

SplitName: TypeAlias = Literal["train", "test"]
OptimizerKind: TypeAlias = Literal["sgd", "adam", "adamw", "rmsprop"]
LossName: TypeAlias = Literal["crossentropy", "clipped_crossentropy"]
QuantityName: TypeAlias = Literal["val_loss", "val_accuracy", "loss", "accuracy"]
Ending: TypeAlias = Literal["finished", "stopped", "early", "diverged"]

CLIP = 1e-7
"""Where "clipped_crossentropy" cuts the outputs off, at both ends; Keras's epsilon."""


DIGITS = tuple("0123456789")
"""The names of the classes of a data set, unless it says otherwise."""


def chosen_images(skip: int, count: int | None) -> slice:
    """Return which training images a recipe takes: `count` from number `skip` on."""
    return slice(skip, None if count is None else skip + count)


LONGEST_CLASS = 100
"""Letters of a class's name."""


def numbered(count: int) -> tuple[str, ...]:
    """Return names for classes that nobody has named: their numbers, from 0."""
    return tuple(map(str, range(count)))


@dataclass(frozen=True, eq=False)
class Dataset:
    """Images of single digits, or of other classes, in a training and a test split.

    Parameters
    ----------
    name : str
        What the window calls it: "MNIST", "MNIST sample (5,000)", a file's name.
    source : str
        Where it was read from: a path, or "built in".
    classes : tuple of str
        What each label stands for: label 3 is ``classes[3]``.
    notes : tuple of Phrase
        A sentence each: what was assumed, turned, fitted or left out when it was read, and
        what is odd about it.
    """

    name: str
    source: str
    train_images: Images
    train_labels: Labels
    test_images: Images
    test_labels: Labels
    classes: tuple[str, ...] = DIGITS
    notes: tuple[Phrase, ...] = ()

    def images(self, split: SplitName) -> Images:
        """Return the images of one split."""
        return self.train_images if split == "train" else self.test_images

    def labels(self, split: SplitName) -> Labels:
        """Return the labels of one split."""
        return self.train_labels if split == "train" else self.test_labels

    def first(self, train: int | None, test: int | None, *, skip: int = 0) -> Dataset:
        """Return the first `train` and the first `test` images only; None takes all.

        The first `skip` training images are left out, and those after them counted.
        """
        chosen = chosen_images(skip, train)
        return replace(
            self,
            train_images=self.train_images[chosen],
            train_labels=self.train_labels[chosen],
            test_images=self.test_images[:test],
            test_labels=self.test_labels[:test],
        )

    @cached_property
    def fingerprint(self) -> str:
        """Return 16 hexadecimal digits of a SHA-256 over all images and labels."""
        digest = hashlib.sha256()
        for split in (
            self.train_images,
            self.train_labels,
            self.test_images,
            self.test_labels,
        ):
            digest.update(np.ascontiguousarray(split).data)
        return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Optimizer:
    """How weights follow the gradient; fields and defaults are Keras's."""

    kind: OptimizerKind = "adam"
    learning_rate: float = 0.001
    momentum: float = 0.0
    weight_decay: float = 0.0


@dataclass(frozen=True)
class EarlyStopping:
    """Stop when `monitor` has not improved for `patience` epochs."""

    monitor: QuantityName = "val_loss"
    patience: int = 10
    restore_best: bool = True


@dataclass(frozen=True)
class Augmentation:
    """Random changes made to each training image, anew in each epoch.

    Angles in degrees, shifts in pixels of 28; the rest are relative sizes or shares (0 to
    1) of images that are changed at all. `non_digits` is the share replaced by what is
    no digit, `drawn` the share of the rest replaced by digits that were drawn with a pen
    (`core.augmentation.drawn_digits`).
    """

    rotation: float = 15.0
    scale: float = 0.15
    shear: float = 0.2
    shift: float = 2.0
    elastic: float = 1.0
    thicker: float = 0.3
    thinner: float = 0.3
    pen_habits: float = 0.0
    drawn: float = 0.0
    non_digits: float = 0.0


@dataclass(frozen=True)
class ByHand:
    """What is particular about a training by the tutorial's loop (`core.from_scratch`).

    Parameters
    ----------
    derivative : {"published", "cured"}
        Of the ReLU: always 1, as the tutorial's is by mistake, or right.
    doubled : bool
        Whether what dropout left in counts double on the way back too, as it does on the way
        forth; the tutorial leaves that away.
    error : {"squared", "crossentropy"}
        What is made smaller; the tutorial's is the squared error.
    """

    derivative: Literal["published", "cured"] = "published"
    doubled: bool = False
    error: Literal["squared", "crossentropy"] = "squared"


@dataclass(frozen=True)
class Recipe:
    """All that a training depends on, except the data and the machine.

    Parameters
    ----------
    name : str
        Short, for the command line and files: "mlp-128-32".
    network : NetworkSpec
        The network that is trained.
    loss : {"crossentropy", "clipped_crossentropy"}
        Cross-entropy of the softmax of the logits (stable), or of the outputs normalised
        by their sum and clipped to [1e-7, 1 - 1e-7] (what Keras 2.2 computed).
    batch_size, epochs : int
        Images a step; passes over the training images.
    validation : float or "test" or None
        Share of the training images, taken from their end as Keras does, that is held
        out; "test" validates on the test split as many tutorials do; None on nothing.
    seed : int
        Of the initial weights, the order of the images and dropout.
    schedule : {"constant", "cosine"}
        The learning rate over the whole training: as set, or falling to zero along half
        a cosine.
    label_smoothing : float
        Share of the target that is spread evenly over all classes.
    weight_average : float
        Decay of the exponential moving average of the weights that becomes the trained
        network; 0 for none.
    skip_images : int
        Leave out the first so many training images altogether: neither learnt from nor
        validated on.
    train_images, test_images : int or None
        Use only the first so many images of the split, after those left out.
    score_training : bool
        Score the whole training split after each epoch too.
    by_hand : ByHand or None
        Of a lesson: what trains it is NumPy, image by image, and `loss` has no say.
    title, about : str
        One line, and a few sentences, for the gallery.
    """

    name: str
    network: NetworkSpec
    optimizer: Optimizer = Optimizer()
    loss: LossName = "crossentropy"
    batch_size: int = 32
    epochs: int = 10
    validation: float | Literal["test"] | None = 0.1
    seed: int = 0
    early_stopping: EarlyStopping | None = None
    schedule: Literal["constant", "cosine"] = "constant"
    label_smoothing: float = 0.0
    weight_average: float = 0.0
    augmentation: Augmentation | None = None
    skip_images: int = 0
    train_images: int | None = None
    test_images: int | None = None
    score_training: bool = False
    by_hand: ByHand | None = None
    title: str = ""
    about: str = ""

    @property
    def chosen_images(self) -> slice:
        """Which of the training images are used, validation included."""
        return chosen_images(self.skip_images, self.train_images)


@dataclass(frozen=True, eq=False)
class Network:
    """A trained network: its layers and, in Keras's order, all their weights (float32).

    `temperature` divides the logits before the softmax that gives the probabilities (1 is
    what the network itself says); `reject_below` is the confidence under which an ink is
    answered with "not a digit, I think" (0 never rejects). `classes` are the names of its
    outputs; empty where nobody has said them, as in a file of Keras's.
    """

    spec: NetworkSpec
    weights: tuple[Floats, ...]
    temperature: float = 1.0
    reject_below: float = 0.0
    classes: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name of each output: its number, where nobody has said one."""
        return self.classes or numbered(class_count(self.spec))

    def fits(self, classes: tuple[str, ...]) -> bool:
        """Say whether its outputs are these classes, as far as is known."""
        return self.classes == classes or (not self.classes and len(self.names) == len(classes))


NO_SUMS = (0.0, 0.0, 0.0, 0.0)
"""The sums of an epoch that has not begun; see `TrainingState`."""


@dataclass(frozen=True, eq=False)
class TrainingState:
    """Enough to go on with a training as if it had not stopped.

    `optimizer_variables` are the Keras optimizer's own, in its order, its step count and
    learning rate included; `epoch` counts the finished epochs; `seen_images` counts those
    of the epoch after it that were already learnt from when the training was stopped, and
    `epoch_sums` are of these: losses, how many were right, how many are digits, images.
    `counts_from` is the epoch from which the recipe's epochs are counted: 0, or the last one
    of a finished training that goes on for its whole count once more.
    """

    network: Network
    optimizer_variables: tuple[NDArray[np.generic], ...]
    epoch: int
    seen_images: int = 0
    epoch_sums: tuple[float, ...] = NO_SUMS
    counts_from: int = 0


@dataclass(frozen=True, eq=False)
class Predictions:
    """What a network says of many images: `logits` and `outputs`, float32 (n, classes)."""

    logits: Floats
    outputs: Floats

    @cached_property
    def digits(self) -> Labels:
        """The first largest output of each image, int64 (n,)."""
        digits: Labels = self.outputs.argmax(axis=1)
        return digits


@dataclass(frozen=True)
class Score:
    """How a network does on one split.

    Parameters
    ----------
    loss, accuracy : float
        Means over the images; the digit is the first largest output.
    logit_accuracy : float
        The same, by the largest logit: differs where outputs saturate and tie.
    tied : float
        Share of images whose largest output is not unique.
    recalls : tuple of float
        For each true digit (or other class) the share that was recognised; nan where there
        is none.
    images : int
        How many images were scored.
    """

    loss: float
    accuracy: float
    logit_accuracy: float
    tied: float
    recalls: tuple[float, ...]
    images: int


@dataclass(frozen=True)
class Phase:
    """What a training is busy with before its first step."""

    name: Literal["loading", "preparing", "compiling", "testing"]


@dataclass(frozen=True)
class Progress:
    """Where a running epoch stands; at most one each 50 ms.

    `loss` and `accuracy` are means since the epoch began. `epoch` counts from 1 and goes
    on when a training is continued; `first_epoch` and `last_epoch` are those of the count that
    the recipe asks for: 1 and 10, or 11 and 20 where ten more are trained.
    """

    epoch: int
    last_epoch: int
    step: int
    steps: int
    loss: float
    accuracy: float
    seconds_left: float
    first_epoch: int = 1

    @property
    def fraction(self) -> float:
        """How much of all its epochs is done, 0 to 1."""
        done = self.epoch - self.first_epoch + self.step / max(1, self.steps)
        return done / max(1, self.last_epoch - self.first_epoch + 1)


@dataclass(frozen=True)
class EpochReport:
    """The figures of one finished epoch.

    `loss` and `accuracy` are running means over the epoch, as Keras prints them;
    `train_score` is the whole training split scored after it, where the recipe asks.
    `val_score` is of what the recipe validates on; `seconds` is the wall time. `probe` is the
    fixed probe's look after the epoch; None in runs that were stored before there was one.
    """

    epoch: int
    loss: float
    accuracy: float
    learning_rate: float
    seconds: float
    val_score: Score | None = None
    train_score: Score | None = None
    probe: Probe | None = None

    @property
    def val_loss(self) -> float | None:
        """The loss on the validation images, if there are any."""
        return None if self.val_score is None else self.val_score.loss

    @property
    def val_accuracy(self) -> float | None:
        """The accuracy on the validation images, if there are any."""
        return None if self.val_score is None else self.val_score.accuracy


Report: TypeAlias = Phase | Progress | EpochReport | Probe
"""What a running training tells: a `Probe` by itself is the one before its first step."""


@dataclass(frozen=True, eq=False)
class Earlier:
    """What is behind the place at which a training goes on.

    Parameters
    ----------
    epochs : tuple of EpochReport
        The finished ones, from the first on as far as they are known.
    best : Network or None
        That of the best epoch among those that the recipe's count began with.
    """

    epochs: tuple[EpochReport, ...] = ()
    best: Network | None = None

    def counted(self, recipe: Recipe, counts_from: int) -> tuple[EpochReport, ...]:
        """Return the epochs that the search for the best one goes on from.

        None of them without their network where the recipe wants the best one back: what
        could not be given back is not called the best.
        """
        stopping = recipe.early_stopping
        if self.best is None and stopping is not None and stopping.restore_best:
            return ()
        return tuple(report for report in self.epochs if report.epoch > counts_from)


class Outcome(Protocol):
    """What a training gave, whatever was trained: a `RunResult`, or a lesson's."""

    @property
    def epochs(self) -> tuple[EpochReport, ...]:
        """Those that it trained."""

    @property
    def test(self) -> Score | None:
        """Of the trained network on the test images, where there are some."""

    @property
    def ended(self) -> Ending:
        """How it ended."""

    @property
    def seconds(self) -> float:
        """How long it took."""

    @property
    def first_probe(self) -> Probe | None:
        """The look before its first step, where one was taken."""


@dataclass(frozen=True, eq=False)
class RunResult:
    """What a training gave.

    Parameters
    ----------
    epochs : tuple of EpochReport
        Those of this training only, not of the one that it continued.
    network : Network
        The trained network (the best one, where early stopping restores it).
    state : TrainingState
        The last weights and optimizer state, to continue from.
    best_epoch : int or None
        As `core.evaluation.best_epoch` has it.
    test, test_predictions : Score or None, Predictions or None
        On the test split; None where there is none.
    first_probe : Probe or None
        The look before the first step.
    """

    recipe: Recipe
    epochs: tuple[EpochReport, ...]
    network: Network
    state: TrainingState
    ended: Ending
    best_epoch: int | None
    test: Score | None
    seconds: float
    test_predictions: Predictions | None = None
    first_probe: Probe | None = None


@dataclass(frozen=True, eq=False)
class Ink:
    """What a person drew or pasted: strokes, or a grey image (uint8, 0 = black).

    `sheet` is the width and height of what was drawn on, in the unit of the strokes, its
    corner at (0, 0), or of the whole picture, in any unit; None where nobody knows.
    """

    strokes: Strokes = ()
    image: Images | None = None
    sheet: tuple[float, float] | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.strokes and self.image is None


@dataclass(frozen=True, eq=False)
class Stages:
    """What preprocessing made of an ink, step by step: each uint8, 0 = paper.

    `ink` is the writing as drawn (square); `boxed` its bounding box; `small` the box
    scaled to 20x20; `centred` the (28, 28) that the network sees.
    """

    ink: Images
    boxed: Images
    small: Images
    centred: Images


@dataclass(frozen=True, eq=False)
class Prediction:
    """A network's answer for one image.

    `image` is uint8 (28, 28), what the network saw; `probabilities`, `logits` and
    `outputs` are float32 (classes,); `digit` is the place of the largest, `names` has what
    each place stands for. `is_digit` is False where the answer should be "not a digit, I
    think".
    """

    image: Images
    logits: Floats
    outputs: Floats
    probabilities: Floats
    digit: int
    is_digit: bool = True
    stages: Stages | None = field(default=None, repr=False)
    names: tuple[str, ...] = DIGITS

    @property
    def name(self) -> str:
        """What was read: "7", or the name of another class."""
        return self.names[self.digit]

    @property
    def confidence(self) -> float:
        """The probability of the digit."""
        return float(self.probabilities[self.digit])


@dataclass(frozen=True, eq=False)
class ReadDigit:
    """One digit among those that were read.

    Parameters
    ----------
    box : tuple of four floats
        Left, top, right, bottom of its ink, in the unit of the ink's sheet; of a picture
        without one, in its pixels.
    ink : Ink
        Its strokes alone, or its part of the picture, black on white.
    prediction : Prediction
        With the stages of its way to the network.
    line : int
        Which line of writing it stands in, from the top, from 0.
    """

    box: tuple[float, float, float, float]
    ink: Ink
    prediction: Prediction
    line: int = 0

    @property
    def stages(self) -> Stages | None:
        """What preprocessing made of its ink."""
        return self.prediction.stages


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read in an ink.

    Parameters
    ----------
    digits : tuple of ReadDigit
        In reading order: lines from the top, each from the left.
    found : ndarray of uint8, shape (rows, columns), or None
        Of a picture, what each pixel was taken for: 0 = paper, 1 = ink of a digit, 2 = dark,
        but no digit (lines, dirt), 3 = not on the sheet. It may be smaller than the picture.
    """

    digits: tuple[ReadDigit, ...] = ()
    found: Images | None = None

    @property
    def text(self) -> str:
        """The digits, each line of writing on a line of its own."""
        lines: dict[int, str] = {}
        for digit in self.digits:
            lines[digit.line] = lines.get(digit.line, "") + digit.prediction.name
        return "\n".join(lines.values())

    @property
    def only(self) -> Prediction | None:
        """The prediction where there is exactly one digit, else None."""
        return self.digits[0].prediction if len(self.digits) == 1 else None
