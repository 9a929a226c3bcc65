"""What an experiment answers, and how sure it is."""

import pytest

from core.experiments.answer import answer, few_seeds, method, sentence
from core.experiments.book import TrainedRun
from core.experiments.experiment import trainings
from tests.core.experiments.kept import experiment


def trained(planned, figures, **more):
    """Trainings that are done, with the test accuracies of each setting by seed."""
    found = {}
    for training in planned:
        accuracy = figures[training.setting.number - 1][training.seed]
        if accuracy is not None:
            values = {"state": "finished", "images": 10_000, "seconds": 2.0} | more
            found[training.number] = TrainedRun(
                training=training.number,
                run=training.number,
                epochs=2,
                loss=1 - accuracy,
                accuracy=accuracy,
                val_loss=None,
                val_accuracy=None,
                test_loss=1 - accuracy,
                test_accuracy=accuracy,
                **values,
            )
    return found


def asked(*figures, measure=None, **more):
    rates = [round(0.001 * 3**n, 6) for n in range(len(figures))]
    planned = trainings(experiment(*rates, seeds=tuple(range(len(figures[0])))))
    return answer(planned, trained(planned, figures, **more), measure)


def test_a_row_has_mean_deviation_and_interval_over_the_seeds():
    found = asked([0.87, 0.88, 0.89], [0.5, 0.5, None])
    first, second = found.rows
    assert first.figure.mean == pytest.approx(0.88)
    assert first.figure.deviation == pytest.approx(0.01)
    assert first.figure.high - first.figure.mean == pytest.approx(
        4.3027 * 0.01 / 3**0.5, rel=1e-3
    )
    assert (second.figure.count, second.seconds) == (2, 2.0)
    assert found.measure == "test_accuracy"


def test_a_difference_is_told_with_its_interval_by_paired_seeds():
    # The seeds scatter by far more than the settings differ; the pairs do not.
    base = [0.90, 0.93, 0.96, 0.91, 0.95]
    better = [b + d for b, d in zip(base, [0.002, 0.0022, 0.0018, 0.0025, 0.002], strict=True)]
    found = asked(base, better)
    (comparison,) = found.comparisons
    assert comparison.shown
    assert str(sentence(comparison, found.measure)) == (
        "learning_rate 0.003 beats learning_rate 0.001 by 0.21 points on 5 seeds, 95 % interval"
        " 0.18 to 0.24."
    )
    assert few_seeds(found) is None
    assert "other seeds, not of other images" in method(found)


def test_noise_is_not_called_a_difference():
    found = asked([0.97, 0.98, 0.975], [0.981, 0.97, 0.977])
    (comparison,) = found.comparisons
    assert not comparison.shown
    assert str(sentence(comparison, found.measure)).startswith("No difference shown between")
    assert "With so few seeds (3) the intervals are wide" in few_seeds(found)


def test_many_settings_need_more_to_be_shown():
    pair = [0.970, 0.971, 0.972], [0.9715, 0.9729, 0.9738]
    assert asked(*pair).comparisons[0].shown
    many = asked(*pair, *([0.9, 0.91, 0.92] for _ in range(4)))
    step = many.steps[0]
    assert (step.better.number, step.worse.number) == (2, 1)
    assert many.pairs == 15
    assert not step.shown
    assert "all 15 pairs" in method(many)


def test_one_seed_shows_nothing_and_equal_ones_are_called_so():
    one = asked([0.97], [0.98]).comparisons[0]
    assert not one.shown
    assert "one seed shows nothing" in sentence(one, "test_accuracy")
    same = asked([0.97, 0.98], [0.97, 0.98]).comparisons[0]
    assert "the same on all 2 seeds" in sentence(same, "test_accuracy")
    alike = asked([0.5, 0.75], [0.625, 0.875]).comparisons[0]
    assert not alike.shown
    assert "they do not scatter" in sentence(alike, "test_accuracy")


def test_what_diverged_is_counted_and_left_out_of_means():
    found = asked([0.97, 0.98], [0.1, 0.1], state="diverged")
    assert [row.diverged for row in found.rows] == [2, 2]
    assert found.comparisons == ()


def test_a_smaller_loss_is_the_better_one():
    found = asked([0.2, 0.21, 0.205], [0.6, 0.62, 0.61], measure="loss")
    (comparison,) = found.comparisons
    assert comparison.better.number == 2
    assert comparison.difference.mean > 0
    assert "by 0.405 on 3 seeds" in sentence(comparison, "loss")


def test_settings_that_were_tested_on_other_images_are_not_compared():
    planned = trainings(experiment(0.1, 0.2, seeds=(0, 1)))
    runs = trained(planned, [[0.9, 0.91], [0.8, 0.82]])
    for training in planned:
        if training.setting.number == 2:
            values = vars(runs[training.number]) | {"images": 500}
            runs[training.number] = TrainedRun(**values)
    assert answer(planned, runs).comparisons == ()
