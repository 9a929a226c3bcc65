"""Trainings with nothing wrong, near misses among them: no warning may come."""

from __future__ import annotations

from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    MaxPooling2D,
    Rescaling,
)
from core.records import Augmentation, EarlyStopping
from tests.core.diagnosis.matrix import spoiled as s
from tests.core.diagnosis.matrix.case import (
    Case,
    adam,
    adamw,
    cnn,
    ends,
    mlp,
    rmsprop,
    sgd,
)
from tests.core.diagnosis.matrix.held_out import HELD_OUT_HEALTHY

_DEFAULT = (Dense(128, "relu"), Dense(32, "relu"), Dense(10))
_BN = (Dense(64, use_bias=False), BatchNormalization(), Activation("relu"), Dense(10))
_BN_CNN = (
    Conv2D(8, use_bias=False, initializer="he_normal"),
    MaxPooling2D(),
    BatchNormalization(),
    Activation("relu"),
    Conv2D(16, activation="relu"),
    GlobalAveragePooling2D(),
    Dense(10),
)

HEALTHY = (
    *(
        Case(f"the default network, seed {n}", mlp(*_DEFAULT, batch_size=64, epochs=6, seed=n))
        for n in range(4)
    ),
    *(Case(f"convolutions, seed {n}", cnn(seed=n)) for n in range(3)),
    Case("one layer", mlp(Dense(10), epochs=6)),
    Case("SGD at its default", mlp(optimizer=sgd(0.01), epochs=12)),
    Case("SGD at .1", mlp(optimizer=sgd(0.1))),
    Case("SGD at .5", mlp(optimizer=sgd(0.5))),
    Case("SGD with momentum .9", mlp(optimizer=sgd(0.01, momentum=0.9), epochs=6)),
    Case("SGD at .1 with momentum .9", mlp(optimizer=sgd(0.1, momentum=0.9))),
    Case("RMSprop at its default", mlp(optimizer=rmsprop(0.001))),
    Case("AdamW at its default", mlp(optimizer=adamw(0.001, weight_decay=0.004))),
    Case("Adam at .003", mlp(optimizer=adam(0.003))),
    Case("Adam at .01", mlp(optimizer=adam(0.01))),
    Case("Adam at .0001", mlp(optimizer=adam(0.0001), epochs=12)),
    Case(
        "a cosine from .004",
        mlp(optimizer=adamw(0.004, weight_decay=0.01), schedule="cosine", epochs=6),
    ),
    Case("batch normalisation", mlp(*_BN, epochs=6)),
    Case("batch normalisation, seed 1", mlp(*_BN, epochs=6, seed=1)),
    Case(
        "batch normalisation and convolutions", cnn(*_BN_CNN, epochs=5, optimizer=adam(0.005))
    ),
    Case("batch normalisation, dropout", mlp(*_BN[:3], Dropout(0.3), Dense(10), epochs=6)),
    Case(
        "dropout of .3",
        mlp(
            Dense(128, "relu"),
            Dropout(0.3),
            Dense(64, "relu"),
            Dropout(0.2),
            Dense(10),
            epochs=6,
        ),
    ),
    Case("dropout of .5", mlp(Dense(256, "relu"), Dropout(0.5), Dense(10), epochs=5)),
    Case("dropout of .2 on the pixels", mlp(Dropout(0.2), Dense(64, "relu"), Dense(10))),
    Case("augmentation", mlp(augmentation=Augmentation())),
    Case("augmentation and convolutions", cnn(augmentation=Augmentation(rotation=10.0))),
    Case(
        "three hundred images", mlp(train_images=500, validation=0.4, epochs=10, batch_size=16)
    ),
    Case("a thousand images", mlp(train_images=1_000, epochs=6)),
    Case(
        "batches of one", mlp(batch_size=1, optimizer=sgd(0.01), epochs=2, train_images=1_000)
    ),
    Case("batches of 256", mlp(batch_size=256, epochs=20, optimizer=adam(0.003))),
    Case("label smoothing of .1", mlp(label_smoothing=0.1)),
    Case("a moving average of .95", mlp(weight_average=0.95)),
    Case("L2 of .0001", mlp(Dense(64, "relu", l2=1e-4), Dense(10, l2=1e-4))),
    Case("L2 of .001", mlp(Dense(64, "relu", l2=1e-3), Dense(10))),
    Case("tanh", mlp(Dense(64, "tanh"), Dense(10), optimizer=sgd(0.1))),
    Case(
        "one layer of sigmoids",
        mlp(Dense(64, "sigmoid"), Dense(10), optimizer=sgd(0.5), epochs=6),
    ),
    Case(
        "two layers of sigmoids, Adam",
        mlp(
            Dense(64, "sigmoid"),
            Dense(64, "sigmoid"),
            Dense(10),
            epochs=10,
            optimizer=adam(0.003),
        ),
    ),
    Case("five layers of relu", mlp(*(Dense(64, "relu"),) * 5, Dense(10), epochs=6)),
    Case(
        "small first weights",
        mlp(
            Dense(64, "relu", initializer="random_normal"),
            Dense(10, initializer="random_normal"),
        ),
    ),
    Case("He's first weights", mlp(Dense(64, "relu", initializer="he_normal"), Dense(10))),
    Case(
        "raw pixels, rescaled",
        mlp(Rescaling(1 / 255), Dense(64, "relu"), Dense(10), pixels="raw"),
    ),
    Case(
        "raw pixels, rescaled to -1 to 1",
        mlp(Rescaling(1 / 127.5, -1.0), Dense(64, "relu"), Dense(10), pixels="raw"),
    ),
    Case("softmax end", ends("softmax")),
    Case("clipped loss, softmax end", ends("softmax", loss="clipped_crossentropy")),
    Case("validated on the test images", mlp(validation="test")),
    Case("early stopping", mlp(early_stopping=EarlyStopping("val_loss", 3), epochs=8)),
    Case("one epoch", mlp(epochs=1)),
    Case("labels two hundredths wrong", mlp(), change=s.labels_noisy(0.02)),
    Case("a digit half as often", mlp(), change=s.keeping({3: 200})),
    Case(
        "sorted data, validated on the test images",
        mlp(validation="test"),
        change=s.sorted_by_label,
    ),
    Case("dark digits on white paper", mlp(), change=s.images(s.inverted, s.inverted)),
    Case("no test images", mlp(test_images=None), change=s.without_test),
    Case("a few doubles", mlp(), change=s.leaking(3)),
    Case(
        "a strided network",
        cnn(
            Conv2D(8, 5, activation="relu", strides=2), Flatten(), Dense(32, "relu"), Dense(10)
        ),
    ),
    *HELD_OUT_HEALTHY,
)
