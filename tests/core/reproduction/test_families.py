"""Seeds that lose a digit to the end, and seeds that get it back: judged as what they are."""

from dataclasses import replace

import numpy as np
import pytest

from core.recipes.catalogue import by_name
from core.recipes.published import published
from core.reproduction.compare import judge
from core.reproduction.experiment import Measured
from core.reproduction.families import fate, freeing, losses_of_digits
from core.reproduction.told import DIGIT_IMAGES, told
from tests.factories import epoch_report, score

NAME = "q001-lost-digit"
PRINTED = published(NAME)
EPOCHS = len(PRINTED.curves["loss"])


def run(freed, *, digit=0, off=1.0, epochs=EPOCHS):
    """Return a seed that is the printed log, its freeing moved to another epoch.

    `freed` is 0 for a digit that is lost to the end, 1 for none that ever is.
    """
    told_epochs = []
    for place in range(epochs):
        lost = freed == 0 or place + 1 < freed
        at = min(place, 14) if lost else min(PRINTED.freed - 1 + place + 1 - freed, EPOCHS - 1)
        figures = {what: values[at] for what, values in PRINTED.curves.items()}
        recalls = tuple(0.0 if lost and n == digit else 0.95 for n in range(10))
        val = score(
            figures["val_accuracy"], loss=off * figures["val_loss"], recalls=recalls,
            images=10_000,
        )  # fmt: skip
        told_epochs.append(
            epoch_report(
                place + 1, loss=off * figures["loss"], accuracy=figures["accuracy"], val=val
            )
        )
    return tuple(told_epochs)


def named(*runs):
    return [(f"seed {n}", one) for n, one in enumerate(runs)]


def of(judged, words):
    (found,) = [item for item in judged if words in item.what]
    return found


def test_the_fate_of_a_seed():
    assert fate(run(16)).freed == 16
    assert fate(run(16)).to_the_end == ()
    assert (fate(run(0, digit=3)).freed, fate(run(0, digit=3)).to_the_end) == (None, (3,))
    assert fate(run(1)).lost == {}


def test_which_share_of_the_seeds_loses_a_digit_is_judged():
    some = losses_of_digits(NAME, named(*map(run, (0, 4, 16, 1, 9))), told=True)
    assert some.verdict == "agrees"
    assert some.measured.startswith("4 of 5 seeds (seed 0: digit 0 after epoch 1-40; seed 1")
    assert losses_of_digits(NAME, named(*[run(1)] * 5), told=True).verdict == "differs"
    few = losses_of_digits(NAME, named(run(16), run(0)), told=True)
    assert few.verdict == "too scattered to tell"
    assert losses_of_digits(NAME, named(run(16)), told=False).verdict is None


def test_when_the_digit_comes_back_is_judged():
    def when(*freed):
        return next(freeing(NAME, PRINTED, [run(epoch) for epoch in freed]))

    assert when(12, 20, 9, 0).verdict == "agrees"
    assert when(12, 20, 9, 0).measured == "9, 12, 20"
    assert when(2, 3, 4).verdict == "differs"
    assert when(2, 16, 30).verdict == "too scattered to tell"
    assert when(16, 0, 1).verdict == "too scattered to tell"
    assert when(0, 1).verdict is None


def test_the_freed_seeds_curves_are_compared_and_not_those_of_the_others():
    near = [run(12, off=1.02), run(16, off=0.98), run(9), run(0)]
    judged = list(freeing(NAME, PRINTED, near))
    assert of(judged, "distance of training loss").verdict == "agrees"
    assert of(judged, "distance of test loss").verdict == "agrees"
    wrong = [run(12, off=2.02), run(16, off=1.98), run(9, off=2.0), run(0)]
    assert of(freeing(NAME, PRINTED, wrong), "distance of training loss").verdict == "differs"
    wild = [run(12, off=0.5), run(16, off=1.0), run(9, off=2.0)]
    assert (
        of(freeing(NAME, PRINTED, wild), "of training loss").verdict == "too scattered to tell"
    )
    alone = freeing(NAME, PRINTED, [run(16), run(0), run(0)])
    assert of(alone, "distance of training loss").verdict == "too scattered to tell"


def test_five_invented_constant_curves_agree_in_nothing():
    for level in (0.2, 1.0, 2.0, 8.0):
        seeds = [
            Measured(
                tuple(
                    epoch_report(
                        n, loss=level * by, accuracy=0.9, val=score(0.9, loss=level * by)
                    )
                    for n in range(1, EPOCHS + 1)
                ),
                score(0.9),
                "finished",
            )
            for by in (0.5, 0.8, 1.0, 1.3, 2.0)
        ]
        judged = judge(by_name(NAME), seeds)
        agreeing = {item.what for item in judged if item.verdict == "agrees"}
        assert all(what.startswith("parameters") for what in agreeing)


def test_the_epochs_of_the_log_are_shown_beside_the_nearest_seed_without_a_verdict():
    seeds = [Measured(run(epoch), score(0.95), "finished") for epoch in (0, 16, 1)]
    judged = [item for item in judge(by_name(NAME), seeds) if item.what == "loss"]
    assert {item.verdict for item in judged} == {None}
    assert [item.measured for item in judged] == list(PRINTED.curves["loss"])


def test_before_its_last_epoch_a_seed_has_no_fate():
    judged = judge(by_name(NAME), [Measured(run(16)[:20])])
    assert {item.verdict for item in judged if not item.what.startswith("param")} == {None}
    short = replace(by_name(NAME), epochs=3)
    judged = judge(short, [Measured(run(16)[:3], score(0.9), "finished")])
    assert "trains for 40 epochs" in of(judged, "seeds that lose a digit").why


def test_the_accuracies_of_the_prose_are_judged():
    plateau = 1 - DIGIT_IMAGES[3] / 60_000

    def stuck(read):
        return tuple(replace(epoch, accuracy=read * plateau) for epoch in run(0, digit=3))

    right = list(told(NAME, [stuck(0.985), stuck(0.98), run(16), run(12)]))
    assert of(right, "all 0s misread").verdict == "agrees"
    assert of(right, "all 1s misread").verdict == "agrees"
    assert of(right, "once no digit").verdict == "agrees"
    assert of(right, "first epoch").verdict == "not reproducible as printed"
    assert of(right, "worst training").verdict is None
    wrong = list(told(NAME, [stuck(0.90), stuck(0.905)]))
    assert of(wrong, "all 0s misread").verdict == "differs"
    assert of(wrong, "once no digit").verdict is None
    wild = list(told(NAME, [stuck(0.90), stuck(0.99)]))
    assert of(wild, "all 1s misread").verdict != "agrees"


@pytest.mark.parametrize("seed", range(5))
def test_shuffled_epochs_do_not_agree(seed):
    rng = np.random.default_rng(seed)

    def shuffled(freed):
        epochs = [run(freed)[at] for at in rng.permutation(EPOCHS)]
        return tuple(replace(epoch, epoch=n) for n, epoch in enumerate(epochs, start=1))

    judged = list(freeing(NAME, PRINTED, [shuffled(12), shuffled(16), shuffled(9)]))
    assert "agrees" not in {item.verdict for item in judged}
