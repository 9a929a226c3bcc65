"""Trainings with a fault: what learners do wrong, and what their data does to them."""

from __future__ import annotations

from dataclasses import replace

from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Rescaling,
)
from core.recipes.catalogue import by_name
from core.records import Augmentation, EarlyStopping
from tests.core.diagnosis.matrix import spoiled as s
from tests.core.diagnosis.matrix.case import (
    Case,
    adam,
    adamw,
    cnn,
    ends,
    mlp,
    raising_the_rate,
    rmsprop,
    sgd,
)
from tests.core.diagnosis.matrix.held_out import HELD_OUT_FAULTY, LONG, RAW, SHORT

_SHORTER = {
    "skip_images": 0,
    "train_images": 2_000,
    "test_images": 500,
    "validation": "test",
}
_DEEP_SIGMOID = tuple(Dense(32, "sigmoid") for _ in range(5))
_WIDE = "standard_normal"

PIXELS = (
    Case("raw pixels, SGD", mlp(Dense(10, "softmax"), pixels="raw", optimizer=sgd(0.01)), RAW),
    Case("raw pixels, RMSprop", mlp(Dense(10), pixels="raw", optimizer=rmsprop(0.01)), RAW),
    Case("raw pixels, Adam", mlp(pixels="raw"), RAW),
    Case("raw pixels, SGD, hidden layer", mlp(pixels="raw", optimizer=sgd(0.01)), RAW),
    Case("raw pixels, convolutions", cnn(pixels="raw"), RAW),
    Case("raw pixels, sigmoids", mlp(Dense(64, "sigmoid"), Dense(10), pixels="raw"), RAW),
    Case(
        "divided twice, SGD",
        mlp(Rescaling(1 / 255), Dense(64, "relu"), Dense(10), optimizer=sgd(0.1)),
        ("pixels-divided-twice",),
    ),
    Case(
        "divided twice, Adam",
        mlp(Rescaling(1 / 255), Dense(64, "relu"), Dense(10)),
        ("pixels-divided-twice",),
    ),
    Case(
        "divided in the file already",
        mlp(optimizer=sgd(0.1)),
        ("already-divided",),
        change=s.images(s.divided, s.divided),
    ),
)

ENDINGS = (
    Case("sigmoid end", ends("sigmoid", optimizer=sgd(0.1)), ("ending-hides-logits",)),
    Case("relu end", ends("relu"), ("ending-hides-logits", "tied-outputs")),
    Case("tanh end", ends("tanh"), ("ending-hides-logits", "tied-outputs")),
    Case("silu end", mlp(Dense(64, "relu"), Dense(10, "silu")), ("ending-hides-logits",)),
    Case(
        "softmax twice",
        ends("softmax", Dense(64, "relu"), Dense(10, "softmax")),
        ("squashed-logits",),
    ),
    Case(
        "sigmoid, then softmax",
        ends("softmax", Dense(64, "relu"), Dense(10, "sigmoid")),
        ("squashed-logits",),
    ),
    Case(
        "relu, then softmax",
        ends("softmax", Dense(64, "relu"), Dense(10, "relu")),
        ("squashed-logits",),
    ),
    Case(
        "clipped loss of a linear end",
        mlp(loss="clipped_crossentropy"),
        ("ending-unfit",),
        ("clipped-loss",),
    ),
    Case(
        "clipped loss of a relu end",
        ends("relu", loss="clipped_crossentropy"),
        ("ending-unfit",),
        ("clipped-loss",),
    ),
    Case(
        "clipped loss of a tanh end",
        ends("tanh", loss="clipped_crossentropy"),
        ("ending-unfit",),
        ("clipped-loss",),
    ),
    Case(
        "question 2 as posted",
        replace(by_name("q002-posted-0.01"), epochs=3, **_SHORTER),
        (*RAW, "tied-outputs"),
        ("ending-hides-logits",),
    ),
)

WEIGHTS = (
    Case(
        "question 1",
        replace(by_name("q001-lost-digit"), epochs=4, **_SHORTER),
        ("large-first-weights", "clipped-loss"),
    ),
    Case(
        "question 1 from raw pixels",
        replace(by_name("q001-small-weights-raw-pixels"), epochs=3, **_SHORTER),
        ("raw-pixels", "clipped-loss"),
    ),
    Case(
        "huge first weights",
        mlp(Dense(64, "relu", initializer=_WIDE), Dense(10, initializer=_WIDE)),
        ("large-first-weights",),
    ),
    Case(
        "huge first weights, three layers",
        mlp(*(Dense(64, "relu", initializer=_WIDE),) * 3, Dense(10, initializer=_WIDE)),
        ("large-first-weights",),
    ),
    Case(
        "huge first weights, sigmoids",
        mlp(
            Dense(64, "sigmoid", initializer=_WIDE),
            Dense(10, initializer=_WIDE),
            optimizer=sgd(0.1),
        ),
        ("large-first-weights",),
    ),
)

RATES = (
    *(
        Case(f"Adam at rate {rate:g}", mlp(optimizer=adam(float(rate))), LONG)
        for rate in (0.1, 1, 10)
    ),
    Case("AdamW at rate 1", mlp(optimizer=adamw(1.0)), LONG),
    Case("RMSprop at rate 0.3", mlp(optimizer=rmsprop(0.3)), LONG),
    *(
        Case(f"SGD at rate {rate:g}", mlp(optimizer=sgd(float(rate))), LONG)
        for rate in (5, 100)
    ),
    Case("SGD at rate 0.5, momentum .95", mlp(optimizer=sgd(0.5, momentum=0.95)), LONG),
    Case("Adam at rate 0.1, convolutions", cnn(optimizer=adam(0.1)), LONG),
    Case("SGD at rate 10, convolutions", cnn(optimizer=sgd(10.0)), LONG),
    Case(
        "Adam at rate 0.1, deep",
        mlp(*(Dense(64, "relu"),) * 4, Dense(10), optimizer=adam(0.1)),
        LONG,
    ),
    Case(
        "SGD at rate 30, sigmoids",
        mlp(Dense(64, "sigmoid"), Dense(10), optimizer=sgd(30.0)),
        LONG,
    ),
    Case("Adam at rate 0.000001", mlp(optimizer=adam(1e-6)), SHORT),
    Case("Adam at rate 0.00001", mlp(optimizer=adam(1e-5)), SHORT),
    Case("RMSprop at rate 0.000001", mlp(optimizer=rmsprop(1e-6)), SHORT),
    Case("SGD at rate 0.0001", mlp(optimizer=sgd(1e-4)), SHORT),
    Case("SGD at rate 0.001", mlp(optimizer=sgd(1e-3)), SHORT),
    Case("Adam at rate 0.000001, convolutions", cnn(optimizer=adam(1e-6)), SHORT),
    Case("momentum 1", mlp(optimizer=sgd(0.1, momentum=1.0)), ("momentum-one", *LONG)),
    Case("momentum .999", mlp(optimizer=sgd(0.1, momentum=0.999)), ("momentum-one", *LONG)),
)

NETWORKS = (
    Case(
        "five layers of sigmoids",
        mlp(*_DEEP_SIGMOID, Dense(10), optimizer=sgd(0.1)),
        ("deep-sigmoid", "vanishing-gradient"),
    ),
    Case(
        "five layers of sigmoids, Adam",
        mlp(*_DEEP_SIGMOID, Dense(10)),
        ("deep-sigmoid", "vanishing-gradient"),
    ),
    Case("no activations", mlp(Dense(128), Dense(64), Dense(10)), ("no-activation",)),
    Case(
        "convolutions without activations",
        cnn(Conv2D(8), Conv2D(8, strides=2), Flatten(), Dense(10)),
        ("no-activation",),
    ),
    Case(
        "softmax in a hidden layer",
        mlp(Dense(64, "softmax"), Dense(10), optimizer=sgd(0.1)),
        ("hidden-softmax",),
    ),
    Case(
        "two units in the middle",
        mlp(Dense(64, "relu"), Dense(2, "relu"), Dense(10)),
        ("bottleneck",),
    ),
    Case(
        "twenty narrow layers",
        mlp(*(Dense(16, "relu"),) * 20, Dense(10), optimizer=sgd(0.01)),
        ("very-deep", "vanishing-gradient"),
    ),
)

REGULARISATION = (
    Case("dropout of .9", mlp(Dense(64, "relu"), Dropout(0.9), Dense(10)), ("much-dropout",)),
    Case(
        "dropout of .8 thrice",
        mlp(
            Dropout(0.8),
            Dense(64, "relu"),
            Dropout(0.8),
            Dense(32, "relu"),
            Dropout(0.8),
            Dense(10),
        ),
        ("much-dropout",),
    ),
    Case(
        "dropout on the outputs",
        mlp(Dense(64, "relu"), Dense(10), Dropout(0.5)),
        ("dropout-on-outputs",),
    ),
    Case("L2 of .1", mlp(Dense(64, "relu", l2=0.1), Dense(10, l2=0.1)), ("heavy-l2",)),
    Case("L2 of 1", mlp(Dense(64, "relu", l2=1.0), Dense(10)), ("heavy-l2",)),
    Case(
        "weight decay of .3, SGD", mlp(optimizer=sgd(0.1, weight_decay=0.3)), ("heavy-decay",)
    ),
    Case("label smoothing of .9", mlp(label_smoothing=0.9), ("much-smoothing",)),
    Case("label smoothing of .99", mlp(label_smoothing=0.99), ("much-smoothing",)),
    Case(
        "turned by up to 180 degrees",
        mlp(augmentation=Augmentation(rotation=180.0), epochs=2),
        ("wild-augmentation",),
    ),
    Case(
        "shifted by up to 12 pixels",
        mlp(augmentation=Augmentation(shift=12.0), epochs=2),
        ("wild-augmentation",),
    ),
    Case("a slow average of the weights", mlp(weight_average=0.9995), ("slow-average",)),
)

PLAN = (
    Case(
        "batch normalisation, batches of one",
        mlp(
            Dense(64, use_bias=False),
            BatchNormalization(),
            Activation("relu"),
            Dense(10),
            batch_size=1,
            epochs=1,
            train_images=600,
        ),
        ("batchnorm-alone",),
    ),
    Case("one batch an epoch", mlp(batch_size=1_600, epochs=3), ("few-steps", *SHORT)),
    Case("larger batches than images", mlp(batch_size=8_192, epochs=3), ("few-steps", *SHORT)),
    Case("ten validation images", mlp(validation=0.005), ("tiny-validation",)),
    Case(
        "the best by the test images",
        mlp(validation="test", early_stopping=EarlyStopping("val_loss", 2)),
        ("test-as-validation",),
    ),
    Case(
        "early stopping by the training loss",
        mlp(early_stopping=EarlyStopping("loss", 3)),
        ("watches-training",),
    ),
    Case(
        "early stopping by nothing",
        mlp(validation=None, early_stopping=EarlyStopping("val_loss", 3)),
        ("watches-nothing",),
    ),
    Case("no validation", mlp(validation=None), ("no-validation",)),
    Case(
        "nine tenths for validation",
        mlp(validation=0.9, train_images=1_000),
        ("large-validation", "few-images"),
        ("few-steps",),
    ),
    Case(
        "thirty images",
        mlp(train_images=40, batch_size=8, epochs=20),
        ("few-images",),
        ("overfitting", "tiny-validation", "missing-digits"),
    ),
    Case(
        "validation from sorted data",
        mlp(epochs=3),
        ("sorted-validation",),
        ("missing-digits", "unbalanced"),
        change=s.sorted_by_label,
    ),
    Case(
        "the first images of sorted data",
        mlp(train_images=800, epochs=3),
        ("missing-digits", "sorted-validation"),
        change=s.sorted_by_label,
    ),
)

DATA = (
    Case("shuffled labels", mlp(), ("labels-shuffled",), change=s.labels_shuffled),
    Case(
        "shuffled labels, many epochs",
        mlp(Dense(128, "relu"), Dense(10), epochs=25),
        ("labels-shuffled",),
        change=s.labels_shuffled,
    ),
    Case("labels one row off", mlp(), ("labels-shuffled",), change=s.labels_one_off),
    Case(
        "labels one row off, convolutions", cnn(), ("labels-shuffled",), change=s.labels_one_off
    ),
    Case(
        "labels two fifths wrong",
        mlp(),
        ("labels-doubtful", "labels-shuffled"),
        change=s.labels_noisy(0.4),
    ),
    Case("labels one fifth wrong", mlp(), ("labels-doubtful",), change=s.labels_noisy(0.2)),
    Case(
        "labels one tenth wrong",
        mlp(epochs=15),
        ("labels-doubtful",),
        change=s.labels_noisy(0.12),
    ),
    Case(
        "shuffled test labels", mlp(), ("test-labels-shuffled",), change=s.test_labels_shuffled
    ),
    Case(
        "test labels numbered from 1",
        mlp(),
        ("test-labels-shuffled",),
        change=s.test_labels_renumbered,
    ),
    Case("test images inverted", mlp(), ("inverted-part",), change=s.images(test=s.inverted)),
    Case(
        "training images inverted",
        mlp(validation="test"),
        ("inverted-part",),
        change=s.images(train=s.inverted),
    ),
    Case("test images transposed", mlp(), ("turned-part",), change=s.images(test=s.transposed)),
    Case("test images turned", cnn(), ("turned-part",), change=s.images(test=s.quarter_turned)),
    Case(
        "training images mirrored", mlp(), ("turned-part",), change=s.images(train=s.mirrored)
    ),
    Case(
        "test images divided already", mlp(), ("other-range",), change=s.images(test=s.divided)
    ),
    Case(
        "test images four times fainter",
        mlp(validation="test"),
        ("other-range",),
        change=s.images(test=s.faint),
    ),
    Case("a digit is missing", mlp(), ("missing-digits",), change=s.keeping({3: 0})),
    Case("two digits are missing", cnn(), ("missing-digits",), change=s.keeping({0: 0, 9: 0})),
    Case(
        "one digit only",
        mlp(epochs=2),
        ("one-digit-only",),
        ("few-steps",),
        change=s.keeping(dict.fromkeys(range(1, 10), 0)),
    ),
    Case(
        "hardly any of a digit",
        mlp(),
        ("unbalanced",),
        ("lost-digit",),
        change=s.keeping({7: 4}),
    ),
    Case(
        "hardly any of five digits",
        mlp(),
        ("unbalanced",),
        ("lost-digit",),
        change=s.keeping(dict.fromkeys(range(5), 6)),
    ),
    Case(
        "test images among the training images",
        mlp(),
        ("leaked-images",),
        change=s.leaking(400),
    ),
    Case(
        "each image ten times",
        mlp(Dense(128, "relu"), Dense(10), epochs=6),
        ("repeated-images",),
        ("leaked-validation",),
        change=s.repeating(200, 10),
    ),
    Case(
        "images twice with other labels",
        mlp(),
        ("contradicting-images",),
        ("repeated-images", "labels-doubtful"),
        change=s.contradicting(500),
    ),
    Case(
        "a third of the images blank",
        mlp(),
        ("blank-images",),
        ("contradicting-images", "repeated-images", "labels-doubtful"),
        change=s.images(train=s.blanked(0.33)),
    ),
    Case(
        "all test images blank", mlp(), ("blank-images",), change=s.images(test=s.blanked(1.1))
    ),
)

COURSE = (
    Case(
        "the rate raised tenfold by hand",
        mlp(Dense(128, "relu"), Dense(64, "relu"), Dense(10), epochs=7, optimizer=adam(0.002)),
        ("rate-changed",),
        ("best-passed",),
        before=False,
        act=raising_the_rate(0.1, 4),
    ),
    Case(
        "the rate raised by hand, SGD",
        mlp(epochs=7, optimizer=sgd(0.1)),
        ("rate-changed",),
        ("best-passed",),
        before=False,
        act=raising_the_rate(20.0, 4),
    ),
    Case(
        "learnt by heart",
        mlp(
            Dense(256, "relu"),
            Dense(128, "relu"),
            Dense(10),
            epochs=60,
            train_images=1_000,
            optimizer=adam(0.002),
        ),
        ("overfitting",),
        ("best-passed",),
        before=False,
    ),
    Case(
        "learnt by heart, few images",
        mlp(
            Dense(256, "relu"),
            Dense(128, "relu"),
            Dense(10),
            epochs=40,
            train_images=1_000,
            batch_size=16,
            optimizer=adam(0.003),
        ),
        ("overfitting",),
        ("best-passed",),
        before=False,
    ),
    Case(
        "ten sigmoids, until they tie",
        mlp(
            Dense(64, "relu"),
            Dense(10, "sigmoid"),
            epochs=13,
            validation="test",
            test_images=1_000,
            optimizer=adam(0.04),
        ),
        ("tied-outputs",),
        ("ending-hides-logits",),
        before=False,
    ),
)

FAULTY = (
    *PIXELS,
    *ENDINGS,
    *WEIGHTS,
    *RATES,
    *NETWORKS,
    *REGULARISATION,
    *PLAN,
    *DATA,
    *COURSE,
    *HELD_OUT_FAULTY,
)
