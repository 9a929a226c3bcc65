"""What a fixed probe of a training measured: frozen records that any package may read.

A probe looks at the same images before the first step and after each epoch, without dropout
and without augmentation, so that its figures can be compared with each other and with those
of the validation images. `core.training.probing` takes it, `core.diagnosis` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

LINE = (0.01, 0.1, 1.0, 10.0, 100.0, 1000.0)
"""Along the optimizer's next step the loss is measured at these multiples of its length."""


@dataclass(frozen=True)
class LayerProbe:
    """One layer with a kernel, as the probe found it.

    Parameters
    ----------
    name : str
        Keras's name of the layer.
    gradient : float
        Euclidean norm of the loss's gradient with respect to the kernel.
    weight : float
        Euclidean norm of the kernel.
    step : float
        Euclidean norm of what the optimizer's next step would change in the kernel.
    """

    name: str
    gradient: float
    weight: float
    step: float

    @property
    def step_ratio(self) -> float:
        """How large the next step is beside the weights; 0 where there are no weights."""
        return self.step / self.weight if self.weight else 0.0


@dataclass(frozen=True)
class ActivationProbe:
    """The units behind one hidden activation.

    Parameters
    ----------
    name, activation : str
        Of the layer that applies it.
    dead : float
        Share of the units (channels) that give zero for every image of the probe.
    saturated : float
        Share of the values within a hundredth of an end of the activation's range.
    """

    name: str
    activation: str
    dead: float
    saturated: float


@dataclass(frozen=True)
class Probe:
    """What one look at a training found.

    Parameters
    ----------
    epoch : int
        How many epochs were finished; 0 before the first step.
    images : int
        How many training images were looked at.
    loss, accuracy, logit_accuracy, tied, recalls
        As `core.records.Score` has them, on these images; `loss` without any L2 penalty.
    predicted : tuple of float
        Share of the images that were answered with each digit (or other class).
    no_gradient : tuple of float
        For each true digit the share of its images that the loss's clip leaves without any
        gradient although they are answered wrong; nan where there is none.
    digit_gradients : tuple of float
        For each true digit the mean norm of the loss's gradient with respect to the logits.
    certain : float
        Share of the images whose softmax is exactly 1 for one digit in float32.
    margin : float
        Median distance between the two largest logits of an image.
    penalty : float
        What L2 adds to the loss.
    layers : tuple of LayerProbe
    activations : tuple of ActivationProbe
    line : tuple of float
        The loss (with the penalty) after `LINE` times the optimizer's next step.
    line_start : float
        The same loss without a step.
    test_accuracy : float or None
        On as many test images, measured the same way.
    """

    epoch: int
    images: int
    loss: float
    accuracy: float
    logit_accuracy: float
    tied: float
    recalls: tuple[float, ...]
    predicted: tuple[float, ...]
    no_gradient: tuple[float, ...]
    digit_gradients: tuple[float, ...]
    certain: float
    margin: float
    penalty: float
    layers: tuple[LayerProbe, ...]
    activations: tuple[ActivationProbe, ...]
    line: tuple[float, ...]
    line_start: float
    test_accuracy: float | None = None

    @property
    def clipped(self) -> float:
        """Share of all images that the clip leaves without a gradient although wrong."""
        shares = [share for share in self.no_gradient if not isnan(share)]
        return sum(shares) / len(shares) if shares else 0.0
