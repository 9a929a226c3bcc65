"""A recipe: all that a training depends on, except the data and the machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.layers import NetworkSpec
from core.records.dataset import chosen_images

OptimizerKind: TypeAlias = Literal["sgd", "adam", "adamw", "rmsprop"]
LossName: TypeAlias = Literal["crossentropy", "clipped_crossentropy"]
QuantityName: TypeAlias = Literal["val_loss", "val_accuracy", "loss", "accuracy"]

CLIP = 1e-7
"""Where "clipped_crossentropy" cuts the outputs off, at both ends; Keras's epsilon."""


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
