"""What Keras 3 and Keras 2 save: each network here is made with the one and with the other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from tests.core.networks.corpus.case import Answers, Case, randomised

Build = Callable[[Any], Any]
"""Makes a model with the Keras that it is handed."""


def _image(*layers: Any, k: Any, shape: tuple[int, ...] = (28, 28, 1)) -> Any:
    return k.Sequential([k.Input(shape), *layers])


def tutorial_cnn(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Conv2D(8, 3, activation="relu"), ly.MaxPooling2D((2, 2)),
        ly.Conv2D(8, (3, 3), activation="relu"), ly.MaxPooling2D(2),
        ly.Conv2D(8, 3, activation="relu"), ly.Flatten(),
        ly.Dense(16, activation="relu"), ly.Dropout(0.5), ly.Dense(10, activation="softmax"),
        k=k,
    )  # fmt: skip


def mlp(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Flatten(), ly.Dense(32, activation="relu"), ly.Dense(10), k=k, shape=(28, 28)
    )


def rescaled(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Rescaling(1.0 / 255), ly.Conv2D(4, 3, strides=2, padding="same"), ly.Flatten(),
        ly.Dense(10, "softmax"), k=k,
    )  # fmt: skip


def augmented(k: Any) -> Any:
    """A nested model that only augments, and one that is half of the network."""
    ly = k.layers
    augmentation = k.Sequential(
        [ly.RandomRotation(0.1), ly.RandomZoom(0.1), ly.RandomTranslation(0.1, 0.1),
         ly.RandomContrast(0.2)]
    )  # fmt: skip
    features = k.Sequential([ly.Conv2D(4, 3), ly.BatchNormalization(), ly.ReLU()])
    more = k.Sequential([ly.Conv2D(3, 3), ly.MaxPooling2D(), ly.Conv2D(2, 3)])
    return _image(
        augmentation, ly.Rescaling(1 / 127.5, offset=-1), features, more, ly.Flatten(),
        ly.Dense(10), k=k,
    )  # fmt: skip


def nested_deep(k: Any) -> Any:
    ly = k.layers
    inner = k.Sequential([ly.Dense(12, activation="tanh"), ly.Dense(11)])
    frozen = k.Sequential([inner, ly.BatchNormalization(), ly.Dense(9)])
    frozen.trainable = False
    return _image(frozen, ly.Dense(10, activation="softmax"), k=k, shape=(784,))


def functional(k: Any) -> Any:
    ly = k.layers
    inputs = k.Input((28, 28))
    x = ly.Flatten()(inputs)
    x = ly.Dense(16, activation="sigmoid", name="hidden")(x)
    return k.Model(inputs, ly.Dense(10, activation="softmax", name="digits")(x))


def functional_within(k: Any) -> Any:
    ly = k.layers
    inner_in = k.Input((28, 28, 1))
    inner = k.Model(inner_in, ly.MaxPooling2D()(ly.Conv2D(3, 5)(inner_in)), name="backbone")
    inputs = k.Input((28, 28, 1))
    x = ly.Dropout(0.2)(ly.Flatten()(inner(inputs)))
    return k.Model(inputs, ly.Dense(10)(x))


def functional_augmented(k: Any) -> Any:
    ly = k.layers
    inputs = k.Input((28, 28, 1))
    x = ly.RandomRotation(0.1)(inputs)
    x = ly.Resizing(14, 14)(ly.RandomZoom(0.2)(ly.Rescaling(1 / 255)(x)))
    x = ly.Conv2D(3, 3, activation="relu")(x)
    return k.Model(inputs, ly.Dense(10)(ly.GlobalAveragePooling2D()(x)))


def arithmetic(k: Any) -> Any:
    """``x / 255`` and the like are layers of their own."""
    ly = k.layers
    inputs = k.Input((28, 28, 1))
    x = 1 - (inputs / 255.0 * 2 - 1.0)
    x = ly.Flatten()(-x)
    return k.Model(inputs, ly.Dense(10)(x + 0.5))


def deepened(k: Any) -> Any:
    """Images are given their channel by a function."""
    import tensorflow as tf

    ly = k.layers
    inputs = k.Input((28, 28))
    deeper = k.ops.expand_dims if hasattr(k, "ops") else tf.expand_dims
    x = ly.Conv2D(3, 3)(deeper(inputs, -1))
    return k.Model(inputs, ly.Dense(10)(ly.Flatten()(x)))


def norms(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Conv2D(4, 3, use_bias=False), ly.BatchNormalization(scale=False), ly.ReLU(),
        ly.BatchNormalization(center=False, epsilon=1e-5), ly.LayerNormalization(),
        ly.LayerNormalization(center=False, scale=False, epsilon=1e-6), ly.Flatten(),
        ly.LayerNormalization(scale=False), ly.Dense(10), k=k,
    )  # fmt: skip


def adapted(k: Any) -> Any:
    ly = k.layers
    layer = ly.Normalization()
    layer.adapt(np.random.default_rng(0).uniform(0, 255, (40, 28, 28, 1)))
    return _image(layer, ly.Flatten(), ly.Dense(10), k=k)


def standardised(k: Any) -> Any:
    ly = k.layers
    layer = ly.Normalization(axis=None, mean=0.1307, variance=0.0949)
    return _image(layer, ly.Flatten(), ly.Dense(10), k=k)


def leaky(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Conv2D(4, 3), ly.LeakyReLU(), ly.Conv2D(4, 3, activation=k.layers.ReLU(6.0)),
        ly.ELU(0.7), ly.Conv2D(4, 3), ly.PReLU(), ly.Conv2D(3, 3), ly.PReLU(shared_axes=[1, 2]),
        ly.ReLU(negative_slope=0.1), ly.Flatten(), ly.Dense(10), ly.Softmax(), k=k,
    )  # fmt: skip


def activations(k: Any) -> Any:
    ly = k.layers
    names = ("elu", "selu", "gelu", "softplus", "softsign", "swish", "tanh", "exponential",
             "hard_sigmoid", "mish")  # fmt: skip
    layers = [ly.Dense(12, activation=name) for name in names]
    return _image(*layers, ly.Activation("hard_sigmoid"), ly.Dense(10), k=k, shape=(784,))


def mobile(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.ZeroPadding2D(2), ly.SeparableConv2D(8, 3, padding="same", activation="relu"),
        ly.DepthwiseConv2D(3, strides=2, depth_multiplier=2), ly.BatchNormalization(),
        ly.ReLU(6.0), ly.DepthwiseConv2D((4, 4), padding="same", strides=2, use_bias=False),
        ly.SeparableConv2D(6, 3, strides=2, depth_multiplier=2), ly.GlobalMaxPooling2D(),
        ly.Dense(10, activation="softmax"), k=k,
    )  # fmt: skip


def lenet(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Resizing(32, 32), ly.Conv2D(6, 5, activation="tanh"), ly.AveragePooling2D(2),
        ly.Conv2D(16, 5, activation="tanh"), ly.AveragePooling2D(2, strides=1, padding="same"),
        ly.Flatten(), ly.Dense(20, "tanh"), ly.Dense(10, activation="softmax"), k=k,
    )  # fmt: skip


def pooled(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Conv2D(4, 3, padding="same"), ly.MaxPooling2D(3, strides=2, padding="same"),
        ly.AveragePooling2D(3, strides=2, padding="same"), ly.MaxPooling2D(2, strides=1),
        ly.GlobalAveragePooling2D(keepdims=True), ly.Flatten(), ly.Dense(10), k=k,
    )  # fmt: skip


def noisy(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.GaussianNoise(0.1), ly.RandomFlip(), ly.Conv2D(3, 3), ly.SpatialDropout2D(0.2),
        ly.Conv2D(3, 3), ly.GaussianDropout(0.1), ly.Flatten(), ly.AlphaDropout(0.1),
        ly.ActivityRegularization(0.1), ly.Dense(10), k=k,
    )  # fmt: skip


def reshaped(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Reshape((28, 28, 1)), ly.Conv2D(2, 28, name="all"), ly.Reshape((-1,)), ly.Dense(10),
        k=k, shape=(784,),
    )  # fmt: skip


def compiled(k: Any) -> Any:
    ly = k.layers
    model = _image(
        ly.Flatten(), ly.Dense(16, activation="relu"), ly.Dense(10, "softmax"), k=k,
        shape=(28, 28),
    )  # fmt: skip
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(np.zeros((8, 28, 28)), np.arange(8), verbose=0)
    return model


def letters(k: Any) -> Any:
    ly = k.layers
    return _image(
        ly.Conv2D(8, 3, activation="relu"), ly.MaxPooling2D(2), ly.Flatten(),
        ly.Dense(26, activation="softmax"), k=k,
    )  # fmt: skip


def hundred(k: Any) -> Any:
    ly = k.layers
    return _image(ly.Flatten(), ly.Dense(32, "relu"), ly.Dense(100), k=k, shape=(28, 28))


def two(k: Any) -> Any:
    ly = k.layers
    return _image(ly.Conv2D(2, 3, 2), ly.GlobalAveragePooling2D(), ly.Softmax(), k=k)


BODIES: dict[Build, str] = {
    tutorial_cnn: "",
    mlp: "",
    rescaled: "raw",
    augmented: "raw",
    nested_deep: "",
    functional: "",
    functional_within: "",
    functional_augmented: "raw",
    arithmetic: "raw",
    deepened: "",
    norms: "",
    adapted: "",
    standardised: "",
    leaky: "",
    activations: "",
    mobile: "",
    lenet: "",
    pooled: "",
    noisy: "",
    reshaped: "",
    compiled: "",
    letters: "",
    hundred: "",
    two: "",
}
"""Each network, and what is told of its pixels."""

OPEN_SHAPE = (None, None, 1)


def opened() -> Iterator[Case]:
    """Yield what has to be read as Keras reads it."""
    for build, pixels in BODIES.items():
        for keras in ("keras", "tf_keras"):
            if keras == "tf_keras" and build is activations:
                continue
            for ending in (".keras", ".h5"):
                name = f"{build.__name__}, {_WORDS[keras]}"
                yield Case(name, ending, _saving(build, keras), pixels=pixels)
    for build in (tutorial_cnn, augmented, nested_deep, norms, mobile):
        for change in (as_on_windows, with_gaps, with_gaps_on_windows):
            make = _saving(build, "tf_keras", change)
            words = change.__name__.replace("_", " ")
            yield Case(f"{build.__name__}, Keras 2, {words}", ".keras", make,
                       pixels=BODIES[build])  # fmt: skip
    for ending in (".keras", ".h5"):
        yield Case("old activations, Keras 2", ending, _saving(old_activations, "tf_keras"))
        yield Case("half precision, Keras 3", ending, _saving(half, "keras"))


_WORDS = {"keras": "Keras 3", "tf_keras": "Keras 2"}


def old_activations(k: Any) -> Any:
    """Without mish, which Keras 2 has not by name; its hard_sigmoid is another."""
    ly = k.layers
    return _image(
        ly.Dense(12, activation="hard_sigmoid"), ly.Dense(12, activation="gelu"),
        ly.Dense(12, activation="selu"), ly.Activation("hard_sigmoid"),
        ly.Dense(12, activation=ly.LeakyReLU(alpha=0.05)), ly.Dense(10), k=k, shape=(784,),
    )  # fmt: skip


def half(k: Any) -> Any:
    ly = k.layers
    return _image(ly.Dense(12, dtype="float64"), ly.Dense(10), k=k, shape=(784,))


def _saving(
    build: Build, keras: str, change: Callable[[Path], None] | None = None
) -> Callable[[Path], Answers]:
    def make(path: Path) -> Answers:
        module = __import__(keras)
        module.utils.set_random_seed(0)
        model = randomised(build(module))
        model.save(path)
        if change is not None:
            change(path)
        return lambda inputs: np.asarray(model(inputs, training=False))

    return make


def as_on_windows(path: Path) -> None:
    """Name the groups as Keras 2 does on Windows: one name with backslashes."""
    _rewrite(path, lambda name: name, "\\")


def with_gaps(path: Path) -> None:
    """Name the groups as Keras 2.12 and 2.13 do.

    There each layer was counted twice if it has weights, under its number and under its
    number among those with weights, and written the first time.
    """
    _rewrite(path, _doubled, "/")


def with_gaps_on_windows(path: Path) -> None:
    """Do both."""
    _rewrite(path, _doubled, "\\")


def _doubled(name: str) -> str:
    if name == "layers":
        return "_layer_checkpoint_dependencies"
    base, _, number = name.rpartition("_")
    return f"{base}_{2 * int(number)}" if number.isdecimal() else name


def _rewrite(path: Path, rename: Callable[[str], str], separator: str) -> None:
    """Write the weights of a file again under other names."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    content = io.BytesIO()
    with (
        h5py.File(io.BytesIO(entries["model.weights.h5"])) as old,
        h5py.File(content, "w") as new,
    ):

        def copy(name: str, found: object) -> None:
            if isinstance(found, h5py.Dataset):
                *folders, variables, number = name.split("/")
                group = separator.join(map(rename, folders))
                new.require_group(group).require_group(variables)[number] = found[()]

        old.visititems(copy)
    entries["model.weights.h5"] = content.getvalue()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
