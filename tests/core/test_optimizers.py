"""The table of optimizers: of all kinds, and true of Keras."""

from __future__ import annotations

import inspect
from typing import get_args

import pytest

from core.optimizers import OPTIMIZERS, keras_options, momentum_of
from core.records import Optimizer, OptimizerKind


def test_every_kind_has_its_row():
    assert set(OPTIMIZERS) == set(get_args(OptimizerKind))


def test_what_a_kind_does_not_take_counts_for_nothing():
    assert momentum_of(Optimizer("adam", momentum=0.9)) == 0
    assert keras_options(Optimizer("adam", momentum=0.9)) == {}
    assert keras_options(Optimizer("sgd", momentum=0.9)) == {"momentum": 0.9}
    # Keras would decay the weights of AdamW unless it is told not to.
    assert keras_options(Optimizer("adamw")) == {"weight_decay": 0.0}


@pytest.mark.slow
@pytest.mark.parametrize("kind", OPTIMIZERS)
def test_it_says_what_keras_says(kind):
    import keras

    traits = OPTIMIZERS[kind]
    options = inspect.signature(getattr(keras.optimizers, traits.class_name)).parameters
    assert options["learning_rate"].default == traits.usual_rate
    assert ("momentum" in options) == traits.takes_momentum
    assert (options["weight_decay"].default is not None) == traits.decays_unasked
