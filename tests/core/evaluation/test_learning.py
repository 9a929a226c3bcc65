"""What became of images over the epochs."""

import numpy as np

from core.evaluation.learning import learning
from core.evaluation.mistakes import report_mistakes
from core.evaluation.selection import Selection

RIGHT = np.array(
    [  # never, always, learnt late, forgotten for good, forgotten and learnt again
        [0, 1, 0, 1, 1],
        [0, 1, 0, 1, 0],
        [0, 1, 1, 0, 1],
    ],
    bool,
)


def test_images_are_never_read_or_forgotten_and_of_the_others_nothing_is_said():
    found = learning(RIGHT, slice(2, 7), 9)
    assert found.epochs == 3
    assert np.flatnonzero(found.never).tolist() == [2]
    assert np.flatnonzero(found.forgotten).tolist() == [5, 6]
    assert learning(RIGHT[:0], slice(2, 7), 9) is None


def test_they_can_be_chosen():
    labels = np.arange(5) % 2
    shares = np.full((5, 2), 0.5, np.float32)
    report = report_mistakes(labels, labels, shares).with_learning(learning(RIGHT, slice(5), 5))
    chosen = {
        learnt: report.select(Selection(which="all", order="index", learnt=learnt)).tolist()
        for learnt in ("any", "never", "forgotten")
    }
    assert chosen == {"any": [0, 1, 2, 3, 4], "never": [0], "forgotten": [3, 4]}
