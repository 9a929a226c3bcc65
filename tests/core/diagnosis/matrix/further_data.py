"""Further faulty trainings whose data are wrong, or too few."""

from __future__ import annotations

from core.layers import Dense, Dropout
from tests.core.diagnosis.matrix import further_parts as f
from tests.core.diagnosis.matrix import spoiled as s
from tests.core.diagnosis.matrix.case import (
    Case,
    adam,
    cnn,
    mlp,
    sgd,
)
from tests.core.diagnosis.matrix.held_out import RAW, SHORT

FURTHER_DATA = (
    Case(
        "26 classes, label smoothing of .8",
        mlp(*f.LETTERS, label_smoothing=0.8),
        ("much-smoothing",),
        change=f.letters,
    ),
    Case(
        "fifty images, many epochs",
        mlp(Dense(256, "relu"), Dense(10), train_images=60, epochs=60, batch_size=16),
        ("few-images",),
        f.TINY,
    ),
    Case(
        "sorted data, the first 150",
        mlp(train_images=150),
        ("one-digit-only",),
        f.TINY,
        change=f.in_order,
    ),
    Case(
        "sorted data, a twentieth held out",
        mlp(validation=0.05, train_images=None, epochs=2),
        ("sorted-validation",),
        change=f.in_order,
    ),
    Case(
        "sorted data, backwards",
        cnn(train_images=None, epochs=2),
        ("sorted-validation",),
        ("missing-digits",),
        change=f.backwards,
    ),
    Case(
        "sorted data, the first left out",
        mlp(skip_images=1_000, validation="test"),
        ("missing-digits",),
        change=f.in_order,
    ),
    Case(
        "half of the digits are not tested",
        mlp(),
        ("untested-digits",),
        change=f.testing(range(5)),
    ),
    Case(
        "nearly all are ones",
        mlp(),
        ("unbalanced",),
        ("lost-digit", "tiny-validation"),
        change=f.few_of((0, 2, 3, 4, 5, 6, 7, 8, 9), 6),
    ),
    Case("training digits renumbered", mlp(), ("test-labels-shuffled",), change=f.renumbered),
    Case(
        "training images upside down",
        cnn(),
        ("turned-part",),
        change=s.images(train=f.upside_down),
    ),
    Case(
        "test images half as large",
        mlp(),
        ("unlike-images",),
        change=s.images(test=f.half_as_large),
    ),
    Case(
        "test images shifted by three",
        mlp(),
        ("unlike-images",),
        change=s.images(test=f.shifted_by_three),
    ),
    Case(
        "all twice, the second half held out",
        mlp(validation=0.5),
        ("repeated-images",),
        change=f.doubled,
    ),
    Case(
        "one image with all labels",
        mlp(),
        ("contradicting-images",),
        ("repeated-images", "labels-doubtful"),
        change=f.one_image,
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
        mlp(*f.TWO, pixels="raw", optimizer=sgd(0.01)),
        RAW,
        change=f.only(3, 8),
    ),
    Case(
        "two classes, shuffled labels",
        mlp(*f.TWO),
        ("labels-shuffled",),
        change=s.both(f.only(3, 8), s.labels_shuffled),
    ),
    Case(
        "two classes, a hundred to one",
        mlp(*f.TWO),
        ("unbalanced",),
        ("lost-digit", "missing-digits"),
        change=s.both(f.only(3, 8), f.few_of((1,), 4)),
    ),
    Case(
        "two classes, Adam at .000001",
        mlp(*f.TWO, optimizer=adam(1e-6)),
        SHORT,
        change=f.only(3, 8),
    ),
    Case(
        "26 classes, raw pixels",
        mlp(Dense(26, "softmax"), pixels="raw", optimizer=sgd(0.01)),
        RAW,
        change=f.letters,
    ),
    Case(
        "26 classes, shuffled labels",
        mlp(*f.LETTERS),
        ("labels-shuffled",),
        change=s.both(f.letters, s.labels_shuffled),
    ),
    Case(
        "26 classes, 200 images",
        mlp(*f.LETTERS, train_images=200, epochs=10),
        ("few-images",),
        f.TINY,
        change=f.letters,
    ),
    Case(
        "26 classes, SGD at .0005",
        mlp(*f.LETTERS, optimizer=sgd(5e-4)),
        SHORT,
        change=f.letters,
    ),
    Case(
        "26 classes, one is missing",
        mlp(*f.LETTERS),
        ("missing-digits",),
        change=s.both(f.letters, s.keeping({4: 0})),
    ),
    Case(
        "validated on ten test images",
        mlp(validation="test", test_images=10),
        ("tiny-validation",),
    ),
    Case(
        "all images of little contrast",
        mlp(optimizer=sgd(0.1)),
        ("low-contrast",),
        change=s.images(f.of_little_contrast, f.of_little_contrast),
    ),
    Case(
        "test images on grey paper",
        mlp(),
        ("other-paper",),
        change=s.images(test=f.on_grey_paper),
    ),
    Case(
        "training images on grey paper",
        cnn(),
        ("other-paper",),
        change=s.images(train=f.on_grey_paper),
    ),
    Case("test images with grain", mlp(), ("other-paper",), change=s.images(test=f.grainy)),
    Case("test images enlarged", mlp(), ("unlike-images",), change=s.images(test=f.enlarged)),
    Case(
        "half of the training images transposed",
        mlp(),
        ("mixed-turns",),
        change=s.images(train=f.half_transposed),
    ),
    Case(
        "a tenth of the images white",
        mlp(),
        ("blank-images",),
        ("contradicting-images", "repeated-images", "labels-doubtful"),
        change=s.images(train=f.a_tenth_white),
    ),
    Case("all 7 called 1", mlp(), ("missing-digits",), change=f.called(7, 1)),
    Case(
        "labels one row off from the thousandth on",
        mlp(),
        ("labels-shuffled",),
        change=f.off_from(1_000),
    ),
    Case("ten test images", mlp(test_images=10), ("tiny-test",)),
    Case(
        "a hundred images, the last ones",
        mlp(skip_images=3_900, train_images=None, epochs=10),
        ("few-images",),
        f.TINY,
    ),
    Case(
        "shuffled labels and a dropout of .9",
        mlp(Dense(64, "relu"), Dropout(0.9), Dense(10)),
        ("labels-shuffled",),
        ("much-dropout",),
        change=s.labels_shuffled,
    ),
)
