"""What training promises: stock Keras's weights, every image once, the same history twice."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest

from core.control import Control
from core.errors import RecipeError, TrainingError
from core.layers import (
    Activation,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    MaxPooling2D,
    NetworkSpec,
)
from core.recipes.catalogue import CATALOGUE, by_name
from core.records import (
    EarlyStopping,
    EpochReport,
    Network,
    Optimizer,
    Progress,
    Recipe,
    TrainingState,
)
from tests.core.training.stock import stock_weights

pytestmark = pytest.mark.slow

IMAGE = (28, 28, 1)
DENSE = NetworkSpec((Dense(32, "relu"), Dense(10)))
SOFTMAX = NetworkSpec((Dense(10, "softmax"),))


def train(recipe, dataset, *, control=None, start=None, reports=None, checkpoint=None):
    from core.training.train import train as train_recipe

    reports = [] if reports is None else reports
    return train_recipe(
        recipe,
        dataset,
        report=reports.append,
        control=control or Control(),
        start=start,
        checkpoint=checkpoint,
    )


def small(spec=DENSE, **changes):
    return replace(
        Recipe("small", spec, epochs=2, validation=None, seed=3, batch_size=32), **changes
    )


@pytest.fixture(scope="module")
def plain(sample):
    """Three epochs of `small` on 800 images: the result, and the state of each epoch.

    What costs time here is compiling. A test that looks at splits, checkpoints or averages
    compares with this one.
    """
    states = {}
    result = train(
        small(epochs=3),
        sample.first(800, 10),
        checkpoint=lambda state, _: states.update({state.epoch: state}),
    )
    return result, states


def same_weights(first, second):
    """Whether two tuples of weights are equal bit for bit."""
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def catalogue_networks():
    """One recipe for each way of training in the catalogue, augmented ones apart.

    Those that differ by their learning rate alone take the same steps, longer or shorter.
    """
    kept = {}
    for recipe in CATALOGUE:
        way = replace(recipe.optimizer, learning_rate=1.0)
        key = (recipe.network, way, recipe.loss, recipe.batch_size)
        if recipe.augmentation is None and not recipe.weight_average:
            kept.setdefault(key, recipe)
    return list(kept.values())


@pytest.fixture
def float64():
    """Let Keras compute in double precision.

    In single precision two correct trainings part sooner or later: the last bit of a sum
    decides on which side of a relu's or a pooling's kink an image falls, and Adam makes
    gradients that are nothing but rounding as large as any others. Here no sum is that
    close to a kink, so that many steps can be compared, whatever the order of summing.
    """
    from core.training.backend import keras
    from core.training.scoring import _compiled

    before = keras.config.floatx()
    for precision in ("float64", before):
        keras.config.set_floatx(precision)
        keras.config.set_dtype_policy(precision)
        _compiled.cache_clear()
        if precision == "float64":
            yield


@pytest.mark.usefixtures("float64")
@pytest.mark.parametrize("recipe", catalogue_networks(), ids=lambda recipe: recipe.name)
def test_steps_of_a_catalogue_recipe_give_stock_keras_weights(recipe, sample):
    # RMSprop on raw pixels multiplies any difference by ten every few steps.
    steps = 50 if recipe.network.pixels == "raw" and recipe.optimizer.kind == "rmsprop" else 300
    if any(isinstance(layer, Conv2D) for layer in recipe.network.layers):
        # Stock Keras takes half a minute for 300 of these.
        steps = min(steps, 60)
    images = min(3_200, steps * recipe.batch_size) // recipe.batch_size * recipe.batch_size
    plain = replace(
        recipe,
        validation=None,
        early_stopping=None,
        schedule="constant",
        score_training=False,
        epochs=-(-steps * recipe.batch_size // images),
        skip_images=0,
        train_images=None,
    )
    assert_equals_stock(plain, sample.first(images, 0))


@pytest.mark.parametrize("name", ["softmax-10", "mlp-128-32", "q000-softmax"])
def test_300_steps_give_stock_keras_weights_in_single_precision_too(name, sample):
    recipe = replace(
        by_name(name),
        validation=None,
        early_stopping=None,
        score_training=False,
        epochs=3 if by_name(name).batch_size > 1 else 1,
        train_images=None,
    )
    assert_equals_stock(recipe, sample.first(3_200 if recipe.batch_size > 1 else 300, 10))


@pytest.mark.parametrize(
    "optimizer",
    [
        Optimizer("sgd", 0.1),
        Optimizer("sgd", 0.05, momentum=0.9),
        Optimizer("adam", 0.001),
        Optimizer("adamw", 0.001, weight_decay=0.01),
        Optimizer("rmsprop", 0.001),
        Optimizer("rmsprop", 0.001, momentum=0.5),
    ],
    ids=lambda optimizer: f"{optimizer.kind}-{optimizer.momentum}",
)
def test_every_optimizer_steps_as_stock_keras_does(optimizer, sample):
    assert_equals_stock(small(optimizer=optimizer, epochs=3), sample.first(3_200, 10))


@pytest.mark.parametrize(
    "spec",
    [
        NetworkSpec((Dense(32, "relu", l2=0.01), Dense(10))),
        NetworkSpec((Dense(32, "relu"), Dropout(0.3), Dense(10))),
        # No bias before a normalisation: its gradient is nothing but rounding, which Adam
        # makes as large as any other step.
        NetworkSpec(
            (Dense(32, use_bias=False), BatchNormalization(), Activation("relu"), Dense(10))
        ),
        NetworkSpec(
            (Conv2D(4, activation="relu"), MaxPooling2D(), Flatten(), Dense(10)), IMAGE
        ),
    ],
    ids=["l2", "dropout", "batch-norm", "convolution"],
)
def test_every_kind_of_layer_learns_as_in_stock_keras(spec, sample):
    assert_equals_stock(small(spec, epochs=1), sample.first(2_000, 10))


@pytest.mark.usefixtures("float64")
@pytest.mark.parametrize("numbers", [10**9, 0], ids=["compiled", "not-compiled"])
@pytest.mark.parametrize(
    "layers",
    [
        (Conv2D(8, use_bias=False), BatchNormalization(), Activation("relu"), MaxPooling2D()),
        (Conv2D(8, 5, "relu", "same"), MaxPooling2D(3), Conv2D(8, 3, "tanh", strides=2)),
        (MaxPooling2D(), Conv2D(8, 3, "relu", "same", strides=2), AveragePooling2D(2)),
        # Wherever there is no ink the four sums of a square are alike: one has the gradient.
        (Conv2D(8, activation="relu"), Conv2D(8, 2), MaxPooling2D(), GlobalMaxPooling2D()),
        (Conv2D(8, activation="relu"), Dropout(0.3), GlobalAveragePooling2D()),
    ],
    ids=["batch-norm", "same", "strides", "ties", "dropout"],
)
def test_every_convolution_learns_as_in_stock_keras_in_both_forms(
    layers, numbers, sample, monkeypatch
):
    monkeypatch.setattr("core.training.convolution.CACHED_NUMBERS", numbers)
    monkeypatch.setattr("core.training.convolution.LARGEST_KERNEL", 5)
    end = (Dense(10),) if "Global" in type(layers[-1]).__name__ else (Flatten(), Dense(10))
    recipe = small(NetworkSpec((*layers, *end), IMAGE), epochs=4)
    assert_equals_stock(recipe, sample.first(327, 10))


def test_last_partial_batch_is_trained_on_as_stock_keras_does(sample):
    assert_equals_stock(small(epochs=2), sample.first(333, 10))


def test_label_smoothing_is_that_of_stock_keras(sample):
    assert_equals_stock(small(label_smoothing=0.1), sample.first(1_600, 10))


def assert_equals_stock(recipe, dataset):
    ours = train(recipe, dataset).state.network.weights
    stock = stock_weights(recipe, dataset, recipe.epochs)
    # Raw pixels make steps, and with them rounding, a thousand times larger.
    scale = max(1.0, max(float(np.abs(w).max()) for w in stock))
    assert max(float(np.abs(a - b).max()) for a, b in zip(ours, stock, strict=True)) < (
        1e-5 * scale
    )


def test_each_image_comes_once_an_epoch():
    from core.training.schedules import epoch_order

    first, second = epoch_order(7, 1, 1_003), epoch_order(7, 2, 1_003)
    assert sorted(first.tolist()) == list(range(1_003))
    assert sorted(second.tolist()) == list(range(1_003))
    assert (first != second).any()


def test_epoch_figures_are_means_over_all_images(sample):
    """With a learning rate of 0 the running means are those of the fresh network."""
    recipe = small(optimizer=Optimizer("sgd", 0.0), epochs=1, score_training=True)
    [report] = train(recipe, sample.first(1_001, 10)).epochs
    assert report.train_score.images == 1_001
    assert report.accuracy == pytest.approx(report.train_score.accuracy, abs=1e-6)
    assert report.loss == pytest.approx(report.train_score.loss, rel=1e-5)


@pytest.mark.parametrize(
    ("name", "batch_size"),
    [("mlp-256-128-64-dropout", 64), ("cnn", 32), ("cnn", 64)],
    ids=["dense", "compiled-convolutions", "convolutions"],
)
def test_the_same_seed_gives_the_same_history_bit_for_bit(name, batch_size, sample):
    recipe = replace(by_name(name), epochs=2, seed=11, batch_size=batch_size)
    sample = sample.first(400, 100)
    histories = []
    for _ in range(2):
        result = train(recipe, sample)
        figures = [(e.loss, e.accuracy, e.val_loss) for e in result.epochs]
        histories.append((figures, [w.tobytes() for w in result.network.weights]))
    assert histories[0] == histories[1]


def test_another_seed_gives_another_history(plain, sample):
    another = train(small(seed=4, epochs=1), sample.first(800, 10))
    assert another.epochs[0].loss != plain[0].epochs[0].loss


def test_two_epochs_and_then_on_to_four_equal_four(sample):
    data = sample.first(1_000, 100)
    spec = NetworkSpec((Dense(24, "relu"), Dropout(0.2), Dense(10)))
    states = []
    recipe = small(spec, epochs=4)
    whole = train(recipe, data, checkpoint=lambda state, _: states.append(state))
    second = train(recipe, data, start=states[1])
    assert [e.epoch for e in second.epochs] == [3, 4]
    assert same_weights(whole.network.weights, second.network.weights)


def test_a_stopped_epoch_is_no_epoch_and_goes_on_as_if_it_had_not_stopped(sample, monkeypatch):
    from core.training import reports, schedules

    monkeypatch.setattr(schedules, "CHUNK_S", 0.002)
    monkeypatch.setattr(reports, "REPORT_S", 0.0)
    data = sample.first(2_000, 100)
    recipe = small(epochs=3, batch_size=1)
    whole = train(recipe, data)
    control = Control()

    def stop_amid_the_second_epoch(report):
        if isinstance(report, Progress) and report.epoch == 2 and report.step > 100:
            control.stop()

    from core.training.train import train as train_recipe

    stopped = train_recipe(recipe, data, report=stop_amid_the_second_epoch, control=control)
    assert stopped.ended == "stopped"
    assert [e.epoch for e in stopped.epochs] == [1]
    assert 0 < stopped.state.seen_images < 2_000
    rest = train(recipe, data, start=stopped.state)
    assert [e.epoch for e in rest.epochs] == [2, 3]
    assert same_weights(whole.network.weights, rest.network.weights)


def test_a_paused_training_stands_still_until_it_is_resumed(sample):
    control, paused, reports = Control(), threading.Event(), []

    def report(record):
        reports.append(record)
        if isinstance(record, Progress) and not paused.is_set():
            control.pause()
            paused.set()

    from core.training.train import train as train_recipe

    recipe = small(epochs=2, batch_size=1)
    worker = threading.Thread(  # noqa: TID251 - the test's own second hand
        target=train_recipe, args=(recipe, sample.first(2_000, 10)),
        kwargs={"report": report, "control": control},
    )  # fmt: skip
    worker.start()
    assert paused.wait(60)
    worker.join(0.5)
    assert worker.is_alive()
    count = len(reports)
    control.resume()
    worker.join(60)
    assert not worker.is_alive()
    assert len(reports) > count
    assert sum(isinstance(record, EpochReport) for record in reports) == 2


def test_a_changed_learning_rate_holds_from_the_next_steps_on(sample):
    from core.training.keras_model import build, weights_of

    control = Control()
    control.set_learning_rate(0.0)
    result = train(small(epochs=1), sample.first(640, 10), control=control)
    assert result.epochs[0].learning_rate == 0.0
    assert same_weights(result.network.weights, weights_of(build(DENSE, small().seed)))


def test_a_loss_that_is_no_number_ends_the_training_at_once(sample):
    recipe = small(SOFTMAX, optimizer=Optimizer("sgd", 1e38), epochs=50)
    result = train(recipe, sample.first(3_200, 10))
    assert result.ended == "diverged"
    assert len(result.epochs) < 50


def test_early_stopping_waits_its_patience_and_restores_the_best_weights(sample):
    recipe = small(
        epochs=40,
        validation=0.25,
        optimizer=Optimizer("adam", 0.01),
        early_stopping=EarlyStopping("val_loss", patience=3, restore_best=True),
    )
    states = {}
    result = train(
        recipe, sample.first(800, 100), checkpoint=lambda s, _: states.update({s.epoch: s})
    )
    assert result.ended == "early"
    losses = [epoch.val_loss for epoch in result.epochs]
    assert result.best_epoch == 1 + int(np.argmin(losses))
    assert len(losses) == result.best_epoch + 3
    assert same_weights(result.network.weights, states[result.best_epoch].network.weights)


def test_checkpoint_has_the_state_of_each_finished_epoch(plain):
    result, states = plain
    assert list(states) == [1, 2, 3]
    assert same_weights(states[3].network.weights, result.network.weights)
    assert not same_weights(states[2].network.weights, result.network.weights)


def test_validation_images_are_the_last_ones_and_are_not_trained_on(plain, sample):
    held_out = train(small(validation=0.2, epochs=1), sample.first(1_000, 10))
    assert same_weights(held_out.network.weights, plain[1][1].network.weights)
    assert held_out.epochs[0].val_score.images == 200


def test_weight_average_is_that_of_the_steps(plain, sample):
    averaged = train(small(epochs=1, weight_average=0.9), sample.first(800, 10))
    last = plain[1][1].network.weights
    assert same_weights(averaged.state.network.weights, last)
    # Adam moves a weight by at most about its rate of 0.001 a step; the average is of some ten.
    distance = max(
        float(np.abs(a - b).max()) for a, b in zip(averaged.network.weights, last, strict=True)
    )
    assert 0 < distance < 0.02


def test_non_digits_pull_every_output_to_the_same(sample):
    from core.records import Augmentation

    nothing = Augmentation(0, 0, 0, 0, 0, 0, 0, 0, non_digits=1.0)
    recipe = small(epochs=4, augmentation=nothing)
    result = train(recipe, sample.first(640, 100))
    assert np.isnan(result.epochs[-1].accuracy)
    assert result.epochs[-1].loss == pytest.approx(np.log(10), abs=0.1)


def test_a_recipe_that_leaves_no_images_is_refused(sample):
    with pytest.raises(RecipeError, match="no images"):
        train(small(validation=0.5), sample.first(1, 10))


def test_a_state_of_another_network_is_refused(sample):
    state = TrainingState(Network(DENSE, ()), (), epoch=1)
    with pytest.raises(TrainingError, match="another network"):
        train(small(SOFTMAX), sample.first(64, 10), start=state)


def test_three_epochs_on_the_sample_read_nine_in_ten_digits(sample):
    result = train(replace(by_name("mlp-128-32"), epochs=3), sample)
    assert result.test.accuracy > 0.88


def test_three_epochs_on_mnist_reach_96_percent(mnist_folder):
    from core.data.datasets import load

    result = train(replace(by_name("mlp-128-32"), epochs=3), load(mnist_folder))
    assert result.test.accuracy >= 0.965


def test_what_was_read_right_after_an_epoch_is_what_its_scores_are_of(sample):
    recipe = small(epochs=2, validation=0.25, score_training=True)
    result = train(recipe, sample.first(1_001, 20))
    for epoch in result.epochs:
        for score, told, images in (
            (epoch.val_score, epoch.val_right, 251),
            (epoch.train_score, epoch.train_right, 750),
        ):
            bits = np.unpackbits(np.frombuffer(told, np.uint8), count=images)
            assert score.images == images
            assert bits.mean() == pytest.approx(score.accuracy)
