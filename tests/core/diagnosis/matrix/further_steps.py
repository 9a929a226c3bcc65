"""Further faulty trainings whose steps are too long or too short."""

from __future__ import annotations

from core.layers import (
    Activation,
    BatchNormalization,
    Conv2D,
    Dense,
    Flatten,
    LayerNormalization,
    MaxPooling2D,
)
from tests.core.diagnosis.matrix import further_parts as f
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
from tests.core.diagnosis.matrix.held_out import LONG, SHORT

_NORMALISED_CNN = (
    Conv2D(8),
    BatchNormalization(),
    Activation("relu"),
    MaxPooling2D(),
    Flatten(),
    Dense(10),
)

FURTHER_STEPS = (
    Case("AdamW at .3, normalised", mlp(*f.BN, optimizer=adamw(0.3)), LONG),
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
        "Adam at .05, three convolutions",
        cnn(
            Conv2D(16, activation="relu"),
            *(Conv2D(16, activation="relu", strides=2),) * 2,
            Flatten(),
            Dense(10),
            optimizer=adam(0.05),
        ),
        LONG,
    ),
    Case(
        "Adam at .03, eight layers",
        mlp(*(Dense(64, "relu"),) * 8, Dense(10), optimizer=adam(0.03)),
        LONG,
    ),
    Case(
        "SGD at 1.5, tanh",
        mlp(Dense(64, "tanh"), Dense(10), optimizer=sgd(1.5), epochs=6),
        LONG,
    ),
    Case(
        "SGD at .1 with momentum .9, normalised convolutions",
        cnn(*_NORMALISED_CNN, optimizer=sgd(0.1, momentum=0.9)),
        LONG,
    ),
    Case(
        "two layers of exponentials, SGD at .1",
        mlp(*(Dense(64, "exponential"),) * 2, Dense(10), optimizer=sgd(0.1)),
        LONG,
    ),
    Case("SGD at .01, two epochs", mlp(optimizer=sgd(0.01), epochs=2), SHORT, before=False),
    Case(
        "a cosine from SGD at .01, sigmoids",
        mlp(
            *(Dense(64, "sigmoid"), Dense(10)),
            optimizer=sgd(0.01),
            schedule="cosine",
            epochs=3,
        ),
        SHORT,
    ),
    Case(
        "two layers of sigmoids, SGD at .01",
        mlp(*(Dense(64, "sigmoid"),) * 2, Dense(10), optimizer=sgd(0.01), epochs=6),
        SHORT,
    ),
    Case(
        "sigmoid end, SGD at 10",
        ends("sigmoid", optimizer=sgd(10.0)),
        LONG,
        ("ending-hides-logits", "tied-outputs"),
    ),
)
