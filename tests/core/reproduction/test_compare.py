"""What the window says of a training that its text printed figures of, while it runs."""

from dataclasses import replace

import pytest

from core.recipes.catalogue import by_name
from core.recipes.published import published
from core.records import Recipe
from core.reproduction.claims import TIES
from core.reproduction.compare import (
    OTHER_DATA,
    UNSCORED,
    WAITING,
    judge,
    printed_for,
)
from core.reproduction.experiment import Measured
from tests.core.runs.stored_runs import SPEC
from tests.factories import epoch_report, history, score

MODEL_1 = by_name("t003-model1")
PRINTED = published("t003-model1").curves["loss"]


def scored(accuracy, loss=0.1, images=10_000):
    return score(accuracy, loss=loss, images=images)


def whole(losses=PRINTED, accuracy=0.979):
    return Measured(history(losses), scored(accuracy), "finished")


def of(judged, what):
    return [item for item in judged if item.what == what]


def verdicts(judged, what="loss"):
    return [item.verdict for item in of(judged, what)]


def test_before_the_first_epoch_all_printed_figures_wait():
    judged = judge(MODEL_1, [Measured()])
    assert len(of(judged, "loss")) == 20
    assert {item.why for item in of(judged, "loss")} == {WAITING}
    assert [item.measured for item in of(judged, "loss")] == [None] * 20
    assert verdicts(judged, "parameters") == ["agrees"]


def test_each_epoch_gets_its_verdict_as_it_comes():
    wrong = (PRINTED[0], 3 * PRINTED[1])
    judged = of(judge(MODEL_1, [Measured(history(wrong))]), "loss")
    assert [item.verdict for item in judged[:3]] == ["agrees", "differs", None]
    assert [item.epoch for item in judged] == list(range(1, 21))
    assert "one seed" in judged[0].why


def test_a_finished_training_is_judged_whole():
    judged = judge(MODEL_1, [whole()])
    assert verdicts(judged) == ["agrees"] * 20
    assert verdicts(judged, "test accuracy") == ["too scattered to tell"]
    assert verdicts(judge(MODEL_1, [whole()] * 20), "test accuracy") == ["agrees"]
    (training,) = of(judged, "training accuracy")
    assert (training.verdict, training.why) == (None, UNSCORED)
    assert verdicts(judge(MODEL_1, [whole(accuracy=0.95)]), "test accuracy") == ["differs"]


def test_training_accuracy_is_that_of_the_network_that_was_kept():
    recipe = replace(by_name("t003-model3"), score_training=True)
    losses = (0.5, 0.01, 0.02)
    shares = (0.9, 0.9989, 0.99)
    told = tuple(
        replace(epoch, train_score=scored(share, images=60_000))
        for epoch, share in zip(history(losses), shares, strict=True)
    )
    early = Measured(told, scored(0.98), "early")
    (item,) = of(judge(recipe, [early] * 3), "training accuracy")
    assert item.measured == pytest.approx(0.9989)
    assert item.verdict == "agrees"


def test_several_seeds_are_judged_by_their_mean_and_scatter():
    runs = [whole([loss * by for loss in PRINTED]) for by in (0.9, 1.0, 1.1)]
    first = of(judge(MODEL_1, runs), "loss")[0]
    assert first.measured == pytest.approx(PRINTED[0] * (0.9 * 1.1) ** (1 / 3))
    assert "3 seeds" in first.why


@pytest.mark.parametrize(("ending", "verdict"), [("stopped", None), ("early", "differs")])
def test_only_a_training_that_stopped_itself_differs_where_it_is_missing(ending, verdict):
    judged = judge(MODEL_1, [Measured(history(PRINTED[:5]), scored(0.95), ending)])
    assert verdicts(judged)[5:] == [verdict] * 15
    assert "after 5 epochs" in of(judged, "loss")[-1].why


def test_fewer_epochs_than_the_text_give_no_verdict_on_the_trained_network():
    few = Measured(history(PRINTED[:5]), scored(0.95), "finished")
    judged = judge(replace(MODEL_1, epochs=5), [few])
    assert verdicts(judged, "test accuracy") == [None]
    assert of(judged, "test accuracy")[0].measured == 0.95


def test_other_data_get_no_verdict_but_the_count_of_weights():
    judged = judge(MODEL_1, [whole()], comparable=False)
    assert verdicts(judged, "parameters") == ["agrees"]
    rest = [item for item in judged if not item.what.startswith("parameters")]
    assert {item.verdict for item in rest} == {None}
    assert {item.why for item in rest} == {OTHER_DATA}


def test_a_training_that_is_met_halfway_is_not_compared_with_the_first_epochs():
    judged = judge(MODEL_1, [Measured(history(PRINTED[4:8], first=5))])
    assert verdicts(judged) == [None] * 20
    assert "from its first epoch" in of(judged, "loss")[0].why


def posted(accuracy=0.3, *, by_logits=None, tied=0.9):
    """Judge the code as posted, its losses those printed; the accuracies are given."""
    recipe = by_name("q002-posted-0.01")
    printed = published(recipe.name).curves
    logits = printed["val_accuracy"] if by_logits is None else [by_logits] * 10
    told = tuple(
        epoch_report(
            n,
            loss=loss,
            accuracy=accuracy,
            val=score(accuracy, loss=val_loss, by_logits=right, tied=tied, images=10_000),
        )
        for n, (loss, val_loss, right) in enumerate(
            zip(printed["loss"], printed["val_loss"], logits, strict=True), start=1
        )
    )
    return judge(recipe, [Measured(told, scored(accuracy), "finished")])


def test_the_posted_code_cannot_give_the_accuracies_printed_beside_it():
    judged = posted()
    assert set(verdicts(judged)) == {"agrees"}
    assert set(verdicts(judged, "accuracy")) == {"not reproducible as printed"}
    assert set(verdicts(judged, "val_accuracy")) == {"not reproducible as printed"}
    assert of(judged, "val_accuracy")[0].why == TIES


@pytest.mark.parametrize(
    "wrong",
    [{"accuracy": 0.05}, {"accuracy": 0.99}, {"tied": 0.0}, {"by_logits": 0.5}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_wrong_accuracy_of_the_posted_code_is_wrong_for_no_reason_of_its_own(wrong):
    judged = posted(**wrong)
    assert set(verdicts(judged, "accuracy")) == {"differs"}
    assert set(verdicts(judged, "val_accuracy")) == {"differs"}


def test_each_printed_row_of_layers_is_judged_dropout_too():
    judged = judge(by_name("t003-model7"), [Measured()])
    rows = [item for item in judged if item.what.startswith("parameters of")]
    assert [(item.what[14:], item.published) for item in rows[:2]] == [
        ("L1", 200_960),
        ("dropout_4", 0),
    ]
    assert {item.verdict for item in rows} == {"agrees"}
    lost = judge(by_name("q001-lost-digit"), [Measured()])
    assert [item.measured for item in lost[:3]] == [50_240, 650, 50_890]


def test_a_misnamed_table_is_said_at_once():
    first = judge(by_name("t003-model4"), [Measured()])[0]
    assert first.verdict == "not reproducible as printed"
    assert "no model 5" in first.why


def fallen(accuracies, ending="finished"):
    """Judge the falling accuracy by what was measured after each epoch."""
    told = tuple(
        epoch_report(n, accuracy=share, val=scored(share), train=scored(share))
        for n, share in enumerate(accuracies, start=1)
    )
    return judge(by_name("q000-falling-accuracy"), [Measured(told, None, ending)])


RISING = [0.5 + 0.01 * n for n in range(30)]


def test_the_falling_accuracy_is_judged_at_its_end():
    assert [item.verdict for item in fallen(RISING, None)] == [None] * 4
    falling = fallen([*RISING, *([0.7] * 20)])
    assert [item.verdict for item in falling] == ["agrees"] * 4
    assert {item.measured for item in falling[1::2]} == {31}
    flat = fallen([*RISING, *([0.79] * 20)])
    assert [item.verdict for item in flat] == ["differs"] * 4
    waiting = judge(by_name("q000-falling-accuracy"), [Measured()])
    assert [item.measured for item in waiting] == [None] * 4


def test_where_the_accuracy_begins_to_fall_is_judged():
    early = fallen([*RISING[:12], *([0.55] * 38)])
    assert [item.verdict for item in early] == ["agrees", "differs"] * 2
    assert early[1].measured == 13
    # Two seeds of one recipe lie as far apart.
    as_seeds = fallen([*RISING[:15], *([0.6] * 35)])
    assert [item.verdict for item in as_seeds] == ["agrees", "too scattered to tell"] * 2
    assert as_seeds[1].measured == 16
    dip = fallen([*RISING[:20], 0.6, 0.6, *RISING[20:], *([0.7] * 18)])
    assert dip[1].measured == 33


def test_a_recipe_that_was_changed_or_is_ones_own_has_no_published_figures():
    assert judge(Recipe("own", SPEC), [Measured()]) == ()
    assert judge(replace(MODEL_1, batch_size=64), [Measured()]) == ()
    assert printed_for(replace(MODEL_1, batch_size=64)) is None
    assert printed_for(replace(MODEL_1, seed=7, epochs=3)) is not None
