"""One small plot for each finding, of the training's own numbers: what it is concluded from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import Literal

from core.diagnosis.evidence import Evidence
from core.diagnosis.finding import Finding
from core.evaluation.metrics import loss_of_guessing
from core.phrases import Phrase
from core.probes import LINE, Probe

HIGHEST_RATIO = 3.0
"""What is higher would flatten all else."""


@dataclass(frozen=True)
class Series:
    """Values over the same x, one for each; nan where there is none."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Illustration:
    """What to draw.

    Parameters
    ----------
    title, x_name, y_name : Phrase
        What is seen, and what is along the axes.
    x : tuple of float
        Where the values stand.
    ticks : tuple of str
        What stands under each x, where that is not the number itself.
    series : tuple of Series
        At least one.
    kind : {"lines", "bars"}
    """

    title: Phrase
    x_name: Phrase
    y_name: Phrase
    x: tuple[float, ...]
    series: tuple[Series, ...]
    ticks: tuple[str, ...] = ()
    kind: Literal["lines", "bars"] = "lines"


def illustrate(finding: Finding, evidence: Evidence) -> Illustration | None:
    """Return the plot that shows a finding; None where nothing was measured yet."""
    for draw in (*_OF_CODE.get(finding.code, ()), _accuracies):
        drawn = draw(evidence)
        if drawn is not None:
            return drawn
    return None


def _line_of_step(evidence: Evidence) -> Illustration | None:
    """Draw the loss along the step that the optimizer would take."""
    probes = [p for p in (evidence.start, *evidence.probes[-1:]) if p is not None]
    if not probes:
        return None
    return Illustration(
        Phrase("Loss along the next step"),
        Phrase("times the step"),
        Phrase("times the loss without it"),
        tuple(float(n) for n in range(len(LINE))),
        tuple(Series(_when(probe), _ratios(probe)) for probe in probes),
        tuple(f"{times:g}" for times in LINE),
    )


def _ratios(probe: Probe) -> tuple[float, ...]:
    """Return the losses along the step beside that without it, as far as they can be seen."""
    ratios = (value / probe.line_start if probe.line_start else nan for value in probe.line)
    return tuple(min(ratio, HIGHEST_RATIO) for ratio in ratios)


def _when(probe: Probe) -> Phrase:
    if probe.epoch == 0:
        return Phrase("before the first step")
    return Phrase("after epoch {epoch}", epoch=probe.epoch)


def _gradients(evidence: Evidence) -> Illustration | None:
    """Draw how large the gradient of each layer is."""
    start = evidence.start
    if start is None or not start.layers:
        return None
    largest = max(layer.gradient for layer in start.layers) or 1.0
    return _bars(
        Phrase("Gradient of each layer before the first step"),
        Phrase("layer"),
        Phrase("beside the largest"),
        [(str(n + 1), la.gradient / largest) for n, la in enumerate(start.layers)],
    )


def _dead(evidence: Evidence) -> Illustration | None:
    """Draw the share of dead units, layer by layer, over the epochs."""
    probes = [p for p in (evidence.start, *evidence.probes) if p is not None and p.activations]
    if not probes:
        return None
    names = [act.name for act in probes[0].activations]
    return Illustration(
        Phrase("Share of units that are zero for every image"),
        Phrase("epoch"),
        Phrase("share"),
        tuple(float(probe.epoch) for probe in probes),
        tuple(
            Series(name, tuple(p.activations[n].dead for p in probes))
            for n, name in enumerate(names)
        ),
    )


def _recalls(evidence: Evidence) -> Illustration | None:
    """Draw the share of each digit that is read right."""
    seen = evidence.epochs and (evidence.last.val_score or evidence.last.probe)
    if not seen:
        return None
    return _of_digits(evidence, Phrase("Share of each digit that is read right"), seen.recalls)


def _no_gradient(evidence: Evidence) -> Illustration | None:
    """Draw the share of each digit that is wrong and gets no gradient."""
    probes = evidence.probes[-1:] or tuple(p for p in (evidence.start,) if p is not None)
    if not probes or not any(value > 0 for value in probes[-1].no_gradient):
        return None
    title = Phrase("Share of each digit that is wrong and gets no gradient")
    return _of_digits(evidence, title, probes[-1].no_gradient)


def _counts(evidence: Evidence) -> Illustration | None:
    """Draw how many training images there are of each digit."""
    if evidence.facts is None:
        return None
    counts = evidence.facts.train.counts
    return _of_digits(
        evidence, Phrase("Training images of each digit"), counts, Phrase("images")
    )


def _of_digits(
    evidence: Evidence, title: Phrase, values: Sequence[float], y_name: Phrase | None = None
) -> Illustration:
    bars = [(evidence.named([digit]), float(value)) for digit, value in enumerate(values)]
    return _bars(title, Phrase("digit"), y_name or Phrase("share"), bars)


def _bars(
    title: Phrase, x_name: Phrase, y_name: Phrase, bars: list[tuple[str, float]]
) -> Illustration:
    return Illustration(
        title,
        x_name,
        y_name,
        tuple(float(n) for n in range(len(bars))),
        (Series(title, tuple(0.0 if isnan(value) else value for _, value in bars)),),
        tuple(name for name, _ in bars),
        "bars",
    )


def _by_logits(evidence: Evidence) -> Illustration | None:
    """Draw the accuracy by outputs beside that by logits."""
    probes = evidence.probes
    if not probes:
        return None
    return _over_epochs(
        evidence,
        Phrase("Accuracy by outputs and by logits"),
        (Phrase("by outputs"), [probe.accuracy for probe in probes]),
        (Phrase("by logits"), [probe.logit_accuracy for probe in probes]),
    )


def _certain(evidence: Evidence) -> Illustration | None:
    """Draw how many answers the softmax is certain of."""
    if not evidence.probes:
        return None
    title = Phrase("Share of images whose softmax is exactly 1")
    return _over_epochs(evidence, title, (title, [probe.certain for probe in evidence.probes]))


def _losses(evidence: Evidence) -> Illustration | None:
    """Draw the loss on training images beside the validation loss, measured the same way."""
    if not evidence.probes or len(evidence.probes) != len(evidence.epochs):
        return None
    held = [nan if e.val_loss is None else e.val_loss for e in evidence.epochs]
    return _over_epochs(
        evidence,
        Phrase("Loss, measured the same way after each epoch"),
        (Phrase("training images"), [probe.loss for probe in evidence.probes]),
        (Phrase("validation images"), held),
        y_name=Phrase("loss"),
    )


def _penalties(evidence: Evidence) -> Illustration | None:
    """Draw what of the loss is penalty."""
    if not evidence.probes:
        return None
    return _over_epochs(
        evidence,
        Phrase("Loss and penalty"),
        (Phrase("loss of the answers"), [probe.loss for probe in evidence.probes]),
        (Phrase("penalty of L2"), [probe.penalty for probe in evidence.probes]),
        (Phrase("guessing"), [loss_of_guessing(evidence.classes)] * len(evidence.probes)),
        y_name=Phrase("loss"),
    )


def _accuracies(evidence: Evidence) -> Illustration | None:
    """Draw training accuracy beside the validation's, measured the same way."""
    if not evidence.epochs:
        return None
    known = [e.accuracy if e.probe is None else e.probe.accuracy for e in evidence.epochs]
    held = [nan if e.val_accuracy is None else e.val_accuracy for e in evidence.epochs]
    lines = [(Phrase("training images"), known)]
    if not all(map(isnan, held)):
        lines.append((Phrase("validation images"), held))
    return _over_epochs(
        evidence, Phrase("Accuracy, measured the same way after each epoch"), *lines
    )


def _rates(evidence: Evidence) -> Illustration | None:
    """Draw the learning rate, and what came of it."""
    if len(evidence.epochs) < 2:
        return None
    return _over_epochs(
        evidence,
        Phrase("Learning rate of each epoch"),
        (Phrase("learning rate"), [e.learning_rate for e in evidence.epochs]),
        y_name=Phrase("learning rate"),
    )


def _over_epochs(
    evidence: Evidence,
    title: Phrase,
    *lines: tuple[Phrase, list[float]],
    y_name: Phrase | None = None,
) -> Illustration:
    count = max(len(values) for _, values in lines)
    return Illustration(
        title,
        Phrase("epoch"),
        y_name or Phrase("share"),
        tuple(float(report.epoch) for report in evidence.epochs[-count:]),
        tuple(Series(name, tuple(values)) for name, values in lines),
    )


_Drawing = Callable[[Evidence], Illustration | None]

_OF_CODE: dict[str, tuple[_Drawing, ...]] = {
    **dict.fromkeys(
        ("rate-too-high", "rate-too-low", "long-steps", "short-steps", "momentum-one"),
        (_line_of_step,),
    ),
    **dict.fromkeys(
        ("deep-sigmoid", "very-deep", "vanishing-gradient", "small-first-weights"),
        (_gradients,),
    ),
    **dict.fromkeys(("clipped-loss", "large-first-weights"), (_no_gradient, _recalls)),
    **dict.fromkeys(("lost-digit", "freed-digit"), (_recalls,)),
    **dict.fromkeys(("missing-digits", "unbalanced", "one-digit-only"), (_counts,)),
    **dict.fromkeys(("tied-outputs", "ending-hides-logits"), (_by_logits,)),
    **dict.fromkeys(("overfitting", "best-passed"), (_losses,)),
    **dict.fromkeys(("heavy-l2", "heavy-decay"), (_penalties,)),
    "homogeneous-loss": (_certain,),
    "dead-units": (_dead,),
    "rate-changed": (_rates,),
}
"""What shows a finding best, the first that was measured; else the accuracies."""
