"""Further faulty trainings whose pixels, network or plan is wrong."""

from __future__ import annotations

from core.layers import (
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    LeakyReLU,
    MaxPooling2D,
    Rescaling,
)
from core.records import Augmentation
from tests.core.diagnosis.matrix import further_parts as f
from tests.core.diagnosis.matrix.case import (
    Case,
    adam,
    adamw,
    cnn,
    mlp,
    sgd,
)
from tests.core.diagnosis.matrix.held_out import RAW

FURTHER_PLANS = (
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
        mlp(*f.BN, batch_size=2, epochs=2),
        ("batchnorm-alone",),
    ),
    Case(
        "twelve convolutions",
        cnn(*(Conv2D(8, activation="relu"),) * 11, Flatten(), Dense(10), optimizer=sgd(0.01)),
        ("very-deep", "vanishing-gradient"),
    ),
    Case(
        "huge first weights, five layers of tanh",
        mlp(*(Dense(64, "tanh", initializer=f.WIDE),) * 5, Dense(10, initializer=f.WIDE)),
        ("large-first-weights",),
    ),
    Case(
        "huge first weights in front alone, clipped loss",
        mlp(
            Dense(64, "relu", initializer=f.WIDE),
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
        "learnt by heart, convolutions",
        cnn(train_images=300, epochs=60, optimizer=adam(0.003)),
        ("overfitting",),
        ("best-passed", "tiny-validation"),
        before=False,
    ),
    Case(
        "thirty layers of tanh, SGD",
        mlp(*(Dense(24, "tanh"),) * 30, Dense(10), optimizer=sgd(0.01)),
        ("very-deep",),
    ),
    Case(
        "forty layers of relu, whose units die at any rate",
        mlp(*(Dense(48, "relu"),) * 40, Dense(10), optimizer=sgd(0.05), epochs=3),
        ("very-deep",),
    ),
    Case(
        "thirty layers of relu, Adam",
        mlp(*(Dense(48, "relu"),) * 30, Dense(10), epochs=3),
        ("very-deep",),
    ),
    Case(
        "pooled to two by two",
        cnn(AveragePooling2D(14), Flatten(), Dense(32, "relu"), Dense(10), epochs=6),
        ("bottleneck",),
    ),
    Case(
        "four filters pooled to one place",
        cnn(Conv2D(4, activation="relu"), MaxPooling2D(26), Flatten(), Dense(10), epochs=5),
        ("bottleneck",),
    ),
    Case(
        "one filter with strides of fourteen",
        cnn(
            Conv2D(1, 5, activation="relu", strides=14),
            Flatten(),
            Dense(32, "relu"),
            Dense(10),
            epochs=4,
        ),
        ("bottleneck",),
    ),
    Case(
        "turned, shifted, slanted and bent at once",
        mlp(augmentation=Augmentation(rotation=55.0, shift=5.0, shear=1.3, elastic=4.0)),
        ("wild-augmentation",),
    ),
    Case(
        "divided twice, and moved by one half",
        mlp(Rescaling(1 / 255, -0.5), Dense(64, "relu"), Dense(10), optimizer=sgd(0.1)),
        ("pixels-divided-twice",),
    ),
    Case(
        "divided twice, to -1 to 1",
        mlp(Rescaling(1 / 127.5, -1.0), Dense(64, "relu"), Dense(10)),
        ("pixels-divided-twice",),
    ),
    Case(
        "dropout behind the softmax",
        mlp(Dense(64, "relu"), Dense(10, "softmax"), Dropout(0.4)),
        ("dropout-on-outputs",),
    ),
    Case(
        "no activations, normalised between",
        mlp(Dense(128), BatchNormalization(), Dense(64), BatchNormalization(), Dense(10)),
        ("no-activation",),
    ),
)
