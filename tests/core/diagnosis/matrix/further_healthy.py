"""Further trainings with nothing wrong, near misses among them."""

from __future__ import annotations

from core.layers import (
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    MaxPooling2D,
    Rescaling,
)
from core.records import Augmentation, EarlyStopping
from tests.core.diagnosis.matrix import further_parts as f
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

FURTHER_HEALTHY = (
    Case(
        "AdamW, normalised, dropout",
        mlp(*f.BN[:3], Dropout(0.5), Dense(10), optimizer=adamw(0.002), epochs=6),
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
    Case("batch normalisation, batches of 4", mlp(*f.BN, batch_size=4, epochs=3)),
    Case("eight layers of relu", mlp(*(Dense(64, "relu"),) * 8, Dense(10), epochs=8)),
    Case("eight units", mlp(Dense(8, "relu"), Dense(10), epochs=10)),
    Case("a thousand units", mlp(Dense(1_024, "relu"), Dense(10), epochs=3)),
    Case(
        "huge first weights at the end alone",
        mlp(Dense(64, "relu"), Dense(10, initializer=f.WIDE)),
    ),
    Case("softplus end", mlp(Dense(64, "relu"), Dense(10, "softplus"))),
    Case("pixels from 0 to 10", mlp(Rescaling(10.0), Dense(64, "relu"), Dense(10))),
    Case("pixels standardised", mlp(Rescaling(3.25, -0.42), Dense(64, "relu"), Dense(10))),
    Case("two classes", mlp(*f.TWO), change=f.only(3, 8)),
    Case(
        "two classes, three to one",
        mlp(*f.TWO),
        change=s.both(f.only(3, 8), f.few_of((1,), 130)),
    ),
    Case("26 classes", mlp(*f.LETTERS, epochs=6, train_images=4_000), change=f.letters),
    Case("all images transposed", mlp(), change=s.images(s.transposed, s.transposed)),
    Case("all images faint", mlp(epochs=8), change=s.images(s.faint, s.faint)),
    Case("labels 3 % wrong", mlp(epochs=6), change=s.labels_noisy(0.03)),
    Case("a digit six times rarer", mlp(epochs=6), change=f.few_of((8,), 60)),
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
    Case("SGD at .7", mlp(optimizer=sgd(0.7), epochs=6)),
    Case("SGD at 1, normalised", mlp(*f.BN, optimizer=sgd(1.0), epochs=6)),
    Case("SGD at 1, tanh", mlp(Dense(64, "tanh"), Dense(10), optimizer=sgd(1.0), epochs=6)),
    Case(
        "a cosine from Adam at .02",
        mlp(optimizer=adam(0.02), schedule="cosine", epochs=8),
    ),
    Case("dropout of .7, wide", mlp(Dense(1_024, "relu"), Dropout(0.7), Dense(10), epochs=6)),
    Case("L2 of .01", mlp(Dense(64, "relu", l2=0.01), Dense(10, l2=0.01), epochs=8)),
    Case("five units", mlp(Dense(5, "relu"), Dense(10), epochs=15)),
    Case("five classes", mlp(Dense(64, "relu"), Dense(5)), change=f.only(0, 1, 2, 3, 4)),
    Case(
        "all images black or white",
        mlp(),
        change=s.images(f.black_or_white, f.black_or_white),
    ),
    Case("test images black or white", mlp(), change=s.images(test=f.black_or_white)),
    Case(
        "batches of one, Adam",
        mlp(batch_size=1, optimizer=adam(0.0005), train_images=1_000, epochs=2),
    ),
    Case(
        "three hundred images, labels 2 % wrong, augmentation",
        mlp(train_images=400, epochs=15, batch_size=16, augmentation=Augmentation()),
        change=s.labels_noisy(0.02),
    ),
)
