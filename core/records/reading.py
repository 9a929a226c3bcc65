"""What a person drew, and what was read in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.records.arrays import Floats, Images, Strokes
from core.records.dataset import DIGITS


@dataclass(frozen=True, eq=False)
class Ink:
    """What a person drew or pasted: strokes, or a grey image (uint8, 0 = black).

    `sheet` is the width and height of what was drawn on, in the unit of the strokes, its
    corner at (0, 0), or of the whole picture, in any unit; None where nobody knows.
    """

    strokes: Strokes = ()
    image: Images | None = None
    sheet: tuple[float, float] | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.strokes and self.image is None


@dataclass(frozen=True, eq=False)
class Stages:
    """What preprocessing made of an ink, step by step: each uint8, 0 = paper.

    `ink` is the writing as drawn (square); `boxed` its bounding box; `small` the box
    scaled to 20x20; `centred` the (28, 28) that the network sees.
    """

    ink: Images
    boxed: Images
    small: Images
    centred: Images


@dataclass(frozen=True, eq=False)
class Prediction:
    """A network's answer for one image.

    `image` is uint8 (28, 28), what the network saw; `probabilities`, `logits` and
    `outputs` are float32 (classes,); `digit` is the place of the largest, `names` has what
    each place stands for. `is_digit` is False where the answer should be "not a digit, I
    think".
    """

    image: Images
    logits: Floats
    outputs: Floats
    probabilities: Floats
    digit: int
    is_digit: bool = True
    stages: Stages | None = field(default=None, repr=False)
    names: tuple[str, ...] = DIGITS

    @property
    def name(self) -> str:
        """What was read: "7", or the name of another class."""
        return self.names[self.digit]

    @property
    def confidence(self) -> float:
        """The probability of the digit."""
        return float(self.probabilities[self.digit])


@dataclass(frozen=True, eq=False)
class ReadDigit:
    """One digit among those that were read.

    Parameters
    ----------
    box : tuple of four floats
        Left, top, right, bottom of its ink, in the unit of the ink's sheet; of a picture
        without one, in its pixels.
    ink : Ink
        Its strokes alone, or its part of the picture, black on white.
    prediction : Prediction
        With the stages of its way to the network.
    line : int
        Which line of writing it stands in, from the top, from 0.
    """

    box: tuple[float, float, float, float]
    ink: Ink
    prediction: Prediction
    line: int = 0

    @property
    def stages(self) -> Stages | None:
        """What preprocessing made of its ink."""
        return self.prediction.stages


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read in an ink.

    Parameters
    ----------
    digits : tuple of ReadDigit
        In reading order: lines from the top, each from the left.
    found : ndarray of uint8, shape (rows, columns), or None
        Of a picture, what each pixel was taken for: 0 = paper, 1 = ink of a digit, 2 = dark,
        but no digit (lines, dirt), 3 = not on the sheet. It may be smaller than the picture.
    """

    digits: tuple[ReadDigit, ...] = ()
    found: Images | None = None

    @property
    def text(self) -> str:
        """The digits, each line of writing on a line of its own."""
        lines: dict[int, str] = {}
        for digit in self.digits:
            lines[digit.line] = lines.get(digit.line, "") + digit.prediction.name
        return "\n".join(lines.values())

    @property
    def only(self) -> Prediction | None:
        """The prediction where there is exactly one digit, else None."""
        return self.digits[0].prediction if len(self.digits) == 1 else None
