"""Two published tutorials: models in Keras, and a network from scratch in NumPy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np

from core.data.mnist import FIRST_IMAGES
from core.from_scratch import network as lesson
from core.from_scratch.gradient_check import check_gradient
from core.networks.activations import softmax
from core.networks.forward import forward
from core.phrases import Phrase
from core.recipes.catalogue import by_name
from core.recipes.published import SCRATCH_NAME, PublishedRun, published
from core.reproduction.claims import judged_row, layers, remarks
from core.reproduction.curves import of_curves
from core.reproduction.printed_data import printed_data
from core.reproduction.scores import accuracy
from core.reproduction.trained_runs import Trained, TrainedRuns
from core.reproduction.verdicts import JudgedValue, exact

MODELS = (
    "t003-model1",
    "t003-model2",
    "t003-model3",
    "t003-model4",
    "t003-model7",
    "t003-model8",
)
"""The tutorial's models, in its order."""

_PRINTED_LOGITS = (
    -21.427883, -11.558845, -15.150495, 15.6205845, -58.351833,
    29.704205, -23.925339, -30.009314, -11.389831, -14.521982,
)  # fmt: skip
_PRINTED_PROBABILITIES = (
    6.2175050e-23, 1.2013921e-18, 3.3101813e-20, 7.6482343e-07, 0.0,
    9.9999928e-01, 5.1166414e-24, 1.1661356e-26, 1.4226123e-18, 6.2059749e-20,
)  # fmt: skip

_PRINTED_TARGET = 5


@cache
def tutorial_model(name: str) -> Callable[[TrainedRuns, int | None], Iterator[JudgedValue]]:
    """Return the experiment that trains one model of the tutorial."""

    def experiment(trained: TrainedRuns, seeds: int | None) -> Iterator[JudgedValue]:
        recipe, printed = by_name(name), published(name)
        assert printed is not None
        yield from layers(name, printed, recipe.network)
        runs = trained.seeds(recipe, seeds or printed.seeds)
        yield from of_curves(name, printed, [run.epochs for run in runs])
        if printed.train_accuracy is not None:
            measured = trained.training_accuracies(runs)
            yield accuracy(name, "training accuracy", printed.train_accuracy, measured)
        if printed.test_accuracy is not None:
            measured = [run.test.accuracy for run in runs]
            yield accuracy(name, "test accuracy", printed.test_accuracy, measured)
        yield from _remarks(name, printed)
        if name == MODELS[0]:
            yield from _first_sample(name, trained, runs)

    return experiment


def from_scratch(trained: TrainedRuns, seeds: int | None) -> Iterator[JudgedValue]:
    """Train the network from scratch: all eighty printed numbers, then its bug and the cure."""
    printed = published(SCRATCH_NAME)
    assert printed is not None
    yield from printed_data(trained.dataset)
    *_, last = cured = _lesson(trained, "cured")
    for epoch in _lesson(trained, "published"):
        measured = [getattr(epoch, what) for what in printed.curves]
        yield from judged_row(epoch.epoch, measured)
    for derivative in ("published", "cured"):
        check = check_gradient(
            trained.dataset.first(FIRST_IMAGES, FIRST_IMAGES), derivative=derivative
        )
        yield JudgedValue(
            SCRATCH_NAME,
            f"gradient check, {derivative} derivative",
            None,
            f"relative error {check.weights_1:.1e} of weights_1, {check.weights_2:.1e} of "
            "weights_2",
            None,
            "the text has no such check; below 1e-6 is right",
        )
    yield JudgedValue(
        SCRATCH_NAME,
        f"cured derivative, epoch {len(cured) - 1}",
        None,
        f"{last.training_error:.3f} {last.training_accuracy:.3f} {last.test_error:.3f} "
        f"{last.test_accuracy:.3f}",
        None,
        "the text's derivative of the ReLU is always 1",
    )


def _lesson(trained: TrainedRuns, derivative: lesson.Derivative) -> list[lesson.ScratchEpoch]:
    return list(
        lesson.train(trained.dataset, lesson.Settings(derivative), stop=trained.control)
    )


def _first_sample(
    name: str, trained: TrainedRuns, runs: Sequence[Trained]
) -> Iterator[JudgedValue]:
    """Judge what the first model makes of the first training image: the text's "target"."""
    image = trained.dataset.train_images[:1]
    for run in runs:
        digit = int(forward(trained.network(run), image).digits[0])
        what = Phrase("digit of training image 0, seed {seed}", seed=run.recipe.seed)
        yield exact(name, what, _PRINTED_TARGET, digit)


def _remarks(name: str, printed: PublishedRun) -> Iterator[JudgedValue]:
    yield from remarks(name, printed)
    if name == MODELS[0]:
        logits = np.array([_PRINTED_LOGITS], np.float32)
        for digit, (value, measured) in enumerate(
            zip(_PRINTED_PROBABILITIES, softmax(logits)[0], strict=True)
        ):
            # Eight digits of a logit of 58 leave six of its exponential; and TensorFlow makes
            # zero of what is below float32's smallest normal number.
            unit = 2e-5 * value + 2 * float(np.finfo(np.float32).tiny)
            what = f"probability of {digit} from the printed logits"
            yield exact(name, what, value, float(measured), unit=unit)
