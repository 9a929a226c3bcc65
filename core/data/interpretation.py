"""What the images and labels of both splits mean: which way up, dark or light, how bright."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.data.formats.families import Family
from core.data.formats.fitting import on_light_paper
from core.data.formats.splits import Split
from core.data.orientation import orientation_of, turned
from core.phrases import Phrase
from core.records import Images

_SHARE_OF_ALL = 0.9
_UNIFORM = 200
AS_STORED = Phrase("The images were taken as they are stored.")


def upright(
    train: Split, test: Split, family: Family | None, *, digits: bool
) -> tuple[Split, Split]:
    """Turn images that lie transposed or on their side.

    Digits are compared with MNIST's mean digits; others are turned where the names of their
    files say that their makers stored them transposed.

    Parameters
    ----------
    train, test : Split
        With labels from 0.
    digits : bool
        Whether label 3 means the digit 3.
    """
    found = orientation_of(train.images, train.labels) if digits else None
    if found is None and family is not None and family.transposed:
        found = "transposed"
    if found in (None, "upright"):
        return train, test
    assert found is not None
    return (
        _with_images(train, turned(train.images, found), _TURNED[found]),
        _with_images(test, turned(test.images, found)),
    )


_TURNED = {
    "transposed": Phrase(
        "The images lie transposed (rows and columns exchanged, as EMNIST's): turned upright."
    ),
    "upside down": Phrase("The images lie upside down: turned upright."),
    "on the left side": Phrase("The images lie on their left side: turned upright."),
    "on the right side": Phrase("The images lie on their right side: turned upright."),
    "mirrored": Phrase("The images are mirrored, left and right exchanged: turned back."),
    "mirrored upside down": Phrase(
        "The images are mirrored, top and bottom exchanged: turned back."
    ),
    "transposed the other way": Phrase(
        "The images are mirrored along a diagonal: turned upright."
    ),
}


def light_on_dark(train: Split, test: Split) -> tuple[Split, Split]:
    """Make 0 the paper, as the borders of the images tell."""
    lights = [on_light_paper(split.images) for split in (train, test)]
    share = float(np.concatenate(lights).mean())
    if share >= _SHARE_OF_ALL:
        note = Phrase(
            "The images are dark on light, as their borders tell: turned to light on dark."
        )
        return (
            _with_images(train, 255 - train.images, note),
            _with_images(test, 255 - test.images),
        )
    if not share:
        return train, test
    borders_are_even = all(
        _even(split.images[light]) for split, light in zip((train, test), lights, strict=True)
    )
    if not borders_are_even:
        return train, test
    note = Phrase(
        "{count} of {all} images are dark on light, as their borders tell: turned to light on "
        "dark.",
        count=int(sum(light.sum() for light in lights)),
        all=sum(map(len, lights)),
    )
    new = []
    for split, light in zip((train, test), lights, strict=True):
        images = split.images.copy()
        images[light] = 255 - images[light]
        new.append(_with_images(split, images))
    return replace(new[0], notes=(*new[0].notes, note)), new[1]


def _even(images: Images) -> bool:
    """Say whether the borders are paper and nothing else, not a thing that fills the frame."""
    if not len(images):
        return True
    edges = (images[:, 0], images[:, -1], images[:, :, 0], images[:, :, -1])
    return float(np.mean([(edge > _UNIFORM).mean() for edge in edges])) > _SHARE_OF_ALL


def over_the_whole_range(train: Split, test: Split) -> tuple[Split, Split]:
    """Bring images of 0 and 1 only to 0 and 255."""
    highest = max(int(split.images.max(initial=0)) for split in (train, test))
    if highest != 1:
        return train, test
    note = Phrase("The pixels are 0 and 1 only: they were multiplied by 255.")
    return (
        _with_images(train, train.images * np.uint8(255), note),
        _with_images(test, test.images * np.uint8(255)),
    )


def _with_images(split: Split, images: Images, note: Phrase | None = None) -> Split:
    return Split(images, split.labels, (*split.notes, note) if note else split.notes)
