"""Small trainings by hand, so that the run store is tested without TensorFlow."""

from dataclasses import replace

import numpy as np

from core.layers import Dense, NetworkSpec
from core.records import (
    Dataset,
    Network,
    Predictions,
    Recipe,
    TrainingState,
)
from core.runs.continuing import continuation
from core.runs.recorder import record
from tests import factories

SPEC = NetworkSpec((Dense(10),))
RECIPE = Recipe("tiny", SPEC, epochs=3, title="Tiny", about="For tests.")


def dataset(images=20, seed=0):
    rng = np.random.default_rng(seed)
    pixels = rng.integers(0, 256, (images, 28, 28), np.uint8)
    labels = np.arange(images, dtype=np.int64) % 10
    return Dataset("tiny data", "tests", pixels, labels, pixels, labels)


def network(value):
    return Network(SPEC, (np.full((784, 10), value, np.float32), np.zeros(10, np.float32)))


def state(epoch, *, seen_images=0):
    """A state whose every weight is its epoch, so that a mix-up shows."""
    variables = (np.array(epoch * 100), np.full((784, 10), epoch, np.float32))
    sums = (2.5 * seen_images, 0.5 * seen_images, seen_images, seen_images)
    return TrainingState(network(epoch), variables, epoch, seen_images, sums)


def score(loss, accuracy, images=20):
    """A score of images without a 9: its recall is no number."""
    recalls = (accuracy,) * 9 + (float("nan"),)
    return factories.score(accuracy, loss=loss, recalls=recalls, images=images)


def epoch_report(epoch, val_loss=None):
    """An epoch whose figures are its number's, so that a mix-up shows."""
    val = score(1 / epoch if val_loss is None else val_loss, epoch / 10)
    figures = {"loss": 2 / epoch, "accuracy": epoch / 20, "seconds": 0.5}
    return factories.epoch_report(epoch, **figures, val=val)


def result(recipe, last, *, ended="finished", right=20, images=20, seen_images=0):
    outputs = np.zeros((images, 10), np.float32)
    digits = np.arange(images) % 10
    digits[right:] = (digits[right:] + 1) % 10
    outputs[np.arange(images), digits] = 1
    return factories.result(
        recipe,
        [epoch_report(epoch) for epoch in range(1, last + 1)],
        network=network(last),
        state=state(last, seen_images=seen_images),
        ended=ended,
        best_epoch=last,
        test=score(0.5, right / images, images),
        test_predictions=Predictions(outputs, outputs),
    )


def keep(store, *, recipe=RECIPE, data=None, epochs=3, finish=True, first=1, **ending):
    """Keep a training of some epochs; give its run's number."""
    data = data or dataset()
    continued_from = ending.pop("continued_from", None)
    name = ending.pop("name", None)
    continues = None if continued_from is None else continuation(store, continued_from)
    with record(store, recipe, data, name=name, continues=continues) as recorder:
        for epoch in range(first, first + epochs):
            recorder.checkpoint(state(epoch))
            recorder.report(epoch_report(epoch))
        if finish:
            recorder.finish(result(recipe, first + epochs - 1, **ending))
    return recorder.run_id


def multiply(store, run_id, count):
    """Write copies of a kept run into the store, until there are `count` of it."""
    with store.database.transaction() as connection:
        columns = [row["name"] for row in connection.execute("PRAGMA table_info(runs)")]
        names = ", ".join(columns[1:])
        for _ in range(count - 1):
            connection.execute(
                f"INSERT INTO runs ({names}) SELECT {names} FROM runs WHERE id = ?", (run_id,)
            )


def with_seed(seed):
    return replace(RECIPE, seed=seed)
