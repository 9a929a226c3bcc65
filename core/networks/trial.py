"""A stranger's network tried on images whose labels are known, before anybody believes it.

Most files do not say whether pixels go in as 0 to 1 or as 0 to 255, and a network that is
handed the wrong ones answers all the same, only wrongly. So both are tried and the better one
is taken: the one that reads more images right, and where that is nearly the same, the one
with the lower loss, which is what the network was trained for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from core.evaluation.metrics import mean_loss
from core.networks.forward import forward
from core.networks.unused_output import without_first_output
from core.phrases import Phrase, listed
from core.records import Dataset, Images, Labels, Network, numbered

Pixels: TypeAlias = Literal["unit", "raw"]

MOST_IMAGES = 1_000
"""So many are tried; an accuracy of them is off by at most about 3 %."""

_NEARLY = 0.01
"""Accuracies that differ by less say nothing about which pixels are meant."""

_HOPELESS = 0.3
"""Who reads fewer right has not learnt these images, whichever way they go in."""

_ALIKE = 0.9
"""A network that gives one answer to more of them than this does not look at them."""

_RANGES: dict[Pixels, Phrase] = {"unit": Phrase("0 to 1"), "raw": Phrase("0 to 255")}


@dataclass(frozen=True, eq=False)
class Trial:
    """What a trial showed.

    Parameters
    ----------
    network : Network
        As it reads best: its `pixels` are those that were taken.
    accuracies : dict of float
        The share read right, by how pixels were handed over: one entry where that was known.
    data : str
        The name of the data set.
    images : int
        How many were tried.
    alike : str or None
        The answer that it gives to nearly all images; None where it gives several.
    named : bool
        Whether its outputs were given the names of the data's classes, for it reads enough
        of them right.
    cut : bool
        Whether its first output was left out, for without it the others fit the data's
        classes.
    """

    network: Network
    accuracies: dict[Pixels, float]
    data: str
    images: int
    alike: str | None
    named: bool = False
    cut: bool = False

    @property
    def measured(self) -> bool:
        """Whether both ways were tried."""
        return len(self.accuracies) > 1

    def notes(self, name: str) -> tuple[Phrase, ...]:
        """Return what a person should know, a sentence each; `name` is the network's."""
        notes = [self._pixels_note(name)] if self.measured else []
        if self.cut:
            notes.append(
                Phrase(
                    "{name} has {n} outputs, and {data} has {classes} classes: its first "
                    "output was left out, and the others read {share} right.",
                    name=name,
                    n=len(self.network.names) + 1,
                    data=self.data,
                    classes=len(self.network.names),
                    share=_percent(self.accuracies[self.network.spec.pixels]),
                )
            )
        if self.named and self.network.names != numbered(len(self.network.names)):
            notes.append(
                Phrase(
                    "{name} does not name its outputs. It reads enough of {data} for them to "
                    "be called as its classes: {names}.",
                    name=name,
                    data=self.data,
                    names=listed(self.network.names),
                )
            )
        if self.alike is not None:
            notes.append(
                Phrase(
                    "{name} answers {digit} to nearly every image of {data}: it may have "
                    "learnt nothing, or want other images than these.",
                    name=name,
                    digit=self.alike,
                    data=self.data,
                )
            )
        return tuple(notes)

    def _pixels_note(self, name: str) -> Phrase:
        values: dict[str, object] = {
            "name": name,
            "n": self.images,
            "data": self.data,
            "unit": _percent(self.accuracies["unit"]),
            "raw": _percent(self.accuracies["raw"]),
            "range": _RANGES[self.network.spec.pixels],
        }
        if max(self.accuracies.values()) < _HOPELESS:
            return Phrase(
                "{name} does not say how it wants pixels, and of {n} images of {data} it reads "
                "only {unit} right as 0 to 1 and {raw} as 0 to 255. Inkling hands them over as "
                "{range}; it may have been trained on something else.",
                **values,
            )
        return Phrase(
            "{name} does not say how it wants pixels. Of {n} images of {data} it reads {unit} "
            "right as 0 to 1 and {raw} as 0 to 255: Inkling hands them over as {range}.",
            **values,
        )


def try_network(network: Network, dataset: Dataset, *, pixels_known: bool) -> Trial | None:
    """Try a network on images of a data set, with its pixels both ways where they are unknown.

    One with an output more than there are classes is tried without its first.

    None where the data set cannot tell: it has no labelled images, or other classes than
    the network.
    """
    if network.fits(dataset.classes):
        return _tried(network, dataset, pixels_known=pixels_known)
    if network.classes or len(network.names) != len(dataset.classes) + 1:
        return None
    shorter = without_first_output(network)
    trial = _tried(shorter, dataset, pixels_known=pixels_known) if shorter else None
    return replace(trial, cut=True) if trial is not None and trial.named else None


def _tried(network: Network, dataset: Dataset, *, pixels_known: bool) -> Trial | None:
    images, labels = _some(dataset)
    if not len(labels):
        return None
    ways: list[Pixels] = [network.spec.pixels] if pixels_known else ["unit", "raw"]
    accuracies: dict[Pixels, float] = {}
    losses: dict[Pixels, float] = {}
    answers = {}
    for way in ways:
        said = forward(with_pixels(network, way), images)
        answers[way] = said.digits
        accuracies[way] = float((said.digits == labels).mean())
        loss = mean_loss(said, labels, "crossentropy")
        losses[way] = loss if np.isfinite(loss) else np.inf
    taken = _better(accuracies, losses)
    tried = with_pixels(network, taken)
    named = not network.classes and accuracies[taken] >= _HOPELESS
    if named:
        tried = replace(tried, classes=dataset.classes)
    counts = np.bincount(answers[taken])
    alike = tried.names[counts.argmax()] if counts.max() > _ALIKE * len(labels) else None
    return Trial(tried, accuracies, dataset.name, len(labels), alike, named)


def with_pixels(network: Network, pixels: Pixels) -> Network:
    """Return the same network with its pixels handed over in this way."""
    if network.spec.pixels == pixels:
        return network
    return replace(network, spec=replace(network.spec, pixels=pixels))


def _better(accuracies: dict[Pixels, float], losses: dict[Pixels, float]) -> Pixels:
    best = max(accuracies, key=accuracies.__getitem__)
    near = [way for way in accuracies if accuracies[best] - accuracies[way] < _NEARLY]
    return min(near, key=losses.__getitem__)


def _some(dataset: Dataset) -> tuple[Images, Labels]:
    """Return up to `MOST_IMAGES` labelled images from all over the test (or training) split."""
    split: Literal["test", "train"] = "test" if (dataset.test_labels >= 0).any() else "train"
    known = np.flatnonzero(dataset.labels(split) >= 0)
    step = max(1, len(known) // MOST_IMAGES)
    chosen = known[::step][:MOST_IMAGES]
    return dataset.images(split)[chosen], dataset.labels(split)[chosen]


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
