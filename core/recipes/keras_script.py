"""A recipe as a plain Keras script, which trains the same network without Inkling.

The script is meant to be read: what Inkling does by a setting is written out in it. It
differs in two points, and says so: the order of the images is another one, and of random
changes to the images only those are made that Keras has layers for.
"""

from __future__ import annotations

import textwrap

from core.endings import split_ending
from core.layers import CLASSES, Activation, ActivationName, Layer, class_count
from core.recipes.keras_code import layer_code, optimizer_code
from core.records import CLIP, Augmentation, Recipe


def keras_script(recipe: Recipe) -> str:
    """Return the text of a Python program that trains the recipe's network."""
    logits, ending = split_ending(recipe.network)
    layers = tuple(layer for layer in logits.layers if layer != Activation("linear"))
    parts = [_header(recipe), _data(recipe), _network(recipe, layers)]
    parts += [_loss(recipe, ending)]
    parts += [_training(recipe, ending), _test(recipe, ending)]
    return "\n".join(parts)


def _header(recipe: Recipe) -> str:
    digits = _on_digits(recipe)
    alone = "python this_file.py                   downloads MNIST\n#     " if digits else ""
    what = "an .npz file; without it Keras downloads MNIST" if digits else "an .npz file"
    data = f'help="{what}"' if digits else f'required=True, help="{what}"'
    return f"""\
{_comment(recipe.title or recipe.name)}
{_comment(recipe.about)}
#
{_comment("A Keras script of Inkling's recipe " + recipe.name)}
#
#     pip install keras tensorflow
#     {alone}python this_file.py --data mnist.npz  x_train, y_train, x_test, y_test from a file

import argparse

import keras
import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("--data", {data})
parser.add_argument("--epochs", type=int, default={recipe.epochs})
parser.add_argument("--save", help="where to save the trained network: a .keras file")
arguments = parser.parse_args()

keras.utils.set_random_seed({recipe.seed})
"""


def _on_digits(recipe: Recipe) -> bool:
    """Say whether MNIST, which Keras can fetch, has as many classes as the network."""
    return class_count(recipe.network) == CLASSES


def _comment(text: str) -> str:
    wrapped = textwrap.fill(_plain(text), 90, initial_indent="# ", subsequent_indent="# ")
    return wrapped or "#"


def _plain(text: str) -> str:
    """Return a text on one line: a recipe from a stranger must not become a line of code."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def _data(recipe: Recipe) -> str:
    scale = " / 255" if recipe.network.pixels == "unit" else ""
    shape = ", ".join(str(side) for side in recipe.network.input_shape)
    read = [
        "with np.load(arguments.data) as file:",
        '    x_train, y_train = file["x_train"], file["y_train"]',
        '    x_test, y_test = file["x_test"], file["y_test"]',
    ]
    if _on_digits(recipe):
        read = [
            "if arguments.data:",
            *(f"    {line}" for line in read),
            "else:",
            "    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()",
        ]
    lines = ["# ---- Data", "", *read]
    for split, part in (
        ("train", recipe.chosen_images),
        ("test", slice(0, recipe.test_images)),
    ):
        if part != slice(0, None):
            ends = f"{part.start or ''}:{'' if part.stop is None else part.stop}"
            for name in (f"x_{split}", f"y_{split}"):
                lines.append(f"{name} = {name}[{ends}]")
    lines += [
        f'x_train = x_train.reshape(-1, {shape}).astype("float32"){scale}',
        f'x_test = x_test.reshape(-1, {shape}).astype("float32"){scale}',
        f"y_train = keras.utils.to_categorical(y_train, {class_count(recipe.network)})",
        f"y_test = keras.utils.to_categorical(y_test, {class_count(recipe.network)})",
        *_validation(recipe),
        *_smoothing(recipe),
    ]
    return "\n".join(lines) + "\n"


def _validation(recipe: Recipe) -> list[str]:
    if recipe.validation == "test":
        return ["validation = x_test, y_test"]
    if not recipe.validation:
        return ["validation = None"]
    return [
        f"held_out = int(len(x_train) * (1 - {recipe.validation!r}))",
        "validation = x_train[held_out:], y_train[held_out:]",
        "x_train, y_train = x_train[:held_out], y_train[:held_out]",
    ]


def _smoothing(recipe: Recipe) -> list[str]:
    share = recipe.label_smoothing
    classes = class_count(recipe.network)
    return [f"y_train = y_train * (1 - {share!r}) + {share!r} / {classes}"] if share else []


def _network(recipe: Recipe, layers: tuple[Layer, ...]) -> str:
    lines = [
        "# ---- The network, up to its logits",
        "",
        "model = keras.Sequential(",
        "    [",
        f"        {_input(recipe)},",
        *(f"        keras.layers.{layer_code(layer)}," for layer in layers),
        "    ]",
        ")",
        "model.summary()",
    ]
    if recipe.augmentation is not None:
        lines += _augmented(recipe, recipe.augmentation)
    else:
        lines += ["trained = model"]
    return "\n".join(lines) + "\n"


def _input(recipe: Recipe) -> str:
    return f"keras.Input({recipe.network.input_shape!r})"


def _augmented(recipe: Recipe, changes: Augmentation) -> list[str]:
    shift = changes.shift / 28
    fill = 'fill_mode="constant"'
    return [
        "",
        "# Where the recipe asks for it, Inkling also shears and bends strokes, makes them",
        "# thicker or thinner, adds habits of pens, digits that were drawn on tablets, and",
        "# things that are no digits.",
        "changed = keras.Sequential(",
        "    [",
        f"        {_input(recipe)},",
        "        keras.layers.Reshape((28, 28, 1)),",
        f"        keras.layers.RandomRotation({changes.rotation / 360!r}, {fill}),",
        f"        keras.layers.RandomZoom({changes.scale!r}, {changes.scale!r}, {fill}),",
        f"        keras.layers.RandomTranslation({shift!r}, {shift!r}, {fill}),",
        f"        keras.layers.Reshape({recipe.network.input_shape!r}),",
        "    ]",
        ")",
        "# While it is trained, each image is changed first; otherwise it passes unchanged.",
        f"trained = keras.Sequential([{_input(recipe)}, changed, model])",
    ]


def _loss(recipe: Recipe, ending: ActivationName) -> str:
    if recipe.loss == "crossentropy":
        loss = _STABLE_LOSS
    else:
        loss = _CLIPPED_LOSS.replace("ENDING", ending).replace("CLIP", repr(CLIP))
    return loss if ending == "linear" else loss + _ACCURACY.replace("ENDING", ending)


_STABLE_LOSS = """\
# ---- The loss: cross-entropy of the softmax of the logits, without ever computing the softmax

loss = keras.losses.CategoricalCrossentropy(from_logits=True)
"""

_CLIPPED_LOSS = """\
# ---- The loss of old Keras: outputs over their sum, clipped, then the logarithm. At most
# 16.118 an image, and exactly no gradient where the clip cuts off.


def loss(wanted, logits):
    outputs = keras.activations.get("ENDING")(logits)
    normalised = outputs / keras.ops.sum(outputs, axis=-1, keepdims=True)
    clipped = keras.ops.clip(normalised, CLIP, 1 - CLIP)
    return -keras.ops.sum(wanted * keras.ops.log(clipped), axis=-1)

"""

_ACCURACY = """
def accuracy(wanted, logits):
    # The digit is the first largest output, which saturated outputs make a tie.
    outputs = keras.activations.get("ENDING")(logits)
    right = keras.ops.equal(
        keras.ops.argmax(outputs, axis=-1), keras.ops.argmax(wanted, axis=-1)
    )
    return keras.ops.cast(right, "float32")

"""


def _training(recipe: Recipe, ending: ActivationName) -> str:
    callbacks = [_early_stopping(recipe), _score_training(recipe)]
    accuracy = '"accuracy"' if ending == "linear" else "accuracy"
    lines = [
        "# ---- Training",
        "",
        *_schedule(recipe),
        f"optimizer = {optimizer_code(recipe.optimizer, average=recipe.weight_average)}",
        f"trained.compile(optimizer=optimizer, loss=loss, metrics=[{accuracy}])",
        "trained.fit(",
        "    x_train,",
        "    y_train,",
        f"    batch_size={recipe.batch_size},",
        "    epochs=arguments.epochs,",
        "    validation_data=validation,",
        f"    callbacks=[{', '.join(text for text in callbacks if text)}],",
        "    verbose=2,",
        ")",
    ]
    return "\n".join(lines) + "\n"


def _schedule(recipe: Recipe) -> list[str]:
    rate = recipe.optimizer.learning_rate
    if recipe.schedule == "constant":
        return [f"learning_rate = {rate!r}"]
    return [
        f"steps = arguments.epochs * -(-len(x_train) // {recipe.batch_size})",
        f"learning_rate = keras.optimizers.schedules.CosineDecay({rate!r}, steps)",
    ]


def _early_stopping(recipe: Recipe) -> str:
    settings = recipe.early_stopping
    if settings is None:
        return ""
    # Keras cannot tell which way is better for a metric that the script defines itself.
    mode = "max" if settings.monitor.endswith("accuracy") else "min"
    return (
        f'keras.callbacks.EarlyStopping("{settings.monitor}", mode="{mode}", '
        f"patience={settings.patience}, restore_best_weights={settings.restore_best})"
    )


def _score_training(recipe: Recipe) -> str:
    if not recipe.score_training:
        return ""
    return (
        "keras.callbacks.LambdaCallback("
        "on_epoch_end=lambda *_: trained.evaluate(x_train, y_train, verbose=2))"
    )


def _test(recipe: Recipe, ending: ActivationName) -> str:
    outputs = "model"
    if ending != "linear":
        last = f'keras.layers.Activation("{ending}")'
        outputs = f"keras.Sequential([{_input(recipe)}, *model.layers, {last}])"
    return f"""\
# ---- Test

test_loss, test_accuracy = trained.evaluate(x_test, y_test, verbose=0)
print(f"test loss: {{test_loss:.4f}} - test accuracy: {{test_accuracy:.4f}}")
if arguments.save:
    {outputs}.save(arguments.save)
"""
