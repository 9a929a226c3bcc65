"""Further trainings, tried when all rules stood: other optimizers, data, counts of classes.

The rules were then mended by them. The suite does not train them:
``python -m tests.core.diagnosis.matrix --further``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    LayerNormalization,
    LeakyReLU,
    MaxPooling2D,
    Rescaling,
)
from core.records import Augmentation, Dataset, EarlyStopping
from tests.core.diagnosis.matrix import spoiled as s
from tests.core.diagnosis.matrix.case import (
    Case,
    adam,
    adamw,
    cnn,
    mlp,
    raising_the_rate,
    rmsprop,
    sgd,
)
from tests.core.diagnosis.matrix.held_out import LONG, RAW, SHORT

_WIDE = "standard_normal"
_BN = (Dense(64, use_bias=False), BatchNormalization(), Activation("relu"), Dense(10))
_LETTERS = (Dense(64, "relu"), Dense(26))
_TWO = (Dense(32, "relu"), Dense(2))
_TINY = ("tiny-validation", "few-steps", "few-images", "missing-digits", "unbalanced")


def letters(data: Dataset) -> Dataset:
    """Make 26 classes of real images: digits upright, turned, and some of them mirrored."""
    rng, parts = np.random.default_rng(3), {}
    for split in ("train", "test"):
        images, labels = data.images(split), data.labels(split)
        some = (labels >= 2) & (labels < 8)
        every = np.concatenate([images, np.rot90(images, 1, (1, 2)), images[some][:, :, ::-1]])
        named = np.concatenate([labels, labels + 10, labels[some] + 18])
        order = rng.permutation(len(named))
        parts[f"{split}_images"] = np.ascontiguousarray(every[order])
        parts[f"{split}_labels"] = named[order]
    return replace(data, classes=tuple("abcdefghijklmnopqrstuvwxyz"), **parts)


def only(*digits: int) -> s.Change:
    """Return a change to a data set that has these digits alone, as its classes."""

    def spoil(data: Dataset) -> Dataset:
        parts = {}
        for split in ("train", "test"):
            labels = data.labels(split)
            kept = np.isin(labels, digits)
            parts[f"{split}_images"] = data.images(split)[kept]
            parts[f"{split}_labels"] = np.searchsorted(digits, labels[kept])
        return replace(data, classes=tuple(map(str, digits)), **parts)

    return spoil


def _taking(choose: Callable[[Dataset], np.ndarray]) -> s.Change:
    """Return a change that takes training images in another order, or fewer of them."""

    def spoil(data: Dataset) -> Dataset:
        at = choose(data)
        return replace(
            data, train_images=data.train_images[at], train_labels=data.train_labels[at]
        )

    return spoil


_mixed = _taking(lambda data: np.random.default_rng(9).permutation(len(data.train_labels)))
_sorted = _taking(lambda data: np.argsort(data.train_labels, kind="stable"))
_backwards = _taking(lambda data: np.argsort(-data.train_labels, kind="stable"))
_doubled = _taking(lambda data: np.tile(np.arange(1_000), 2))


def _few_of(digits: Sequence[int], count: int) -> s.Change:
    return s.both(s.keeping(dict.fromkeys(digits, count)), _mixed)


def _testing(digits: Sequence[int]) -> s.Change:
    def spoil(data: Dataset) -> Dataset:
        kept = np.isin(data.test_labels, digits)
        return replace(
            data, test_images=data.test_images[kept], test_labels=data.test_labels[kept]
        )

    return spoil


def _renumbered(data: Dataset) -> Dataset:
    numbers = np.array([3, 7, 1, 0, 9, 2, 8, 4, 5, 6])
    return replace(data, train_labels=numbers[data.train_labels])


def _one_image(data: Dataset) -> Dataset:
    images = np.broadcast_to(data.train_images[:1], data.train_images.shape)
    return replace(data, train_images=np.ascontiguousarray(images))


def _half_as_large(images: np.ndarray) -> np.ndarray:
    small = np.zeros_like(images)
    small[:, 7:21, 7:21] = images[:, ::2, ::2]
    return small


def _shifted_by_three(images: np.ndarray) -> np.ndarray:
    return np.roll(images, (3, 3), (1, 2))


def _upside_down(images: np.ndarray) -> np.ndarray:
    return np.rot90(images, 2, (1, 2))


FURTHER_FAULTY = (
    Case("AdamW at .3, normalised", mlp(*_BN, optimizer=adamw(0.3)), LONG),
    Case("SGD at 1, momentum .9, convolutions", cnn(optimizer=sgd(1.0, momentum=0.9)), LONG),
    Case(
        "RMSprop at .01, four layers of 256",
        mlp(*(Dense(256, "relu"),) * 4, Dense(10), optimizer=rmsprop(0.01)),
        LONG,
    ),
    Case("Adam at .1, batches of 4", mlp(optimizer=adam(0.1), batch_size=4, epochs=2), LONG),
    Case("a cosine from Adam at .5", mlp(optimizer=adam(0.5), schedule="cosine"), LONG),
    Case(
        "layer normalisation, Adam at 1",
        mlp(
            Dense(64), LayerNormalization(), Activation("relu"), Dense(10), optimizer=adam(1.0)
        ),
        LONG,
    ),
    Case("SGD at .1, momentum .99", mlp(optimizer=sgd(0.1, momentum=0.99)), ("momentum-one",)),
    Case(
        "RMSprop, momentum .999",
        mlp(optimizer=rmsprop(0.001, momentum=0.999)),
        ("momentum-one",),
    ),
    Case("SGD at 1,000, one layer", mlp(Dense(10), optimizer=sgd(1000.0)), LONG),
    Case(
        "Adam at .00001, batches of 256, tanh",
        mlp(Dense(64, "tanh"), Dense(10), optimizer=adam(1e-5), batch_size=256, epochs=10),
        SHORT,
    ),
    Case(
        "SGD at .01, batches of 256",
        mlp(optimizer=sgd(0.01), batch_size=256, epochs=3),
        ("few-steps", *SHORT),
    ),
    Case("a cosine from SGD at .0001", mlp(optimizer=sgd(1e-4), schedule="cosine"), SHORT),
    Case(
        "raw pixels, gelu, AdamW",
        mlp(Dense(64, "gelu"), Dense(10), pixels="raw", optimizer=adamw(0.001)),
        RAW,
    ),
    Case(
        "raw pixels, He's first weights, convolutions",
        cnn(
            Conv2D(8, activation="relu", initializer="he_normal"),
            MaxPooling2D(),
            Flatten(),
            Dense(10),
            pixels="raw",
            optimizer=sgd(0.01),
        ),
        RAW,
    ),
    Case("pixels times 255", mlp(Rescaling(255.0), Dense(64, "relu"), Dense(10)), RAW),
    Case(
        "pixels from -128 to 127",
        mlp(Rescaling(1.0, -128.0), Dense(64, "relu"), Dense(10), pixels="raw"),
        RAW,
    ),
    Case(
        "raw pixels until the loss is no number",
        mlp(
            *(Dense(128), LeakyReLU(), Dense(64), LeakyReLU(), Dense(10)),
            pixels="raw",
            optimizer=sgd(0.05),
        ),
        RAW,
    ),
    Case(
        "sigmoid end, raw pixels, convolutions",
        cnn(
            Conv2D(8, activation="relu"),
            Flatten(),
            Dense(10, "sigmoid"),
            pixels="raw",
            optimizer=sgd(0.01),
        ),
        (*RAW, "tied-outputs"),
        ("ending-hides-logits",),
    ),
    Case(
        "relu6, then softmax",
        mlp(Dense(64, "relu"), Dense(10, "relu6"), Activation("softmax")),
        ("squashed-logits",),
    ),
    Case(
        "dropout of .9 on the pixels",
        mlp(Dropout(0.9), Dense(64, "relu"), Dense(10)),
        ("much-dropout",),
    ),
    Case(
        "dropout of .9, convolutions",
        cnn(Conv2D(8, activation="relu"), MaxPooling2D(), Dropout(0.9), Flatten(), Dense(10)),
        ("much-dropout",),
    ),
    Case(
        "L2 of .05, convolutions",
        cnn(
            Conv2D(8, activation="relu", l2=0.05), MaxPooling2D(), Flatten(), Dense(10, l2=0.05)
        ),
        ("heavy-l2",),
    ),
    Case(
        "weight decay of 1, momentum .9",
        mlp(optimizer=sgd(0.1, momentum=0.9, weight_decay=1.0)),
        ("heavy-decay",),
    ),
    Case(
        "26 classes, label smoothing of .8",
        mlp(*_LETTERS, label_smoothing=0.8),
        ("much-smoothing",),
        change=letters,
    ),
    Case(
        "slanted by up to 2",
        mlp(augmentation=Augmentation(shear=2.0)),
        ("wild-augmentation",),
    ),
    Case(
        "bent by 15 pixels",
        mlp(augmentation=Augmentation(elastic=15.0)),
        ("wild-augmentation",),
    ),
    Case(
        "nine tenths non-digits",
        mlp(augmentation=Augmentation(non_digits=0.9), train_images=1_000, epochs=2),
        ("wild-augmentation",),
    ),
    Case(
        "an average of .99 over 100 steps",
        mlp(weight_average=0.99, epochs=2),
        ("slow-average",),
    ),
    Case(
        "batch normalisation, batches of two",
        mlp(*_BN, batch_size=2, epochs=2),
        ("batchnorm-alone",),
    ),
    Case(
        "fifty images, many epochs",
        mlp(Dense(256, "relu"), Dense(10), train_images=60, epochs=60, batch_size=16),
        ("few-images",),
        _TINY,
    ),
    Case(
        "sorted data, the first 150",
        mlp(train_images=150),
        ("one-digit-only",),
        _TINY,
        change=_sorted,
    ),
    Case(
        "sorted data, a twentieth held out",
        mlp(validation=0.05, train_images=None, epochs=2),
        ("sorted-validation",),
        change=_sorted,
    ),
    Case(
        "sorted data, backwards",
        cnn(train_images=None, epochs=2),
        ("sorted-validation",),
        ("missing-digits",),
        change=_backwards,
    ),
    Case(
        "sorted data, the first left out",
        mlp(skip_images=1_000, validation="test"),
        ("missing-digits",),
        change=_sorted,
    ),
    Case(
        "half of the digits are not tested",
        mlp(),
        ("untested-digits",),
        change=_testing(range(5)),
    ),
    Case(
        "nearly all are ones",
        mlp(),
        ("unbalanced",),
        ("lost-digit", "tiny-validation"),
        change=_few_of((0, 2, 3, 4, 5, 6, 7, 8, 9), 6),
    ),
    Case("training digits renumbered", mlp(), ("test-labels-shuffled",), change=_renumbered),
    Case(
        "training images upside down",
        cnn(),
        ("turned-part",),
        change=s.images(train=_upside_down),
    ),
    Case(
        "test images half as large",
        mlp(),
        ("unlike-images",),
        change=s.images(test=_half_as_large),
    ),
    Case(
        "test images shifted by three",
        mlp(),
        ("unlike-images",),
        change=s.images(test=_shifted_by_three),
    ),
    Case(
        "all twice, the second half held out",
        mlp(validation=0.5),
        ("repeated-images",),
        change=_doubled,
    ),
    Case(
        "one image with all labels",
        mlp(),
        ("contradicting-images",),
        ("repeated-images", "labels-doubtful"),
        change=_one_image,
    ),
    Case("few test images are learnt from", mlp(), ("leaked-images",), change=s.leaking(30)),
    Case(
        "labels 8 % wrong",
        mlp(epochs=15),
        ("labels-doubtful",),
        change=s.labels_noisy(0.08),
    ),
    Case(
        "two classes, raw pixels",
        mlp(*_TWO, pixels="raw", optimizer=sgd(0.01)),
        RAW,
        change=only(3, 8),
    ),
    Case(
        "two classes, shuffled labels",
        mlp(*_TWO),
        ("labels-shuffled",),
        change=s.both(only(3, 8), s.labels_shuffled),
    ),
    Case(
        "two classes, a hundred to one",
        mlp(*_TWO),
        ("unbalanced",),
        ("lost-digit", "missing-digits"),
        change=s.both(only(3, 8), _few_of((1,), 4)),
    ),
    Case(
        "two classes, Adam at .000001",
        mlp(*_TWO, optimizer=adam(1e-6)),
        SHORT,
        change=only(3, 8),
    ),
    Case(
        "26 classes, raw pixels",
        mlp(Dense(26, "softmax"), pixels="raw", optimizer=sgd(0.01)),
        RAW,
        change=letters,
    ),
    Case(
        "26 classes, shuffled labels",
        mlp(*_LETTERS),
        ("labels-shuffled",),
        change=s.both(letters, s.labels_shuffled),
    ),
    Case(
        "26 classes, 200 images",
        mlp(*_LETTERS, train_images=200, epochs=10),
        ("few-images",),
        _TINY,
        change=letters,
    ),
    Case(
        "26 classes, SGD at .0005", mlp(*_LETTERS, optimizer=sgd(5e-4)), SHORT, change=letters
    ),
    Case(
        "26 classes, one is missing",
        mlp(*_LETTERS),
        ("missing-digits",),
        change=s.both(letters, s.keeping({4: 0})),
    ),
    Case(
        "the rate lowered to nothing by hand",
        mlp(epochs=5, optimizer=sgd(0.02)),
        ("rate-changed",),
        before=False,
        act=raising_the_rate(1e-7, 1),
    ),
    Case(
        "the rate raised to 1 by hand",
        mlp(epochs=5),
        ("rate-changed",),
        before=False,
        act=raising_the_rate(1.0, 1),
    ),
    Case(
        "twelve convolutions",
        cnn(*(Conv2D(8, activation="relu"),) * 11, Flatten(), Dense(10), optimizer=sgd(0.01)),
        ("very-deep", "vanishing-gradient"),
    ),
    Case(
        "huge first weights, five layers of tanh",
        mlp(*(Dense(64, "tanh", initializer=_WIDE),) * 5, Dense(10, initializer=_WIDE)),
        ("large-first-weights",),
    ),
    Case(
        "huge first weights in front alone, clipped loss",
        mlp(
            Dense(64, "relu", initializer=_WIDE),
            Dense(10, "softmax"),
            loss="clipped_crossentropy",
        ),
        ("large-first-weights",),
        ("clipped-loss",),
    ),
    Case(
        "five layers of hard sigmoids",
        mlp(*(Dense(32, "hard_sigmoid"),) * 5, Dense(10), optimizer=sgd(0.1)),
        ("deep-sigmoid", "vanishing-gradient"),
    ),
    Case("one unit", mlp(Dense(64, "relu"), Dense(1, "tanh"), Dense(10)), ("bottleneck",)),
    Case(
        "the mean of the image",
        cnn(GlobalAveragePooling2D(), Dense(32, "relu"), Dense(10)),
        ("bottleneck",),
    ),
    Case(
        "softmax in the first layer",
        mlp(Dense(64, "softmax"), Dense(64, "relu"), Dense(10)),
        ("hidden-softmax",),
    ),
    Case(
        "validated on ten test images",
        mlp(validation="test", test_images=10),
        ("tiny-validation",),
    ),
    Case(
        "learnt by heart, convolutions",
        cnn(train_images=300, epochs=60, optimizer=adam(0.003)),
        ("overfitting",),
        ("best-passed", "tiny-validation"),
        before=False,
    ),
)

FURTHER_HEALTHY = (
    Case(
        "AdamW, normalised, dropout",
        mlp(*_BN[:3], Dropout(0.5), Dense(10), optimizer=adamw(0.002), epochs=6),
    ),
    Case("RMSprop at .003, tanh", mlp(Dense(64, "tanh"), Dense(10), optimizer=rmsprop(0.003))),
    Case("SGD at .02, momentum .95", mlp(optimizer=sgd(0.02, momentum=0.95), epochs=6)),
    Case(
        "SGD, momentum .9, weight decay of .2",
        mlp(optimizer=sgd(0.01, momentum=0.9, weight_decay=0.2), epochs=8),
    ),
    Case(
        "three layers of gelu, AdamW",
        mlp(*(Dense(96, "gelu"),) * 3, Dense(10), optimizer=adamw(0.001)),
    ),
    Case("mish", mlp(Dense(64, "mish"), Dense(10))),
    Case(
        "silu, convolutions",
        cnn(Conv2D(8, activation="silu"), MaxPooling2D(), Flatten(), Dense(10), epochs=4),
    ),
    Case("batches of 8", mlp(batch_size=8, epochs=2)),
    Case("batches of 512", mlp(batch_size=512, epochs=30, optimizer=adam(0.005))),
    Case("batch normalisation, batches of 4", mlp(*_BN, batch_size=4, epochs=3)),
    Case("eight layers of relu", mlp(*(Dense(64, "relu"),) * 8, Dense(10), epochs=8)),
    Case("eight units", mlp(Dense(8, "relu"), Dense(10), epochs=10)),
    Case("a thousand units", mlp(Dense(1_024, "relu"), Dense(10), epochs=3)),
    Case(
        "huge first weights at the end alone",
        mlp(Dense(64, "relu"), Dense(10, initializer=_WIDE)),
    ),
    Case("softplus end", mlp(Dense(64, "relu"), Dense(10, "softplus"))),
    Case("pixels from 0 to 10", mlp(Rescaling(10.0), Dense(64, "relu"), Dense(10))),
    Case("pixels standardised", mlp(Rescaling(3.25, -0.42), Dense(64, "relu"), Dense(10))),
    Case("two classes", mlp(*_TWO), change=only(3, 8)),
    Case(
        "two classes, three to one",
        mlp(*_TWO),
        change=s.both(only(3, 8), _few_of((1,), 130)),
    ),
    Case("26 classes", mlp(*_LETTERS, epochs=6, train_images=4_000), change=letters),
    Case("all images transposed", mlp(), change=s.images(s.transposed, s.transposed)),
    Case("all images faint", mlp(epochs=8), change=s.images(s.faint, s.faint)),
    Case("labels 3 % wrong", mlp(epochs=6), change=s.labels_noisy(0.03)),
    Case("a digit six times rarer", mlp(epochs=6), change=_few_of((8,), 60)),
    Case(
        "half to twice the size, convolutions",
        cnn(augmentation=Augmentation(scale=0.9), epochs=4),
    ),
    Case("dropout of .6", mlp(Dense(256, "relu"), Dropout(0.6), Dense(10), epochs=6)),
    Case("L2 of .005", mlp(Dense(64, "relu", l2=0.005), Dense(10), epochs=6)),
    Case(
        "smoothed, averaged, along a cosine",
        mlp(label_smoothing=0.2, schedule="cosine", weight_average=0.9, epochs=6),
    ),
    Case(
        "the rate lowered tenfold by hand",
        mlp(epochs=6, optimizer=adam(0.005)),
        act=raising_the_rate(0.0005, 4),
    ),
    Case("the rate doubled by hand", mlp(epochs=6), act=raising_the_rate(0.002, 2)),
    Case(
        "clipped loss, two hidden layers",
        mlp(
            *(Dense(64, "relu"), Dense(32, "relu"), Dense(10, "softmax")),
            loss="clipped_crossentropy",
            optimizer=adam(0.002),
        ),
    ),
    Case(
        "stopped early by the accuracy",
        mlp(early_stopping=EarlyStopping("val_accuracy", 1), epochs=8),
    ),
)
