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
    assert verdicts(judged, "test accuracy") == ["agrees"]
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
    (item,) = of(judge(recipe, [Measured(told, scored(0.98), "early")]), "training accuracy")
    assert (item.measured, item.verdict) == (0.9989, "agrees")


def test_several_seeds_are_judged_by_their_mean_and_scatter():
    runs = [whole([loss * by for loss in PRINTED]) for by in (0.9, 1.0, 1.1)]
    first = of(judge(MODEL_1, runs), "loss")[0]
    assert first.measured == pytest.approx(PRINTED[0])
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
    rest = [item for item in judged if item.what != "parameters"]
    assert {item.verdict for item in rest} == {None}
    assert {item.why for item in rest} == {OTHER_DATA}


def test_a_training_that_is_met_halfway_is_not_compared_with_the_first_epochs():
    judged = judge(MODEL_1, [Measured(history(PRINTED[4:8], first=5))])
    assert verdicts(judged) == [None] * 20
    assert "from its first epoch" in of(judged, "loss")[0].why


def test_the_posted_code_cannot_give_the_accuracies_printed_beside_it():
    recipe = by_name("q002-posted-0.01")
    printed = published(recipe.name).curves
    told = tuple(
        epoch_report(n, loss=loss, accuracy=0.3, val=scored(0.3, val_loss))
        for n, (loss, val_loss) in enumerate(
            zip(printed["loss"], printed["val_loss"], strict=True), start=1
        )
    )
    judged = judge(recipe, [Measured(told, scored(0.3), "finished")])
    assert set(verdicts(judged)) == {"agrees"}
    assert set(verdicts(judged, "accuracy")) == {"not reproducible as printed"}
    assert of(judged, "val_accuracy")[0].why == TIES


def test_a_misnamed_table_is_said_at_once():
    first = judge(by_name("t003-model4"), [Measured()])[0]
    assert first.verdict == "not reproducible as printed"
    assert "no model 5" in first.why


def test_the_falling_accuracy_is_judged_at_its_end():
    recipe = by_name("q000-falling-accuracy")
    rising = [0.5 + 0.01 * n for n in range(40)]
    falling = [*rising, *([0.7] * 10)]

    def run(accuracies, ending):
        told = tuple(
            epoch_report(n, accuracy=share, val=scored(share), train=scored(share))
            for n, share in enumerate(accuracies, start=1)
        )
        return judge(recipe, [Measured(told, None, ending)])

    assert [item.verdict for item in run(rising, None)] == [None, None]
    assert [item.verdict for item in run(falling, "finished")] == ["agrees"] * 2
    flat = [*rising, *([0.89] * 10)]
    assert [item.verdict for item in run(flat, "finished")] == ["differs"] * 2
    assert [item.measured for item in judge(recipe, [Measured()])] == [None, None]


def test_a_recipe_that_was_changed_or_is_ones_own_has_no_published_figures():
    assert judge(Recipe("own", SPEC), [Measured()]) == ()
    assert judge(replace(MODEL_1, batch_size=64), [Measured()]) == ()
    assert printed_for(replace(MODEL_1, batch_size=64)) is None
    assert printed_for(replace(MODEL_1, seed=7, epochs=3)) is not None
