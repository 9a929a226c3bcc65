"""Trainings that the rules were tried on after they were made, faulty and healthy."""

from __future__ import annotations

from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePooling2D,
    LayerNormalization,
    LeakyReLU,
    PReLU,
)
from tests.core.diagnosis.matrix import spoiled as s
from tests.core.diagnosis.matrix.case import (
    Case,
    adam,
    adamw,
    cnn,
    depthwise,
    ends,
    mlp,
    rmsprop,
    separable,
    sgd,
)

RAW = ("raw-pixels", "homogeneous-loss")
LONG = ("long-steps", "rate-too-high")
SHORT = ("short-steps", "rate-too-low")

_WIDE = "standard_normal"
_BN = (Dense(64, use_bias=False), BatchNormalization(), Activation("relu"), Dense(10))
_STRIDED = Conv2D(8, 3, "relu", strides=2)

HELD_OUT_FAULTY = (
    Case("Adam at .05, wide", mlp(Dense(512, "relu"), Dense(10), optimizer=adam(0.05)), LONG),
    Case(
        "Adam at .03, four layers of 256",
        mlp(*(Dense(256, "relu"),) * 4, Dense(10), optimizer=adam(0.03)),
        LONG,
    ),
    Case(
        "Adam at .1, tanh",
        mlp(Dense(64, "tanh"), Dense(64, "tanh"), Dense(10), optimizer=adam(0.1)),
        LONG,
    ),
    Case("RMSprop at .05", mlp(optimizer=rmsprop(0.05)), LONG),
    Case(
        "RMSprop with momentum .99",
        mlp(optimizer=rmsprop(0.001, momentum=0.99)),
        ("momentum-one",),
    ),
    Case("SGD at 1.5", mlp(optimizer=sgd(1.5)), LONG),
    Case("separable convolutions, Adam at .1", separable(optimizer=adam(0.1)), LONG),
    Case("depthwise convolutions, SGD at 5", depthwise(optimizer=sgd(5.0)), LONG),
    Case("separable convolutions, Adam at .000001", separable(optimizer=adam(1e-6)), SHORT),
    Case("separable convolutions, raw pixels", separable(pixels="raw"), RAW),
    Case(
        "Adam at .0001, three epochs",
        mlp(optimizer=adam(1e-4), epochs=3),
        SHORT,
        before=False,
    ),
    Case("Adam at .00003", mlp(optimizer=adam(3e-5)), SHORT),
    Case("SGD at .001, momentum .5", mlp(optimizer=sgd(1e-3, momentum=0.5)), SHORT),
    Case(
        "weight decay of 30, AdamW",
        mlp(optimizer=adamw(1e-3, weight_decay=30.0)),
        ("heavy-decay",),
    ),
    Case(
        "tiny first weights, eight layers",
        mlp(
            *(Dense(32, "relu", initializer="random_normal"),) * 8,
            Dense(10, initializer="random_normal"),
        ),
        ("small-first-weights",),
    ),
    Case(
        "two filters before a global pooling",
        cnn(_STRIDED, Conv2D(2, 3, "relu"), GlobalAveragePooling2D(), Dense(10)),
        ("bottleneck",),
    ),
    Case(
        "three layers of sigmoids",
        mlp(*(Dense(64, "sigmoid"),) * 3, Dense(10), optimizer=sgd(0.1)),
        ("deep-sigmoid", "vanishing-gradient"),
    ),
    Case(
        "hard sigmoid end",
        ends("hard_sigmoid"),
        ("ending-hides-logits", "tied-outputs"),
        ("ending-hides-logits",),
    ),
    Case("relu6 end", ends("relu6"), ("ending-hides-logits", "tied-outputs")),
    Case(
        "tanh, then softmax",
        ends("softmax", Dense(64, "relu"), Dense(10, "tanh")),
        ("squashed-logits",),
    ),
    Case(
        "clipped loss of an elu end",
        mlp(Dense(64, "relu"), Dense(10, "elu"), loss="clipped_crossentropy"),
        ("ending-unfit",),
        ("clipped-loss",),
    ),
    Case(
        "a quarter of the test labels wrong",
        mlp(),
        ("test-labels-doubtful",),
        change=s.test_labels_noisy(0.25),
    ),
    Case(
        "two digits exchanged in the test labels",
        mlp(),
        ("test-labels-doubtful",),
        change=s.swapped("test"),
    ),
    Case(
        "two digits exchanged in the training labels",
        mlp(),
        ("test-labels-doubtful",),
        change=s.swapped("train"),
    ),
    Case(
        "two fifths of the training images inverted",
        mlp(),
        ("mixed-papers",),
        change=s.images(s.partly_inverted(0.4)),
    ),
    Case(
        "two fifths of the test images inverted",
        mlp(),
        ("mixed-papers",),
        change=s.images(test=s.partly_inverted(0.4)),
    ),
    Case("test images shifted", mlp(), ("unlike-images",), change=s.images(test=s.shifted)),
    Case(
        "sorted data, half of it for validation",
        mlp(validation=0.5),
        ("sorted-validation", "missing-digits"),
        ("missing-digits", "unbalanced"),
        change=s.sorted_by_label,
    ),
    Case(
        "slow means of a batch normalisation",
        mlp(
            Dense(64, use_bias=False),
            BatchNormalization(momentum=0.9995),
            Activation("relu"),
            Dense(10),
            epochs=2,
        ),
        ("batchnorm-lag",),
        before=False,
    ),
    Case(
        "huge first weights, convolutions",
        cnn(
            Conv2D(8, 3, "relu", strides=2, initializer=_WIDE),
            Flatten(),
            Dense(10, initializer=_WIDE),
        ),
        ("large-first-weights",),
    ),
)
HELD_OUT_HEALTHY = (
    Case("separable convolutions", separable(epochs=5)),
    Case("depthwise convolutions", depthwise(epochs=5)),
    Case("a leaky relu by itself", mlp(Dense(64), LeakyReLU(), Dense(10))),
    Case(
        "slopes that are learnt",
        cnn(Conv2D(8, 3, strides=2), PReLU(), Flatten(), Dense(10)),
    ),
    Case(
        "layer normalisation",
        mlp(Dense(64), LayerNormalization(), Activation("relu"), Dense(10)),
    ),
    Case("raw pixels, normalised behind", mlp(*_BN, pixels="raw", epochs=6)),
    Case(
        "raw pixels, normalised first",
        mlp(BatchNormalization(), Dense(64, "relu"), Dense(10), pixels="raw", epochs=6),
    ),
    Case(
        "selu, SGD",
        mlp(Dense(64, "selu"), Dense(64, "selu"), Dense(10), optimizer=sgd(0.05), epochs=6),
    ),
    Case("SGD with momentum .99", mlp(optimizer=sgd(0.01, momentum=0.99), epochs=8)),
    Case("RMSprop with momentum .9", mlp(optimizer=rmsprop(0.001, momentum=0.9))),
    Case("Adam at .03, few units", mlp(optimizer=adam(0.03), epochs=6)),
    Case(
        "Adam at .02, many units",
        mlp(Dense(512, "relu"), Dense(10), optimizer=adam(0.02), epochs=6),
    ),
    Case("Adam at .01, convolutions", cnn(optimizer=adam(0.01), epochs=4)),
    Case("SGD at .2, convolutions", cnn(optimizer=sgd(0.2), epochs=4)),
    Case(
        "three layers of sigmoids, Adam",
        mlp(*(Dense(64, "sigmoid"),) * 3, Dense(10), optimizer=adam(0.003), epochs=14),
    ),
    Case("leaky relu end", mlp(Dense(64, "relu"), Dense(10, "leaky_relu"))),
    Case(
        "clipped loss of a softplus end",
        mlp(Dense(64, "relu"), Dense(10, "softplus"), loss="clipped_crossentropy"),
    ),
    Case("clipped loss of a sigmoid end", ends("sigmoid", loss="clipped_crossentropy")),
    Case(
        "batches of one, normalised convolutions",
        cnn(
            Conv2D(8, 3, strides=2),
            BatchNormalization(momentum=0.9),
            Activation("relu"),
            Flatten(),
            Dense(10),
            batch_size=1,
            epochs=2,
            train_images=800,
        ),
    ),
    Case("weight decay of 3, AdamW", mlp(optimizer=adamw(0.001, weight_decay=3.0), epochs=8)),
    Case("five hundred images", mlp(train_images=500, validation=0.1, epochs=10)),
    Case(
        "two hundred images",
        mlp(train_images=200, validation=0.25, batch_size=8, epochs=10),
    ),
    Case(
        "twelve layers of relu, He's first weights",
        mlp(*(Dense(64, "relu", initializer="he_normal"),) * 12, Dense(10), epochs=8),
    ),
    Case("noise on all pixels", mlp(), change=s.images(s.noisy, s.noisy)),
    Case("label smoothing of .3", mlp(label_smoothing=0.3)),
    Case("half for validation", mlp(validation=0.5, epochs=6)),
    Case(
        "sorted data, validated on nothing",
        mlp(validation=None, epochs=4),
        change=s.sorted_by_label,
    ),
)
