"""What is odd about a data set, seen at once: blank images, one class, pixels of 0 and 1."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.data.formats.fitting import on_light_paper
from core.phrases import Phrase
from core.records import Dataset, Labels

_BLOCK = 4_096
_MANY = 0.5
_PALE = 64
_FEWEST_SORTED = 100
_NAMED = 10


def oddities(dataset: Dataset) -> tuple[Phrase, ...]:
    """Return a sentence for each thing that a training would suffer from.

    Quick: a fifth of a second for MNIST's 70,000 images.
    """
    return (*_classes(dataset), *_pixels(dataset), *_splits(dataset))


def _classes(dataset: Dataset) -> Iterator[Phrase]:
    classes = len(dataset.classes)
    counts = np.bincount(dataset.train_labels, minlength=classes)
    present = np.flatnonzero(counts)
    if len(present) == 1:
        yield Phrase(
            "All training images are of one class, {name}: a network that always says so is "
            "never wrong.",
            name=dataset.classes[present[0]],
        )
        return
    missing = [dataset.classes[label] for label in np.flatnonzero(counts == 0)]
    if missing:
        names = ", ".join(missing[:_NAMED]) + (" ..." if len(missing) > _NAMED else "")
        yield Phrase(
            "No training image is of the class {names}; a network has an output for each of "
            "the {n} classes all the same.",
            names=names,
            n=classes,
        )
    unknown = np.setdiff1d(np.unique(dataset.test_labels), present)
    if len(unknown):
        yield Phrase(
            "The test images hold classes that no training image is of: {names}.",
            names=", ".join(dataset.classes[label] for label in unknown[:_NAMED]),
        )


def _pixels(dataset: Dataset) -> Iterator[Phrase]:
    counted = [_count(images) for images in (dataset.train_images, dataset.test_images)]
    blank, light = (sum(counts[i] for counts in counted) for i in (0, 1))
    highest = max(counts[2] for counts in counted)
    images = len(dataset.train_images) + len(dataset.test_images)
    if blank == images:
        yield Phrase("All images are blank: each has the same value everywhere.")
        return
    if blank:
        yield Phrase("{count} of {all} images are blank.", count=blank, all=images)
    if light > _MANY * images:
        yield Phrase(
            "{count} of {all} images are dark on light; the pad, and the network that comes "
            "with Inkling, have light on dark.",
            count=light,
            all=images,
        )
    if highest <= 1:
        yield Phrase(
            "The pixels are 0 and 1 only: divided by 255, networks see almost nothing. "
            "Choose raw pixels, or open the file without keeping it as stored."
        )
    elif highest < _PALE:
        yield Phrase(
            "The brightest pixel of all images is {highest} of 255: the images are pale.",
            highest=highest,
        )


def _count(images: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> tuple[int, int, int]:
    """Count the blank images and those on light paper; return the brightest pixel too."""
    blank = light = highest = 0
    for start in range(0, len(images), _BLOCK):
        block = images[start : start + _BLOCK]
        flat = block.reshape(len(block), -1)
        most = flat.max(axis=1)
        blank += int((most == flat.min(axis=1)).sum())
        light += int(on_light_paper(block).sum())
        highest = max(highest, int(most.max(initial=0)))
    return blank, light, highest


def _splits(dataset: Dataset) -> Iterator[Phrase]:
    if not len(dataset.test_labels):
        yield Phrase(
            "There are no test images: hold out a part of the training images to test with."
        )
    if _sorted(dataset.train_labels):
        yield Phrase(
            "The training images are sorted by class: validation images, taken from the end, "
            "would be of the last classes only."
        )


def _sorted(labels: Labels) -> bool:
    several = len(labels) >= _FEWEST_SORTED and labels[0] != labels[-1]
    return bool(several and (np.diff(labels) >= 0).all())
