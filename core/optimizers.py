"""The kinds of optimizer, each once: its name in Keras, what it takes, how its steps behave.

The training, the script, the form and the doctor all ask here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.records import Optimizer, OptimizerKind


@dataclass(frozen=True)
class OptimizerTraits:
    """What holds of one kind of optimizer.

    Parameters
    ----------
    class_name : str
        Keras's class, and what the window calls it.
    usual_rate : float
        Keras's default learning rate.
    takes_momentum : bool
        Whether a momentum can be set. That of Adam is its own, and an average: its steps do
        not add up.
    scales_gradients : bool
        Whether gradients are divided by their own size, so that a step is about as long as
        the rate, however small the gradient is.
    first_step : float
        Length of the very first step over the rate, where gradients are scaled.
    decays_unasked : bool
        Whether Keras gives it a weight decay unless one is said.
    """

    class_name: str
    usual_rate: float = 0.001
    takes_momentum: bool = False
    scales_gradients: bool = True
    first_step: float = 1.0
    decays_unasked: bool = False


OPTIMIZERS: Mapping[OptimizerKind, OptimizerTraits] = {
    "sgd": OptimizerTraits("SGD", 0.01, takes_momentum=True, scales_gradients=False),
    "adam": OptimizerTraits("Adam"),
    "adamw": OptimizerTraits("AdamW", decays_unasked=True),
    # It divides by the root of a tenth of the first gradient's square: Keras's rho is .9.
    "rmsprop": OptimizerTraits("RMSprop", takes_momentum=True, first_step=10**0.5),
}
"""Each kind that a recipe may name, in the order in which it is offered."""


def traits(settings: Optimizer) -> OptimizerTraits:
    """Return what holds of the kind of an optimizer."""
    return OPTIMIZERS[settings.kind]


def momentum_of(settings: Optimizer) -> float:
    """Return the momentum that counts: 0 where the kind takes none."""
    return settings.momentum if traits(settings).takes_momentum else 0.0


def keras_options(settings: Optimizer) -> dict[str, float]:
    """Return what Keras's class is told besides the rate; its own defaults are not said."""
    options = {}
    if momentum := momentum_of(settings):
        options["momentum"] = momentum
    if settings.weight_decay or traits(settings).decays_unasked:
        options["weight_decay"] = settings.weight_decay
    return options
