"""How a kernel's first weights are drawn, in Keras's words: for models, files and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from core.layers import InitializerName


class KerasInitializer(NamedTuple):
    """Keras's class of this name, and what it is made with besides a seed."""

    class_name: str
    options: Mapping[str, float]


INITIALIZERS: Mapping[InitializerName, KerasInitializer] = {
    "glorot_uniform": KerasInitializer("GlorotUniform", {}),
    "he_normal": KerasInitializer("HeNormal", {}),
    "random_normal": KerasInitializer("RandomNormal", {"mean": 0.0, "stddev": 0.05}),
    "standard_normal": KerasInitializer("RandomNormal", {"mean": 0.0, "stddev": 1.0}),
}
"""Each initializer of `core.layers`."""

DEFAULT: InitializerName = "glorot_uniform"
"""Keras's own for kernels."""


def known_as(class_name: str, options: Mapping[str, Any]) -> InitializerName:
    """Return our name of a Keras initializer; the nearest where it is none of ours.

    First weights no longer matter once a network is trained, so that another class than
    ours is read as the default, and another deviation as the first of its class.
    """
    alike = [name for name, known in INITIALIZERS.items() if known.class_name == class_name]
    same = [
        name
        for name in alike
        if all(options.get(k, v) == v for k, v in INITIALIZERS[name].options.items())
    ]
    return (same or alike or [DEFAULT])[0]
